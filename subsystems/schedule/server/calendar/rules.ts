import type { BellTable } from '../tables.ts'

/** The first pair of spans that overlap or end before they begin, or null. */
export function overlapOf(spans: readonly { readonly starts: string; readonly ends: string }[]): number | null {
  const sorted = spans.map((span, at) => ({ ...span, at })).toSorted((a, b) => (a.starts < b.starts ? -1 : 1))
  for (const [i, span] of sorted.entries()) {
    if (span.ends < span.starts) return span.at
    const next = sorted[i + 1]
    if (next && next.starts <= span.ends) return next.at
  }
  return null
}

/** The first bell that rings before the one before it has ended, or null. */
export function bellOverlapOf(bells: readonly Pick<BellTable, 'number' | 'starts' | 'ends'>[]): number | null {
  const sorted = bells.toSorted((a, b) => a.number - b.number)
  const numbers = new Set<number>()
  for (const [i, bell] of sorted.entries()) {
    if (bell.ends <= bell.starts || numbers.has(bell.number)) return bell.number
    numbers.add(bell.number)
    const next = sorted[i + 1]
    if (next && next.starts < bell.ends) return next.number
  }
  return null
}
