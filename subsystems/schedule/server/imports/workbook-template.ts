import writeExcelFile, { type Cell, type Sheet, type SheetData } from 'write-excel-file/node'
import { NOTE_COLUMN, NOTE_WORDS, SHEETS, type SheetKey, type SheetSpec } from './workbook-sheets.ts'

export type FilledRows = Partial<Record<SheetKey, Record<string, string | number | null>[]>>

const HEAD = { fontWeight: 'bold', backgroundColor: '#E8EAF6' } as const
const QUIET = { textColor: '#5F6370', fontStyle: 'italic', wrap: true } as const

/** Our workbook: a header, a row of hints and marked examples on every sheet, and below them the given rows. */
export async function writeTemplate(filled: FilledRows = {}): Promise<Uint8Array> {
  const sheets = SHEETS.map((spec) => ({ sheet: spec.title, data: rowsOf(spec, filled[spec.key] ?? []), columns: [{ width: 11 }, ...spec.columns.map(({ width }) => ({ width }))], stickyRowsCount: 1 }))
  return new Uint8Array(await writeExcelFile(sheets as Sheet<Buffer>[]).toBuffer())
}

function rowsOf(spec: SheetSpec, filled: readonly Record<string, string | number | null>[]): SheetData {
  const examples = Math.max(...spec.columns.map((column) => column.examples.length))
  return [
    [NOTE_COLUMN, ...spec.columns.map((column) => column.title)].map((value): Cell => ({ value, ...HEAD })),
    [NOTE_WORDS[0]!, ...spec.columns.map((column) => column.hint)].map((value): Cell => ({ value, ...QUIET })),
    ...Array.from({ length: examples }, (_, i) => [NOTE_WORDS[1]!, ...spec.columns.map((column) => column.examples[i] ?? null)].map((value): Cell => (value === null ? null : { value, ...QUIET }))),
    ...filled.map((row): Cell[] => [null, ...spec.columns.map((column): Cell => row[column.key] === undefined || row[column.key] === null ? null : { value: row[column.key]! })]),
  ]
}
