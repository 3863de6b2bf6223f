import { Problem, type Read } from '@school/server'
import type { DayLesson, SchoolOverview, TeacherDay } from '../../contract/index.ts'
import { dayAfter, isDay } from '../lessons/rules.ts'
import { schoolClock } from '../pages/store.ts'
import { missingOf, whenOf, windowsOf } from './rules.ts'
import { countAbsent, findAround, listDayLessons, listOwnFilling, listSchoolFilling, type LessonRow, type SchoolLessonRow } from './store.ts'

const lookBack = 14

/** The lessons of the reader on a day, with what is lacking in those that are over. */
export async function teacherDay(read: Read, asked: string | undefined): Promise<TeacherDay> {
  if (asked !== undefined && !isDay(asked)) throw new Problem(400, 'bad_input', { field: 'date' })
  const around = await findAround(read, asked ?? null)
  const date = asked ?? around.today
  const rows = await listDayLessons(read, date)
  const lessons = rows.map((row) => presentDay(row, around.today, around.clock))
  return {
    date, today: around.today, now: around.clock, lessons, windows: windowsOf(rows.filter((row) => row.state !== 'cancelled')), currentId: lessons.find((lesson) => lesson.when === 'now' && lesson.state !== 'cancelled')?.id ?? null,
    next: around.next, period: around.period, classes: around.classes ?? [],
  }
}

const base = (row: LessonRow) => ({
  id: row.id, courseId: row.course_id, date: row.date, number: row.number, starts: row.starts, ends: row.ends, subject: row.subject, group: row.group, room: row.room, state: row.state, substitute: row.substitute, topic: row.topic,
})

const presentDay = (row: LessonRow, today: string, clock: string): DayLesson => ({
  ...base(row), when: whenOf(row, today, clock), missing: missingOf(row, today, clock), closed: row.closed, pupils: row.pupils, absent: row.absent, absentNames: row.absent_names ?? [], due: row.due ?? [],
  ordinal: row.ordinal, lessonsTotal: row.total,
})

/** Lessons of the reader in the last two weeks that lack something, newest first. */
export async function unfilledOf(read: Read) {
  const { today, clock } = await schoolClock(read)
  const rows = await listOwnFilling(read, dayAfter(today, -lookBack), today)
  return { lessons: rows.map((row) => ({ ...base(row), missing: missingOf(row, today, clock) })).filter((row) => row.missing.length > 0) }
}

/** The school's day as the office sees it, with the pages that lag behind. */
export async function overviewOf(read: Read, asked: string | undefined): Promise<SchoolOverview> {
  if (asked !== undefined && !isDay(asked)) throw new Problem(400, 'bad_input', { field: 'date' })
  const { today, clock } = await schoolClock(read)
  const date = asked ?? today
  const [rows, absent] = await Promise.all([listSchoolFilling(read, dayAfter(date, -lookBack), date), countAbsent(read, date)])
  const ofDay = rows.filter((row) => row.date === date && row.state !== 'cancelled')
  return {
    date, today, lessons: ofDay.length, held: ofDay.filter((row) => whenOf(row, today, clock) === 'past').length,
    withoutTeacher: ofDay.filter((row) => !row.taught).map((row) => ({ id: row.id, number: row.number, starts: row.starts, subject: row.subject, group: row.group })),
    substitutions: ofDay.filter((row) => row.has_substitute).map((row) => ({ id: row.id, number: row.number, subject: row.subject, group: row.group, teacher: row.teacher_name ?? '' })),
    unfilled: laggingPages(rows, today, clock), absent: absent.absent, withoutReason: absent.without,
  }
}

function laggingPages(rows: readonly SchoolLessonRow[], today: string, clock: string): SchoolOverview['unfilled'] {
  const lacking = rows.filter((row) => missingOf(row, today, clock).length > 0)
  return [...Map.groupBy(lacking, (row) => row.course_id).values()]
    .map((page) => ({ courseId: page[0]!.course_id, subject: page[0]!.subject, group: page[0]!.group, teachers: page[0]!.teachers ?? [], lessons: page.length, oldest: page[0]!.date }))
    .sort((a, b) => b.lessons - a.lessons || (a.oldest < b.oldest ? -1 : 1))
}
