import { notFound, type Read, type Work } from '@school/server'
import { asking, dayHere, kindOf, readableInCourse, readableStudent } from '../access.ts'
import { readableLesson, type ReadableLesson } from '../lessons/access.ts'

declare const granted: unique symbol

export interface GivenRow { id: string; lesson_id: string; course_id: string; group_id: string; due_lesson_id: string | null; due_date: string; given_on: string; today: string; answers: boolean; subject: { id: string; name: string; shortName: string }; group_name: string }
/** Homework that was given to a pupil whose record this person reads. */
export type ReadableHomework = GivenRow & { readonly studentId: string; readonly [granted]: 'read' }
/** Homework that this person hands in: the pupil, or whoever represents them today. */
export type AnswerableHomework = GivenRow & { readonly studentId: string; readonly [granted]: 'answer' }
/** Homework whose answers this person reads; `reviews` says whether in a standing to judge them. */
export type TaughtHomework = GivenRow & { readonly lesson: ReadableLesson; readonly reviews: boolean; readonly [granted]: 'taught' }

const columns = `h.id, h.lesson_id, h.course_id, h.group_id, h.due_lesson_id, h.due_date, l.date as given_on, day.today, h.answers, json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name) as subject, g.name as group_name`
const given = `from day join journal.homework h on h.school_id = $1 and h.id = $5 and h.removed_at is null join schedule.v_lesson l on l.school_id = $1 and l.id = h.lesson_id
  join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id join registry.v_group g on g.school_id = $1 and g.id = h.group_id`
const toPupil = `(h.student_ids is null or $6::uuid = any(h.student_ids)) and exists (select 1 from registry.v_group_member m where m.school_id = $1 and m.group_id = h.group_id and m.student_id = $6::uuid and m.valid_from <= h.due_date and (m.valid_to is null or m.valid_to >= l.date))`
const readable = `with ${dayHere} select ${columns} ${given} where ${toPupil} and ${readableInCourse('$6::uuid', 'h.course_id')}`
const answerable = `with ${dayHere} select ${columns} ${given} where ${toPupil} and $4::text in ('pupil', 'parent') and ${readableStudent('$6::uuid')}`
const taught = `with ${dayHere} select ${columns} ${given} where $2::uuid is not null and $4::text <> ''`

const findFor = async <Proof>(read: Read, statement: string, homeworkId: string, studentId: string): Promise<Proof> => {
  const [row] = await read.rows<GivenRow>(statement, [...asking(read), homeworkId, studentId])
  if (!row) throw notFound()
  return { ...row, studentId } as Proof
}

export const readableHomework = (read: Read, studentId: string, homeworkId: string) => findFor<ReadableHomework>(read, readable, homeworkId, studentId)
export const answerableHomework = (work: Work, studentId: string, homeworkId: string) => findFor<AnswerableHomework>(work, answerable, homeworkId, studentId)

/** The homework, for whoever may open the lesson at which it was given. */
export async function taughtHomework(read: Read, homeworkId: string): Promise<TaughtHomework> {
  const [row] = await read.rows<GivenRow>(taught, [...asking(read), homeworkId])
  if (!row) throw notFound()
  const lesson = await readableLesson(read, row.lesson_id)
  return { ...row, lesson, reviews: lesson.standing !== null && kindOf(read) !== 'admin' } as TaughtHomework
}
