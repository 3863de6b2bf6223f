import { printWorkbook, type WorkbookCell } from '@school/print'
import { NOTE_COLUMN, NOTE_WORDS, SHEETS, type SheetKey, type SheetSpec } from './workbook-sheets.ts'

export type FilledRows = Partial<Record<SheetKey, Record<string, string | number | null>[]>>
type Cell = string | number | null | WorkbookCell

/** Our workbook: a header, a row of hints and marked examples on every sheet, and below them the given rows. */
export async function writeTemplate(filled: FilledRows = {}): Promise<Uint8Array> {
  return new Uint8Array(await printWorkbook(SHEETS.map((spec) => ({ name: spec.title, widths: [11, ...spec.columns.map(({ width }) => width)], head: [[NOTE_COLUMN, ...spec.columns.map((column) => column.title)]], rows: rowsOf(spec, filled[spec.key] ?? []) }))))
}

function rowsOf(spec: SheetSpec, filled: readonly Record<string, string | number | null>[]): Cell[][] {
  const examples = Math.max(...spec.columns.map((column) => column.examples.length))
  return [
    [NOTE_WORDS[0]!, ...spec.columns.map((column) => column.hint)].map((value) => (value === '' ? null : { value, wrap: true })),
    ...Array.from({ length: examples }, (_, i) => [NOTE_WORDS[1]!, ...spec.columns.map((column) => column.examples[i] ?? null)]),
    ...filled.map((row): Cell[] => [null, ...spec.columns.map((column) => row[column.key] ?? null)]),
  ]
}
