// not messages: titles of the workbook that teachers keep and that reading understands
import { printWorkbook } from '@school/print'
import { readSheets } from '@school/workbook'
import type { Programme, ReadProgramme } from '../../contract/programmes.ts'
import { readProgrammeRows } from './read-table.ts'

/** The programme as a workbook that reading takes back. */
export function writeProgrammeBook(programme: Pick<Programme, 'name' | 'list'>): Promise<Buffer> {
  const head = ['№', 'Раздел', 'Тема урока', 'Часов', 'Контроль', 'Домашнее задание', 'Ссылки']
  const rows = programme.list.map((item, i) => [i + 1, item.section, item.topic, item.hours, item.control, item.homework, item.links.map((link) => link.href).join('; ')])
  return printWorkbook([{ name: programme.name, head: [head], rows, widths: [6, 30, 60, 8, 24, 40, 40] }])
}

/** What the first sheet with lessons holds; null when the file is no workbook. */
export async function readProgrammeBook(bytes: Uint8Array): Promise<ReadProgramme | null> {
  const found = await readSheets(bytes)
  if ('fault' in found) return null
  const read = found.sheets.map((sheet) => readProgrammeRows(sheet.rows))
  return read.find((one) => one.items.length > 0) ?? read[0] ?? readProgrammeRows([])
}
