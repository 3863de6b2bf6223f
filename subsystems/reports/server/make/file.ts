import { printPdf, printWorkbook, type Block, type CellContent, type Column as PaperColumn, type WorkbookSheet } from '@school/print'
import type { Report, ReportTable } from '../../contract/index.ts'
import { wordsIn, type Language } from '../words/words.ts'

/** The report as a workbook: a sheet for every table, numbers as numbers. */
export const workbookOf = (report: Report, language: Language | undefined): Promise<Buffer> => printWorkbook(report.tables.map((table): WorkbookSheet => {
  const width = table.columns.length
  const line = (value: string) => [value, ...Array.from({ length: width - 1 }, () => null)]
  const grouped = table.columns.some((column) => column.group)
  return {
    name: table.title || report.title, landscape: width > 6, widths: table.columns.map((column) => (column.kind === 'name' ? 34 : column.kind === 'text' ? 22 : 12)),
    head: [line(`${report.title}. ${report.place}. ${report.span}`), ...(grouped ? [table.columns.map((column, index) => (column.group && column.group !== table.columns[index - 1]?.group ? column.group : ''))] : []), table.columns.map((column) => column.head)],
    rows: table.rows.length === 0 ? [line(table.empty)] : [
      ...table.rows.map((row) => row.cells.map((cell) => ({ value: cell.number ?? cell.text, bold: row.kind === 'total' }))), ...(table.note ? [line(wordsIn(language).note(table.note))] : []),
    ],
  }
}))

const narrowFrom = 8

/** The report on paper: tables one under another, wide ones lying, the heads of narrow columns read upwards. */
export function paperOf(report: Report, language: Language | undefined, madeAt: Date): Promise<Buffer> {
  const words = wordsIn(language)
  const blocks = report.tables.flatMap((table): Block[] => [
    ...(table.title ? [{ kind: 'heading', level: 2, text: table.title } as const] : []),
    table.rows.length === 0 ? { kind: 'text', text: table.empty } : paperTable(table),
    ...(table.note ? [{ kind: 'text', text: table.note, quiet: true } as const] : []), { kind: 'gap', points: 10 },
  ])
  return printPdf({
    title: `${report.title}. ${report.place}`, language: language ?? 'ru', madeAt, archive: true, landscape: report.tables.some((table) => table.columns.length > narrowFrom),
    foot: (page, pages) => words.foot(report.title, page, pages),
    blocks: [{ kind: 'heading', text: report.title }, { kind: 'text', text: `${report.place}. ${report.span}` }, { kind: 'gap', points: 6 }, ...blocks, { kind: 'gap', points: 12 }, { kind: 'signatures', people: [{ office: words.madeBy, name: '' }] }],
  })
}

/** A table of a report on paper. */
export function paperTable(table: ReportTable): Block {
  const upright = table.columns.length > narrowFrom
  const heads = table.columns.map((column): CellContent => ({ lines: [{ text: column.head, small: upright }], align: column.kind === 'name' ? 'left' : 'center', ...(upright && column.kind !== 'name' && column.kind !== 'text' ? { upright: true } : {}) }))
  return {
    kind: 'table', letters: table.columns.length > 16 ? 7 : 8,
    columns: table.columns.map((column): PaperColumn => (column.kind === 'name' ? { share: 4, align: 'left' } : column.kind === 'text' ? { share: 2.6, align: 'left' } : { share: 1, align: 'center' })),
    head: [...(table.columns.some((column) => column.group) ? [groupHeads(table)] : []), heads],
    rows: table.rows.map((row) => row.cells.map((cell): CellContent => ({ lines: [{ text: cell.text, bold: row.kind === 'total' }], ...(row.kind === 'total' ? { shaded: true } : {}) }))),
  }
}

/** Heads above several columns; columns without one share an empty cell. */
function groupHeads(table: ReportTable): CellContent[] {
  const runs: { group: string; span: number }[] = []
  for (const column of table.columns) {
    const last = runs.at(-1)
    if (last && last.group === (column.group ?? '') ) last.span += 1
    else runs.push({ group: column.group ?? '', span: 1 })
  }
  return runs.map(({ group, span }) => ({ lines: [{ text: group, bold: true }], span, align: 'center' }))
}
