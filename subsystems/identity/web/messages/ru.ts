import { signatureFault } from './signature.ru.ts'
import { plural } from '@school/web'
import type { CheckWords, Verdict } from '../parts/message-types.ts'
import { ru as office } from './office.ru.ts'

const fields = { lastName: 'Фамилия', firstName: 'Имя', middleName: 'Отчество', birthDate: 'Дата рождения', snils: 'СНИЛС' }
const fieldName = (key: string) => (fields[key as keyof typeof fields] ?? key).toLowerCase().replace('снилс', 'СНИЛС')
const checks: CheckWords = { matched: 'все совпало', differs: 'есть отличия', notFound: 'не найден в школе', noSnils: 'нет СНИЛС', document: 'нужен документ' }

/** The words of a step in the course of a request. */
function stepText(step: string, note: string | null): string {
  if (step === 'compared') {
    const [check = '', matched = '', of = ''] = (note ?? '').split(' ')
    return of === '0' ? `Сверка: ${checks[check as keyof CheckWords] ?? ''}` : `Сверка: совпало полей ${matched} из ${of}`
  }
  if (step === 'corrected') return `Исправлено в реестре: ${(note ?? '').split(' ').map(fieldName).join(', ')}`
  const words: Record<string, string> = {
    created: 'Заявка создана', mismatch: 'Данные Госуслуг отличаются от записи школы', autoLinked: 'Привязано автоматически: СНИЛС и дата рождения из Госуслуг совпали', approved: 'Подтверждено', rejected: 'Отклонено', withdrawn: 'Отозвано автором', expired: 'Срок вышел без ответа',
    escalated: 'Срок ответа прошёл, заявку видит куратор', matchedByHand: 'Ученик указан вручную',
  }
  return [words[step] ?? step, note].filter(Boolean).join(': ')
}

const differsVerdict = (n: number, kind: string): Verdict => ({
  title: `${n} ${plural(n, 'поле отличается', 'поля отличаются', 'полей отличаются')}.`, text: kind === 'correction' ? 'Сверьте и исправьте запись школы или отклоните с объяснением.' : kind === 'child' ? 'Пока они разные, дневник не откроется.' : 'Пока они разные, доступ не откроется.',
})

export const ru = {
  ...office,
  product: 'Моя школа', languages: { ru: 'Русский', en: 'English' }, cancel: 'Отмена', close: 'Закрыть', reason: 'Причина', role: 'Роль', school: 'Школа', schools: 'Школы', region: 'Регион', municipality: 'Муниципалитет', class: 'Класс', administrator: 'Администратор', unknown: 'не указано', needed: 'Заполните поле',
  fields, snilsHint: '11 цифр, можно с дефисами', snilsWrong: 'Проверьте цифры: контрольная сумма не сходится', gender: 'Пол', male: 'мужской', female: 'женский', when: 'Когда', more: 'Ещё',
  // sign-in
  signIn: 'Вход', signInLead: 'Нужна подтверждённая учётная запись Госуслуг. Отдельный пароль не понадобится.', about: 'О системе', headline: 'Уроки, дневник и\u00a0материалы в\u00a0одном месте', whoComes: 'Кто входит', profiles: { parent: 'Родитель', pupil: 'Ученик', staff: 'Педагог' },
  toPupil: 'Ученику', toPupilText: 'Расписание, задания, отметки и тренажёры. До 14 лет вход по детской учётной записи', toParent: 'Родителю', toParentText: 'Дневник каждого ребёнка, пропуски, связь с учителем, запись в школу',
  toTeacher: 'Учителю', toTeacherText: 'Журнал, планы, библиотека и урок на экране класса', toSchool: 'Школе', toSchoolText: 'Замены, отчёты, заявки и приём в первый класс',
  enter: 'Войти через Госуслуги', sharedComputer: 'Чужой компьютер', sharedComputerNote: 'Сеанс закончится через полчаса без работы или вместе с браузером',
  handedOver: 'Что передадут Госуслуги', dataNames: 'ФИО, дата рождения', dataNamesWhy: 'чтобы узнать вас', dataSnils: 'СНИЛС', dataSnilsWhy: 'чтобы найти запись в школе', dataKids: 'Дети', dataKidsWhy: 'чтобы показать их дневники', dataOrganisations: 'Место работы', dataOrganisationsWhy: 'чтобы подтвердить организацию',
  handedOverNote: 'Доступ можно отозвать в профиле Госуслуг. Телефон, почту и адрес мы не запрашиваем.',
  noChildAccount: 'Нет учётной записи у ребёнка', noChildAccountText: 'До 14 лет её создаёт родитель в своём кабинете Госуслуг: «Документы» → «Семья и дети» → карточка ребёнка → «Создать учётную запись». Нужны ФИО и СНИЛС ребёнка. С 14 лет подросток регистрируется сам и подтверждает запись.',
  cannotSignIn: 'Не получается войти', cannotSignInText: 'Проверьте, что запись на Госуслугах подтверждена: в профиле стоит «Подтверждённая». Если школа не видит вас, войдите и подайте заявку: она придёт администратору школы.',
  allWorks: (time: string) => `Службы «Моей школы» работают, проверено в ${time}`, notReady: 'Служба временно не отвечает, попробуйте через минуту', strongVision: 'Для слабовидящих', usualVision: 'Обычный вид',
  troubles: {
    'identity.consent_refused': { title: 'Вы не разрешили передать данные', text: 'Без ФИО и даты рождения войти нельзя. Нажмите «Войти» ещё раз и выберите «Предоставить».' },
    'identity.account_unconfirmed': { title: 'Учётная запись не подтверждена', text: 'Подтвердите её в МФЦ, в банке или электронной подписью, потом войдите снова.' },
    'identity.account_closed': { title: 'Учётная запись удалена', text: 'На Госуслугах эта запись закрыта. Зарегистрируйтесь заново и войдите.' },
    'identity.wrong_account_kind': { title: 'Не та учётная запись', text: 'Войдите как физическое лицо: записи организаций и предпринимателей не подходят.' },
    'identity.second_factor_unavailable': { title: 'Второй фактор не сработал', text: 'Госуслуги не смогли проверить код. Попробуйте ещё раз или смените способ подтверждения.' },
    'identity.permission_revoked': { title: 'Доступ был отозван', text: 'Вы отозвали разрешение в профиле Госуслуг. Войдите ещё раз и выберите «Предоставить».' },
    'identity.sign_in_expired': { title: 'Вход не завершён', text: 'Прошло больше десяти минут, либо страница открыта дважды. Начните вход заново.' },
    'identity.esia_unavailable': { title: 'Госуслуги не отвечают', text: 'Войти сейчас не получится. Те, кто уже вошёл, работают как обычно. Попробуйте через несколько минут.' },
    'identity.esia_answer_refused': { title: 'Ответ Госуслуг не прошёл проверку', text: 'Мы не стали входить, чтобы не ошибиться человеком. Попробуйте ещё раз; если повторится, напишите в поддержку.' },
    'identity.other_account': { title: 'Эта запись уже привязана к другому человеку', text: 'Оператор проверит данные и исправит привязку.' },
    'identity.merge_waits': { title: 'СНИЛС уже записан за другим человеком', text: 'Мы передали это оператору: он сверит данные и откроет вход. Обычно это занимает один рабочий день. В школе тоже могут проверить СНИЛС в вашей карточке.' },
  },
  // join
  notOpenYet: 'Доступ ещё не открыт', notOpenYetSub: 'Вы вошли. Осталось, чтобы школа подтвердила, кто вы.', myRequests: 'Мои заявки', myRequestsSub: 'Ещё одна школа, ещё один ребёнок, ход заявок', sentRequests: 'Отправленные заявки', whoAreYou: 'Кто вы?', oneMore: 'Новая заявка',
  iAmStaff: 'Я педагог или сотрудник', iAmStaffText: 'Школа, должность, предметы и классы', iAmParent: 'Я родитель', iAmParentText: 'Ребёнок из Госуслуг или по данным', iAmPupil: 'Я ученик', iAmPupilText: 'Прикрепиться к своей школе',
  kidsOfAccount: 'Дети из Госуслуг', kidLinked: 'дневник открыт', kidRequested: 'заявка отправлена', addKid: 'Добавить', kidNotFound: 'Школа с таким СНИЛС пока не нашлась', kidNoSnils: 'На Госуслугах нет СНИЛС ребёнка',
  kinds: { staff: 'Сотрудник', child: 'Ребёнок', pupil: 'Ученик', correction: 'Исправление данных' }, kindsMany: { staff: 'Сотрудники', child: 'Родители', pupil: 'Ученики', correction: 'Исправления' },
  withdraw: 'Отозвать', withdrawn: 'Заявка отозвана', states: { PENDING: 'ждёт', APPROVED: 'подтверждена', REJECTED: 'отклонена', WITHDRAWN: 'отозвана', EXPIRED: 'срок вышел' },
  waitsUntil: (when: string) => `ждёт ответа школы до ${when}`, differs: (names: string[]) => `Отличаются: ${names.map((name) => name.replace('снилс', 'СНИЛС')).join(', ')}.`, schoolCorrects: 'Ошибка в записях школы: исправит администратор, вам ничего менять не нужно.', checkYourData: 'Проверьте, что ввели, или покажите школе документ.',
  ownChecks: { matched: 'Данные совпали, ждём подтверждения.', differs: '', notFound: 'Запись в школе пока не нашлась: администратор посмотрит вручную.', noSnils: 'У школы нет СНИЛС для сверки: администратор попросит документ.', document: 'Школа сверит данные и попросит документ.' },
  expiredAdvice: 'Школа не ответила в срок. Подайте заявку ещё раз; куратор уже знает.',
  askTitles: { staff: 'Я работаю в школе', child: 'Добавить ребёнка', pupil: 'Прикрепить меня' }, askSubs: { staff: 'Администратор школы подтвердит место работы', child: 'Данные сверяются с записью в школе', pupil: 'Данные сверяются с записью в школе' },
  stepSchool: 'Школа', stepChild: 'Ребёнок', stepDetails: 'Подробности', stepSent: 'Отправлено', otherSchool: 'Другая школа', sentTo: (school: string) => `Заявка отправлена: ${school}`, sentNote: 'Ответ появится здесь, обновлять страницу не нужно.', toRequests: 'К моим заявкам',
  anyRegion: 'Все регионы', anyMunicipality: 'Все муниципалитеты', findSchool: 'Название, ОГРН или ИНН школы', noSchoolFound: 'Школа не нашлась. Проверьте название или регион; возможно, она ещё не подключена.',
  staffRoles: { teacher: 'Учитель', deputyHead: 'Завуч', principal: 'Директор', staff: 'Другой сотрудник' }, position: 'Должность', positionHint: 'Как в трудовом договоре: учитель физики', positionNeeded: 'Напишите должность', subjectsWish: 'Предметы и классы', subjectsWishHint: 'Физика, 7–9 классы', sendRequest: 'Отправить заявку',
  dataFromAccount: 'ФИО, дата рождения и СНИЛС возьмём из вашей учётной записи Госуслуг.', unknownClass: 'не знаю', whichChild: 'Какой ребёнок', fromGosuslugi: 'из Госуслуг', otherChild: 'Другой ребёнок', otherChildNote: 'Введу данные, школа попросит документ', noKidsInAccount: 'На Госуслугах дети не указаны или вы входили не как родитель. Введите данные: школа сверит их и попросит документ.',
  basis: 'Кем приходитесь', basisHint: 'Школа попросит документ', bases: { parent: 'Родитель', adopter: 'Усыновитель', guardian: 'Опекун', custodian: 'Попечитель', representative: 'Представитель' },
  // requests of a school
  request: 'Заявка', nameOrSnils: 'ФИО или СНИЛС', allRoles: 'Все роли', answerInTime: 'Ждут не больше 1 дня', overdueCount: (n: number) => `${n} ${plural(n, 'ждёт', 'ждут', 'ждут')} дольше срока`,
  tabs: { waiting: 'Ждут', matched: 'Совпали', differs: 'Отличия', document: 'Нужен документ', decided: 'Решены' },
  emptyTabs: { waiting: 'Здесь появятся заявки сотрудников, родителей и учеников.', matched: 'Нет заявок, в которых совпало всё.', differs: 'Нет заявок с отличиями.', document: 'Нет заявок, для которых нужен документ.', decided: 'Здесь появятся решённые заявки.' },
  whoAsks: 'Кто просит', whereTo: 'К кому, куда', check: 'Сверка', waits: 'Ждёт', decision: 'Решение', roleWords: { teacher: 'учитель', deputyHead: 'завуч', principal: 'директор', staff: 'сотрудник', parent: 'родитель', guardian: 'опекун', custodian: 'попечитель', representative: 'представитель', pupil: 'ученик', correction: 'исправить данные' },
  checks, differenceCount: (n: number) => `${n} ${plural(n, 'отличие', 'отличия', 'отличий')}`, chosenCount: (n: number) => `Выбрано ${n} ${plural(n, 'заявка', 'заявки', 'заявок')}`, chosenNote: 'у всех совпали ФИО, СНИЛС и дата рождения', clearChoice: 'Снять выбор', approveCount: (n: number) => `Подтвердить ${n}`,
  approvedCount: (n: number) => `Подтверждено: ${n}.`, leftCount: (n: number, why: string) => `Осталось ${n}: ${why}`, approvedOne: 'Заявка подтверждена', correctedOne: 'Исправлено, прежнее значение сохранено в истории', rejectedOne: 'Заявка отклонена, автор увидит причину',
  asksFor: { staff: 'Просит подтвердить работу в школе', child: 'Просит добавить ребёнка', pupil: 'Просит прикрепить к школе', correction: 'Данные Госуслуг и школы разошлись' }, gosuslugi: 'Госуслуги', typed: 'Заявитель', typedByAsker: 'введено заявителем', registry: 'Реестр школы', comparison: 'Сверка двух источников',
  verdicts: {
    differs: differsVerdict, matched: { title: 'Всё совпало.', text: 'Можно подтверждать.' } as Verdict, notFound: { title: 'Запись не нашлась.', text: 'Среди учеников школы такого нет, или данные сильно отличаются.' } as Verdict,
    noSnils: { title: 'СНИЛС сверить не с чем.', text: 'ФИО и дата рождения совпали, но по имени никого не привязываем.' } as Verdict, document: { title: 'Нужен документ.', text: 'Автоматически подтвердить право нельзя.' } as Verdict,
  },
  why: { same: '', same_folded: 'ё и е считаются одной буквой', typo: 'Похоже на опечатку', typoOfRegistry: 'Похоже на опечатку в реестре', swapped_digits: 'Переставлены соседние цифры', different: 'Значения разные', missing: 'С одной стороны пусто', rightSum: 'Контрольная сумма в реестре неверна', leftSum: 'Контрольная сумма у заявителя неверна' },
  facts: { position: 'Должность', wish: 'Предметы, классы', class: 'Класс', source: 'Данные', birthDate: 'Дата рождения' }, candidates: 'Похожие ученики', compareWith: 'Сравнить', course: 'Ход заявки', stepText, overdue: 'срок ответа прошёл',
  whatToDo: 'Что сделать', correctInRegistry: 'Исправить в журнале', approve: 'Подтвердить', approveByDocument: 'Подтвердить по документу', rejectWithReason: 'Отклонить с причиной', reject: 'Отклонить', rejectTitle: 'Отклонить заявку', reasonHint: 'Автор прочтёт её дословно',
  advice: {
    approve: 'Обе записи говорят об одном человеке.', registryWrong: 'Ошибка в реестре школы: данные Госуслуг проверены государством, заявителю ничего менять не нужно.', unknownWrong: 'Попросите документ: неизвестно, где ошибка.', notFound: 'Выберите ученика из похожих или отклоните с объяснением.',
    staffDocument: 'Подтвердите по приказу о приёме: сотрудник появится в реестре с этой должностью.', noSnils: 'Попросите СНИЛС или свидетельство о рождении и подтвердите по документу.', document: 'Посмотрите документ и запишите, какой именно.',
  },
  document: 'Документ', documentHintStaff: 'Приказ о приёме, номер и дата', documentHintChild: 'Свидетельство о рождении, постановление об опеке: номер и дата',
  // appointments
  appoint: 'Назначить', appointed: 'Назначено. Доступ откроется при первом входе через Госуслуги', release: 'Освободить', released: 'освобождён', releasedToast: 'Освобождён, доступ закрыт', releaseTitle: (name: string) => `Освободить: ${name}`, releaseLead: 'Доступ закроется сразу, открытые страницы перестанут обновляться. История сохранится.',
  regionalCurators: 'Кураторы региона', municipalCurators: 'Кураторы муниципалитета', administrators: 'Администраторы школы', noCurators: 'Куратор не назначен.', noAdministrators: 'Администратор не назначен. Без него школа не может начать работу.', appointCurator: 'Назначить куратора', appointAdministrator: 'Назначить администратора', appointedAbove: 'Назначает вышестоящий уровень.',
  snilsFinds: 'По нему человек узнаётся при входе', basisOrder: 'Основание', basisOrderHint: 'Приказ, номер и дата', sinceDay: (day: string) => `с ${day}`, untilDay: (day: string) => `по ${day}`, hasSignedIn: 'входил', hasNotSignedIn: 'ещё не входил',
  signTitle: 'Подпишите назначение', signLead: 'Это действие подтверждают электронной подписью. Будет подписан ровно этот текст:', signStudy: 'Подписать учебной подписью', signDocument: 'Текст документа', signFileName: 'Документ для подписи.txt', signTake: 'Сохраните документ на компьютер.', signDownload: 'Скачать документ', signOwn: 'Подпишите его в своей программе: отсоединённая подпись, формат CAdES-BES, с вложенным сертификатом. Документ не меняйте.', signBring: 'Загрузите файл подписи', signBringHint: 'Файл .sig или .p7s, который создала программа', signatureRefused: 'Подпись не принята', signatureFault, signStudyNote: 'Учебная подпись есть только в демонстрации: она показывает шаг и ничего не доказывает.',
  // profile
  profile: 'Профиль', profileSub: 'Данные, устройства и согласия', myData: 'Мои данные', confirmed: 'Личность', byGosuslugi: 'подтверждена Госуслугами', notConfirmed: 'не подтверждена', lastSignIn: 'Последний вход', dataNote: 'Ошибка в данных? Исправьте их на Госуслугах или скажите администратору школы.',
  devices: 'Где выполнен вход', endOthers: 'Выйти на остальных', endSession: 'Выйти', ended: 'Сеанс завершён', endedCount: (n: number) => `Завершено сеансов: ${n}`, unknownDevice: 'Неизвестное устройство', thisDevice: 'это устройство', sharedShort: 'чужой компьютер', signedInAt: (when: string) => `вход ${when}`, seenAt: (when: string) => `работа ${when}`, network: (name: string) => `сеть ${name}`,
  thisDeviceLooks: 'Вид на этом устройстве', language: 'Язык', scheme: 'Оформление', auto: 'Как в системе', light: 'Светлое', dark: 'Тёмное', vision: 'Зрение',
  // consents
  consents: 'Согласия', consentsSub: 'Что вы разрешили и что можно отозвать', consentsLead: 'На каждую цель отдельный документ. Ничего не отмечено заранее.', waitsForYou: 'ждёт вас', firstTime: 'Перед началом работы', firstTimeText: 'Прочтите обязательный документ. Остальные можно не подписывать: на учёбу и дневник это не влияет.', allAnswered: 'Обязательное принято', goOn: 'Продолжить',
  whoseData: 'Чьи данные', myself: 'Мои', parentAnswers: 'До 14 лет за вас отвечает родитель: здесь видно, что он решил.', childAnswers: 'С 14 лет ребёнок отвечает сам: здесь видно, что он решил.', requiredDocument: 'обязательно для работы', optionalDocument: 'по желанию', readText: (edition: number) => `Текст, редакция ${edition}`,
  iAccept: 'Я прочитал и принимаю', iAgree: 'Я прочитал и согласен', give: 'Сохранить ответ', given: 'Ответ сохранён', givenBy: (when: string, who: string) => `дано ${when}${who ? `, ${who}` : ''}`, withdrawConsent: 'Отозвать', withdrawTitle: (title: string) => `Отозвать: ${title}`, consentWithdrawn: 'Согласие отозвано', wasWithdrawn: (when: string) => `отозвано ${when}`, newEdition: 'Появилась новая редакция', noAnswer: 'ответа нет',
  withdrawRequired: 'Без этого документа мы спросим его снова при следующем входе. Записи об учёбе остаются: школа ведёт их по закону.', withdrawOptional: 'Действие прекратится. Записи об учёбе это не затрагивает.',
  withoutConsent: 'Что делается без согласия', withoutConsentText: 'Журнал, дневник, отметки, посещаемость, личные дела и отчёты школа ведёт по закону «Об образовании в Российской Федерации»; согласия на это не нужно, и отозвать его нельзя. Исправить неверные данные или узнать, кто их открывал, можно всегда.',
  // connection
  connection: 'Подключение', connectionSub: 'От открытия школы до первых отметок', funnel: 'Воронка', waitingRequests: 'Заявки ждут', merges: 'Спорные СНИЛС', funnelSteps: 'Сколько школ дошли', funnelPeople: 'Люди', noFunnel: 'Здесь появятся школы, когда их откроют.', fewPeople: 'меньше 10', ofCount: (of: string) => `из ${of}`,
  funnelStep: { schools: 'Школа открыта', adminSignedIn: 'Администратор вошёл', staffImported: 'Сотрудники внесены', staffSignedIn: 'Сотрудники входят', classesWithPupils: 'Классы с учениками', parentsConnected: 'Родители подключены', firstMarks: 'Первые отметки' },
  funnelNote: { schools: 'открыл куратор', adminSignedIn: 'назначен и входил', staffImported: 'больше одного человека', staffSignedIn: 'не меньше половины', classesWithPupils: 'есть хотя бы один класс', parentsConnected: 'у половины учеников', firstMarks: 'в журнале есть отметка' },
  staffSignedIn: 'сотрудников входили', classesWithPupils: 'классов с учениками', pupilsCount: 'учеников', pupilsWithParent: 'учеников с подключённым родителем', parts: { country: 'По регионам', region: 'По муниципалитетам', municipality: 'По школам' }, territory: 'Территория', withAdmin: 'Администратор', withClasses: 'Классы', withParents: 'Родители', withMarks: 'Отметки', progress: 'Продвижение', stage: 'Дошла до', stepsDone: 'Шагов',
  waitingSub: 'Школы, в которых ждут заявки; людей здесь не видно', waitingSchools: 'Школы с ожидающими заявками', overdueShort: 'Дольше срока', oldest: 'Самая старая', isAppointed: 'назначен', notAppointed: 'не назначен', nothingWaits: 'Заявки нигде не ждут.',
  mergesSub: 'Входы, в которых СНИЛС уже записан за другим', noMerges: 'Спорных входов нет.', decide: 'Решить', decided: 'Решение записано', mergeTitle: 'Чей это СНИЛС?', mergeWhose: 'Запись остаётся за', mergeRefuse: 'Прежней учётной записью', mergeMove: 'Новой учётной записью', mergeStates: { OPEN: 'ждёт', MOVED: 'отдан новой', REFUSED: 'оставлен прежней' },
  mergeLine: (came: string, cameBorn: string, known: string, knownBorn: string) => `Входил: ${came}, ${cameBorn}. В реестре: ${known}, ${knownBorn}`,
  // workplace
  checkAgain: 'Проверить снова', workplaceReady: 'Рабочее место готово к подписи', workplaceUsual: 'Для обычной работы всё есть', workplaceUsualText: 'Плагин и сертификат нужны только тем, кто подписывает. Остальное работает и без них.', checked: 'Что проверено', checking: 'проверяем',
  browser: 'Браузер с поддержкой ГОСТ', browserWords: { gost: 'поддерживает ГОСТ', other: 'обычный' }, browserAdvice: 'Для подписи и защищённого входа нужны Яндекс Браузер или Chromium-Gost, одна из трёх последних версий.', plugin: 'КриптоПро ЭЦП Browser plug-in', pluginVersion: (version: string) => `версия ${version}`, noPlugin: 'не найден', pluginAdvice: 'Установите КриптоПро CSP и плагин, потом включите расширение в браузере.',
  certificate: 'Сертификат подписи', certificateCount: (n: number) => n === 0 ? 'нет' : `${n} ${plural(n, 'сертификат', 'сертификата', 'сертификатов')}`, certificateAdvice: 'Сертификат выдаёт удостоверяющий центр. Вставьте носитель и установите его в хранилище «Личное».', secureLine: 'Защищённое соединение', secureYes: 'да', secureNo: 'нет', secureAdvice: 'Откройте адрес с https://.',
  clock: 'Часы компьютера', clockWord: (seconds: number) => Math.abs(seconds) < 5 ? 'точные' : `${seconds > 0 ? 'спешат' : 'отстают'} на ${Math.abs(seconds)} с`, clockUnknown: 'не удалось узнать', clockAdvice: 'Включите установку времени по интернету: с неверными часами подпись не примут.',
  problem: {
    'identity.already_asked': 'Такая заявка уже отправлена этой школе.', 'identity.already_here': 'Вы уже в этой школе.', 'identity.snils_wrong': 'Проверьте СНИЛС: контрольная сумма не сходится.', 'identity.birth_date_wrong': 'Проверьте дату рождения.', 'identity.too_many_requests': 'Слишком много заявок ждут ответа. Дождитесь его или отзовите лишние.',
    'identity.already_decided': 'Заявку уже решили. Обновлённое состояние на экране.', 'identity.changed_meanwhile': 'Пока вы смотрели, заявка изменилась. Посмотрите ещё раз.', 'identity.document_needed': 'Совпало не всё: нужен документ.', 'identity.no_record': 'Записи в школе нет: сначала укажите ученика.', 'identity.nothing_to_correct': 'Исправлять нечего: данные не из Госуслуг или уже совпали.', 'identity.own_request': 'Свою заявку решает другой администратор.', 'identity.no_account': 'У этой записи нет учётной записи Госуслуг.',
    'identity.other_edition': 'Вышла новая редакция документа. Прочтите её и ответьте ещё раз.', 'identity.not_your_answer': 'За этого человека вы не отвечаете.', 'identity.not_given': 'Согласия и так нет.',
    'identity.signature_needed': 'Нужна электронная подпись именно этого действия.', 'identity.signature_refused': 'Подпись не принята.', 'identity.signature_wrong': 'Подпись не подходит к тексту.', 'identity.study_signer_absent': 'Подписать здесь нельзя: не настроена проверка подписи.', 'identity.step_up_expired': 'Время на подпись вышло, начните ещё раз.',
    'identity.already_appointed': 'Этот человек уже назначен.', 'identity.other_person': 'СНИЛС записан за другим человеком: проверьте номер и ФИО.', 'identity.not_yourself': 'Назначить себя нельзя.', 'identity.esia_unavailable': 'Госуслуги сейчас не отвечают.',
  } as Record<string, string>,
}
