import type { Read } from '@school/server'
import type { AbsenceReason, AttendanceCode, CellHistory, MarkValue, RetakeValue } from '../../contract/index.ts'
import { presentPerson } from '../people.ts'
import { listAttendanceRevisions, listMarkRevisions, type AttendanceRevisionRow, type RevisionRow } from './store.ts'

/** Everything that ever stood in the cell of a pupil at a lesson. */
export async function historyOfCell(read: Read, lessonId: string, studentId: string): Promise<CellHistory> {
  const [marks, attendance] = await Promise.all([listMarkRevisions(read, lessonId, studentId), listAttendanceRevisions(read, lessonId, studentId)])
  const byMark = Map.groupBy(marks, (row) => row.mark_id)
  return {
    marks: [...byMark.values()].map((rows) => ({
      markId: rows[0]!.mark_id, workId: rows[0]!.work_id, workType: rows[0]!.work_type, title: rows[0]!.title,
      revisions: rows.map((row) => ({ ...whoAndWhen(row), value: row.value as MarkValue, retake: row.retake as RetakeValue | null, note: row.note })),
    })),
    attendance: attendance.map((row) => ({ ...whoAndWhen(row), code: row.code as AttendanceCode, minutes: row.minutes, reason: row.reason as AbsenceReason | null, reasonNote: row.reason_note })),
  }
}

const whoAndWhen = (row: RevisionRow | AttendanceRevisionRow) =>
  ({ revision: row.revision, by: presentPerson(row), enteredAt: row.entered_at.toISOString(), receivedAt: row.received_at.toISOString(), why: row.why })
