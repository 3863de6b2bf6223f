import { notFound } from '@school/server'

export interface PeriodRow { readonly id: string; readonly schemeId: string; readonly name: string; readonly starts: string; readonly ends: string; readonly year: number }

/** The calendar a report stands on, and whom it is about. */
export interface Frame {
  readonly today: string
  readonly clock: string
  readonly timeZone: string
  readonly school: string
  readonly year: number
  readonly periods: readonly PeriodRow[]
}

/** The days a report counts: a period or the year; `until` stops at today, for what has not happened cannot be counted. */
export interface Span { readonly periodId: string | null; readonly name: string; readonly starts: string; readonly ends: string; readonly until: string; readonly year: number }

/** The school year that is going on; between years, the one that has last begun. */
export function yearOf(periods: readonly PeriodRow[], today: string): number {
  const begun = periods.filter((one) => one.starts <= today)
  return (begun.length > 0 ? begun : periods).reduce((year, one) => (begun.length > 0 ? Math.max(year, one.year) : Math.min(year, one.year)), begun.length > 0 ? 0 : 9999)
}

/** The days that were asked for; without a wish, the period going on or the last begun one. An unknown period looks like an absent one. */
export function spanOf(frame: Frame, wish: string | undefined, schemeId: string | null, yearName: (year: number) => string, year = frame.year, ended = false): Span {
  const own = frame.periods.filter((one) => one.year === year && (schemeId === null || one.schemeId === schemeId))
  const cut = (one: { starts: string; ends: string }) => (one.ends < frame.today ? one.ends : frame.today < one.starts ? one.starts : frame.today)
  if (wish !== undefined && wish !== 'year') {
    const found = frame.periods.find((one) => one.id === wish && (schemeId === null || one.schemeId === schemeId))
    if (!found) throw notFound()
    return { periodId: found.id, name: found.name, starts: found.starts, ends: found.ends, until: cut(found), year: found.year }
  }
  const over = ended ? own.filter((one) => one.ends <= frame.today).at(-1) : undefined
  const current = over ?? own.filter((one) => one.starts <= frame.today).at(-1) ?? own[0]
  if (wish === undefined && current) return spanOf(frame, current.id, schemeId, yearName, year)
  const whole = { starts: own[0]?.starts ?? `${year}-09-01`, ends: own.map((one) => one.ends).toSorted().at(-1) ?? `${year + 1}-08-31` }
  return { periodId: null, name: yearName(year), ...whole, until: cut(whole), year }
}
