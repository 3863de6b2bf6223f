import { addresses } from '@school/contract'
import { job, timedJob, type Work } from '@school/server'
import { markPut } from '../../contract/index.ts'
import { saveMarks } from '../marks/store.ts'
import { listOverdue, listSchoolIds } from './store.ts'

/** Where the act says so, a work still owed after its day is marked with a 2; the family hears of it as of every mark. */
export const turnOverdue = job('journal.debt.turn', async (work: Work) => {
  const rows = await listOverdue(work)
  if (rows.length === 0) return
  const after = rows.map((row) => ({ ...row, value: '2', debt_due: null, revision: row.revision + 1 }))
  saveMarks(work, after.map((row) => ({ ...row, entered_at: work.now.toISOString(), reason: '' })))
  for (const [i, row] of after.entries()) {
    work.audit('journal.mark.put', { about: row.student_id, before: { markId: row.id, value: 'debt', debtDue: rows[i]!.debt_due }, after: { markId: row.id, value: row.value, revision: row.revision, standing: 'rule' } })
    work.announce(markPut, { schoolId: work.schoolId, courseId: row.course_id, lessonId: row.lesson_id, workId: row.work_id, markId: row.id, studentId: row.student_id, revision: row.revision },
      [addresses.family(row.student_id), addresses.course(row.course_id), addresses.office(work.schoolId)])
  }
})

/** Twice a day every school is looked through. */
export const lookForOverdue = timedJob('journal.debt.look', 12 * 3600, async (work) => {
  for (const { id } of await listSchoolIds(work)) work.enqueueIn(id, turnOverdue, {})
})
