import { plural } from '@school/web'

/** Who is not at school: the board of the day, reasons, counts. */
export const attendance = {
  title: 'Нет в школе', views: 'Что показать', day: 'День', class: 'Класс', allClasses: 'Все классы', statistics: 'За месяц', earlier: 'Раньше', later: 'Позже', today: 'Сегодня', date: 'Дата', from: 'С какого дня', to: 'По какой день',
  everyone: 'Все на уроках', everyoneClass: 'Пропусков в эти дни нет', noCounts: 'За эти дни пропусков нет',
  away: (n: number) => `${n} ${plural(n, 'ученика нет', 'учеников нет', 'учеников нет')}`, unknown: 'причина неизвестна', unknownCount: (n: number) => `причина неизвестна: ${n}`, ill: 'болеют', absent: 'нет в школе', illShare: (percent: number, threshold: number) => `болеет ${percent} %, порог ${threshold} %`,
  ofPupils: (n: number, of: number) => `нет ${n} из ${of}`, missed: (numbers: readonly number[], held: number) => numbers.length >= held ? 'весь день' : `${numbers.length === 1 ? 'урок' : 'уроки'} ${numbers.join(', ')}`, asked: 'семья написала', homeroom: (name: string) => `кл. рук. ${name}`,
  reasons: { illness: 'болезнь', excused: 'уважительная', unexcused: 'без уважительной причины' } as Record<string, string>, choose: 'Причина',
  give: 'Указать причину', giveFor: (n: number) => `Причина для ${n} ${plural(n, 'ученика', 'учеников', 'учеников')}`, note: 'Примечание', noteHint: 'Справка, заявление: номер и дата', save: 'Сохранить', cancel: 'Отмена', saved: (n: number) => `Причина указана: ${n} ${plural(n, 'урок', 'урока', 'уроков')}`, wrongDays: 'Укажите день не раньше первого', select: (name: string) => `Выбрать: ${name}`, selectUnknown: 'Выбрать всех без причины',
  whole: {
    view: 'Отметить день', title: 'Кто был на каких уроках', noLessons: 'В этот день у класса нет уроков', all: 'Выбрать всех', choose: 'Выберите учеников', chosen: (n: number) => `Выбрано: ${n}. Код запишется во все уроки дня`, codes: 'Что записать во все уроки дня',
    code: (letters: string, why: string) => (why ? `${letters}, ${why}` : letters), present: 'Был на уроках', written: (n: number) => `Записано: ${n} ${plural(n, 'урок', 'урока', 'уроков')}`, nothing: 'Менять нечего: так уже стоит', stays: 'Где учитель отметил опоздание или уход с урока, остаётся как есть.',
    reason: 'Почему вы пишете за учителей', reasonHint: 'Причину увидят все, кто откроет историю ячейки', refused: (n: number) => `Не записано: ${n} ${plural(n, 'урок', 'урока', 'уроков')}`, refusedCell: (name: string, number: number, why: string) => `${name}, ${number} урок: ${why}`,
  },
  inbox: 'Ждут ответа семьи', answer: 'Ответ семье', answerHint: 'Увидит тот, кто написал', accept: 'Принять', decline: 'Отклонить', declineTitle: 'Отклонить причину',
  lesson: (n: number, subject: string) => `${n} урок, ${subject}`,
  columns: { pupil: 'Ученик', class: 'Класс', lessons: 'Уроков', illness: 'Болезнь', excused: 'Уваж.', unexcused: 'Без уваж.', unknown: 'Неизвестно', days: 'Полных дней', late: 'Опозданий', total: 'Всего' },
  countedBy: (lessons: number | null) => lessons === null ? 'Полный день: пропущены все уроки дня.' : `Полный день: пропущены все уроки дня или ${lessons} и больше.`,
  rule: 'Правило подсчёта', ruleFrom: (day: string) => `с ${day}`, changeRule: 'Изменить', ruleDay: 'Действует с', fullDay: 'Сколько уроков считать полным днём', fullDayHint: 'Пусто: все уроки дня', illnessLimit: 'Порог болеющих в классе, %', ruleSaved: 'Правило сохранено', ruleWrong: 'Уроков от 1 до 12, порог от 1 до 100',
}
