import { weekdayText } from '@school/web'
import type { Fault } from '../../../contract/index.ts'
import { dayOf, useT } from '../words.ts'

/** What a fault is, in words. */
export function useFaultText(): (fault: Pick<Fault, 'kind'>) => string {
  const t = useT()
  return ({ kind }) => t.board.faults[kind]
}

/** Where a fault is: day and lesson. */
export function useFaultPlace(): (fault: Fault) => string {
  const t = useT()
  return ({ weekday, number }) => [weekday === null ? '' : weekdayText(dayOf(weekday), 'short'), number === null ? '' : t.lessonNo(number)].filter(Boolean).join(', ')
}
