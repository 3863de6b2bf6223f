import { showToast } from '@school/ui'
import { keyOf, problemText } from '@school/web'
import { getCalendar } from '../../contract/index.ts'
import { useSchoolId } from './words.ts'

/** Refusals of the server as a quiet message. */
export const tellProblem = (problem: { code: string; details: Record<string, unknown> }): void => { showToast({ tone: 'bad', text: problemText(problem.code, problem.details) }) }

/** Acts on the calendar make its page stale. */
export function useCalendarAct() {
  const schoolId = useSchoolId()
  return { stale: () => [keyOf(getCalendar, { params: { schoolId } })], onProblem: tellProblem }
}
