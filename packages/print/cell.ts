import type { Align, Cell, CellContent } from './document.ts'
import { dress, heightOf, isOneLine, widthOf } from './letters.ts'
import { ink, type Paper } from './paper.ts'

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const padding = { x: 0.4, y: 0.28 }
export const cellOf = (content: CellContent): Cell => (typeof content === 'string' ? { lines: content === '' ? [] : [{ text: content }] } : content)
const inside = (width: number, letters: number) => Math.max(1, width - 2 * padding.x * letters)

/** How high a cell must be for its words at this width. */
export function cellHeight(paper: Paper, cell: Cell, width: number, letters: number): number {
  if (cell.upright) return Math.max(0, ...cell.lines.map((line) => widthOf(paper, line, letters))) + letters
  const inner = inside(width, letters)
  return cell.lines.reduce((sum, line) => sum + heightOf(paper, line, letters, inner), 0) + 2 * padding.y * letters
}

/** Writes the words of a cell. */
export function drawCell(paper: Paper, cell: Cell, box: Box, letters: number, align: Align): void {
  const { doc } = paper
  if (cell.upright) return drawUpright(paper, cell, box, letters)
  const left = box.x + padding.x * letters
  const width = inside(box.width, letters)
  let y = box.y + padding.y * letters
  for (const line of cell.lines) {
    const room = box.y + box.height - y
    if (room <= 0) return
    if (isOneLine(paper, line, letters, width)) {
      const spare = width - widthOf(paper, line, letters)
      const shift = { left: 0, center: spare / 2, right: spare }[cell.align ?? align]
      dress(paper, line, letters).text(line.text, left + shift, y, { lineBreak: false })
      y += doc.currentLineHeight(true)
      continue
    }
    dress(paper, line, letters).text(line.text, left, y, { width, align: cell.align ?? align, height: room + 0.1, ellipsis: true }) // the height keeps a full cell from turning the page
    y = doc.y
  }
}

/** Draws shades and hairlines of a row: one path, because a page of cells has thousands of edges. */
export function drawEdges({ doc }: Paper, cells: readonly { readonly cell: Cell; readonly box: Box }[]): void {
  for (const { cell, box } of cells) if (cell.shaded) doc.rect(box.x, box.y, box.width, box.height).fill(ink.shade)
  const [first, last] = [cells[0]?.box, cells.at(-1)?.box]
  if (!first || !last) return
  doc.lineWidth(0.5).strokeColor(ink.line).rect(first.x, first.y, last.x + last.width - first.x, first.height)
  for (const { box } of cells.slice(1)) doc.moveTo(box.x, box.y).lineTo(box.x, box.y + box.height)
  doc.stroke()
}

function drawUpright(paper: Paper, cell: Cell, box: Box, letters: number): void {
  const { doc } = paper
  doc.save().rotate(-90, { origin: [box.x, box.y + box.height] })
  let y = box.y + box.height + (box.width - cell.lines.length * letters * 1.2) / 2
  for (const line of cell.lines) {
    dress(paper, line, letters).text(line.text, box.x + letters / 2, y, { lineBreak: false })
    y += letters * 1.2
  }
  doc.restore()
}
