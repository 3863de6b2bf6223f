export { readSheets, type SheetFault, type SheetRows } from './read.ts'
export { textOfCell } from './cell.ts'
export { whyNotWorkbook, WORKBOOK_LIMITS } from './zip.ts'
