import type { Read } from '@school/server'
import type { ReportTable } from '../../contract/index.ts'
import { column, none, num, row, share, table, text, type Cell } from '../make/cells.ts'
import type { Asked, ReportSpec } from '../make/spec.ts'
import { listCourses, type CourseRow } from './store.ts'

const sum = (rows: readonly CourseRow[], of: (row: CourseRow) => number) => rows.reduce((total, one) => total + of(one), 0)

function cellsOf({ words }: Asked, rows: readonly CourseRow[]): Cell[] {
  const { programme: w } = words
  const [due, given] = [sum(rows, (one) => one.due), sum(rows, (one) => one.given)]
  return [
    num(sum(rows, (one) => one.planned)), num(due), num(given), num(sum(rows, (one) => one.recorded)), num(due - given, 'bad'),
    share(words, { title: w.done, part: [w.given, given], whole: [w.due, due], rule: w.rule }),
  ]
}

async function make(read: Read, asked: Asked): Promise<ReportTable[]> {
  const { words, span } = asked
  const { programme: w } = words
  const found = await listCourses(read, span.year, span.starts, span.ends, span.until, asked.teacherId)
  const columns = [column(words.subject, 'name'), column(words.classUnit, 'text'), ...(asked.teacherId ? [] : [column(words.teacher, 'text')]), column(w.perWeek), column(w.planned), column(w.due), column(w.given), column(w.recorded), column(w.lag), column(w.done), column(w.lost, 'text')]
  const rows = found.map((one) => row(one.id, [
    text(one.subject), text(one.group_name), ...(asked.teacherId ? [] : [text(one.teachers)]), { text: words.hours(one.hours_per_week), number: Number(one.hours_per_week) },
    ...cellsOf(asked, [one]), text((one.lost ?? []).map(words.day).join(', ')),
  ]))
  const total = row('total', [text(words.total), none, ...(asked.teacherId ? [] : [none]), none, ...cellsOf(asked, found), none], 'total')
  return [table('courses', '', columns, found.length > 0 ? [...rows, total] : [], { note: w.note, empty: w.noCourses })]
}

export const programmeReports: readonly ReportSpec[] = [
  { key: 'programme', of: 'teacher', asks: ['period'], make },
  { key: 'programme', of: 'school', asks: ['period'], make },
]
