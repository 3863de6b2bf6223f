import { plural } from '@school/web'

/** The matrix of the teaching load. */
export const load = {
  title: 'Нагрузка', sub: 'Кто что и сколько часов ведёт', totals: (teachers: number, hours: string) => `${teachers} ${plural(teachers, 'учитель', 'учителя', 'учителей')}, ${hours} ч в неделю`, view: 'Вид', byClass: 'Учителя × классы', bySubject: 'Классы × предметы', byTeacher: 'Список', excel: 'Excel', addCourse: 'Добавить курс', teacher: 'Учитель', class: 'Класс', rate: 'Ставка', sum: 'Всего', plan: 'План', has: 'Курсы', empty: 'Нагрузки ещё нет. Введите учебные планы или загрузите списки.',
  problems: 'Что не сходится', allRight: 'Всё сходится: у каждого курса есть учитель, часы совпадают с планами.', more: (n: number) => `ещё ${n}`, show: 'Показать',
  codes: {
    no_teacher: (p) => `нет учителя, ${p.has} ч`, course_missing: (p) => `нет курса, по плану ${p.needs} ч`, hours_differ: (p) => `${p.has} ч, по плану ${p.needs}`, groups_few: (p) => `групп ${p.has}, по плану ${p.needs}`, pupils_apart: (p) => `без группы: ${p.has}`, not_in_plan: (p) => `нет в плане, ${p.has} ч`, teacher_over_law: (p) => `${p.has} ч, больше двух ставок`, teacher_over: (p) => `${p.has} ч, договорились о ${p.needs}`, teacher_under: (p) => `${p.has} ч, договорились о ${p.needs}`, teacher_idle: () => 'нет ни одного часа', two_teachers: () => 'два учителя в одном классе',
  } as Record<string, (p: { has: string; needs: string }) => string>,
  cell: (teacher: string, unit: string) => `${teacher}, ${unit}`, assign: 'Назначить', unassign: 'Снять', replace: 'Передать', nobody: 'нет учителя', noCourses: 'У класса нет курсов.', from: 'С какого дня', assigned: (what: string, who: string) => `${what}: ${who}`, unassigned: (what: string) => `${what}: учитель снят`, keys: 'Стрелки — ходить, Enter — открыть, Delete — снять', hours: (n: string) => `${n} ч`, closeWord: 'Закрыть', rateOf: (n: string) => `норма ${n} ч на ставку`, search: 'Найти учителя',
  subject: 'Предмет', group: 'Класс или группа', second: 'Второй учитель', nobodyYet: 'не назначен', save: 'Сохранить', fillAll: 'Заполните все поля', saved: 'Нагрузка сохранена', closeCourse: 'Закрыть курс', closeAsk: 'После сегодняшнего дня уроков не будет, страница журнала останется.', newCourse: 'Новый курс', cancel: 'Отмена',
}
