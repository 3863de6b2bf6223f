import { printPdf, printWorkbook, type CellContent } from '@school/print'
import type { DayChange, PaySheet } from '../../contract/substitutions.ts'
import { paperDay } from '../timetable/print-words.ts'
import { words } from './print-words.ts'

interface Paper { readonly size: 'A4' | 'A3'; readonly language: 'ru' | 'en'; readonly madeAt: Date }
const short = ({ lastName, firstName, middleName }: { lastName: string; firstName: string; middleName: string | null }) => `${lastName} ${firstName.slice(0, 1)}.${middleName ? ` ${middleName.slice(0, 1)}.` : ''}`

/** The day sheet for the wall. */
export function printDay(date: string, changes: readonly DayChange[], { size, language, madeAt }: Paper): Promise<Buffer> {
  const t = words[language]
  const rows = changes.map((one): CellContent[] => [
    String(one.number), { lines: [{ text: one.className, bold: true }, ...(one.group.name === one.className ? [] : [{ text: one.group.name, small: true, quiet: true }])] }, one.subject.name, one.absent ? short(one.absent) : '',
    { lines: [{ text: one.what === 'cancelled' || one.what === 'open' ? t.what[one.what] : one.teachers.map(short).join(', '), bold: true }, ...(one.what === 'join' || one.what === 'moved' ? [{ text: t.what[one.what], small: true }] : [])] }, one.room ? t.room(one.room.name) : '',
  ])
  return printPdf({
    title: t.daySheet(paperDay(date)), language, madeAt, size, foot: t.page,
    blocks: [
      { kind: 'heading', text: t.daySheet(paperDay(date)) },
      rows.length === 0 ? { kind: 'text', text: t.noChanges } : { kind: 'table', letters: size === 'A3' ? 15 : 11, columns: [{ points: size === 'A3' ? 40 : 28, align: 'center' }, { share: 1.2 }, { share: 2 }, { share: 2 }, { share: 2.2 }, { share: 1 }], head: [[...t.dayHead]], rows },
    ],
  })
}

/** The pay sheet: hours by teacher, and each lesson behind them. */
export function printPay({ month, rows }: PaySheet, language: 'ru' | 'en'): Promise<Buffer> {
  const t = words[language]
  return printWorkbook([
    { name: t.hours, widths: [36, 10], head: [[t.teacher, t.hours]], rows: [...rows.map((one) => [short(one.teacher), one.hours]), [{ value: t.total, bold: true }, { value: rows.reduce((sum, one) => sum + one.hours, 0), bold: true }]] },
    { name: `${t.lessons} ${month.slice(5, 7)}.${month.slice(0, 4)}`, widths: [30, 12, 8, 28, 18, 28, 16], head: [[t.teacher, t.date, t.number, t.subject, t.group, t.insteadOf, t.kind]], rows: rows.flatMap((one) => one.lessons.map((lesson) => [short(one.teacher), paperDay(lesson.date), lesson.number, lesson.subject, lesson.group, lesson.insteadOf, t.kinds[lesson.kind]])) },
  ])
}
