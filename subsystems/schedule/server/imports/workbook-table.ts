// not messages: titles and values of the workbook a school fills in
import { textOfCell } from '@school/workbook'
import { folded, wordsOf } from './proposal-words.ts'
import { NOTE_COLUMN, NOTE_WORDS, SHEETS, type SheetSpec } from './workbook-sheets.ts'

export type RawRow = { row: number; cells: Record<string, unknown> }
export type RawSheet = { spec: SheetSpec; title: string; rows: RawRow[]; missing: string[]; unknown: string[] }
const HEADER_WITHIN = 10

/** The spec of a sheet by its title, whatever its case and order. */
export const specOfSheet = (title: string): SheetSpec | undefined =>
  SHEETS.find((spec) => [spec.title, ...spec.also].some((name) => folded(name) === folded(title)))

/** Finds the header among the first rows and gives the cells of every filled row by column key; hints and examples are left out. */
export function tableOf(spec: SheetSpec, title: string, data: readonly (readonly unknown[])[]): RawSheet {
  const headers = data.slice(0, HEADER_WITHIN).map((row) => columnsOf(spec, row))
  const at = headers.reduce((best, found, i) => (found.known > (headers[best]?.known ?? 0) ? i : best), 0)
  const header = headers[at] ?? { keys: [], known: 0, unknown: [] }
  const note = (data[at] ?? []).findIndex((cell) => folded(textOfCell(cell)) === folded(NOTE_COLUMN))
  const rows = data.slice(at + 1).flatMap((cells, i): RawRow[] => {
    if (note >= 0 && NOTE_WORDS.includes(folded(textOfCell(cells[note])))) return []
    const named = Object.fromEntries(header.keys.flatMap((key, c) => (key && textOfCell(cells[c]) !== '' ? [[key, cells[c]]] : [])))
    return Object.keys(named).length ? [{ row: at + i + 2, cells: named }] : []
  })
  const missing = spec.columns.filter((column) => column.needed && !header.keys.includes(column.key)).map((column) => column.title)
  return { spec, title, rows, missing, unknown: header.unknown }
}

/** Exact titles and synonyms come first; a title that begins like ours with words added is ours too. */
function columnsOf(spec: SheetSpec, row: readonly unknown[]) {
  const taken = new Set<string>()
  const take = (key: string | undefined) => (key && !taken.has(key) ? (taken.add(key), key) : null)
  const texts = row.map((cell) => folded(textOfCell(cell)))
  const keys: (string | null)[] = texts.map((text) => (text === '' ? null : take(spec.columns.find((column) => [column.title, ...column.also].some((name) => folded(name) === text))?.key)))
  for (const [i, text] of texts.entries())
    if (!keys[i] && text !== '') keys[i] = take(spec.columns.find((column) => !taken.has(column.key) && wordsOf(column.title).every((word, w) => wordsOf(text)[w] === word))?.key)
  const unknown = texts.flatMap((text, i) => (text !== '' && !keys[i] && text !== folded(NOTE_COLUMN) && text !== 'п п' ? [textOfCell(row[i])] : []))
  return { keys, known: taken.size, unknown }
}
