import type { Cell, Column, ReportTable, Why } from '../../contract/index.ts'
import type { Words } from '../words/words.ts'
import { partsText, tenths } from './figures.ts'

export const text = (value: string, tone?: Cell['tone']): Cell => ({ text: value, ...(tone ? { tone } : {}) })
/** A count; nought is shown as nothing when `quiet`. */
export const num = (value: number, tone?: Cell['tone']): Cell => ({ text: String(value), number: value, ...(tone && value > 0 ? { tone } : {}) })
export const none: Cell = { text: '' }

export const column = (head: string, kind: Column['kind'] = 'number', group?: string): Column => ({ head, kind, ...(group ? { group } : {}) })
export const row = (key: string, cells: Cell[], kind: 'row' | 'total' = 'row') => ({ key, kind, cells })
export const table = (key: string, title: string, columns: Column[], rows: ReportTable['rows'], more: { note?: string; empty: string }): ReportTable =>
  ({ key, title, note: more.note ?? '', empty: more.empty, columns, rows })

interface Share { readonly title: string; readonly part: readonly [string, number]; readonly whole: readonly [string, number]; readonly rule: string; readonly excluded?: readonly string[] }

/** A percentage that opens: what was divided by what, how it was rounded. */
export function share(words: Words, { title, part, whole, rule, excluded = [] }: Share): Cell {
  const parts = tenths(part[1], whole[1])
  if (parts === null) return { text: '' }
  const result = partsText(parts, 1, words.comma)
  const why: Why = {
    title, formula: `${part[1]} ÷ ${whole[1]} × 100`, result: `${result} %`, rule: `${rule} ${words.rounding.tenths}`, excluded: [...excluded],
    inputs: [part, whole].map(([name, value]) => ({ name, value: String(value), weight: '', product: '' })),
  }
  return { text: result, number: parts / 10, why }
}
