// not messages: titles and values of the workbook a school fills in
import { textOfCell } from '@school/workbook'
import { folded } from './proposal-words.ts'

export type CellFault = 'bad_date' | 'future_date' | 'bad_gender' | 'bad_role' | 'bad_number' | 'bad_email'
export type Parsed<Value> = { value: Value } | { fault: CellFault; hint: string }
export type RosterRole = 'pupil' | 'teacher' | 'staff' | 'parent'

const ROLES: Record<string, RosterRole> = {
  ученик: 'pupil', ученица: 'pupil', учащийся: 'pupil', учащаяся: 'pupil', обучающийся: 'pupil', обучающаяся: 'pupil', студент: 'pupil', студентка: 'pupil', pupil: 'pupil', student: 'pupil',
  учитель: 'teacher', педагог: 'teacher', преподаватель: 'teacher', учительница: 'teacher', teacher: 'teacher',
  сотрудник: 'staff', работник: 'staff', администрация: 'staff', staff: 'staff', родитель: 'parent', представитель: 'parent', 'законный представитель': 'parent', опекун: 'parent', parent: 'parent',
}
const EARLIEST = '1900-01-01'

/** A day from an Excel date, its serial number, ISO or dd.mm.yyyy. */
export function dayOfCell(cell: unknown, today: string): Parsed<string> {
  const text = textOfCell(cell)
  const day = /^\d{4,5}$/.test(text) ? dayOfSerial(Number(text)) : dayOfText(text)
  if (day === null || day < EARLIEST) return { fault: 'bad_date', hint: 'дд.мм.гггг' }
  return day > today ? { fault: 'future_date', hint: today } : { value: day }
}

const dayOfSerial = (serial: number) => new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)

function dayOfText(text: string): string | null {
  const russian = /^(\d{1,2})[./\- ](\d{1,2})[./\- ](\d{4})(?: ?г\.?)?$/.exec(text)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/.exec(text)
  const [year, month, day] = russian ? [russian[3]!, russian[2]!, russian[1]!] : iso ? [iso[1]!, iso[2]!, iso[3]!] : []
  if (!year || !month || !day) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const real = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : null
}

export function genderOfCell(cell: unknown): Parsed<'male' | 'female'> {
  const text = folded(textOfCell(cell))
  if (/^(м|муж|мужской|m|male|мальчик)$/.test(text)) return { value: 'male' }
  if (/^(ж|жен|женский|f|female|девочка)$/.test(text)) return { value: 'female' }
  return { fault: 'bad_gender', hint: 'м, ж' }
}

export function roleOfCell(cell: unknown): Parsed<RosterRole> {
  const role = ROLES[folded(textOfCell(cell))] ?? ROLES[folded(textOfCell(cell)).split(' ')[0] ?? '']
  return role ? { value: role } : { fault: 'bad_role', hint: 'ученик, учитель, сотрудник, родитель' }
}

/** A number with a comma or a point, between the bounds. */
export function numberOfCell(cell: unknown, least: number, most: number): Parsed<number> {
  const text = textOfCell(cell).replace(',', '.').replace(/\s*(ч|час\p{L}*|класс|смена|дн\p{L}*|курс)\.?$/iu, '')
  const number = text === '' ? NaN : Number(text)
  return number >= least && number <= most ? { value: number } : { fault: 'bad_number', hint: `${least}–${most}` }
}

export function emailOfCell(cell: unknown): Parsed<string> {
  const text = textOfCell(cell).toLowerCase()
  return /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text) ? { value: text } : { fault: 'bad_email', hint: 'name@example.ru' }
}

/** ИВАНОВ and иванов become Иванов; a mixed spelling stays as written. */
export function tidyName(text: string): string {
  if (text !== text.toUpperCase() && text !== text.toLowerCase()) return text
  return text.toLowerCase().replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()).replace(/ (Оглы|Кызы)$/, (word) => word.toLowerCase())
}
