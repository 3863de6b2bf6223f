import { addresses, type Address } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { absenceSpanPut, type AbsenceReason, type AbsenceSpan, type Attendance } from '../../contract/index.ts'
import { dayAfter, isDay } from '../lessons/rules.ts'
import { presentPerson } from '../people.ts'
import type { ExplainablePupil, ReadableClass } from './access.ts'
import { presentAttendance, tellAttendance } from './attendance.ts'
import { presentExcuse } from './present.ts'
import { findAttendance, findPersonName, findSpanForUpdate, listClassAbsences, listClassExcuses, listClassSpans, listExplainable, saveAttendance, saveSpan, type AttendanceRow, type SpanRow } from './store.ts'

/** Says why a pupil was absent from one lesson, or takes the reason back. */
export async function giveReason(work: Work, pupil: ExplainablePupil, lessonId: string, given: { reason: AbsenceReason | null; note: string; basedOn: number }): Promise<Attendance> {
  const before = await findAttendance(work, lessonId, pupil.studentId)
  if (!before) throw notFound()
  if (before.reason === given.reason && before.reason_note === given.note) {
    work.audit('journal.attendance.repeated', { about: pupil.studentId })
    return presentAttendance(before)
  }
  if (before.revision !== given.basedOn) throw new Problem(409, 'journal.changed_meanwhile', { now: presentAttendance(before) })
  if (before.code !== 'absent' && before.code !== 'late' && before.code !== 'leftEarly') throw new Problem(409, 'journal.not_absent')
  const [after] = explain(work, [before], { reason: given.reason, note: given.reason === null ? '' : given.note, spanId: null })
  return presentAttendance(after ?? before)
}

function explain(work: Work, rows: readonly AttendanceRow[], given: { reason: AbsenceReason | null; note: string; spanId: string | null }): AttendanceRow[] {
  if (rows.length === 0) return []
  const writes = rows.map((row) => ({
    ...row, reason: given.reason, reason_note: given.note, reason_by: given.reason === null ? null : work.by.personId, span_id: given.spanId, revision: row.revision + 1, entered_at: work.now.toISOString(), why: '',
  }))
  saveAttendance(work, writes)
  writes.forEach((after, i) => tellAttendance(work, rows[i] ?? null, after, {}))
  return writes
}

const mostSpanDays = 366

/** Gives a reason for a range of days: absences inside it take the reason, those that an earlier version covered and this one does not lose it. */
export async function putSpan(work: Work, pupil: ExplainablePupil, id: string, given: { from: string; to: string; reason: AbsenceReason; note: string; basedOn: number | null }): Promise<{ span: AbsenceSpan; absences: number }> {
  if (!isDay(given.from) || !isDay(given.to) || given.to < given.from || given.to > dayAfter(given.from, mostSpanDays)) throw new Problem(400, 'journal.span_wrong')
  const before = await findSpanForUpdate(work, id)
  if (before && before.student_id !== pupil.studentId) throw notFound()
  const same = before && !before.removed_at && before.starts === given.from && before.ends === given.to && before.reason === given.reason && before.note === given.note
  if (!same && (before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'journal.changed_meanwhile', before ? { now: { revision: before.revision } } : {})
  const row: SpanRow = { id, student_id: pupil.studentId, starts: given.from, ends: given.to, reason: given.reason, note: given.note, removed_at: null, revision: same ? before.revision : (before?.revision ?? 0) + 1, put_by: work.by.personId }
  if (!same) await saveSpan(work, row)
  const absences = await spread(work, row)
  const inAudit = ({ starts, ends, reason, note }: SpanRow) => ({ from: starts, to: ends, reason, note })
  work.audit('journal.absence.put', { about: pupil.studentId, before: before ? inAudit(before) : null, after: { spanId: id, ...inAudit(row), absences } })
  tellSpan(work, pupil, id)
  const by = await findPersonName(work, work.by.personId)
  return { span: presentSpan({ ...row, ...(by ?? nobodyKnown) }), absences }
}

async function spread(work: Work, span: SpanRow): Promise<number> {
  const rows = await listExplainable(work, span.student_id, span.starts, span.ends, span.id)
  const inside = rows.filter((row) => row.date >= span.starts && row.date <= span.ends && (row.reason !== span.reason || row.reason_note !== span.note || row.span_id !== span.id))
  const outside = rows.filter((row) => row.span_id === span.id && (row.date < span.starts || row.date > span.ends))
  explain(work, outside, { reason: null, note: '', spanId: null })
  return explain(work, inside, { reason: span.reason as AbsenceReason, note: span.note, spanId: span.id }).length
}

/** Takes a range back; the absences it explained are without a reason again. */
export async function removeSpan(work: Work, pupil: ExplainablePupil, id: string): Promise<number> {
  const before = await findSpanForUpdate(work, id)
  if (!before || before.student_id !== pupil.studentId) throw notFound()
  if (!before.removed_at) await saveSpan(work, { ...before, removed_at: work.now, revision: before.revision + 1, put_by: work.by.personId })
  const rows = (await listExplainable(work, pupil.studentId, before.starts, before.ends, id)).filter((row) => row.span_id === id)
  explain(work, rows, { reason: null, note: '', spanId: null })
  work.audit('journal.absence.removed', { about: pupil.studentId, before: { spanId: id, from: before.starts, to: before.ends, reason: before.reason }, after: { absences: rows.length } })
  tellSpan(work, pupil, id)
  return rows.length
}

function tellSpan(work: Work, pupil: ExplainablePupil, spanId: string): void {
  work.announce(absenceSpanPut, { schoolId: work.schoolId, studentId: pupil.studentId, spanId }, whoCares(work, pupil))
}

/** The family, the class teacher in person (the class is nobody's business) and the office. */
export const whoCares = (work: Work, pupil: Pick<ExplainablePupil, 'studentId' | 'homeroomId'>): Address[] =>
  [addresses.family(pupil.studentId), ...(pupil.homeroomId === null ? [] : [addresses.person(pupil.homeroomId)]), addresses.office(work.schoolId)]

const nobodyKnown = { by_id: null, last_name: '', first_name: '', middle_name: null }
const presentSpan = (row: Omit<SpanRow, 'removed_at' | 'put_by'> & { by_id: string | null; last_name: string; first_name: string; middle_name: string | null }): AbsenceSpan =>
  ({ id: row.id, studentId: row.student_id, from: row.starts, to: row.ends, reason: row.reason as AbsenceReason, note: row.note, by: presentPerson(row), revision: row.revision })

/** Absences of a class between two days, pupil by pupil, with the ranges of days that explain some of them. */
export async function absencesOfClass(read: Read, of: ReadableClass, from: string, to: string, onlyWithoutReason: boolean) {
  const [rows, spans, excuses] = await Promise.all([listClassAbsences(read, of.classId, from, to, onlyWithoutReason), listClassSpans(read, of.classId, from, to), listClassExcuses(read, of.classId)])
  const byStudent = Map.groupBy(rows, (row) => row.student_id)
  const students = [...byStudent.values()].map((lessons) => ({
    student: { id: lessons[0]!.student_id, lastName: lessons[0]!.last_name, firstName: lessons[0]!.first_name, middleName: lessons[0]!.middle_name },
    lessons: lessons.map(({ number, subject, ...row }) => ({ number, subject, date: row.date, ...withoutStudent(presentAttendance(row)) })),
  }))
  return { from, to, students, spans: spans.map(presentSpan), excuses: excuses.map(presentExcuse), can: { reason: of.reason } }
}

const withoutStudent = ({ studentId: _, ...rest }: Attendance) => rest
