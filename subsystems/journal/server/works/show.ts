import { addresses } from '@school/contract'
import { job, type Work } from '@school/server'
import { markShown } from '../../contract/index.ts'
import { showMarks } from './store.ts'

/** The hour of a work has come: families hear of its marks. Run again, or before an hour that was put off, it does nothing. */
export const showWork = job('journal.work.show', async (work: Work, { workId }: { workId: string }) => {
  const marks = await showMarks(work, workId)
  for (const mark of marks) {
    work.announce(markShown, { schoolId: work.schoolId, courseId: mark.course_id, lessonId: mark.lesson_id, workId: mark.work_id, markId: mark.id, studentId: mark.student_id, revision: mark.revision }, [addresses.family(mark.student_id)])
  }
  if (marks.length > 0) work.audit('journal.marks.shown', { after: { workId, marks: marks.length } })
})
