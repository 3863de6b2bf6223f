import { useContextOfPage, useMessages } from '@school/web'
import type { ru } from '../messages/ru.ts'

/** The words of the schedule in the current language. */
export const useT = () => useMessages<typeof ru>('schedule')

/** The school of the page's context. */
export function useSchoolId(): string {
  const { schoolId } = useContextOfPage()
  if (schoolId === null) throw new Error('this page belongs to a school')
  return schoolId
}

/** Any date whose weekday is the one asked for, to say its name. */
export const dayOf = (weekday: number): string => `2026-11-0${1 + weekday}`
