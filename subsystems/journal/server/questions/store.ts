import type { Read, Work } from '@school/server'
import type { PersonRef, Question } from '../../contract/index.ts'
import { asking, dayHere, inForce } from '../access.ts'
import { readableQuestion } from './access.ts'

const person = (p: string) => `json_build_object('id', ${p}.id, 'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name)`
export interface QuestionRow {
  id: string; student: PersonRef; class_name: string | null; course_id: string; lesson_id: string; subject: string; date: string; number: number; about: Question['about']; value: string | null; work: string | null; homework: string | null; state: Question['state']; asked_at: Date; changed_at: Date
}
const columns = `q.id, ${person('p')} as student, k.name as class_name, q.course_id, q.lesson_id, s.name as subject, l.date, l.number, q.about, m.value, m.work, h.text as homework, q.state, q.asked_at, q.changed_at`
const joins = `join registry.v_person p on p.id = q.student_id join schedule.v_lesson l on l.school_id = $1 and l.id = q.lesson_id join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id
  left join registry.v_enrolment e on e.school_id = $1 and e.student_id = q.student_id and ${inForce('e')} left join registry.v_class k on k.school_id = $1 and k.id = e.class_id
  left join lateral (select m.value, coalesce(nullif(w.title, ''), t.name) as work from journal.mark m join journal.work w on w.school_id = $1 and w.id = m.work_id join journal.work_type t on t.school_id = $1 and t.id = w.work_type_id
    where m.school_id = $1 and q.about = 'mark' and m.id = q.about_id) m on true
  left join journal.homework h on h.school_id = $1 and q.about = 'homework' and h.id = q.about_id`
export const aPage = 50
const list = `with ${dayHere} select ${columns} from day join journal.question q on q.school_id = $1 ${joins}
  where ($5::uuid is null or q.student_id = $5) and (not $6::boolean or q.state = 'open') and ${readableQuestion}
  order by q.state <> 'open', case when q.state = 'open' then q.changed_at end, q.changed_at desc, q.id limit $7 offset $8`
/** Those the reader may read. */
export const listRows = (read: Read, studentId: string | null, openOnly: boolean, page: number) => read.rows<QuestionRow>(list, [...asking(read), studentId, openOnly, aPage + 1, (page - 1) * aPage])

const single = `with ${dayHere} select ${columns} from day join journal.question q on q.school_id = $1 and q.id = $5 ${joins} where $2::uuid is not null and $4::text <> ''`
export const findQuestion = async (read: Read, id: string) => (await read.rows<QuestionRow>(single, [...asking(read), id]))[0]!

export interface NoteRow { id: string; by: PersonRef; side: 'family' | 'school'; text: string; at: Date }
export const listNotes = (read: Read, id: string) => read.rows<NoteRow>(
  `select n.id, ${person('p')} as by, n.side, n.text, n.at from journal.question_note n join registry.v_person p on p.id = n.by_id where n.school_id = $1 and n.question_id = $2 order by n.at, n.id limit 200`, [read.schoolId, id])

export interface Kept { student_id: string; lesson_id: string; about: string; about_id: string | null; asked_by: string }
export const findForUpdate = async (work: Work, id: string) => (await work.rows<Kept>('select student_id, lesson_id, about, about_id, asked_by from journal.question where school_id = $1 and id = $2 for update', [work.schoolId, id]))[0]
export const insertQuestion = (work: Work, row: { id: string; student_id: string; course_id: string; lesson_id: string; about: string; about_id: string | null }) => work.rows(
  'insert into journal.question (school_id, id, student_id, course_id, lesson_id, about, about_id, asked_by, asked_at, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)',
  [work.schoolId, row.id, row.student_id, row.course_id, row.lesson_id, row.about, row.about_id, work.by.personId, work.now])
/** Nothing comes back when the id is taken already. */
export const insertNote = (work: Work, questionId: string, id: string, side: 'family' | 'school', text: string) => work.rows<{ id: string }>(
  'insert into journal.question_note (school_id, question_id, id, by_id, side, text, at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing returning id', [work.schoolId, questionId, id, work.by.personId, side, text, work.now])
export const findNote = async (read: Read, questionId: string, id: string) => (await read.rows<{ by_id: string; text: string }>('select by_id, text from journal.question_note where school_id = $1 and question_id = $2 and id = $3', [read.schoolId, questionId, id]))[0]
export const saveState = (work: Work, id: string, state: Question['state']) => work.rows('update journal.question set state = $3, changed_at = $4 where school_id = $1 and id = $2', [work.schoolId, id, state, work.now])

export interface ToldRow { subject: string; date: string; student_id: string; last_name: string; first_name: string; side: 'family' | 'school'; by_id: string; teachers: string[] | null }
/** Whom a note is told to, with the words of the notice; whoever teaches the course today, or stood in at the lesson. */
export const findTold = async (read: Read, questionId: string, noteId: string) => (await read.rows<ToldRow>(`
  with ${dayHere} select s.name as subject, l.date, q.student_id, p.last_name, p.first_name, n.side, n.by_id,
    (select array_agg(distinct t.id::text) from (select ct.teacher_id as id from schedule.v_course_teacher ct where ct.school_id = $1 and ct.course_id = q.course_id and ${inForce('ct')}
      union select lt.teacher_id from schedule.v_lesson_teacher lt where lt.school_id = $1 and lt.lesson_id = q.lesson_id and lt.substitute) t) as teachers
  from day join journal.question q on q.school_id = $1 and q.id = $5 join journal.question_note n on n.school_id = $1 and n.question_id = q.id and n.id = $6 join schedule.v_lesson l on l.school_id = $1 and l.id = q.lesson_id
  join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id join registry.v_person p on p.id = q.student_id where $2::uuid is not null and $4::text <> ''`, [...asking(read), questionId, noteId]))[0]
