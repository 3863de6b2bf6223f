import { curricula } from './curricula.ru.ts'
import { lessons } from './lessons.ru.ts'
import { load } from './load.ru.ts'
import { year } from './year.ru.ts'

export const ru = {
  curricula, lessons, load, year, manage: 'Управление', save: 'Сохранить', cancel: 'Отмена', fillAll: 'Заполните все поля', close: 'Закрыть', saved: 'Сохранено',
  problem: {
    'planning.changed_meanwhile': 'Пока вы правили, это изменили. Показано новое', 'planning.norms_in_force': 'Эта редакция уже действует', 'planning.norms_order': 'Редакции идут по порядку дат, не раньше сегодняшнего дня', 'planning.name_taken': 'План с таким названием уже есть', 'planning.grades_wrong': 'Классы не подходят плану', 'planning.edition_accepted': 'Эта редакция утверждена и не меняется', 'planning.edition_order': 'Новая редакция начинается не раньше прежней', 'planning.subject_twice': 'Предмет стоит в одной части дважды', 'planning.in_use': 'По этому плану учатся классы', 'planning.has_errors': 'В плане есть ошибки: укажите, почему утверждаете', 'planning.not_individual': 'Это план для классов', 'planning.dates_wrong': 'Последний день раньше первого', 'planning.nothing_to_copy': 'В том году нет планов', 'planning.file_missing': 'Приложите один файл', 'planning.file_broken': 'Это не книга Excel', 'planning.preview_stale': 'Нагрузка изменилась, посмотрите ещё раз', 'planning.not_accepted': 'На этот день нет утверждённой редакции', 'planning.item_twice': 'Тема повторяется', 'planning.programme_empty': 'В программе нет тем', 'planning.other_subject': 'У курса другой предмет', 'planning.item_given': 'Пройденные темы не меняются', 'planning.no_plan': 'У курса нет КТП', 'planning.hours_wrong': 'Так часы не изменить: первая тема и контрольная остаются', 'planning.year_not_ready': 'Не все шаги готовы',
  },
}
