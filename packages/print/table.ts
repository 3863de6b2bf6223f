import { setImmediate } from 'node:timers/promises'
import { cellHeight, cellOf, drawCell, drawEdges } from './cell.ts'
import type { Cell, CellContent, Column, Table } from './document.ts'
import { turn, type Paper } from './paper.ts'

const usualLetters = 9
const smallestLetters = 3
const largestLetters = 20

interface Row { readonly cells: readonly Cell[]; readonly height: number }
interface Layout { readonly paper: Paper; readonly table: Table; readonly widths: readonly number[]; readonly letters: number }

/** Shares what is left of the page after the columns of fixed width. */
export function columnWidths(columns: readonly Column[], width: number): number[] {
  const fixed = columns.reduce((sum, { points }) => sum + (points ?? 0), 0)
  const shares = columns.reduce((sum, { points, share = 1 }) => sum + (points === undefined ? share : 0), 0)
  return columns.map(({ points, share = 1 }) => points ?? (Math.max(0, width - fixed) * share) / shares)
}

/** Draws a table; a row higher than a page is cut short. Its head stands on every page it reaches, and a long one lets others work between its pages. */
export async function drawTable(paper: Paper, table: Table): Promise<void> {
  const widths = columnWidths(table.columns, paper.width)
  if (table.fill) return drawPoster({ paper, table, widths, letters: usualLetters })
  const layout = { paper, table, widths, letters: table.letters ?? usualLetters }
  const head = table.head.map((cells) => measured(layout, cells))
  const headHeight = heightOf(head)
  let begun = false
  for (const cells of table.rows) {
    const row = measured(layout, cells)
    const needed = row.height + (begun ? 0 : headHeight)
    if (paper.y + needed > paper.bottom && (begun || paper.y > paper.top)) {
      turn(paper)
      begun = false
      await setImmediate()
    }
    if (!begun) for (const line of head) drawRow(layout, line)
    begun = true
    drawRow(layout, row)
  }
  if (!begun) for (const line of head) drawRow(layout, line)
}

/** The largest letters at which everything stands on one page, then rows stretched to its foot. */
function drawPoster(start: Layout): void {
  const { paper, table } = start
  const room = paper.bottom - paper.y
  const all = [...table.head, ...table.rows]
  const at = (letters: number) => all.map((cells) => measured({ ...start, letters }, cells))
  let low = smallestLetters
  let high = table.letters ?? largestLetters
  for (let step = 0; step < 7; step += 1) {
    const middle = (low + high) / 2
    if (heightOf(at(middle)) <= room) low = middle
    else high = middle
  }
  const rows = at(low)
  const spare = Math.max(0, room - heightOf(rows)) / Math.max(1, rows.length - table.head.length)
  for (const [index, row] of rows.entries()) drawRow({ ...start, letters: low }, index < table.head.length ? row : { ...row, height: row.height + Math.min(spare, row.height) })
}

const heightOf = (rows: readonly Row[]) => rows.reduce((sum, { height }) => sum + height, 0)

function measured(layout: Layout, contents: readonly CellContent[]): Row {
  const cells = contents.map(cellOf)
  const natural = Math.max(layout.letters * 1.6, ...placed(layout, cells).map(({ cell, width }) => cellHeight(layout.paper, cell, width, layout.letters)))
  return { cells, height: Math.min(natural, layout.paper.bottom - layout.paper.top) }
}

function placed({ widths }: Layout, cells: readonly Cell[]) {
  let column = 0
  return cells.map((cell) => {
    const first = column
    column += cell.span ?? 1
    return { cell, first, width: widths.slice(first, column).reduce((sum, width) => sum + width, 0) }
  })
}

function drawRow(layout: Layout, row: Row): void {
  const { paper, table } = layout
  let x = paper.left
  const cells = placed(layout, row.cells).map(({ cell, first, width }) => {
    const box = { x, y: paper.y, width, height: row.height }
    x += width
    return { cell, box, align: table.columns[first]?.align ?? 'left' as const }
  })
  drawEdges(paper, cells)
  for (const { cell, box, align } of cells) drawCell(paper, cell, box, layout.letters, align)
  paper.y += row.height
}
