// not messages: titles and values of the workbook a school fills in
import { readSheets } from '@school/workbook'
import { folded } from './proposal-words.ts'
import { classRow, groupRow, loadRow, personRow, titleKey, type ClassRow, type GroupRow, type LoadRow, type PersonRow, type RowError } from './workbook-rows.ts'
import { SHEETS } from './workbook-sheets.ts'
import { specOfSheet, tableOf, type RawSheet } from './workbook-table.ts'

export type RosterRows = { people: PersonRow[]; classes: ClassRow[]; groups: GroupRow[]; loads: LoadRow[]; sources?: RosterSources }
/** Whom and what a foreign system calls by which id: people by their row, classes by title. */
export type RosterSources = { users: { sourcedId: string; person: Pick<PersonRow, 'lastName' | 'firstName' | 'middleName' | 'birthDate' | 'snils'> }[]; classes: { sourcedId: string; title: string }[] }
export type WorkbookReading = RosterRows & {
  /** Everything wrong, row by row; rows without an error are usable. */
  errors: RowError[]
  /** Columns nobody asked for, as 'sheet: column'. */
  ignored: string[]
}
/** What is known beside the file: the day, and titles a row may refer to without the file declaring them. */
export type ReadingContext = { today: string; classTitles?: readonly string[]; groupTitles?: readonly string[] }

/** Reads a workbook made after our template and lists everything wrong at once; it never throws for what is in the file. */
export async function readWorkbook(bytes: Uint8Array, context: ReadingContext): Promise<WorkbookReading> {
  const reading: WorkbookReading = { people: [], classes: [], groups: [], loads: [], errors: [], ignored: [] }
  const fileError = (code: string, value = '') => { reading.errors.push({ sheet: '', row: 0, column: '', code, value, hint: null }); return reading }
  const found = await readSheets(bytes)
  if ('fault' in found) return fileError(found.fault)
  const known = found.sheets.flatMap(({ title, rows, tooLong }) => {
    const spec = specOfSheet(title)
    if (tooLong) { fileError('too_many_rows', title); return [] }
    return spec ? [tableOf(spec, title, rows)] : []
  })
  if (known.length === 0) fileError('no_known_sheet', SHEETS.map((spec) => spec.title).join(', '))
  for (const sheet of known) readSheet(sheet, reading, context)
  checkDuplicates(reading)
  checkReferences(reading, context)
  reading.errors.sort((a, b) => a.sheet.localeCompare(b.sheet, 'ru') || a.row - b.row)
  return reading
}

function readSheet(sheet: RawSheet, reading: WorkbookReading, context: ReadingContext): void {
  reading.ignored.push(...sheet.unknown.map((title) => `${sheet.title}: ${title}`))
  for (const title of sheet.missing) reading.errors.push({ sheet: sheet.title, row: 0, column: title, code: 'missing_column', value: '', hint: null })
  if (sheet.missing.length) return
  const { errors } = reading
  for (const raw of sheet.rows) {
    const add = <Row>(list: Row[], row: Row | null) => { if (row) list.push(row) }
    if (sheet.spec.key === 'people') add(reading.people, personRow(sheet, raw, errors, context.today))
    if (sheet.spec.key === 'classes') add(reading.classes, classRow(sheet, raw, errors))
    if (sheet.spec.key === 'groups') add(reading.groups, groupRow(sheet, raw, errors))
    if (sheet.spec.key === 'loads') add(reading.loads, loadRow(sheet, raw, errors))
  }
}

function checkDuplicates(reading: WorkbookReading): void {
  const once = <Row extends { row: number }>(sheet: string, column: string, code: string, rows: readonly Row[], key: (row: Row) => string | null) => {
    const first = new Map<string, number>()
    for (const row of rows) {
      const found = key(row)
      if (found === null) continue
      if (first.has(found)) reading.errors.push({ sheet, row: row.row, column, code, value: found, hint: String(first.get(found)) })
      else first.set(found, row.row)
    }
  }
  once('Люди', 'СНИЛС', 'duplicate_snils', reading.people, (row) => row.snils && `${row.snils} ${row.role}${secondGuardian(row)}`)
  once('Люди', 'Фамилия', 'duplicate_person', reading.people, (row) => row.birthDate && folded(`${row.lastName} ${row.firstName} ${row.middleName ?? ''} ${row.birthDate} ${row.role}`) + secondGuardian(row))
  once('Классы', 'Класс', 'duplicate_class', reading.classes, (row) => titleKey(row.title))
  once('Группы', 'Название', 'duplicate_group', reading.groups, (row) => titleKey(row.title))
  once('Нагрузка', 'Предмет', 'duplicate_load', reading.loads, (row) => `${titleKey(row.students)} ${folded(row.subject)} ${folded(row.teacher ?? '')}`)
}

/** A pupil may stand in a second row when it names another representative. */
const secondGuardian = (row: WorkbookReading['people'][number]) => (row.guardian ? ` ${folded(row.guardian.lastName)} ${row.guardian.snils ?? folded(row.guardian.firstName)}` : '')

function checkReferences(reading: WorkbookReading, context: ReadingContext): void {
  const classes = new Set([...reading.classes.map((row) => row.title), ...(context.classTitles ?? [])].map(titleKey))
  const groups = new Set([...reading.groups.map((row) => row.title), ...(context.groupTitles ?? [])].map(titleKey))
  const unknown = (sheet: string, row: number, column: string, title: string) => reading.errors.push({ sheet, row, column, code: 'unknown_class', value: title, hint: null })
  for (const row of reading.people) if (row.className && !classes.has(titleKey(row.className))) unknown('Люди', row.row, 'Класс', row.className)
  for (const row of reading.groups) for (const title of row.classes) if (!classes.has(titleKey(title))) unknown('Группы', row.row, 'Классы', title)
  for (const row of reading.loads) if (!classes.has(titleKey(row.students)) && !groups.has(titleKey(row.students))) unknown('Нагрузка', row.row, 'Класс или группа', row.students)
}
