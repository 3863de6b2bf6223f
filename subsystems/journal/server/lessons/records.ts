import { addresses } from '@school/contract'
import { Problem, type Work } from '@school/server'
import { lessonRecorded, type LessonRecord } from '../../contract/index.ts'
import { refuseUnwritable } from '../works/works.ts'
import type { WritableLesson } from './access.ts'
import { enteredAtOf } from './device-time.ts'
import { findRecord, findRecordForUpdate, saveRecord, type RecordRow } from './store.ts'

const empty: RecordRow = { topic: '', note: '', attendance_checked_at: null, closed_at: null, revision: 0 }

export const presentRecord = (lessonId: string, row: RecordRow | undefined, closedAt: Date | null = null): LessonRecord => {
  const closed = row?.closed_at ?? closedAt
  return { lessonId, topic: row?.topic ?? '', note: row?.note ?? '', attendanceCheckedAt: row?.attendance_checked_at?.toISOString() ?? null, closed: closed !== null, closedAt: closed?.toISOString() ?? null, revision: row?.revision ?? null }
}

/** Writes the topic of a lesson and the teacher's note. */
export async function recordLesson(work: Work, lesson: WritableLesson, given: { topic: string; note?: string; basedOn: number | null; enteredAt?: string; reason?: string }): Promise<LessonRecord> {
  refuseUnwritable(lesson, given.reason)
  const before = await findRecordForUpdate(work, lesson.lesson_id)
  const after = { ...(before ?? empty), topic: given.topic, note: given.note ?? before?.note ?? '' }
  if (before && before.topic === after.topic && before.note === after.note) return repeated(work, lesson, before)
  if ((before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'journal.changed_meanwhile', { now: before ? presentRecord(lesson.lesson_id, before) : null })
  return write(work, lesson, 'journal.lesson.recorded', before, after, given.reason, given.enteredAt)
}

/** Says that whoever is not marked absent was there. */
export async function checkAttendanceOf(work: Work, lesson: WritableLesson, checked: boolean, reason: string | undefined): Promise<LessonRecord> {
  refuseUnwritable(lesson, reason)
  if (lesson.date > lesson.today) throw new Problem(409, 'journal.lesson_ahead')
  const before = await findRecordForUpdate(work, lesson.lesson_id)
  if (checked === ((before?.attendance_checked_at ?? null) !== null)) return repeated(work, lesson, before)
  return write(work, lesson, 'journal.attendance.checked', before, { ...(before ?? empty), attendance_checked_at: checked ? work.now : null }, reason)
}

/** Closes a lesson; only the office opens it again, and says why. */
export async function closeLessonOf(work: Work, lesson: WritableLesson, closed: boolean, reason: string | undefined): Promise<LessonRecord> {
  if (lesson.standing === 'office' && !(reason ?? '').trim()) throw new Problem(409, 'journal.reason_needed')
  if (!closed && lesson.standing !== 'office') throw new Problem(409, 'journal.office_opens')
  if (lesson.date > lesson.today) throw new Problem(409, 'journal.lesson_ahead')
  const before = await findRecordForUpdate(work, lesson.lesson_id)
  if (closed === ((before?.closed_at ?? null) !== null)) return repeated(work, lesson, before)
  return write(work, lesson, closed ? 'journal.lesson.closed' : 'journal.lesson.opened', before, { ...(before ?? empty), closed_at: closed ? work.now : null }, reason)
}

function repeated(work: Work, lesson: WritableLesson, row: RecordRow | undefined): LessonRecord {
  work.audit('journal.lesson.repeated', { after: { lessonId: lesson.lesson_id } })
  return presentRecord(lesson.lesson_id, row)
}

async function write(work: Work, lesson: WritableLesson, action: string, before: RecordRow | undefined, changed: RecordRow, reason: string | undefined, enteredAt?: string): Promise<LessonRecord> {
  const after = { ...changed, revision: (before?.revision ?? 0) + 1 }
  if (!(await saveRecord(work, lesson.lesson_id, after))) {
    const now = await findRecord(work, lesson.lesson_id)
    throw new Problem(409, 'journal.changed_meanwhile', { now: now ? presentRecord(lesson.lesson_id, now) : null })
  }
  work.audit(action, { before: before ? presentRecord(lesson.lesson_id, before) : null, after: { ...presentRecord(lesson.lesson_id, after), ...(reason ? { reason } : {}), ...(enteredAt ? { enteredAt: enteredAtOf(enteredAt, work.now) } : {}) } })
  work.announce(lessonRecorded, { schoolId: work.schoolId, courseId: lesson.course_id, lessonId: lesson.lesson_id, groupId: lesson.group_id },
    [addresses.group(lesson.group_id), addresses.course(lesson.course_id), addresses.office(work.schoolId)])
  return presentRecord(lesson.lesson_id, after)
}
