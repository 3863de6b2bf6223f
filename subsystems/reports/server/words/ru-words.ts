const day = (iso: string) => (iso ? `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)}` : '')
const dates = (starts: string, until: string) => (starts === until ? day(starts) : `${day(starts)} – ${day(until)}`)
const titled = (title: string, about: string) => ({ title, about })
const many = (n: number, one: string, few: string, lots: string) => (n % 10 === 1 && n % 100 !== 11 ? one : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) ? few : lots)

const reports: Record<'class' | 'teacher' | 'school', Record<string, { title: string; about: string }>> = {
  class: {
    summary: titled('Сводная ведомость успеваемости', 'Ученики и предметы: отметки за период или за весь год'),
    homeroom: titled('Отчёт классного руководителя', 'Движение, отличники и неуспевающие, пропуски по причинам'),
    attendance: titled('Посещаемость класса', 'Пропущенные дни и уроки каждого ученика, по причинам'),
    risk: titled('Много пропусков', 'Ученики, у которых пропущено больше заданного числа уроков'),
    accumulation: titled('Накопляемость отметок', 'У кого мало отметок и какие работы остались без отметок'),
    fill: titled('Заполнение журнала', 'Уроки класса без темы, без посещаемости, без задания'),
    movement: titled('Движение учащихся', 'Кто прибыл и выбыл, по каким приказам'),
    acknowledgement: titled('Ознакомление родителей', 'Сколько недель дневника подписали родители'),
  },
  teacher: {
    subject: titled('Отчёт учителя-предметника', 'Итоги по классам: успеваемость, качество, СОУ, часы'),
    accumulation: titled('Накопляемость отметок', 'У кого по вашим предметам мало отметок'),
    fill: titled('Заполнение журнала', 'Ваши уроки без темы, без посещаемости, без задания'),
    programme: titled('Выполнение программы', 'Часы по плану и по факту, отставание'),
  },
  school: {
    results: titled('Сводный отчёт по школе', 'Итоги по классам, параллелям и предметам'),
    objectivity: titled('Объективность оценивания', 'Годовые отметки рядом с экзаменационными'),
    attendance: titled('Посещаемость школы', 'Пропущенные дни и уроки по классам, по причинам'),
    risk: titled('Много пропусков', 'Ученики школы, у которых пропущено больше заданного числа уроков'),
    accumulation: titled('Накопляемость отметок', 'Курсы, где отметок меньше, чем требует положение'),
    fill: titled('Контроль заполнения журнала', 'По учителям: уроки без темы и посещаемости, задержка в днях'),
    programme: titled('Выполнение программ', 'Часы по плану и по факту, отставание по каждому курсу'),
    movement: titled('Движение учащихся', 'Прибывшие и выбывшие по классам, с приказами'),
    acknowledgement: titled('Ознакомление родителей', 'Сколько недель дневника подписано, по классам'),
    headcount: titled('Численность на дату (ОО-1)', 'Ученики по параллелям, полу, смене и возрасту'),
  },
}

/** The words of reports in Russian. */
export const ru = {
  comma: ',',
  day,
  dates,
  year: (year: number) => `${year}/${year + 1} учебный год`,
  span: (name: string, starts: string, until: string) => `${name}, ${dates(starts, until)}`,
  onDay: (iso: string) => `на ${day(iso)}`,
  hours: (hours: string) => String(Number(hours)).replace('.', ','),
  note: (text: string) => `Примечание: ${text}`,
  foot: (title: string, page: number, pages: number) => `${title}, страница ${page} из ${pages}`,
  fileName: (title: string, place: string, span: string) => [title, place, span].filter(Boolean).join(', ').replaceAll(/[\\/:*?"<>|]/g, ' ').slice(0, 150),
  madeBy: 'Отчёт составил(а)',
  rounding: { tenths: 'Округление до десятых, половина вверх.', hundredths: 'Округление до сотых, половина вверх.' },
  reports,
  pupil: 'Ученик', pupils: 'Учеников', classUnit: 'Класс', teacher: 'Учитель', subject: 'Предмет', date: 'Дата', total: 'Всего', what: 'Показатель', count: 'Количество', noPupils: 'В эти дни учеников не было',
  journal: {
    title: (className: string) => `Классный журнал ${className}`, homeroom: (name: string) => (name ? `Классный руководитель: ${name}` : ''), taught: (names: string) => `Учитель: ${names}`, lessons: 'Уроков', given: 'Содержание уроков',
    number: 'Урок', topic: 'Тема', homework: 'Домашнее задание', note: 'Примечание', cancelled: 'урок отменён', substitute: (name: string) => `замена: ${name}`, corrections: 'Исправления', was: 'Было', became: 'Стало', who: 'Кто', when: 'Когда', why: 'Почему',
    takenBack: 'снята', legend: 'Н: отсутствует, Б: болеет, П: уважительная причина, О: опоздал, ОСВ: освобождён, Д: дистанционно, У: ушёл с урока. Звёздочка: отметка исправлена, см. «Исправления». Серое: ученик не числился.',
    head: 'Директор', deputy: 'Заместитель директора', kind: { year: 'год', exam: 'экз.', final: 'итог' } as Record<string, string>,
    absence: (code: string, reason: string | null) => ({ absent: ({ illness: 'Б', excused: 'П' } as Record<string, string>)[reason ?? ''] ?? 'Н', late: 'О', exempt: 'ОСВ', remote: 'Д', leftEarly: 'У' } as Record<string, string>)[code] ?? '',
  },
  record: {
    title: 'Личное дело', born: (day: string) => (day ? `Дата рождения: ${day}` : ''), movement: 'Зачисление и переводы', from: 'С', to: 'По', orders: 'Приказы', marks: (className: string, year: string) => `Отметки за ${year} учебный год, ${className}`,
    current: 'Текущие отметки', missed: 'Пропуски', check: (hash: string) => `Подписанный документ: SHA-256 ${hash}. Проверить подпись может любой командой npm run signature-verify.`,
  },
  results: {
    marks: 'Отметок', success: 'Успеваемость, %', quality: 'Качество, %', learned: 'СОУ, %', average: 'Средний балл', succeeded: 'Тройки, четвёрки и пятёрки', good: 'Четвёрки и пятёрки', counted: 'Всего учтено (N)', hours: 'Уроков',
    learnedTitle: 'Степень обученности (СОУ)', learnedRule: 'СОУ = (100·n5 + 64·n4 + 36·n3 + 16·n2 + 7·n н/а) ÷ N.', averageRule: 'Сумма отметок на их число, без н/а.',
    rule: 'В N входят и н/а; освобождённые, без отметки и выбывшие до конца периода не входят.', note: 'Учтены ученики, не выбывшие к концу периода. В N входят и н/а; освобождённые и без отметки не входят.',
    leftOut: { exempt: 'освобождены', unmarked: 'без отметки', passFail: 'зачёт или незачёт' }, figure: { five: 'Отметка 5', four: 'Отметка 4', three: 'Отметка 3', two: 'Отметка 2', notAttested: 'н/а' },
    mark: { pass: 'зач', fail: 'нз', notAttested: 'н/а', exempt: 'осв' } as Record<string, string>, kind: { year: 'год', exam: 'экз.', final: 'итог' },
    category: { excellent: 'Отличники', good: 'Хорошисты', passing: 'С тройками', failing: 'Неуспевающие', notAttested: 'Не аттестованы', unmarked: 'Без отметок' }, oneShort: { 4: 'С одной четвёркой', 3: 'С одной тройкой' },
    standing: { excellent: 'отличник', good: 'хорошист', passing: 'с тройками', failing: 'не успевает', notAttested: 'не аттестован', unmarked: 'без отметок' },
    categoryHead: 'Итог', categories: 'Ученики', who: 'Кто', bySubject: 'По предметам', byClass: 'По классам', withMark: 'С отметкой', parallel: (grade: number) => `${grade} классы`, outOfStep: 'период ещё идёт',
    categoryNote: 'Решает худшая отметка. Ученики с одной четвёркой входят и в хорошистов, с одной тройкой и в тех, у кого тройки.', noMarks: 'Итоговых отметок за это время ещё нет',
    apart: (names: string) => `Не вошли классы, у которых в это время не кончается их собственный период: ${names}.`, feet: ['Пятёрок', 'Четвёрок', 'Троек', 'Двоек', 'н/а', 'Успеваемость, %', 'Качество, %', 'СОУ, %', 'Средний балл'],
  },
  objectivity: {
    compared: 'Сравнено', same: 'Подтвердили', raised: 'Год выше экзамена', lowered: 'Год ниже экзамена', sameShare: 'Подтвердили, %', raisedShare: 'Год выше экзамена, %', loweredShare: 'Год ниже экзамена, %',
    rule: 'Доля от учеников, у которых есть и годовая, и экзаменационная отметка.', note: 'Сравниваются годовая и экзаменационная отметки одного ученика. Результаты ВПР в системе не хранятся и не входят.', nothing: 'Экзаменационных отметок в этом году ещё нет',
  },
  attendance: {
    all: 'всего', illness: 'болезнь', excused: 'уваж.', unexcused: 'неуваж.', unknown: 'без причины', days: 'Пропущено дней', lessons: 'Пропущено уроков', late: 'Опозданий', presence: 'Посещаемость, %',
    attended: 'Посещено уроков', due: 'Уроков по расписанию', lessonsMissed: 'Пропущено уроков', daysMissed: 'Из них дней целиком', missedShare: 'Пропущено, %', byIllness: 'из них по болезни', byExcuse: 'из них по уважительной причине', byTruancy: 'из них без уважительной причины', byUnknown: 'из них причина не указана',
    rule: 'Уроки, состоявшиеся в классе и группах ученика за дни его обучения; опоздание пропуском не считается.',
    note: 'День пропущен, если пропущены все уроки этого дня. Опоздания считаются отдельно. Отменённые уроки и внеурочные занятия не входят.',
    riskNote: (least: number) => `Показаны те, у кого пропущено не меньше ${least} ${many(least, 'урока', 'уроков', 'уроков')}.`, noRisk: (least: number) => `Никто не пропустил ${least} ${many(least, 'урок', 'урока', 'уроков')} и больше`,
  },
  accumulation: {
    marks: 'Отметок', least: 'Нужно', short: 'Не хватает', few: 'Мало отметок', without: 'Без отметок', enoughShare: 'Хватает, %', withEnough: 'Учеников, у кого отметок хватает', work: 'Работа',
    note: (title: string, edition: number) => `Сколько нужно, определяет «${title}» (редакция ${edition}). Считаются отметки от 1 до 5 с весом больше нуля.`,
    nothing: 'В эти дни ещё нет предметов, по которым ставят отметки', enough: 'У всех достаточно отметок', emptyWorks: 'Работы без отметок', noEmptyWorks: 'Таких работ нет',
  },
  fill: {
    lessons: 'Прошло уроков', noTopic: 'Без темы', noAttendance: 'Не отмечена посещаемость', noHomework: 'Без задания', lag: 'Задержка, дней', filled: 'Заполнено, %', withTopic: 'Уроков с темой', number: 'Урок',
    topic: 'Тема', attendance: 'Посещаемость', homework: 'Задание', missing: 'нет', gaps: 'Что не заполнено', noGaps: 'Все прошедшие уроки заполнены', noLessons: 'В эти дни уроков ещё не было', cut: 'Показаны первые 300 уроков.',
    rule: 'Прошедшие уроки с записанной темой.', note: 'Считаются прошедшие уроки, кроме отменённых; за заменённый урок отвечает тот, кто заменял. Задержка: дни от самого раннего урока без темы или посещаемости.',
  },
  programme: {
    perWeek: 'Часов в неделю', planned: 'По расписанию', due: 'Должно пройти', given: 'Проведено', recorded: 'Записано тем', lag: 'Отставание', done: 'Выполнено, %', lost: 'Потеряны уроки',
    rule: 'Проведённые уроки от тех, что должны были пройти к последнему дню отчёта.', note: 'По расписанию: все уроки выбранного времени. Отставание: уроки, которые отменены к последнему дню отчёта.', noCourses: 'В этом году курсов ещё нет',
  },
  movement: {
    start: 'На начало', arrived: 'Прибыло', fromClass: 'из них из другого класса', left: 'Выбыло', toClass: 'из них в другой класс', end: 'На конец', since: 'С какого дня', lastDay: 'Последний день', how: 'Как', orderHead: 'Приказ',
    order: (number: string, date: string) => `№ ${number}${date ? ` от ${date}` : ''}`, noOrder: 'не указан', listArrived: 'Прибыли', listLeft: 'Выбыли', nobodyCame: 'Никто не прибыл', nobodyLeft: 'Никто не выбыл',
    note: 'На конец = на начало + прибыло − выбыло. Кто учится в первый день, тот не прибывший.',
    begun: { enrolled: 'Зачислен', transferred: 'Переведён из другого класса', returned: 'Вернулся' } as Record<string, string>,
    ended: { transferred: 'Переведён в другой класс', otherSchool: 'В другую школу', graduated: 'Окончил', expelled: 'Отчислен', academicLeave: 'Академический отпуск', familyEducation: 'Семейное образование', other: 'Другая причина' } as Record<string, string>,
  },
  acknowledgement: {
    weeks: 'Недель', signed: 'Подписано', share: 'Подписано, %', last: 'Последняя подпись', never: 'не подписывали', parents: 'Представителей', accounts: 'Из них входили в систему', neverSigned: 'Ни одной подписи', noAccount: 'Никто не входил',
    rule: 'Недели, подписанные хотя бы одним представителем, от законченных недель с уроками.', note: 'Подпись ставит законный представитель в своём кабинете; то, что дневник открывал ученик, ознакомлением не считается.',
  },
  headcount: {
    byGrade: 'По параллелям', byAge: 'По возрасту', byClass: 'По классам', level: 'Параллель', grade: (n: number) => `${n} класс`, course: (n: number) => `${n} курс`, classes: 'Классов', girls: 'Девочек', boys: 'Мальчиков', second: 'Во вторую смену', shift: 'Смена',
    years: 'Полных лет', age: (n: number) => String(n), note: (text: string) => `Зачисленные на ${text} включительно.`, ageNote: (year: number) => `Число полных лет на 1 января ${year} года.`,
  },
}
