import type { Cell as SentCell, Column, ReportTable, Why } from '../../contract/index.ts'
import type { Words } from '../words/words.ts'
import { partsText, tenths } from './figures.ts'

/** A cell as a report makes it: what stands behind a number names its rule in words; the table sends every rule once. */
export type Cell = Omit<SentCell, 'why'> & { readonly why?: Omit<Why, 'rule'> & { readonly rule: string } }
export interface Row { readonly key: string; readonly kind: 'row' | 'total'; readonly cells: readonly Cell[] }

export const text = (value: string, tone?: Cell['tone']): Cell => ({ text: value, ...(tone ? { tone } : {}) })
/** A count; nought is shown as nothing when `quiet`. */
export const num = (value: number, tone?: Cell['tone']): Cell => ({ text: String(value), number: value, ...(tone && value > 0 ? { tone } : {}) })
export const none: Cell = { text: '' }

export const column = (head: string, kind: Column['kind'] = 'number', group?: string): Column => ({ head, kind, ...(group ? { group } : {}) })
export const row = (key: string, cells: Cell[], kind: 'row' | 'total' = 'row'): Row => ({ key, kind, cells })

/** A table ready to be sent: the rules behind its numbers are gathered, so that each travels once. */
export function table(key: string, title: string, columns: Column[], rows: readonly Row[], more: { note?: string; empty: string }): ReportTable {
  const rules: string[] = []
  const placeOf = (rule: string) => (rules.includes(rule) ? rules.indexOf(rule) : rules.push(rule) - 1)
  const sent = rows.map((one) => ({ ...one, cells: one.cells.map(({ why, ...cell }): SentCell => (why ? { ...cell, why: { ...why, rule: placeOf(why.rule) } } : cell)) }))
  return { key, title, note: more.note ?? '', empty: more.empty, columns, rows: sent, rules }
}

interface Share { readonly title: string; readonly part: readonly [string, number]; readonly whole: readonly [string, number]; readonly rule: string; readonly excluded?: readonly string[] }

/** A percentage that opens: what was divided by what, how it was rounded. */
export function share(words: Words, { title, part, whole, rule, excluded = [] }: Share): Cell {
  const parts = tenths(part[1], whole[1])
  if (parts === null) return { text: '' }
  const result = partsText(parts, 1, words.comma)
  const why = {
    title, formula: `${part[1]} ÷ ${whole[1]} × 100`, result: `${result} %`, rule: `${rule} ${words.rounding.tenths}`, excluded: [...excluded],
    inputs: [part, whole].map(([name, value]) => ({ name, value: String(value), weight: '', product: '' })),
  }
  return { text: result, number: parts / 10, why }
}
