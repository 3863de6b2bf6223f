import type { Read } from '@school/server'
import type { FinalKind, StudentFinals } from '../../contract/index.ts'
import type { ReadablePupil } from '../diary/access.ts'
import { periodOn } from '../pages/page.ts'
import { findStudentHead, type StudentHead } from './student-store.ts'
import { Finals, presentCell } from './cells.ts'
import { Material } from './material.ts'
import { materialOfStudent } from './material-store.ts'
import { kindsOf, yearOf } from './pages.ts'
import { listFinalsOfStudent } from './store.ts'

/** What a pupil has been given for periods and years, and where the period of today stands; three statements. */
export async function studentFinals(read: Read, pupil: ReadablePupil): Promise<StudentFinals> {
  const head = await findStudentHead(read, pupil.studentId)
  const periods = head.periods ?? []
  const now = periodOn(periods, head.today)
  const range = now ? { from: now.starts, to: now.ends } : yearOf(periods)
  const [material, rows] = await Promise.all([materialOfStudent(read, { ...range, today: head.today }, pupil.studentId), listFinalsOfStudent(read, pupil.studentId)])
  const gathered = new Material(material)
  const finals = new Finals(head, head.year, gathered, rows)
  const own = rows.filter((row) => row.year === head.year && row.value !== '')
  const subjects = (head.subjects ?? []).flatMap((subject) => {
    const marks = own.filter((row) => row.subject_id === subject.id)
    const cell = now && head.class_id ? finals.periodCell({ studentId: pupil.studentId, classId: head.class_id, subjectId: subject.id, grade: head.grade }, now) : null
    const courseId = cell?.courseId ?? marks.at(-1)?.course_id
    if (courseId === undefined) return []
    const current = cell && presentCell(cell)
    return [{
      courseId, subject, marks: marks.map((row) => ({ kind: row.kind, periodId: row.period_id, id: row.id, value: row.value as 'pass', corrected: row.revision > 1 })),
      current: current && { average: current.average, proposed: current.proposed },
    }]
  })
  const kinds = kindsOf(head.grade, own.some((row) => row.kind === 'exam')) as FinalKind[]
  return { studentId: pupil.studentId, today: head.today, year: head.year, periods: [...periods], kinds, subjects, promotion: promotionOf(head), debts: head.debts ?? [] }
}

const promotionOf = (head: StudentHead): StudentFinals['promotion'] => head.promotion
