import { plural } from '@school/web'

/** What pupils and parents read: the diary, marks by subject, the day of a child. */
export const diary = {
  title: 'Дневник', views: 'Вид дневника', week: 'Неделя', marks: 'Отметки', today: 'Сегодня', todayWord: 'сегодня', before: 'Неделя назад', after: 'Неделя вперёд', days: 'Дни недели',
  weekNumber: (n: number) => `${n}-я неделя`, of: (name: string, className: string) => className ? `${name}, ${className}` : name,
  now: 'идёт урок', cancelled: 'отменён', moved: 'перенесён', substitute: 'замена', room: (name: string) => `каб. ${name}`, noHomework: 'не задано', done: 'сделано', personal: 'лично вам', otherDue: 'Ещё к этому дню',
  noLessons: 'Уроков нет', noWeek: 'На этой неделе уроков нет', vacation: 'Каникулы: уроков на этой неделе нет', toToday: 'К текущей неделе',
  missed: (numbers: readonly number[]) => numbers.length === 1 ? `нет на ${numbers[0]} уроке` : `нет на ${numbers.slice(0, -1).join(', ')} и ${numbers.at(-1)} уроках`,
  absence: { absent: 'нет на уроке', late: 'опоздание', exempt: 'освобождение', remote: 'дистанционно', leftEarly: 'ушёл раньше', present: '' },
  reason: { illness: 'болезнь', excused: 'уважительная причина', unexcused: 'без уважительной причины' }, noReason: 'причина не указана', minutes: (n: number) => `${n}\u00a0мин`,
  weight: (n: number) => `вес ${n}`, putAt: 'Поставлена', corrected: 'исправлена', note: 'Комментарий', points: (points: number, of: number) => `${points} из ${of} баллов`, retaken: (day: string) => `пересдача ${day}`, debtDue: (day: string) => `сдать до ${day}`, markOf: (value: string, work: string) => `Отметка ${value}, ${work}`, allOfSubject: 'Все отметки по предмету',
  homeroomLine: 'Классный руководитель',
  signature: 'Подпись родителя', explained: 'причина есть', signed: (days: string, name: string, when: string) => `за ${days}: ${name}, ${when}`, notSigned: (days: string) => `за ${days} ещё нет`, sign: 'Подписать', signFor: (days: string) => `Подписать неделю ${days}`, signedNow: 'Неделя подписана',
  subject: 'Предмет', average: 'Средний балл', proposed: 'Выходит', missedLessons: 'Пропуски', thisPeriod: 'Этот период', thisYear: 'Учебный год', period: 'Период', noSubjects: 'Предметов в этом периоде нет', noMarks: 'отметок нет', explainAverage: (subject: string, value: string) => `${subject}: средний балл ${value}, из чего он сложился`, back: 'Отметки',
  absences: 'Пропуски и опоздания', noAbsences: 'Пропусков нет', lessonNumber: (n: number) => `${n} урок`,
  openDiary: 'Дневник', homeroom: (name: string) => `кл. рук. ${name}`, lessonNow: (n: number) => `Идёт ${n} урок.`, breakUntil: (time: string) => `Перемена до ${time}.`, beginsAt: (time: string) => `Уроки начнутся в ${time}.`, over: 'Уроки закончились.', noLessonsToday: 'Сегодня уроков нет.', next: (what: string) => `Далее ${what}.`, until: (time: string) => `Уроки до ${time}.`,
  absentOn: (day: string, n: number) => `${day}: нет на ${n} уроке`, moreAbsences: (n: number) => `и ещё ${n} ${plural(n, 'урок', 'урока', 'уроков')} без причины`, allExplained: 'Пропусков без причины нет', reasonSent: 'Причина отправлена, её проверит классный руководитель', waitsForYou: 'Ждут вас', signatureIn: 'Подпись в дневнике', notDone: 'не сделано',
  allMarks: 'Все отметки', newMarks: 'Новые отметки', noNewMarks: 'За последние дни новых отметок нет', tomorrow: 'На завтра', forDay: (day: string) => `На ${day}`, nothingDue: 'Ничего не задано', debts: 'Долги', open: 'Открыть', tick: (subject: string) => `${subject}: сделано`,
  total: { lessons: (n: number) => plural(n, 'урок пропущен', 'урока пропущено', 'уроков пропущено'), days: (n: number) => `полных дней: ${n}`, late: (n: number) => plural(n, 'опоздание', 'опоздания', 'опозданий') },
  missing: {
    title: 'Не сделано', none: 'Всё сделано: долгов, ненаписанных работ и несделанных заданий нет', count: (n: number) => `всего ${n}`, noDue: 'срок не назван', overdue: (day: string) => `просрочено, надо было ${day}`, unwritten: 'Ненаписанные контрольные', away: 'не было на уроке',
    homework: 'Домашние задания без отметки «сделано»', was: (day: string) => `было к ${day}`, forToday: 'на сегодня', due: (day: string) => `на ${day}`, lessons: (n: number) => `Уроки сегодня: ${n}`, everyone: 'Все дети',
  },
  excuse: {
    act: 'Указать причину', ahead: 'Сообщить об отсутствии', title: 'Причина отсутствия', from: 'С какого дня', to: 'По какой день', why: 'Причина', illness: 'Болезнь', excused: 'Другая уважительная', text: 'Что случилось', hint: 'Прочтут классный руководитель и администрация школы',
    send: 'Отправить', cancel: 'Отмена', sent: 'Причина отправлена классному руководителю', wrongDays: 'Укажите день не раньше первого', noText: 'Напишите, почему ребёнка нет', waits: 'ждёт ответа', list: 'Причины от семьи', answer: 'Ответ', accept: 'Принять', decline: 'Отклонить',
    state: { asked: 'ждёт ответа', accepted: 'принята', declined: 'отклонена' },
  },
}
