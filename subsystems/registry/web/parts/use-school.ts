import { ask, todayIn, useContextOfPage, useQuery } from '@school/web'
import { getSchool } from '../../contract/schools.ts'

/** The school of the page's context. */
export function useSchoolId(): string {
  const { schoolId } = useContextOfPage()
  if (schoolId === null) throw new Error('this page belongs to a school')
  return schoolId
}

/** Today in the school's own calendar. */
export function useToday(): string {
  const schoolId = useSchoolId()
  const school = useQuery(ask(getSchool, { params: { schoolId } }))
  return todayIn(school.data?.timeZone ?? 'Europe/Moscow')
}

/** The school year a day belongs to. */
export const schoolYearOf = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) < '07-01' ? 1 : 0)
