import { notFound, Problem, type Read, type Work } from '@school/server'
import type { AttendanceOutcome, ClassDay } from '../../contract/index.ts'
import { kindOf } from '../access.ts'
import { isDay } from '../lessons/rules.ts'
import { attendableInClass, type ReadableClass, type WritableClass } from './access.ts'
import { presentAttendance, putAttendances, type AttendanceOp } from './attendance.ts'
import { findClassDay } from './class-day-store.ts'

/** The lessons of a class on a day, with who was there; one statement. */
export async function classDayOf(read: Read, of: ReadableClass, date: string): Promise<ClassDay> {
  if (!isDay(date)) throw new Problem(400, 'journal.range_wrong')
  const row = await findClassDay(read, of.classId, date)
  return {
    date, today: of.today, students: row.students ?? [], lessons: row.lessons ?? [], places: (row.places ?? []).map(({ lessonId, studentId, now }) => ({ lessonId, studentId, now: now && presentAttendance(now) })),
    can: { put: of.reason && date <= of.today, reason: kindOf(read) === 'office' },
  }
}

/** Writes attendance of pupils of a class over a day; a place named twice is refused the second time. */
export async function putClassDayOf(work: Work, of: WritableClass, date: string, given: { readonly ops: readonly AttendanceOp[]; readonly reason?: string | undefined }): Promise<AttendanceOutcome[]> {
  if (!isDay(date)) throw notFound()
  const ops = given.ops.map((op) => ({ ...op, ...(given.reason === undefined ? {} : { reason: given.reason }) }))
  const places = ops.map((op) => `${op.lessonId} ${op.studentId}`)
  const cells = await attendableInClass(work, of, date, ops)
  const jobs = ops.flatMap((op, at) => { const cell = cells[at]; return cell && places.indexOf(places[at]!) === at ? [{ op, cell, at }] : [] })
  if (jobs.length === 0) throw notFound()
  const outcomes = new Map(putAttendances(work, jobs).map((outcome, i): [number, AttendanceOutcome] =>
    [jobs[i]!.at, outcome.kept ? { kind: 'attendance', kept: true, now: outcome.now } : { kind: 'attendance', kept: false, code: outcome.code, now: outcome.now }]))
  if (work.audited === 0) work.audit('journal.cells.repeated', { after: { classId: of.classId, date, cells: ops.length } })
  return ops.map((_, at) => outcomes.get(at) ?? { kind: 'attendance', kept: false, code: 'not_found', now: null })
}
