import { notFound, Problem, type Kit, type Read } from '@school/server'
import type { AbsenceReason, AttendanceCode, StudentToday } from '../../contract/index.ts'
import { dayAfter, isDay, mondayOf } from '../lessons/rules.ts'
import { periodOn } from '../pages/page.ts'
import { noteOffice } from './access.ts'
import { presentHomework, presentMark } from './present.ts'
import { findDay, findPupil, listAbsenceRows, listHomeworkDue, listRecentMarks, type AbsenceRow, type HomeworkRow, type WorkRow } from './store.ts'

const daysAhead = 10
const daysBack = 14

/** What the home page says of a pupil: today's lessons, what is due next, new marks, what waits for the family. */
export async function todayOf(kit: Kit, read: Read, studentId: string, asked: string | undefined): Promise<StudentToday> {
  const pupil = await findPupil(read, studentId, null)
  if (!pupil) throw notFound()
  await noteOffice(kit, read, studentId)
  const { today } = pupil
  const since = asked === undefined ? new Date(read.now.getTime() - 3 * 86_400_000) : new Date(asked)
  if (Number.isNaN(since.getTime())) throw new Problem(400, 'bad_input', { field: 'since' })
  const [tomorrow, farthest] = [dayAfter(today, 1), dayAfter(today, daysAhead)]
  const [day, homework, marks] = await Promise.all([
    findDay(read, studentId, today, farthest, dayAfter(today, -daysBack)), listHomeworkDue(read, studentId, tomorrow, farthest), listRecentMarks(read, studentId, dayAfter(today, -120), since),
  ])
  const lastWeek = dayAfter(mondayOf(today), -7)
  return {
    student: pupil.student, className: pupil.class_name, homeroom: pupil.homeroom, today, now: pupil.clock,
    lessons: day.lessons ?? [], next: nextDay(day.next, homework),
    newMarks: marks.filter((mark) => mark.put_at !== null && mark.put_at > since).slice(0, 20).map(presentNew), debts: marks.filter((mark) => mark.value === 'debt' && mark.retake === null).map(presentNew),
    withoutReason: day.absences ?? [],
    signature: pupil.periods?.[0] && pupil.periods[0].starts <= dayAfter(lastWeek, 6) ? { week: lastWeek, signed: (pupil.acknowledgements ?? []).some((one) => one.week === lastWeek) } : null,
  }
}

function nextDay(lessons: string | null, homework: readonly HomeworkRow[]): StudentToday['next'] {
  const [date] = [...(lessons === null ? [] : [lessons]), ...homework.map((one) => one.due_date)].sort()
  if (date === undefined) return null
  const due = homework.filter((one) => one.due_date === date)
  return { date, due: due.map((one) => ({ ...presentHomework(one), subject: one.subject })), minutes: due.reduce((sum, one) => sum + (one.minutes ?? 0), 0) }
}

const presentNew = (row: WorkRow) => ({ ...presentMark(row), courseId: row.course_id, subject: row.subject, date: row.date })

/** Absences of a pupil between two days (the period of today when none are named) with their totals. */
export async function absencesOf(kit: Kit, read: Read, studentId: string, asked: { from?: string; to?: string }) {
  const pupil = await findPupil(read, studentId, null)
  if (!pupil) throw notFound()
  await noteOffice(kit, read, studentId)
  const period = periodOn(pupil.periods ?? [], pupil.today)
  const [from, to] = [asked.from ?? period?.starts ?? dayAfter(pupil.today, -90), asked.to ?? (asked.from === undefined ? period?.ends ?? pupil.today : pupil.today)]
  if (!isDay(from) || !isDay(to) || to < from || to > dayAfter(from, 370)) throw new Problem(400, 'journal.range_wrong')
  const rows = await listAbsenceRows(read, studentId, from, to)
  return {
    from, to, totals: totalsOf(rows),
    absences: rows.map((row) => ({ lessonId: row.lesson_id, courseId: row.course_id, date: row.date, number: row.number, subject: row.subject, code: row.code as AttendanceCode, minutes: row.minutes, reason: row.reason as AbsenceReason | null, reasonNote: row.reason_note })),
  }
}

function totalsOf(rows: readonly AbsenceRow[]) {
  const missed = rows.filter((row) => row.code === 'absent')
  const days = [...Map.groupBy(missed, (row) => row.date).values()].filter((day) => day.length >= day[0]!.lessons_of_day).length
  const because = (reason: string | null) => missed.filter((row) => row.reason === reason).length
  return { lessons: missed.length, days, illness: because('illness'), excused: because('excused'), unexcused: because('unexcused'), withoutReason: because(null), late: rows.filter((row) => row.code === 'late').length }
}
