import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileHeads } from './attachment.ts'
import type { Block, PrintDocument } from './document.ts'
import { printPdf } from './print.ts'
import { columnWidths } from './table.ts'
import { distinctNames, printWorkbook } from './workbook.ts'

const madeAt = new Date('2026-11-24T09:00:00Z')
const paper = (blocks: Block[], more: Partial<PrintDocument> = {}): PrintDocument => ({ title: 'Ведомость', language: 'ru', madeAt, foot: (page, pages) => `${page} из ${pages}`, blocks, ...more })
const pages = (file: Buffer) => file.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
const table = (rows: number): Block => ({
  kind: 'table', columns: [{ points: 30, align: 'right' }, { share: 2 }], head: [['№', 'Ученик']],
  rows: Array.from({ length: rows }, (_, index) => [String(index + 1), { lines: [{ text: 'Щёголева Ёлка', bold: true }, { text: '7 «Б»', small: true, quiet: true }] }]),
})

test('a document is a PDF with embedded letters; a long table turns pages', async () => {
  const file = await printPdf(paper([{ kind: 'heading', text: 'Ведомость' }, { kind: 'text', text: 'За ноябрь' }, table(120), { kind: 'signatures', people: [{ office: 'Директор', name: 'Ким А. П.' }] }]))
  assert.equal(file.subarray(0, 5).toString(), '%PDF-')
  assert.match(file.toString('latin1'), /FontFile2/)
  assert.ok(pages(file) >= 4, `${pages(file)} pages`)
})

test('the same document gives the same bytes', async () => {
  const one = await printPdf(paper([table(3)], { archive: true }))
  assert.deepEqual(one, await printPdf(paper([table(3)], { archive: true })))
  assert.match(one.toString('latin1'), /pdfaid:part>2/)
})

test('a poster takes one page however much stands on it', async () => {
  for (const rows of [3, 60]) assert.equal(pages(await printPdf(paper([{ ...table(rows), fill: true } as Block], { size: 'A3', landscape: true }))), 1)
})

test('a row higher than the page and an empty table are drawn all the same', async () => {
  const tall: Block = { kind: 'table', columns: [{}], head: [['x']], rows: [[{ lines: Array.from({ length: 20 }, () => ({ text: 'слово '.repeat(60) })) }]] }
  assert.ok(pages(await printPdf(paper([tall, table(0)]))) >= 1)
})

test('columns share what fixed ones leave', () => {
  assert.deepEqual(columnWidths([{ points: 20 }, { share: 3 }, { share: 1 }], 100), [20, 60, 20])
})

test('a workbook is a zip; names of sheets are distinct and allowed', async () => {
  const file = await printWorkbook([{ name: 'Ноябрь', widths: [20, 10], head: [['Учитель', 'Часы']], rows: [['Ким', 4], [{ value: 'Итого', bold: true, span: 2 }]] }])
  assert.equal(file.subarray(0, 2).toString(), 'PK')
  assert.deepEqual(distinctNames(['5/А', '5?А', '']), ['5 А', '5 А 2', '1'])
  assert.ok(distinctNames(['я'.repeat(40), 'я'.repeat(40)]).every((name) => name.length <= 31))
})

test('a Russian file name survives, and nobody can break out of the header', () => {
  const heads = fileHeads('Замены "ноябрь"\r\nx: y', 'pdf')
  assert.match(heads['content-disposition']!, /filename\*=UTF-8''%D0%97/)
  assert.doesNotMatch(heads['content-disposition']!, /[\r\n]/)
})
