import { notFound, type Read, type Work } from '@school/server'
import { asking, dayHere, homeroomOf, isSeen, readableStudent, substitutes, teaches } from '../access.ts'

declare const granted: unique symbol
/** A lesson about which this family may ask. */
export type AskableLesson = { readonly studentId: string; readonly lessonId: string; readonly courseId: string; readonly [granted]: 'ask' }
/** A question this person may read; `side` says for whom they write, null for those who only read. */
export type OpenQuestion = { readonly id: string; readonly studentId: string; readonly courseId: string; readonly lessonId: string; readonly side: 'family' | 'school' | null; readonly [granted]: 'question' }

// The thing asked about is there, is this pupil's and is seen by now.
const isThere = `case $7::text
  when 'mark' then exists (select 1 from journal.mark m join journal.work w on w.school_id = m.school_id and w.id = m.work_id and w.removed_at is null and ${isSeen('$3')} where m.school_id = $1 and m.id = $8::uuid and m.student_id = $5::uuid and m.lesson_id = l.id and m.value <> '')
  when 'homework' then exists (select 1 from journal.homework h where h.school_id = $1 and h.id = $8::uuid and h.lesson_id = l.id and h.removed_at is null and (h.student_ids is null or $5::uuid = any(h.student_ids)))
  when 'absence' then exists (select 1 from journal.attendance a where a.school_id = $1 and a.lesson_id = l.id and a.student_id = $5::uuid and a.code <> 'present')
  else true end`
const askable = `with ${dayHere} select l.id, l.course_id from day join schedule.v_lesson l on l.school_id = $1 and l.id = $6::uuid
  where $4::text in ('parent', 'pupil') and ${readableStudent('$5::uuid')} and ${isThere}
    and exists (select 1 from registry.v_group_member gm where gm.school_id = $1 and gm.group_id = l.group_id and gm.student_id = $5::uuid and gm.valid_from <= l.date and (gm.valid_to is null or gm.valid_to >= l.date))`
/** The lesson, if this person is the pupil or represents them today and what they ask about is the pupil's. */
export async function askableLesson(work: Work, studentId: string, lessonId: string, about: string, aboutId: string | null): Promise<AskableLesson> {
  const [row] = await work.rows<{ id: string; course_id: string }>(askable, [...asking(work), studentId, lessonId, about, aboutId])
  if (!row) throw notFound()
  return { studentId, lessonId: row.id, courseId: row.course_id } as AskableLesson
}

const answers = `($4::text = 'staff' and (${teaches('q.course_id')} or ${substitutes('q.lesson_id')}))`
/** The reading rule over a question `q`: the diary's readers but the administrator, and whoever teaches the lesson. */
export const readableQuestion = `case $4::text when 'admin' then false when 'office' then ${readableStudent('q.student_id')} when 'staff' then ${answers} or ${homeroomOf('q.student_id')} else ${readableStudent('q.student_id')} end`

const readable = `with ${dayHere} select q.id, q.student_id, q.course_id, q.lesson_id, case when $4::text in ('parent', 'pupil') then 'family' when ${answers} then 'school' end as side
  from day join journal.question q on q.school_id = $1 and q.id = $5::uuid where ${readableQuestion}`
/** The question, if this person may read it today. */
export async function readableQuestionOf(read: Read, id: string): Promise<OpenQuestion> {
  const [row] = await read.rows<{ id: string; student_id: string; course_id: string; lesson_id: string; side: OpenQuestion['side'] }>(readable, [...asking(read), id])
  if (!row) throw notFound()
  return { id: row.id, studentId: row.student_id, courseId: row.course_id, lessonId: row.lesson_id, side: row.side } as OpenQuestion
}

/** The question, if this person writes under it: the family, or the teacher of the lesson. */
export async function writableQuestion(work: Work, id: string): Promise<OpenQuestion & { readonly side: 'family' | 'school' }> {
  const question = await readableQuestionOf(work, id)
  if (question.side === null) throw notFound()
  return question as OpenQuestion & { readonly side: 'family' | 'school' }
}
