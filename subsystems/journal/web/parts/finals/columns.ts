import type { CourseFinals, FinalCell } from '../../../contract/index.ts'

/** The column a cell stands in: a period by its id, else the kind. */
export const columnOf = (cell: Pick<FinalCell, 'kind' | 'periodId'>): string => (cell.kind === 'period' ? `period ${cell.periodId ?? ''}` : cell.kind)

interface Words { readonly kinds: Readonly<Record<string, string>> }
export interface NamedColumn { readonly key: string; readonly name: string; readonly state: string | null; readonly head: string }

/** Periods of the year, then the year, the exam and the final mark. */
export function columnsOf(page: CourseFinals, t: Words): NamedColumn[] {
  const stateOf = (periodId: string | null) => page.closings.find((one) => one.periodId === periodId)?.state ?? null
  return [
    ...page.periods.map((period) => ({ key: `period ${period.id}`, name: period.name, state: period.starts <= page.today ? stateOf(period.id) : null, head: period.name })),
    ...page.kinds.map((kind) => ({ key: kind, name: t.kinds[kind] ?? kind, state: kind === 'year' ? stateOf(null) : null, head: kind })),
  ]
}

/** The column people come for: the last period that has begun and is not closed, else the last that has begun. */
export function firstColumn(page: CourseFinals): string {
  const begun = page.periods.filter((period) => period.starts <= page.today)
  const closing = begun.find((period) => page.closings.some((one) => one.periodId === period.id && one.state === 'FINALIZING'))
  const period = closing ?? begun.at(-1)
  return period ? `period ${period.id}` : 'year'
}
