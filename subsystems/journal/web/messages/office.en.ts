import type { ru } from './office.ru.ts'

export const en: typeof ru = {
  office: 'Work types and rules of marking', officeNote: 'Weights, rounding, how many marks are needed',
}
