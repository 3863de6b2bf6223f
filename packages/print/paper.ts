import { fileURLToPath } from 'node:url'
import Pdf from 'pdfkit'
import type { PrintDocument } from './document.ts'

const font = (weight: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/golos-text/${weight}.ttf`))
/** The faces are told by path: PDFKit would open a named one again for every line. */
export const face = { regular: font('400Regular/GolosText_400Regular'), bold: font('600SemiBold/GolosText_600SemiBold') } as const

export const ink = { text: 'black', quiet: '#444444', line: '#888888', shade: '#eeeeee' } as const
const margin = 34
const footRoom = 16

/** One PDF being written: where the next block starts and how much room is left. */
export interface Paper {
  readonly doc: PDFKit.PDFDocument
  readonly left: number
  readonly width: number
  readonly top: number
  readonly bottom: number
  y: number
}

/** Opens a document with the bundled typeface; every letter is embedded. */
export function openPaper({ title, language, madeAt, size = 'A4', landscape = false, archive = false }: PrintDocument): Paper {
  const doc = new Pdf({
    size, layout: landscape ? 'landscape' : 'portrait', margin, bufferPages: true, lang: language, displayTitle: true, font: face.regular,
    info: { Title: title, CreationDate: madeAt, ModDate: madeAt, Producer: 'Moya shkola', Creator: 'Moya shkola' },
    pdfVersion: '1.7', ...(archive ? { subset: 'PDF/A-2b' as const, tagged: true } : {}),
  } as PDFKit.PDFDocumentOptions)
  const { width, height } = doc.page
  return { doc, left: margin, width: width - 2 * margin, top: margin, bottom: height - margin - footRoom, y: margin }
}

/** Starts a new page. */
export function turn(paper: Paper): void {
  paper.doc.addPage()
  paper.y = paper.top
}

/** Starts a new page unless this much room is left. */
export function keepRoom(paper: Paper, points: number): void {
  if (paper.y + points > paper.bottom && paper.y > paper.top) turn(paper)
}

/** Writes the line under every page, once all pages are known. */
export function writeFeet(paper: Paper, foot: NonNullable<PrintDocument['foot']>): void {
  const { doc } = paper
  const { start, count } = doc.bufferedPageRange()
  for (let index = 0; index < count; index += 1) {
    doc.switchToPage(start + index)
    doc.font(face.regular).fontSize(8).fillColor(ink.quiet)
      .text(foot(index + 1, count), paper.left, paper.bottom + 6, { width: paper.width, align: 'right', lineBreak: false, height: footRoom, ellipsis: true })
  }
}
