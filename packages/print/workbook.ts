import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node'

export type Value = string | number | null
export interface WorkbookCell { readonly value: Value; readonly bold?: boolean; readonly wrap?: boolean; readonly span?: number }
/** One sheet of a workbook; widths are in letters. */
export interface WorkbookSheet {
  readonly name: string
  readonly widths: readonly number[]
  readonly head: readonly (readonly Value[])[]
  readonly rows: readonly (readonly (Value | WorkbookCell)[])[]
  readonly landscape?: boolean
}

const HEAD = { fontWeight: 'bold', backgroundColor: '#E8EAF6', wrap: true } as const

/** Makes an Excel file; heads stay in view. */
export async function printWorkbook(sheets: readonly WorkbookSheet[]): Promise<Buffer> {
  const names = distinctNames(sheets.map(({ name }) => name))
  return writeExcelFile(sheets.map((sheet, index): Sheet<Buffer> => ({
    sheet: names[index]!, columns: sheet.widths.map((width) => ({ width })), stickyRowsCount: sheet.head.length, orientation: sheet.landscape ? 'landscape' : undefined,
    data: [...sheet.head.map((row) => row.map((value): Cell => (value === null ? null : { value, ...HEAD }))), ...sheet.rows.map((row) => row.flatMap(cellsOf))],
  }))).toBuffer()
}

function cellsOf(content: Value | WorkbookCell): Cell[] {
  if (content === null) return [null]
  if (typeof content !== 'object') return [{ value: content }]
  const { value, bold = false, wrap = false, span = 1 } = content
  if (value === null) return Array.from({ length: span }, () => null)
  return [{ value, wrap, alignVertical: 'top', ...(bold ? { fontWeight: 'bold' } : {}), ...(span > 1 ? { columnSpan: span } : {}) }, ...Array.from({ length: span - 1 }, () => null)]
}

const mostNameLetters = 31

/** Names a workbook accepts: no forbidden signs, short, each once. */
export function distinctNames(names: readonly string[]): string[] {
  const seen = new Set<string>()
  return names.map((name) => {
    const clean = name.replace(/[\\/?*[\]:]/g, ' ').replace(/^'+|'+$/g, '').trim() || '1'
    let candidate = clean.slice(0, mostNameLetters)
    for (let copy = 2; seen.has(candidate.toLowerCase()); copy += 1) candidate = `${clean.slice(0, mostNameLetters - 4)} ${copy}`
    seen.add(candidate.toLowerCase())
    return candidate
  })
}
