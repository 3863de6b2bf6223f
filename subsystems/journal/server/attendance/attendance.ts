import { addresses } from '@school/contract'
import type { Work } from '@school/server'
import { attendancePut, type AbsenceReason, type Attendance, type AttendanceCode, type CellOp } from '../../contract/index.ts'
import { enteredAtOf } from '../lessons/device-time.ts'
import { whyNotAttendance } from '../marks/rules.ts'
import type { AttendableCell } from './access.ts'
import { saveAttendance, type AttendanceRow, type AttendanceWrite } from './store.ts'

export type AttendanceOp = Extract<CellOp, { kind: 'attendance' }>
export type AttendanceOutcome = { readonly kept: true; readonly written: boolean; readonly now: Attendance } | { readonly kept: false; readonly code: string; readonly now: Attendance | null }

export const presentAttendance = (row: AttendanceRow): Attendance => ({
  lessonId: row.lesson_id, studentId: row.student_id, code: row.code as AttendanceCode, minutes: row.minutes, reason: row.reason as AbsenceReason | null, reasonNote: row.reason_note, revision: row.revision,
})

/** Says who was at a lesson, each pupil judged by itself; a reason given for those days comes with the absence. A place occurs once in `asked`. */
export function putAttendances(work: Work, asked: readonly { readonly cell: AttendableCell; readonly op: AttendanceOp }[]): AttendanceOutcome[] {
  const rows: AttendanceWrite[] = []
  const outcomes = asked.map(({ cell, op }): AttendanceOutcome => {
    const settled = judge(cell, op)
    if (settled && !settled.kept && settled.code === 'journal.changed_meanwhile') tellDiverged(work, op, settled.now)
    if (settled) return settled
    const row = rowOf(work, cell, op)
    rows.push(row)
    tellAttendance(work, cell.before, row, { reason: op.reason, standing: cell.lesson.standing })
    return { kept: true, written: true, now: presentAttendance(row) }
  })
  if (rows.length > 0) saveAttendance(work, rows)
  return outcomes
}

function judge(cell: AttendableCell, op: AttendanceOp): AttendanceOutcome | null {
  const { lesson, before } = cell
  const now = before ? presentAttendance(before) : null
  const same = before !== null && before.code === op.code && before.minutes === (op.minutes ?? null) && (op.absenceReason === undefined || before.reason === op.absenceReason)
  if (before && same) return { kept: true, written: false, now: presentAttendance(before) }
  const problem = whyNotAttendance({
    lesson: { date: lesson.date, state: lesson.state, closed: lesson.closed_at !== null, periodClosed: cell.periodClosed }, today: lesson.today, standing: lesson.standing, inClass: cell.inClass, editDays: lesson.edit_days, unlocked: lesson.unlocked, givesReasons: cell.givesReasons,
  }, { code: op.code, minutes: op.minutes ?? null, absenceReason: op.absenceReason, reason: op.reason })
  if (problem) return { kept: false, code: problem, now }
  return (before?.revision ?? null) === op.basedOn ? null : { kept: false, code: 'journal.changed_meanwhile', now }
}

function rowOf(work: Work, cell: AttendableCell, op: AttendanceOp): AttendanceWrite {
  const { lesson, before } = cell
  return {
    lesson_id: lesson.lesson_id, student_id: op.studentId, date: lesson.date, course_id: lesson.course_id, code: op.code, minutes: op.minutes ?? null, ...reasonOf(work, cell, op),
    revision: (before?.revision ?? 0) + 1, entered_at: enteredAtOf(op.enteredAt, work.now), why: op.reason?.trim() ?? '',
  }
}

/** Both values stay in the history of acts, whichever the person decides for. */
const tellDiverged = (work: Work, { studentId, lessonId, code, basedOn, enteredAt }: AttendanceOp, now: Attendance | null) =>
  work.audit('journal.attendance.diverged', { about: studentId, before: now && { lessonId, code: now.code, reason: now.reason, revision: now.revision }, after: { lessonId, code, basedOn, enteredAt: enteredAtOf(enteredAt, work.now) } })

/** Given now; else what stood; else what a range of days says. Who was there needs none. */
function reasonOf(work: Work, { before, span }: AttendableCell, op: AttendanceOp): Pick<AttendanceRow, 'reason' | 'reason_note' | 'reason_by' | 'span_id'> {
  if (op.code !== 'absent' && op.code !== 'late' && op.code !== 'leftEarly') return { reason: null, reason_note: '', reason_by: null, span_id: null }
  if (op.absenceReason !== undefined) return { reason: op.absenceReason, reason_note: '', reason_by: op.absenceReason === null ? null : work.by.personId, span_id: null }
  if (before?.reason) return { reason: before.reason, reason_note: before.reason_note, reason_by: before.reason_by, span_id: before.span_id }
  return { reason: span?.reason ?? null, reason_note: span?.note ?? '', reason_by: null, span_id: span?.id ?? null }
}

/** Leaves the trace of a changed attendance and tells the family, the page and the office. */
export function tellAttendance(work: Work, before: AttendanceRow | null, after: AttendanceRow, how: { reason?: string | undefined; standing?: string }): void {
  const inAudit = (row: AttendanceRow) => ({ lessonId: row.lesson_id, code: row.code, minutes: row.minutes, reason: row.reason, note: row.reason_note, revision: row.revision })
  work.audit('journal.attendance.put', { about: after.student_id, before: before ? inAudit(before) : null, after: { ...inAudit(after), ...(how.reason?.trim() ? { why: how.reason.trim() } : {}), ...(how.standing && how.standing !== 'teacher' ? { standing: how.standing } : {}) } })
  work.announce(attendancePut, { schoolId: work.schoolId, courseId: after.course_id, lessonId: after.lesson_id, studentId: after.student_id, revision: after.revision },
    [addresses.family(after.student_id), addresses.course(after.course_id), addresses.office(work.schoolId)])
}
