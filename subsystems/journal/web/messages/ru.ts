import { plural } from '@school/web'
import { answers } from './answers.ru.ts'
import { attendance } from './attendance.ru.ts'
import { diary } from './diary.ru.ts'
import { finals } from './finals.ru.ts'
import { promotion } from './promotion.ru.ts'
import { question } from './question.ru.ts'

const lessons = (n: number) => `${n} ${plural(n, 'урок', 'урока', 'уроков')}`
const marksText = (n: number) => `${n} ${plural(n, 'отметка', 'отметки', 'отметок')}`
const absences: Record<string, string> = { absent: 'отсутствие, причина не указана', late: 'опоздание', exempt: 'освобождение', remote: 'дистанционно', leftEarly: 'ушёл с урока', illness: 'болезнь', excused: 'уважительная причина', unexcused: 'без уважительной причины' }
const to: Record<string, string> = { понедельник: 'понедельник', вторник: 'вторник', среда: 'среду', четверг: 'четверг', пятница: 'пятницу', суббота: 'субботу', воскресенье: 'воскресенье' }
const weekday = (day: string) => new Intl.DateTimeFormat('ru-RU', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))

export const ru = {
  answers,
  product: 'Моя школа',
  cancel: 'Отмена',
  save: 'Сохранить',
  cancelled: 'Урок отменён',
  cell: {
    empty: 'пусто', waiting: 'сохраняется', conflict: 'изменено другим человеком', clear: 'Очистить', debt: 'Точка: работу нужно сдать', palette: 'Отметка', points: (points: number, figure: string) => `${points} ${plural(points, 'балл', 'балла', 'баллов')}, отметка ${figure}`, mark: (figure: string, retake: string | null, note: string) => [retake ? `${figure}, пересдача ${retake}` : figure, note].filter(Boolean).join(', '), retake: 'Пересдача', retakeOf: (figure: string) => `Пересдача на ${figure}`, noRetake: 'Убрать пересдачу', comment: 'Комментарий', commentAll: (n: number) => `Комментарий, отметок: ${n}`, commentSave: 'Записать', locked: 'В этот урок сейчас нельзя поставить отметку',
    notOurReason: 'Причину пропуска указывает классный руководитель. Стоит «Н».',
    absence: (code: string, reason: string | null) => (reason ? absences[reason] : absences[code]) ?? code,
    lesson: (day: string, number: number) => `${Number(day.slice(8))}.${day.slice(5, 7)}, ${number} урок`,
  },
  paste: {
    title: (n: number) => `Не вставится: ${n} ${plural(n, 'ячейка', 'ячейки', 'ячеек')}`, nothing: 'Не вставлять', rest: (n: number) => `Вставить остальные: ${n}`, text: 'В таблице', why: 'Почему', more: (n: number) => `и ещё ${n}`,
    whys: { unread: 'такой отметки нет', locked: 'в этот урок сейчас нельзя писать', outside: 'за краем страницы' },
    noWork: 'В ячейке больше отметок, чем работ у урока. Добавьте работу.',
  },
  many: {
    open: 'Сразу многим', hint: 'Одна отметка, пропуск или комментарий для многих (Ctrl+Enter)', title: (day: string) => `Сразу многим, ${day}`, who: 'Кому', selected: 'В выбранные ячейки', unmarked: 'Всем, у кого в этом уроке пусто', column: 'Всем в этом уроке', what: 'Что поставить',
    noteHint: 'Без отметки комментарий допишется к тем, что стоят', write: (n: number) => `Записать: ${n}`, allAway: 'Н всем',
  },
  visible: {
    title: 'Когда отметки увидит семья', now: 'семье видно сразу', from: (when: string) => `семье видно с ${when}`, atOnce: 'Сразу', evening: 'В день урока с 17:00', morning: 'На следующий день с 8:00', other: 'Другое время', day: 'День', clock: 'Время', over: 'Это время уже прошло',
    note: 'До этого времени отметок нет ни в дневнике, ни в среднем балле семьи, ни в уведомлениях.', onlySooner: 'За работу уже стоят отметки: показать их можно только раньше',
  },
  points: {
    hundred: 'Баллы', criterion: (name: string, max: number) => `${name}, до ${max}`, wrong: (max: number) => `Целое число от 0 до ${max}`, sum: (sum: number, of: number) => `${sum} из ${of}`, write: 'Записать', noCriteria: 'У работы ещё нет критериев. Добавьте их у работы урока.',
    edit: 'Критерии работы', open: (n: number, of: number) => `${n} ${plural(n, 'критерий', 'критерия', 'критериев')}, ${of} ${plural(of, 'балл', 'балла', 'баллов')}`, name: 'Критерий', max: 'Баллов', add: 'Ещё критерий', remove: (name: string) => `Убрать: ${name}`,
  },
  works: {
    title: 'Работы урока', add: 'Добавить работу', none: 'Работ пока нет', choose: 'Работа, за которую ставится отметка', noTypes: 'В школе ещё нет видов работ. Их добавляет завуч.',
    weight: (n: number) => `вес ${n}`, remove: (name: string) => `Убрать: ${name}`,
  },
  history: { title: 'История ячейки', nothing: 'Здесь ещё ничего не ставили', takenBack: 'снята', attendance: 'Посещение', present: 'на уроке', system: 'Система', received: (when: string) => `получено ${when}` },
  conflict: {
    title: 'Пока вы печатали, это изменили', theirs: 'Сейчас', mine: 'У вас', nothing: 'пусто', keepMine: 'Записать моё', takeTheirs: 'Оставить их', textNow: 'Пока вы печатали, коллега записал:', show: 'Показать',
    line: (n: number, since: string) => `${n === 1 ? 'Одну ячейку' : `${n} ${plural(n, 'ячейку', 'ячейки', 'ячеек')}`} тем временем изменил другой человек. Ваша запись${since ? ` от ${since}` : ''} сохранена здесь, решите, что оставить.`,
  },
  saved: {
    at: (time: string) => `Сохранено в ${time}`, sending: 'Сохраняем', offline: (n: number) => `Отправим, когда будет связь: ${n}`, conflicts: (n: number) => `${n} ${plural(n, 'ячейка ждёт', 'ячейки ждут', 'ячеек ждут')} решения`,
  },
  reason: { title: 'Запись за учителя', label: 'Почему вы исправляете журнал', hint: 'Причину увидят все, кто откроет историю ячейки', act: 'Писать с этой причиной', empty: 'Назовите причину', line: (text: string) => `Причина записи: ${text}` },
  average: {
    date: 'Дата', work: 'Работа', mark: 'Отметка', weight: 'Вес', product: 'Вклад', sum: 'Сумма', nothing: 'Отметок для среднего нет', proposed: 'Предложена',
    sub: (period: string, n: number) => [period, marksText(n)].filter(Boolean).join(', '),
    excluded: { weightZero: 'вес 0', notFivePoint: 'не в среднем', debt: 'долг', debtOverdue: 'долг' },
    because: {
      roundedUp: (border: string) => `округление вверх от ${border}.`, roundedDown: (border: string) => `до ${border} округление вниз.`, whole: () => 'среднее целое.',
      nothing: () => 'Предложить нечего.', tooManyAbsences: () => 'пропущено слишком много уроков.',
    },
    retake: { last: 'Из двух отметок за пересданную работу считается последняя.', best: 'Из двух отметок за пересданную работу считается лучшая.', both: 'За пересданную работу считаются обе отметки.', average: 'За пересданную работу считается среднее двух отметок, поэтому все веса удвоены.' },
    notEnough: (n: number, least: number) => `Отметок мало: ${n} из ${least}.`,
    would: (count: number, value: string, weight: number, average: string, proposed: string) => `${count === 1 ? `«${value}»` : `${count} ${plural(count, 'отметка', 'отметки', 'отметок')} «${value}»`} за работу весом ${weight} ${count === 1 ? 'даст' : 'дадут'} ${average}, и выйдет ${proposed}.`,
    rule: (title: string, edition: number, from: string) => title.includes('ред.') ? title : `${title}, ред. ${edition} от ${from}`,
  },
  page: {
    tab: (group: string, subject: string) => `${group}, ${subject}, журнал`, label: (subject: string, group: string) => `Журнал: ${subject}, ${group}`,
    subject: 'Предмет', group: 'Класс', days: 'Какие дни показаны', periods: 'Другой период', undo: 'Отменить (Ctrl+Z)', redo: 'Повторить (Ctrl+Y)',
    pupil: 'Ученик', today: 'сегодня', average: 'Средняя', missed: 'Пропуски', missedOf: 'уроков', mark: 'Отметка', proposed: 'предложена', final: 'итоговая', none: 'нет',
    noPupils: 'Здесь появятся ученики, когда в группу кого-нибудь зачислят', noLessons: 'Здесь появятся уроки этих дней, когда их поставят в расписание', before: 'Предыдущий урок', after: 'Следующий урок', lesson: 'Урок',
  },
  lesson: {
    topicText: (text: string) => `Тема: ${text}`,
    topic: 'Тема', planTake: 'По КТП', planTaken: 'по КТП', planOther: 'Другая тема КТП', planHour: (n: number, of: number) => `${n}-й час из ${of}`, topicHint: 'Что проходили на уроке', closed: 'завершён', conduct: 'Провести урок', next: (name: string) => `Дальше: ${name}`,
    of: (day: string) => `Урок ${day}`, ordinal: (n: number, total: number) => `№ ${n} из ${total}`,
    place: (number: number, hours: string, room: string | null) => [`${number} урок`, hours, room ? `каб. ${room}` : ''].filter(Boolean).join(', '),
    title: (subject: string, group: string) => `${subject} · ${group}`,
    check: 'Проверить домашнее задание', checkDone: (text: string, done: number, of: number) => `${text} · отметили ${done} из ${of}`,
    attendance: 'Кто на уроке', allHere: 'Все на месте', checkedList: 'Остальные на месте', checked: 'Посещение отмечено', here: 'на уроке', marks: 'Отметки', materials: 'Материалы', finish: 'Завершить урок', finishText: 'После завершения отметки, посещение, тема и задание закрываются. Открыть урок снова может завуч с указанием причины.',
    reopen: 'Открыть урок', closedAt: (when: string) => `Урок завершён ${when}`, journal: 'Страница журнала', notBegun: 'Урок ещё не начался',
    presence: (here: number, of: number) => `${here} из ${of}`, missing: 'Ещё не заполнено:', rate: (name: string) => `${name}: посещение`, work: 'За что ставим отметки',
    notAlone: 'Чтобы завершить, дождитесь конца урока',
  },
  homework: { entry: (text: string) => `На дом: ${text || '–'}`,
    title: 'Домашнее задание', another: 'Ещё задание', more: 'Ещё задание', hint: 'Что сделать к следующему уроку', due: (weekdayShort: string, day: string) => `к ${weekdayShort}, ${day}`, dueLabel: 'К какому уроку', dueLesson: (weekdayShort: string, day: string) => `к ${weekdayShort}, ${day}`, onDate: 'на дату', date: 'Дата', minutes: 'мин',
  },
  load: {
    title: (group: string, day: string) => `Нагрузка ${group} на ${to[weekday(day)] ?? weekday(day)}`, norm: (text: string) => `Норма ${text}`, own: (text: string) => `ваши ${text}`, unknown: (n: number) => `у ${n} ${plural(n, 'задания', 'заданий', 'заданий')} время не указано`,
    spoken: (total: string, norm: string | null) => `Задано ${total}${norm ? ` при норме ${norm}` : ''}`,
  },
  away: { title: 'Не на уроке', of: (n: number, all: number) => `${n} из ${all}`, until: (day: string) => `до ${day}`, noReason: 'без причины' },
  inCollege: {
    page: { group: 'Группа', pupil: 'Студент', noPupils: 'Здесь появятся студенты, когда в группу кого-нибудь зачислят' },
    courses: { search: 'Дисциплина, группа или преподаватель', subject: 'Дисциплина', group: 'Группа', teacher: 'Преподаватель', empty: 'Здесь появятся страницы журнала, когда вам назначат дисциплину и группу', vacancy: 'преподаватель не назначен' },
  },
  courses: {
    title: 'Журнал', search: 'Предмет, класс или учитель', mine: 'Мои страницы', others: 'Остальные страницы', all: 'Страницы', unfilled: 'Не заполнено', subject: 'Предмет', group: 'Класс', teacher: 'Учитель', hours: 'Часов в неделю',
    sub: (n: number) => `${n} ${plural(n, 'страница', 'страницы', 'страниц')}`, empty: 'Здесь появятся страницы журнала, когда вам назначат предмет и класс', nothing: 'Ничего не нашлось', settings: 'Виды работ и правила',
    unfilledEmpty: 'Всё заполнено за последние две недели', unfilledLessons: (n: number) => lessons(n), oldest: (day: string) => `с ${day}`, vacancy: 'учитель не назначен',
  },
  missing: { topic: 'тема', homework: 'домашнее задание', attendance: 'посещение', marks: 'отметки' },
  missingShort: (first: string, more: number) => more === 0 ? first : `${first} и ещё ${more}`,
  day: {
    filled: 'Заполнено', lack: { topic: 'нет темы', homework: 'нет задания', attendance: 'нет посещения', marks: 'нет отметок' }, lackMany: (n: number) => `не заполнено: ${n}`, substitute: 'замена', cancelled: 'отменён', moved: 'перенесён',
    now: 'Идёт урок', left: (number: number, room: string | null, minutes: number) => [`${number} урок`, room ? `каб. ${room}` : '', `до звонка ${minutes} мин`].filter(Boolean).join(' · '), plan: 'По плану', planText: (n: number, total: number) => `урок ${n} из ${total}`, check: 'Проверить', done: (text: string, n: number, of: number) => `${text} · отметили ${n} из ${of}`,
    inClass: 'В классе', inClassText: (here: number, of: number, names: readonly string[]) => [`${here} из ${of}`, names.length > 0 ? `нет: ${names.join(', ')}` : ''].filter(Boolean).join(' · '), journal: 'Страница журнала', conduct: 'Провести урок', window: (until: string) => `Окно до ${until}`,
    sub: (n: number, left: number | null) => [n === 0 ? 'Уроков нет' : lessons(n), left === null ? '' : left === 0 ? 'последний день периода' : ''].filter(Boolean).join('. '), ends: (name: string, day: string) => `${name} до ${day}`, today: 'Сегодня', earlier: 'Предыдущий день', later: 'Следующий день', line: 'Уроки дня',
    tomorrow: 'Завтра', nextText: (n: number, starts: string) => `${lessons(n)}, первый в ${starts}`, none: 'В этот день у вас нет уроков', noTopic: 'Тема не записана',
    unfilled: 'Не заполнено', allPages: 'Все страницы', allDone: 'Всё заполнено', on: (when: string, number: number) => `${when}, ${number} урок`, yesterday: 'Вчера', withoutReason: (name: string, n: number) => `${name}: ${n} ${plural(n, 'пропускает', 'пропускают', 'пропускают')} без причины.`,
  },
  overview: {
    sub: (n: number) => lessons(n), held: 'Проведено', heldOf: (held: number, all: number) => `${held} из ${all}`, withoutTeacher: 'Без учителя', unfilled: 'Не заполнено за две недели', pages: (n: number) => `${n} ${plural(n, 'страница', 'страницы', 'страниц')}`, absent: 'Отсутствуют', withoutReason: 'Без причины', substitutions: 'Замены', noSubstitutions: 'Замен нет', timetable: 'Расписание', all: 'Все страницы', allFilled: 'Журнал заполнен', page: 'Страница', teacher: 'Учитель', lessons: 'Уроков', since: 'С какого дня',
  },
  settings: {
    title: 'Виды работ и правила отметок', sub: 'Действуют во всех журналах школы', types: 'Виды работ', rules: 'Правила отметок', addType: 'Добавить вид работы', addRule: 'Новая редакция', name: 'Название', short: 'Коротко', weight: 'Вес', scale: 'Шкала', five: 'Пятибалльная', hundred: '100 баллов, переводятся в отметку', criteria: 'По критериям', pass: 'Зачёт / незачёт', control: 'Контрольная работа', controlNote: 'Учитывается в доле оценочных процедур', order: 'Порядок', archived: 'Больше не используется', archive: 'в архиве', edit: 'Изменить', typeTitle: 'Вид работы', ruleTitle: (n: number) => `Редакция ${n}`, edition: 'Редакция', inForce: 'действует', from: 'Действует с', ruleName: 'Название документа', averaging: 'Средняя', weighted: 'Взвешенная: отметка умножается на вес', plain: 'Обычная: все отметки равны', weightedShort: 'взвешенная', plainShort: 'обычная', roundUp: 'Округлять вверх, начиная с сотых', roundUpNote: '50 означает: 4,50 и выше даёт 5', roundShort: (n: number) => `вверх от ,${String(n).padStart(2, '0')}`, least: 'Сколько отметок нужно за период', leastRow: (hours: number, marks: number) => `до ${hours} ч в неделю: ${marks}`, leastHours: 'Часов в неделю, до', leastMarks: 'Отметок', absence: 'Не аттестовать, если пропущено больше, %', editDays: 'Сколько дней учитель исправляет запись', debtDays: 'Сколько дней на сдачу долга', fromGrade: 'Отметки с класса', norms: 'Домашнее задание, минут в день', normRow: (grade: number) => `по ${grade} класс`, addRow: 'Добавить строку', noTypes: 'Здесь появятся виды работ: ответ, самостоятельная, контрольная', noRules: 'Здесь появятся редакции положения об отметках', open: 'Посмотреть', note: 'Вступившая в силу редакция не меняется. Чтобы изменить правило, добавьте следующую с новым днём.', wrong: 'Проверьте число', taken: 'Назовите иначе',
  },
  problem: {
    'journal.question_empty': 'Напишите вопрос',
    'journal.changed_meanwhile': 'Пока вы печатали, это изменил другой человек', 'journal.lesson_closed': 'Урок завершён. Открыть его снова может завуч', 'journal.lesson_cancelled': 'Урок отменён', 'journal.lesson_ahead': 'Урок ещё не начался',
    'journal.answer_not_wanted': 'Это задание не сдают в системе', 'journal.answer_empty': 'Напишите ответ или добавьте ссылку', 'journal.answer_accepted': 'Ответ уже принят', 'journal.review_needed': 'Напишите, что доделать',
    'journal.window_over': 'Срок исправления прошёл. Записать может завуч с причиной', 'journal.reason_needed': 'Нужна причина записи', 'journal.not_in_class': 'В этот день ученик не числился в классе', 'journal.value_not_in_scale': 'Такой отметки нет в шкале этой работы',
    'journal.no_marks_in_grade': 'В этом классе отметок не ставят', 'journal.retake_of_nothing': 'Пересдавать нечего: отметки нет', 'journal.retake_late': 'Срок пересдачи прошёл. Записать может завуч с причиной', 'journal.retake_day_wrong': 'День пересдачи раньше работы или ещё не наступил', 'journal.points_needed': 'За эту работу ставят баллы: отметка выводится из них', 'journal.points_wrong': 'Баллы не подходят к шкале или критериям этой работы', 'journal.decision_not_of_grade': 'Такого решения в этом классе не принимают', 'journal.year_not_marked': 'Не все годовые отметки стоят', 'journal.has_debts': 'Есть неудовлетворительные годовые отметки', 'journal.no_debts': 'Задолженностей нет', 'journal.too_many_debts': 'Задолженностей больше, чем допускает правило', 'journal.family_choice_needed': 'Нужна дата заявления родителей', 'journal.admission_work_needed': 'Нужен зачёт за собеседование или сочинение', 'journal.due_wrong': 'Проверьте даты протокола, приказа и сроки',
    'journal.attempt_out_of_order': 'Вторая попытка следует за неудачной первой', 'journal.attempt_late': 'Срок этой попытки прошёл', 'journal.protocol_needed': 'Вторую попытку принимает комиссия: нужен номер протокола', 'journal.id_taken': 'Такая запись уже есть. Обновите страницу', 'journal.reason_is_class_teachers': 'Причину пропуска указывает классный руководитель', 'journal.minutes_only_late': 'Минуты указывают только для опоздания',
    'journal.work_has_marks': 'За работу уже стоят отметки, её не убрать', 'journal.type_archived': 'Этот вид работы больше не используется', 'journal.due_too_early': 'Срок раньше урока', 'journal.due_lesson_wrong': 'К этому уроку задать нельзя', 'journal.office_opens': 'Открыть урок снова может только завуч или директор',
    'journal.range_wrong': 'Проверьте дни', 'journal.name_taken': 'Такое название уже есть', 'journal.type_in_use': 'Вид работы уже используется: шкалу не изменить', 'journal.rule_in_force': 'Эта редакция уже действует. Добавьте следующую', 'journal.rule_out_of_order': 'Новая редакция начинается позже предыдущей',
    'journal.period_closed': 'Период закрыт. Исправить можно по разрешению завуча', 'journal.period_ahead': 'Период ещё не начался', 'journal.protocol_is_offices': 'Решение комиссии записывает администрация', 'journal.not_closed': 'Период не закрыт: разрешение не нужно', 'journal.until_wrong': 'Укажите день не раньше сегодняшнего и не дальше месяца', 'journal.two_people': 'Решить должен другой человек, не тот, кто попросил', 'journal.unlock_decided': 'По этой просьбе уже есть решение',
    'journal.not_absent': 'Ученик был на уроке', 'journal.span_wrong': 'Проверьте дни', 'journal.not_monday': 'Неделя начинается с понедельника', 'journal.week_ahead': 'Неделя ещё не началась', 'journal.excuse_decided': 'На просьбу уже ответили',
  },
  attendance, diary, finals, promotion, question,
}
