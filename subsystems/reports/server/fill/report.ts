import type { Read } from '@school/server'
import type { ReportTable } from '../../contract/index.ts'
import { column, none, num, row, share, table, text } from '../make/cells.ts'
import type { Asked, ReportSpec } from '../make/spec.ts'
import { daysBetween } from './rules.ts'
import { listFill, listGaps, type FillRow, type FillWish } from './store.ts'

const wishOf = ({ span, frame, classId, teacherId }: Asked): FillWish => ({ starts: span.starts, until: span.until, today: frame.today, clock: frame.clock, classId, teacherId })
const sum = (rows: readonly FillRow[], of: (row: FillRow) => number) => rows.reduce((total, one) => total + of(one), 0)

function cellsOf({ words, frame }: Asked, rows: readonly FillRow[]) {
  const { fill: w } = words
  const lessons = sum(rows, (one) => one.lessons)
  const noTopic = sum(rows, (one) => one.no_topic)
  const oldest = rows.flatMap((one) => one.oldest ?? []).toSorted()[0]
  return [
    num(lessons), num(noTopic, 'bad'), num(sum(rows, (one) => one.no_attendance), 'bad'), num(sum(rows, (one) => one.no_homework)),
    oldest ? { ...num(daysBetween(oldest, frame.today)), tone: daysBetween(oldest, frame.today) > 3 ? 'bad' as const : 'warn' as const } : none,
    share(words, { title: w.filled, part: [w.withTopic, lessons - noTopic], whole: [w.lessons, lessons], rule: w.rule }),
  ]
}

async function overview(read: Read, asked: Asked, by: 'teacher' | 'course'): Promise<ReportTable> {
  const { words } = asked
  const { fill: w } = words
  const found = await listFill(read, wishOf(asked))
  const columns = [column(by === 'teacher' ? words.teacher : words.subject, 'name'), ...(by === 'teacher' ? [] : [column(words.classUnit, 'text')]), column(w.lessons), column(w.noTopic), column(w.noAttendance), column(w.noHomework), column(w.lag), column(w.filled)]
  const rows = by === 'teacher'
    ? [...Map.groupBy(found, (one) => one.teacher_id)].map(([id, own]) => row(id, [text(own[0]!.teacher), ...cellsOf(asked, own)]))
    : found.map((one) => row(`${one.teacher_id} ${one.course_id}`, [text(one.subject), text(one.group_name), ...cellsOf(asked, [one])]))
  const total = row('total', [text(words.total), ...(by === 'teacher' ? [] : [none]), ...cellsOf(asked, found)], 'total')
  return table('overview', '', columns, found.length > 0 ? [...rows, total] : [], { note: w.note, empty: w.noLessons })
}

async function gapsOf(read: Read, asked: Asked): Promise<ReportTable> {
  const { words } = asked
  const { fill: w } = words
  const found = await listGaps(read, wishOf(asked))
  const missing = (is: boolean) => (is ? text(w.missing, 'bad') : none)
  const columns = [column(words.date, 'text'), column(w.number), column(words.subject, 'name'), column(words.classUnit, 'text'), column(words.teacher, 'text'), column(w.topic, 'text'), column(w.attendance, 'text'), column(w.homework, 'text')]
  const rows = found.map((one) => row(one.id, [text(words.day(one.date)), num(one.number), text(one.subject), text(one.group_name), text(one.teacher), missing(one.no_topic), missing(one.no_attendance), one.no_homework ? text(w.missing) : none]))
  return table('gaps', w.gaps, columns, rows, { note: found.length === 300 ? w.cut : '', empty: w.noGaps })
}

export const fillReports: readonly ReportSpec[] = [
  { key: 'fill', of: 'class', asks: ['period'], make: async (read, asked) => [await overview(read, asked, 'course'), await gapsOf(read, asked)] },
  { key: 'fill', of: 'teacher', asks: ['period'], make: async (read, asked) => [await overview(read, asked, 'course'), await gapsOf(read, asked)] },
  { key: 'fill', of: 'school', asks: ['period'], make: async (read, asked) => [await overview(read, asked, 'teacher')] },
]
