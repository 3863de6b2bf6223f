import type { Read, Work } from '@school/server'

export interface HomeworkRow {
  id: string; lesson_id: string; course_id: string; group_id: string; due_date: string; due_lesson_id: string | null; text: string; minutes: number | null; links: { title: string; href: string }[]; student_ids: string[] | null; answers: boolean
  removed_at: Date | null; revision: number
}
const columns = 'h.id, h.lesson_id, h.course_id, h.group_id, h.due_date, h.due_lesson_id, h.text, h.minutes, h.links, h.student_ids::text[] as student_ids, h.answers, h.removed_at, h.revision'
const find = `select ${columns} from journal.homework h where h.school_id = $1 and h.id = $2 for update`
const readOne = `select ${columns} from journal.homework h where h.school_id = $1 and h.id = $2`
export const findHomework = async (read: Read, id: string) => (await read.rows<HomeworkRow>(readOne, [read.schoolId, id]))[0]
export const findHomeworkForUpdate = async (work: Work, id: string) => (await work.rows<HomeworkRow>(find, [work.schoolId, id]))[0]

const put = `
  insert into journal.homework (school_id, id, lesson_id, course_id, group_id, due_date, due_lesson_id, text, minutes, links, student_ids, removed_at, revision, changed_by, changed_at, answers)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::uuid[], $12, $13, $14, $15, $16)
  on conflict (school_id, id) do update set due_date = excluded.due_date, due_lesson_id = excluded.due_lesson_id, text = excluded.text, minutes = excluded.minutes, links = excluded.links,
    student_ids = excluded.student_ids, answers = excluded.answers, removed_at = excluded.removed_at, revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at where journal.homework.revision = excluded.revision - 1
  returning id`
/** False when someone was faster. */
export const saveHomework = async (work: Work, row: HomeworkRow) => (await work.rows(put, [
  work.schoolId, row.id, row.lesson_id, row.course_id, row.group_id, row.due_date, row.due_lesson_id, row.text, row.minutes, JSON.stringify(row.links), row.student_ids, row.removed_at, row.revision, work.by.personId, work.now, row.answers])).length === 1

const dueLesson = 'select date from schedule.v_lesson where school_id = $1 and id = $2 and course_id = $3'
export const findDateOfLesson = async (read: Read, lessonId: string, courseId: string) => (await read.rows<{ date: string }>(dueLesson, [read.schoolId, lessonId, courseId]))[0]?.date

const members = `select count(distinct m.student_id)::integer as n from registry.v_group_member m
  where m.school_id = $1 and m.group_id = $2 and m.student_id = any($3::uuid[]) and m.valid_from <= $4 and (m.valid_to is null or m.valid_to >= $4)`
export const countMembers = async (read: Read, groupId: string, ids: readonly string[], on: string) => (await read.rows<{ n: number }>(members, [read.schoolId, groupId, ids, on]))[0]?.n ?? 0

export interface LoadRow { course_id: string; subject: string; minutes: number; without: number }
// What counts is what the pupils of these classes have: their other subjects and subgroups too. Homework of single pupils is not the class's.
const load = `
  select h.course_id, s.name as subject, coalesce(sum(h.minutes), 0)::integer as minutes, count(*) filter (where h.minutes is null)::integer as without
  from journal.homework h join schedule.v_course c on c.school_id = h.school_id and c.id = h.course_id join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id
  where h.school_id = $1 and h.due_date = $3 and h.removed_at is null and h.student_ids is null
    and h.group_id in (select o.group_id from registry.v_group_class mine join registry.v_group_class o on o.school_id = mine.school_id and o.class_id = mine.class_id where mine.school_id = $1 and mine.group_id = $2)
  group by h.course_id, s.name, s.sort order by s.sort, s.name`
export const listLoad = (read: Read, groupId: string, date: string) => read.rows<LoadRow>(load, [read.schoolId, groupId, date])

const norm = `select r.homework_norms as norms from journal.marking_rule r where r.school_id = $1 and r.valid_from <= $2 order by r.valid_from desc, r.edition desc limit 1`
export const findNorms = async (read: Read, on: string) => (await read.rows<{ norms: { gradeUpTo: number; minutes: number }[] }>(norm, [read.schoolId, on]))[0]?.norms

const ofLesson = `
  select ${columns}, (select count(*)::integer from journal.homework_done d where d.school_id = $1 and d.homework_id = h.id) as done, (select count(*)::integer from journal.homework_answer a where a.school_id = $1 and a.homework_id = h.id) as handed_in,
    h.lesson_id = $2 as given, (h.due_lesson_id = $2 or (h.due_lesson_id is null and h.due_date = $4 and h.lesson_id <> $2)) as due
  from journal.homework h where h.school_id = $1 and h.removed_at is null and h.course_id = $3 and (h.lesson_id = $2 or h.due_lesson_id = $2 or (h.due_lesson_id is null and h.due_date = $4)) and h.group_id = $5
  order by h.id`
export const listHomeworkOfLesson = (read: Read, of: { lesson_id: string; course_id: string; date: string; group_id: string }) =>
  read.rows<HomeworkRow & { done: number; handed_in: number; given: boolean; due: boolean }>(ofLesson, [read.schoolId, of.lesson_id, of.course_id, of.date, of.group_id])

const tickable = `select h.id, h.course_id from journal.homework h where h.school_id = $1 and h.id = $2 and h.removed_at is null and (h.student_ids is null or $3::uuid = any(h.student_ids))
  and exists (select 1 from registry.v_group_member m where m.school_id = $1 and m.group_id = h.group_id and m.student_id = $3)`
export const findHomeworkOf = async (read: Read, id: string, studentId: string) => (await read.rows<{ id: string; course_id: string }>(tickable, [read.schoolId, id, studentId]))[0]
export const tick = (work: Work, id: string, studentId: string, done: boolean) => done
  ? work.rows('insert into journal.homework_done (school_id, homework_id, student_id, done_at) values ($1, $2, $3, $4) on conflict do nothing', [work.schoolId, id, studentId, work.now])
  : work.rows('delete from journal.homework_done where school_id = $1 and homework_id = $2 and student_id = $3', [work.schoolId, id, studentId])
