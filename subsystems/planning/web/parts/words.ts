import { showToast } from '@school/ui'
import { decimal, problemText, useContextOfPage, useMessages } from '@school/web'
import type { ru } from '../messages/ru.ts'

/** The words of planning in the current language. */
export const useT = () => useMessages<typeof ru>('planning')

/** The school of the page's context. */
export function useSchoolId(): string {
  const { schoolId } = useContextOfPage()
  if (schoolId === null) throw new Error('this page belongs to a school')
  return schoolId
}

/** Hours without zeros behind the comma: 3, 0,5, 2,25. */
export const hoursText = (value: number): string => decimal(value).replace(/,00$/, '').replace(/(,\d)0$/, '$1')

/** Refusals of the server as a quiet message. */
export const tellProblem = (problem: { code: string; details: Record<string, unknown> }): void => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) }

/** A school year as people write it: 2026/27. */
export const yearText = (year: number): string => `${year}/${String((year + 1) % 100).padStart(2, '0')}`
export const yearOfDay = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '07-01' ? 1 : 0)
