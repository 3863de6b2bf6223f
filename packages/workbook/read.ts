import readExcelFile from 'read-excel-file/node'
import { whyNotWorkbook, WORKBOOK_LIMITS, type ZipFault } from './zip.ts'

export interface SheetRows { readonly title: string; readonly rows: readonly (readonly unknown[])[]; readonly tooLong: boolean }
export type SheetFault = ZipFault

/** The sheets of a workbook row by row, or why it may not be opened; it never throws for what is in the file. */
export async function readSheets(bytes: Uint8Array): Promise<{ fault: SheetFault } | { sheets: SheetRows[] }> {
  const fault = whyNotWorkbook(bytes)
  if (fault) return { fault }
  try {
    const sheets = await readExcelFile(Buffer.from(bytes)) as { sheet: string; data: unknown[][] }[]
    return { sheets: sheets.map(({ sheet, data }) => ({ title: sheet, rows: data.slice(0, WORKBOOK_LIMITS.rows), tooLong: data.length > WORKBOOK_LIMITS.rows })) }
  } catch {
    return { fault: 'not_a_workbook' }
  }
}
