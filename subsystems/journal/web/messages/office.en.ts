import type { ru } from './office.ru.ts'

export const en: typeof ru = {
  office: 'Work types and rules of marking', officeNote: 'Weights, rounding, how many marks are needed',
  closing: 'Closing of periods', closingNote: 'Final marks, what is not filled in, corrections',
  finals: 'Final marks', finalsNote: 'The class by subjects', promotion: 'Promotion and admission', promotionNote: 'Decision of the council, failed subjects', days: 'Attendance day by day', daysNote: 'Mark a whole day at once, give reasons', help: 'Who needs help', helpNote: 'Falling averages, one mark short, too few marks',
  diary: { title: 'Diary', week: 'Week', marks: 'Marks', absences: 'Absences' },
}
