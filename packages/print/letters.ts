import type { Line } from './document.ts'
import { face, ink, type Paper } from './paper.ts'

/** Widths at a size of one point: the same words stand on a page many times, and measuring them is what costs. */
const known = new WeakMap<PDFKit.PDFDocument, Map<string, number>>()

/** Sets typeface, size and ink for a line of a cell. */
export function dress({ doc }: Paper, line: Line, letters: number): PDFKit.PDFDocument {
  return doc.font(line.bold ? face.bold : face.regular).fontSize(sizeOf(line, letters)).fillColor(line.quiet ? ink.quiet : ink.text)
}

const sizeOf = (line: Line, letters: number) => (line.small ? letters * 0.82 : letters)

/** How wide a line is when it is not broken. */
export function widthOf(paper: Paper, line: Line, letters: number): number {
  const widths = known.get(paper.doc) ?? new Map<string, number>()
  if (widths.size === 0) known.set(paper.doc, widths)
  const key = `${line.bold ? 'b' : 'r'}${line.text}`
  const size = sizeOf(line, letters)
  const at1 = widths.get(key)
  if (at1 !== undefined) return at1 * size
  const width = dress(paper, line, letters).widthOfString(line.text)
  widths.set(key, width / size)
  return width
}

/** How high a line is at this width: once if it fits, else as often as it is broken. */
export function heightOf(paper: Paper, line: Line, letters: number, width: number): number {
  if (isOneLine(paper, line, letters, width)) return dress(paper, line, letters).currentLineHeight(true)
  return dress(paper, line, letters).heightOfString(line.text, { width })
}

export const isOneLine = (paper: Paper, line: Line, letters: number, width: number) => !line.text.includes('\n') && widthOf(paper, line, letters) <= width
