import type { Read } from '@school/server'
import type { ReportTable } from '../../contract/index.ts'
import { column, none, num, row, share, table, text } from '../make/cells.ts'
import type { Asked, ReportSpec } from '../make/spec.ts'
import { fullName } from '../words/words.ts'
import { listCourseMarks, listEmptyWorks, listPupilMarks, type AccumulationWish, type PupilMarksRow } from './store.ts'

const wishOf = ({ span, classId, teacherId }: Asked): AccumulationWish => ({ year: span.year, starts: span.starts, until: span.until, classId, teacherId })
const isFew = (one: { marks: number; least: number | null }) => one.marks < (one.least ?? 0)

async function works(read: Read, asked: Asked): Promise<ReportTable> {
  const { words } = asked
  const { accumulation: w } = words
  const rows = (await listEmptyWorks(read, wishOf(asked))).map((one) => row(one.id, [text(words.day(one.date)), text(one.subject), text(one.group_name), text([one.type_name, one.title].filter(Boolean).join(': '))]))
  return table('works', w.emptyWorks, [column(words.date, 'text'), column(words.subject, 'name'), column(words.classUnit, 'text'), column(w.work, 'text')], rows, { empty: w.noEmptyWorks })
}

/** Pupils down, courses across: how many marks each has, with what is too few in colour. */
async function matrix(read: Read, asked: Asked): Promise<ReportTable> {
  const { words } = asked
  const { accumulation: w } = words
  const found = await listPupilMarks(read, wishOf(asked))
  const courses = [...new Map(found.map((one) => [one.course_id, one])).values()].toSorted((a, b) => a.subject.localeCompare(b.subject, 'ru') || a.group_name.localeCompare(b.group_name, 'ru'))
  const head = (one: PupilMarksRow) => column(`${one.subject}${courses.filter((other) => other.subject === one.subject).length > 1 ? `, ${one.group_name}` : ''}`)
  const rows = [...Map.groupBy(found, (one) => one.student_id)].map(([id, own]) => row(id, [text(fullName(own[0]!)), ...courses.map((course) => {
    const one = own.find((mine) => mine.course_id === course.course_id)
    return one ? { ...num(one.marks), ...(isFew(one) ? { tone: one.marks === 0 ? 'bad' as const : 'warn' as const } : {}) } : none
  })]))
  const least = row('least', [text(w.least), ...courses.map((one) => (one.least === null ? none : num(one.least)))], 'total')
  return table('matrix', '', [column(words.pupil, 'name'), ...courses.map(head)], rows.length > 0 ? [...rows, least] : [], { note: found[0] ? w.note(found[0].title, found[0].edition) : '', empty: w.nothing })
}

/** A teacher's courses, and in each the pupils who have too few. */
async function ofTeacher(read: Read, asked: Asked): Promise<ReportTable> {
  const { words } = asked
  const { accumulation: w } = words
  const found = await listPupilMarks(read, wishOf(asked))
  const few = found.filter(isFew).toSorted((a, b) => a.subject.localeCompare(b.subject, 'ru') || a.group_name.localeCompare(b.group_name, 'ru') || a.marks - b.marks)
  const rows = few.map((one) => row(`${one.course_id} ${one.student_id}`, [text(fullName(one)), text(one.subject), text(one.group_name), num(one.marks), num(one.least ?? 0), num((one.least ?? 0) - one.marks, 'warn')]))
  return table('few', '', [column(words.pupil, 'name'), column(words.subject, 'text'), column(words.classUnit, 'text'), column(w.marks), column(w.least), column(w.short)], rows, { note: found[0] ? w.note(found[0].title, found[0].edition) : '', empty: w.enough })
}

async function ofSchool(read: Read, asked: Asked): Promise<ReportTable> {
  const { words } = asked
  const { accumulation: w } = words
  const found = await listCourseMarks(read, wishOf(asked))
  const rows = found.map((one) => row(one.id, [
    text(one.subject), text(one.group_name), text(one.teachers), num(one.pupils), num(one.marks), one.least === null ? none : num(one.least), num(one.few, 'warn'), num(one.without, 'bad'),
    share(words, { title: w.enoughShare, part: [w.withEnough, one.pupils - one.few], whole: [words.pupils, one.pupils], rule: w.note(one.title, one.edition) }),
  ]))
  const columns = [column(words.subject, 'name'), column(words.classUnit, 'text'), column(words.teacher, 'text'), column(words.pupils), column(w.marks), column(w.least), column(w.few), column(w.without), column(w.enoughShare)]
  return table('courses', '', columns, rows, { note: found[0] ? w.note(found[0].title, found[0].edition) : '', empty: w.nothing })
}

export const accumulationReports: readonly ReportSpec[] = [
  { key: 'accumulation', of: 'class', asks: ['period'], make: async (read, asked) => [await matrix(read, asked), await works(read, asked)] },
  { key: 'accumulation', of: 'teacher', asks: ['period'], make: async (read, asked) => [await ofTeacher(read, asked), await works(read, asked)] },
  { key: 'accumulation', of: 'school', asks: ['period'], make: async (read, asked) => [await ofSchool(read, asked)] },
]
