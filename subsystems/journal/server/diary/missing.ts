import { notFound, type Kit, type Read } from '@school/server'
import type { NotDone } from '../../contract/index.ts'
import { dayAfter } from '../lessons/rules.ts'
import { periodOn } from '../pages/page.ts'
import { noteOffice } from './access.ts'
import { listLacking } from './missing-store.ts'
import { presentHomework } from './present.ts'
import { findPupil, listHomeworkDue } from './store.ts'

const [daysBack, daysAhead] = [7, 7]

/** What a pupil has not done, over all subjects: debts, control works the others have written, homework nobody has ticked off. */
export async function missingOf(kit: Kit, read: Read, studentId: string): Promise<NotDone> {
  const pupil = await findPupil(read, studentId, null)
  if (!pupil) throw notFound()
  await noteOffice(kit, read, studentId)
  const { today } = pupil
  const from = periodOn(pupil.periods ?? [], today)?.starts ?? dayAfter(today, -90)
  const [lacking, homework] = await Promise.all([listLacking(read, studentId, from, today), listHomeworkDue(read, studentId, dayAfter(today, -daysBack), dayAfter(today, daysAhead))])
  return {
    student: pupil.student, className: pupil.class_name, today, from,
    debts: lacking.flatMap((row) => row.mark_id === null ? [] : [{ markId: row.mark_id, courseId: row.course_id, lessonId: row.lesson_id, subject: row.subject, date: row.date, work: row.work, due: row.due, overdue: row.due !== null && row.due < today }]),
    unwritten: lacking.flatMap((row) => row.mark_id !== null ? [] : [{ workId: row.work_id, courseId: row.course_id, lessonId: row.lesson_id, subject: row.subject, date: row.date, work: row.work, away: row.away }]),
    homework: homework.filter((one) => !one.done).map((one) => ({ ...presentHomework(one), subject: one.subject, late: one.due_date < today })),
  }
}
