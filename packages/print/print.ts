import type { Block, Heading, PrintDocument, Signatures, Text } from './document.ts'
import { face, ink, keepRoom, openPaper, turn, writeFeet, type Paper } from './paper.ts'
import { drawTable } from './table.ts'

/** Makes a PDF file. The same document gives the same bytes. */
export async function printPdf(document: PrintDocument): Promise<Buffer> {
  const paper = openPaper(document)
  const chunks: Buffer[] = []
  const written = new Promise<Buffer>((done, failed) => {
    paper.doc.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(Buffer.concat(chunks))).on('error', failed)
  })
  for (const block of document.blocks) await draw(paper, block)
  if (document.foot) writeFeet(paper, document.foot)
  paper.doc.end()
  return written
}

async function draw(paper: Paper, block: Block): Promise<void> {
  switch (block.kind) {
    case 'heading': return drawHeading(paper, block)
    case 'text': return drawText(paper, block)
    case 'table': return drawTable(paper, block)
    case 'signatures': return drawSignatures(paper, block)
    case 'newPage': return turn(paper)
    case 'gap': paper.y += block.points
  }
}

function drawHeading(paper: Paper, { text, level = 1 }: Heading): void {
  const letters = level === 1 ? 16 : 12
  keepRoom(paper, letters * 4)
  paper.doc.font(face.bold).fontSize(letters).fillColor(ink.text).text(text, paper.left, paper.y, { width: paper.width })
  paper.y = paper.doc.y + letters * 0.4
}

function drawText(paper: Paper, { text, bold = false, quiet = false, align = 'left' }: Text): void {
  const dressed = paper.doc.font(bold ? face.bold : face.regular).fontSize(10)
  keepRoom(paper, dressed.heightOfString(text, { width: paper.width }))
  dressed.fillColor(quiet ? ink.quiet : ink.text).text(text, paper.left, paper.y, { width: paper.width, align })
  paper.y = paper.doc.y + 3
}

function drawSignatures(paper: Paper, { people }: Signatures): void {
  const { doc, left, width } = paper
  keepRoom(paper, people.length * 28)
  for (const { office, name } of people) {
    const y = paper.y + 14
    doc.font(face.regular).fontSize(10).fillColor(ink.text).text(office, left, y, { width: width * 0.4, lineBreak: false })
    doc.lineWidth(0.5).strokeColor(ink.line).moveTo(left + width * 0.42, y + 12).lineTo(left + width * 0.65, y + 12).stroke()
    doc.text(name, left + width * 0.67, y, { width: width * 0.33, lineBreak: false })
    paper.y = y + 14
  }
}
