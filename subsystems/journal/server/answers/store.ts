import type { Read, Work } from '@school/server'
import { asking, dayHere, isSeen, seenUntil } from '../access.ts'

type Person = { id: string; lastName: string; firstName: string; middleName: string | null }
type Links = { title: string; href: string }[]
export interface AnswerRow {
  id: string; homework_id: string; student_id: string; text: string; links: Links; state: 'sent' | 'returned' | 'accepted'; late: boolean; sent_at: Date; sent_by: string; review: string; reviewed_at: Date | null; reviewed_by: string | null; mark_id: string | null; revision: number
  reviewer: Person | null; mark: { value: string; work: string } | null
}
const person = (id: string) => `(select json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) from registry.v_person p where p.id = ${id})`
const answers = (until: string) => `select a.id, a.homework_id, a.student_id, a.text, a.links, a.state, a.late, a.sent_at, a.sent_by, a.review, a.reviewed_at, a.reviewed_by, a.mark_id, a.revision, ${person('a.reviewed_by')} as reviewer,
    (select json_build_object('value', m.value, 'work', coalesce(nullif(w.title, ''), t.name)) from journal.mark m join journal.work w on w.school_id = m.school_id and w.id = m.work_id join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id
      where m.school_id = $1 and m.id = a.mark_id and m.value <> '' and ${isSeen(until)}) as mark
  from journal.homework_answer a where a.school_id = $1 and a.homework_id = $2`
export const listAnswerRows = (read: Read, homeworkId: string) => read.rows<AnswerRow>(answers('$3'), [read.schoolId, homeworkId, seenUntil(read)])
const one = `${answers('$3')} and a.student_id = $4`
export const findAnswer = async (read: Read, homeworkId: string, studentId: string) => (await read.rows<AnswerRow>(one, [read.schoolId, homeworkId, seenUntil(read), studentId]))[0]
const byId = `${answers('$3')} and a.id = $4 for update of a`
export const findAnswerForUpdate = async (work: Work, homeworkId: string, id: string) => (await work.rows<AnswerRow>(byId, [work.schoolId, homeworkId, seenUntil(work), id]))[0]
export const isTaken = async (read: Read, id: string) => (await read.rows('select 1 from journal.homework_answer where school_id = $1 and id = $2', [read.schoolId, id])).length > 0

export type AnswerWrite = Omit<AnswerRow, 'reviewer' | 'mark'>
const save = `
  with put as (
    insert into journal.homework_answer as a (school_id, id, homework_id, student_id, text, links, state, late, sent_at, sent_by, review, reviewed_at, reviewed_by, mark_id, revision)
    values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10, $11, $12, $13, $14, $15)
    on conflict (school_id, homework_id, student_id) do update set text = excluded.text, links = excluded.links, state = excluded.state, late = excluded.late, sent_at = excluded.sent_at, sent_by = excluded.sent_by, review = excluded.review,
      reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by, mark_id = excluded.mark_id, revision = excluded.revision where a.revision = excluded.revision - 1 returning a.id)
  insert into journal.homework_answer_revision (school_id, answer_id, revision, text, links, state, review, by_id, at) select $1, id, $15, $5, $6::jsonb, $7, $11, $16, $17 from put returning answer_id`
/** Writes the next revision with its history; false when someone was faster. */
export const saveAnswer = async (work: Work, row: AnswerWrite) => (await work.rows(save, [work.schoolId, row.id, row.homework_id, row.student_id, row.text, JSON.stringify(row.links), row.state, row.late, row.sent_at, row.sent_by, row.review,
  row.reviewed_at, row.reviewed_by, row.mark_id, row.revision, work.by.personId, work.now])).length === 1

export const findStudent = async (read: Read, studentId: string) => (await read.rows<{ student: Person }>(`select ${person('$1')} as student`, [studentId]))[0]!.student

export interface StepRow { revision: number; state: 'sent' | 'returned' | 'accepted'; text: string; links: Links; review: string; at: Date; by: Person | null }
const steps = `select r.revision, r.state, r.text, r.links, r.review, r.at, ${person('r.by_id')} as by from journal.homework_answer_revision r where r.school_id = $1 and r.answer_id = $2 order by r.revision desc limit 100`
export const listSteps = (read: Read, answerId: string) => read.rows<StepRow>(steps, [read.schoolId, answerId])

export interface PupilRow { student: Person; done: boolean }
const given = `select p.id, json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) as student, d.homework_id is not null as done
  from journal.homework h join schedule.v_lesson l on l.school_id = $1 and l.id = h.lesson_id
  join lateral (select distinct m.student_id from registry.v_group_member m where m.school_id = $1 and m.group_id = h.group_id and m.valid_from <= h.due_date and (m.valid_to is null or m.valid_to >= l.date)) m on h.student_ids is null or m.student_id = any(h.student_ids)
  join registry.v_person p on p.id = m.student_id left join journal.homework_done d on d.school_id = $1 and d.homework_id = h.id and d.student_id = m.student_id
  where h.school_id = $1 and h.id = $2 order by p.last_name, p.first_name, p.id`
/** Those to whom the homework was given. */
export const listGiven = (read: Read, homeworkId: string) => read.rows<PupilRow>(given, [read.schoolId, homeworkId])

export interface WorkRow { id: string; name: string; date: string; scale: string; marks: { studentId: string; id: string; value: string; revision: number }[] }
const works = `select w.id, coalesce(nullif(w.title, ''), t.name) as name, w.date, w.scale,
    coalesce((select json_agg(json_build_object('studentId', m.student_id, 'id', m.id, 'value', m.value, 'revision', m.revision)) from journal.mark m where m.school_id = $1 and m.work_id = w.id), '[]') as marks
  from journal.work w join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id where w.school_id = $1 and w.removed_at is null and w.lesson_id = any($2::uuid[]) order by w.date desc, w.sort, w.id`
export const listWorksOf = (read: Read, lessonIds: readonly string[]) => read.rows<WorkRow>(works, [read.schoolId, lessonIds])

const dueLesson = `select l.id from schedule.v_lesson l where l.school_id = $1 and l.course_id = $2 and l.date = $3 order by l.number limit 1`
/** The lesson of the course on the day homework is due. */
export const findLessonOn = async (read: Read, courseId: string, date: string) => (await read.rows<{ id: string }>(dueLesson, [read.schoolId, courseId, date]))[0]?.id

const waiting = `with ${dayHere},
  own as materialized (select distinct ct.course_id from day join schedule.v_course_teacher ct on ct.school_id = $1 and ct.teacher_id = $2 and ct.valid_from <= day.today and (ct.valid_to is null or ct.valid_to >= day.today)),
  sent as (select a.homework_id, count(*)::integer as waiting, min(a.sent_at) as since from own join journal.homework h on h.school_id = $1 and h.course_id = own.course_id and h.answers and h.removed_at is null
    join journal.homework_answer a on a.school_id = $1 and a.homework_id = h.id and a.state = 'sent' where $4::text = 'staff' group by a.homework_id order by min(a.sent_at) limit 50)
  select s.homework_id, j.name as subject, g.name as group_name, left(h.text, 200) as text, h.due_date, s.waiting, s.since
  from sent s join journal.homework h on h.school_id = $1 and h.id = s.homework_id join schedule.v_course c on c.school_id = $1 and c.id = h.course_id join registry.v_subject j on j.school_id = $1 and j.id = c.subject_id
  join registry.v_group g on g.school_id = $1 and g.id = h.group_id order by s.since, s.homework_id`
export const listWaiting = (read: Read) => read.rows<{ homework_id: string; subject: string; group_name: string; text: string; due_date: string; waiting: number; since: Date }>(waiting, [...asking(read)])
