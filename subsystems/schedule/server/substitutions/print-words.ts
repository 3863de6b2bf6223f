/** Words on the day sheet and the pay sheet. */
export const words = {
  ru: {
    daySheet: (day: string) => `Замены на ${day}`, noChanges: 'Изменений в расписании нет.', dayHead: ['Урок', 'Класс', 'Предмет', 'Вместо кого', 'Кто ведёт', 'Кабинет'], what: { cancelled: 'урока нет', open: 'уточняется', join: 'объединение', moved: 'перенос', substitute: '', changed: '' },
    room: (name: string) => name, page: (page: number, pages: number) => `${page} из ${pages}`, hours: 'Часы', lessons: 'Уроки', teacher: 'Учитель', total: 'Всего', date: 'День', number: 'Урок', subject: 'Предмет', group: 'Класс или группа', insteadOf: 'Вместо кого', kind: 'Что', kinds: { substitute: 'замена', join: 'объединение' }, sheet: 'Табель замещений', day: 'Замены',
  },
  en: {
    daySheet: (day: string) => `Substitutions on ${day}`, noChanges: 'No changes to the timetable.', dayHead: ['Lesson', 'Class', 'Subject', 'Instead of', 'Teacher', 'Room'], what: { cancelled: 'no lesson', open: 'to be settled', join: 'joined', moved: 'moved', substitute: '', changed: '' },
    room: (name: string) => name, page: (page: number, pages: number) => `${page} of ${pages}`, hours: 'Hours', lessons: 'Lessons', teacher: 'Teacher', total: 'Total', date: 'Day', number: 'Lesson', subject: 'Subject', group: 'Class or group', insteadOf: 'Instead of', kind: 'What', kinds: { substitute: 'substitution', join: 'joined' }, sheet: 'Substitution hours', day: 'Substitutions',
  },
} as const
