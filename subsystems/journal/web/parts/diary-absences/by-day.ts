import type { AbsenceList, Excuse } from '../../../contract/index.ts'

type Absence = AbsenceList['absences'][number]
export interface AbsentDay { readonly date: string; readonly absences: readonly Absence[]; readonly unexplained: boolean; readonly asked: boolean }

/** Whether a family has said why on a day and waits for an answer. */
export const isAsked = (excuses: readonly Pick<Excuse, 'from' | 'to' | 'state'>[], date: string) => excuses.some((one) => one.state === 'asked' && one.from <= date && date <= one.to)

/** Absences day by day, the latest first, lessons of a day in their order; each day says whether it still lacks a reason and whether one was sent. */
export function byDay(absences: readonly Absence[], excuses: readonly Pick<Excuse, 'from' | 'to' | 'state'>[]): readonly AbsentDay[] {
  return [...Map.groupBy(absences, (one) => one.date)].toSorted(([a], [b]) => b.localeCompare(a)).map(([date, ofDay]) => ({
    date, absences: ofDay.toSorted((a, b) => a.number - b.number), unexplained: ofDay.some((one) => one.code === 'absent' && one.reason === null), asked: isAsked(excuses, date),
  }))
}

/** The school year of a day as two days, for a list of the whole year. */
export function yearOf(day: string): { readonly from: string; readonly to: string } {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '09' ? 1 : 0)
  return { from: `${year}-09-01`, to: `${year + 1}-08-31` }
}
