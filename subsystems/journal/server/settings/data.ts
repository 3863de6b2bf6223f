import type { FinalPolicy } from '../../contract/index.ts'

/** The usual works of a Russian school with the weights of its typical local act. */
export const usualTypes = [
  { name: 'Ответ на уроке', short: 'Отв', weight: 1, control: false, scale: 'five' },
  { name: 'Домашняя работа', short: 'Дз', weight: 1, control: false, scale: 'five' },
  { name: 'Работа на уроке', short: 'Ур', weight: 1, control: false, scale: 'five' },
  { name: 'Самостоятельная работа', short: 'СР', weight: 2, control: false, scale: 'five' },
  { name: 'Практическая работа', short: 'ПР', weight: 2, control: false, scale: 'five' },
  { name: 'Лабораторная работа', short: 'ЛР', weight: 2, control: false, scale: 'five' },
  { name: 'Проект', short: 'Пр', weight: 3, control: false, scale: 'five' },
  { name: 'Диктант', short: 'Дик', weight: 3, control: true, scale: 'five' },
  { name: 'Сочинение', short: 'Соч', weight: 3, control: true, scale: 'five' },
  { name: 'Контрольная работа', short: 'КР', weight: 4, control: true, scale: 'five' },
  { name: 'Зачёт', short: 'Зач', weight: 0, control: false, scale: 'pass' },
  { name: 'Диагностическая работа', short: 'Диаг', weight: 0, control: true, scale: 'five' },
] as const

/** The first edition of the rules, until the school brings its own act. */
export const firstRule = {
  title: 'Положение об отметках, ред. 1', averaging: 'weighted', round_up_from: 50, least_marks: [{ hoursUpTo: 1, marks: 3 }, { hoursUpTo: 2, marks: 5 }, { hoursUpTo: 99, marks: 7 }],
  absence_limit_percent: 50, edit_days: 7, debt_days: 7, marks_from_grade: 2,
  homework_norms: [{ gradeUpTo: 1, minutes: 60 }, { gradeUpTo: 3, minutes: 90 }, { gradeUpTo: 5, minutes: 120 }, { gradeUpTo: 8, minutes: 150 }, { gradeUpTo: 12, minutes: 210 }],
} as const

/** How the first edition judges periods and years. */
export const firstPolicy: FinalPolicy = {
  levels: {}, controlPriority: 'none', controlBand: 10, followGroups: true, countBrought: true, yearFrom: 'periods', yearRoundUpFrom: 50, certificateRoundUpFrom: 50, retakeCounts: 'last', retakeDays: 14, overdueDebt: 'stays',
  controlsADay: 1, controlsAWeek: 3, controlsVisibleAt: null, debtsAtMost: 2, admissionDebts: 0, hundredScale: [{ from: 85, mark: '5' }, { from: 65, mark: '4' }, { from: 45, mark: '3' }, { from: 0, mark: '2' }],
}
