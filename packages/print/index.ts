export { printPdf } from './print.ts'
export { printWorkbook, type WorkbookCell, type WorkbookSheet } from './workbook.ts'
export { fileHeads } from './attachment.ts'
export type { Align, Block, Cell, CellContent, Column, Line, PrintDocument, Table } from './document.ts'
