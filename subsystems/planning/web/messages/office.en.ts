import type { ru } from './office.ru.ts'

export const en: typeof ru = { year: 'New school year', yearSub: 'From the calendar to the opening, step by step', plans: 'Curriculum plans', plansSub: 'By level, grade and profile, checked against the federal plans', load: 'Teaching load', loadSub: 'Who teaches what, and how many hours', lessons: 'Lesson plans', lessonsSub: 'Topics by date: plan and fact' }
