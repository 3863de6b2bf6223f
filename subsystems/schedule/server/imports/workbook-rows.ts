import { printSnils, normalSnils, whySnilsWrong } from '@school/contract'
import { textOfCell } from '@school/workbook'
import { compact } from './proposal-words.ts'
import { dayOfCell, emailOfCell, genderOfCell, numberOfCell, roleOfCell, tidyName, type Parsed, type RosterRole } from './workbook-cells.ts'
import type { RawRow, RawSheet } from './workbook-table.ts'

export type RowError = { sheet: string; row: number; column: string; code: string; value: string; hint: string | null }
export type NameParts = { lastName: string; firstName: string; middleName: string | null }
export type GuardianCell = NameParts & { snils: string | null; kind: string; birthDate: string | null }
export type PersonRow = NameParts & {
  row: number; birthDate: string | null; gender: 'male' | 'female' | null; snils: string | null; role: RosterRole
  className: string | null; position: string | null; email: string | null; guardian: GuardianCell | null
}
export type ClassRow = { row: number; title: string; parallel: number | null; letter: string | null; course: number | null; shift: number; homeroom: string | null; daysPerWeek: number; building: string | null }
export type GroupRow = { row: number; title: string; classes: string[]; subject: string | null; members: string | null }
export type LoadRow = { row: number; students: string; subject: string; teacher: string | null; hours: number }

/** Reads cells of one row and remembers what is wrong with each. */
class RowReader {
  readonly #sheet: RawSheet
  readonly #row: RawRow
  readonly #errors: RowError[]
  constructor(sheet: RawSheet, row: RawRow, errors: RowError[]) { this.#sheet = sheet; this.#row = row; this.#errors = errors }

  text(key: string): string | null { return textOfCell(this.#row.cells[key]) || null }

  needed(key: string): string | null {
    const text = this.text(key)
    if (text === null) this.wrong(key, 'required', null)
    return text
  }

  parsed<Value>(key: string, parse: (cell: unknown) => Parsed<Value>): Value | null {
    if (this.text(key) === null) return null
    const found = parse(this.#row.cells[key])
    if ('value' in found) return found.value
    this.wrong(key, found.fault, found.hint)
    return null
  }

  snils(key: string): string | null {
    const text = this.text(key)
    if (text === null) return null
    const digits = normalSnils(text).padStart(11, '0') // a number cell loses leading zeros
    const fault = whySnilsWrong(digits)
    if (fault) this.wrong(key, `snils_${fault}`, printSnils(digits))
    return fault ? null : digits
  }

  wrong(key: string, code: string, hint: string | null): void {
    const column = this.#sheet.spec.columns.find((one) => one.key === key)?.title ?? key
    this.#errors.push({ sheet: this.#sheet.title, row: this.#row.row, column, code, value: this.text(key) ?? '', hint })
  }
}

export function personRow(sheet: RawSheet, raw: RawRow, errors: RowError[], today: string): PersonRow | null {
  const read = new RowReader(sheet, raw, errors)
  const name = read.text('lastName') ? { lastName: tidyName(read.text('lastName')!), firstName: tidyName(read.text('firstName') ?? ''), middleName: tidyOrNull(read.text('middleName')) } : partsOf(read.text('fullName') ?? '')
  if (name.lastName === '') read.wrong('lastName', 'required', null)
  if (name.lastName !== '' && name.firstName === '') read.wrong('firstName', 'required', null)
  const role = read.needed('role') === null ? null : read.parsed('role', roleOfCell)
  const guardianName = partsOf(read.text('guardian') ?? '')
  const guardianSnils = read.snils('guardianSnils')
  const row = {
    row: raw.row, ...name, birthDate: read.parsed('birthDate', (cell) => dayOfCell(cell, today)), gender: read.parsed('gender', genderOfCell), snils: read.snils('snils'),
    className: read.text('className'), position: read.text('position'), email: read.parsed('email', emailOfCell),
    guardian: guardianName.firstName === '' ? null : { ...guardianName, snils: guardianSnils, kind: (read.text('guardianKind') ?? '').toLowerCase(), birthDate: read.parsed('guardianBirthDate', (cell) => dayOfCell(cell, today)) },
  }
  if (read.text('guardian') && !row.guardian) read.wrong('guardian', 'incomplete_name', null)
  if (role === 'pupil' && !row.className) read.wrong('className', 'required', null)
  if (role === 'pupil' && !row.birthDate && read.text('birthDate') === null) read.wrong('birthDate', 'required', null)
  return role && name.lastName !== '' && name.firstName !== '' ? { ...row, role } : null
}

export function classRow(sheet: RawSheet, raw: RawRow, errors: RowError[]): ClassRow | null {
  const read = new RowReader(sheet, raw, errors)
  const whole = read.text('title') ?? read.text('collegeGroup')
  const parallel = read.parsed('parallel', (cell) => numberOfCell(cell, 1, 12)) ?? (Number(/^(\d{1,2})(?!\d)/.exec(read.text('title') ?? '')?.[1]) || null)
  const letter = read.text('letter')?.toUpperCase() ?? (/^\d{1,2}\s*[-«"']*\s*([^\d\s«»"'-].*?)[»"']*$/u.exec(read.text('title') ?? '')?.[1] ?? null)
  const title = whole ?? (parallel === null ? null : `${parallel}${letter ?? ''}`)
  const row = {
    row: raw.row, parallel, letter, course: read.parsed('course', (cell) => numberOfCell(cell, 1, 6)), shift: read.parsed('shift', (cell) => numberOfCell(cell, 1, 2)) ?? 1,
    homeroom: read.text('homeroom'), daysPerWeek: read.parsed('daysPerWeek', (cell) => numberOfCell(cell, 5, 6)) ?? 5, building: read.text('building'),
  }
  if (title === null) { if (read.text('parallel') === null) read.wrong('title', 'required', null); return null }
  return { ...row, title }
}

export function groupRow(sheet: RawSheet, raw: RawRow, errors: RowError[]): GroupRow | null {
  const read = new RowReader(sheet, raw, errors)
  const [title, classes] = [read.needed('title'), read.needed('classes')]
  return title && classes ? { row: raw.row, title, classes: classes.split(/[,;]/).map((one) => one.trim()).filter(Boolean), subject: read.text('subject'), members: read.text('members') } : null
}

export function loadRow(sheet: RawSheet, raw: RawRow, errors: RowError[]): LoadRow | null {
  const read = new RowReader(sheet, raw, errors)
  const [students, subject] = [read.needed('students'), read.needed('subject')]
  const hours = read.needed('hours') === null ? null : read.parsed('hours', (cell) => numberOfCell(cell, 0.25, 40))
  return students && subject && hours !== null ? { row: raw.row, students, subject, teacher: read.text('teacher'), hours } : null
}

/** How classes and groups are compared: 5А, 5 «А» and 5-a are one. */
export const titleKey = (title: string) => compact(title)

/** Surname, first name and patronymic of one cell. */
export function partsOf(text: string): NameParts {
  const [lastName = '', firstName = '', ...rest] = tidyName(text).split(' ')
  return { lastName, firstName, middleName: rest.length ? rest.join(' ') : null }
}

const tidyOrNull = (text: string | null) => (text === null || /^[-–—]$/.test(text) ? null : tidyName(text))
