import { addresses } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import type { ExplainablePupil } from '../attendance/access.ts'
import type { ReadablePupil } from '../diary/access.ts'
import { isDay } from '../lessons/rules.ts'
import { finalsChanged, type BroughtMark } from '../../contract/index.ts'
import { findBrought, listBrought, saveBrought, type BroughtRow } from './brought-store.ts'
import { findStudentHead } from './student-store.ts'

type Given = Pick<BroughtMark, 'date' | 'weight' | 'source'> & { readonly subjectId: string; readonly value: string; readonly basedOn: number | null }

const present = (row: BroughtRow, subject: BroughtMark['subject']): BroughtMark => ({ id: row.id, subject, date: row.date, value: row.value, weight: row.weight, source: row.source, revision: row.revision })

/** Marks a pupil brought, with the subjects into which more may be written. */
export async function broughtMarks(read: Read, pupil: ReadablePupil): Promise<{ subjects: BroughtMark['subject'][]; marks: BroughtMark[] }> {
  const [head, rows] = await Promise.all([findStudentHead(read, pupil.studentId), listBrought(read, pupil.studentId)])
  const subjects = head.subjects ?? []
  return { subjects, marks: rows.flatMap((row) => { const subject = subjects.find((one) => one.id === row.subject_id); return subject ? [present(row, subject)] : [] }) }
}

/** Writes down a mark of the record that came with a pupil, corrects it or (value '') takes it back; a closed period takes none. */
export async function putBrought(work: Work, pupil: ExplainablePupil, id: string, given: Given): Promise<BroughtMark> {
  const [head, before] = await Promise.all([findStudentHead(work, pupil.studentId), findBrought(work, id)])
  const subject = (head.subjects ?? []).find((one) => one.id === given.subjectId)
  if (!subject || (before && before.student_id !== pupil.studentId)) throw notFound()
  if (!/^[1-5]?$/.test(given.value)) throw new Problem(409, 'journal.value_not_in_scale')
  if (!isDay(given.date) || given.date > pupil.today) throw new Problem(409, 'journal.lesson_ahead')
  const removed = given.value === ''
  const same = before && before.removed === removed && (removed || (before.value === given.value && before.date === given.date && before.weight === given.weight && before.source === given.source && before.subject_id === given.subjectId))
  if (same) {
    work.audit('journal.brought_mark.repeated', { about: pupil.studentId })
    return present(before, subject)
  }
  if ((before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'journal.changed_meanwhile', { now: before ? present(before, subject) : null })
  const shut = new Set((head.closings ?? []).filter((one) => one.state === 'CLOSED').map((one) => one.scope_id))
  if ((head.periods ?? []).some((period) => shut.has(period.id) && [given.date, before?.date].some((day) => day !== undefined && day >= period.starts && day <= period.ends))) throw new Problem(409, 'journal.period_closed')
  const row: BroughtRow = { id, student_id: pupil.studentId, subject_id: given.subjectId, date: given.date, value: removed ? before?.value ?? '5' : given.value, weight: given.weight, source: given.source.trim(), removed, revision: (before?.revision ?? 0) + 1 }
  if (!(await saveBrought(work, row))) throw new Problem(409, 'journal.changed_meanwhile', { now: null })
  work.audit('journal.brought_mark.put', { about: pupil.studentId, before: before ?? null, after: row })
  work.announce(finalsChanged, { schoolId: work.schoolId, studentId: pupil.studentId }, [addresses.family(pupil.studentId), addresses.office(work.schoolId)])
  return present(row, subject)
}
