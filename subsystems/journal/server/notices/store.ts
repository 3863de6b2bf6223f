import type { Read } from '@school/server'

// A family is the pupil and whoever represents them today without a restriction.
const families = `
  select p.id as student_id, p.id as person_id, p.first_name from registry.v_person p where p.id = any($1::uuid[])
  union all select g.student_id, g.guardian_id, p.first_name from registry.v_guardianship g join registry.v_person p on p.id = g.student_id
  where g.student_id = any($1::uuid[]) and not g.restricted and g.valid_from <= $2::date and (g.valid_to is null or g.valid_to >= $2::date)`
export interface FamilyRow { student_id: string; person_id: string; first_name: string }
export const listFamilies = (read: Read, studentIds: readonly string[]) => read.rows<FamilyRow>(families, [studentIds, read.now.toISOString().slice(0, 10)])

const mark = `
  select m.value, m.retake, m.revision, m.date, s.name as subject, t.name as type, w.weight from journal.mark m join journal.work w on w.school_id = m.school_id and w.id = m.work_id
  join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id join schedule.v_course c on c.school_id = m.school_id and c.id = m.course_id
  join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id where m.school_id = $1 and m.id = $2 and (w.visible_from is null or w.visible_from <= $3)`
export const findMarkWords = async (read: Read, id: string) => (await read.rows<{ value: string; retake: string | null; revision: number; date: string; subject: string; type: string; weight: number }>(mark, [read.schoolId, id, read.now]))[0]

const attendance = `
  select a.code, a.reason, a.minutes, a.date, l.number, s.name as subject, ($4::timestamptz at time zone sc.time_zone)::date as today from journal.attendance a join registry.v_school sc on sc.id = a.school_id join schedule.v_lesson l on l.school_id = a.school_id and l.id = a.lesson_id
  join registry.v_subject s on s.school_id = l.school_id and s.id = l.subject_id where a.school_id = $1 and a.lesson_id = $2 and a.student_id = $3`
export const findAttendanceWords = async (read: Read, lessonId: string, studentId: string) =>
  (await read.rows<{ code: string; reason: string | null; minutes: number | null; date: string; number: number; subject: string; today: string }>(attendance, [read.schoolId, lessonId, studentId, read.now]))[0]

const homework = `
  select left(h.text, 200) as text, h.due_date, h.minutes, h.removed_at is not null as removed, h.revision, s.name as subject,
    (h.changed_at at time zone sc.time_zone)::timestamp >= (h.due_date - 1) + time '18:00' as late,
    case when h.student_ids is null then (select array_agg(distinct m.student_id::text) from registry.v_group_member m where m.school_id = $1 and m.group_id = h.group_id and m.valid_from <= h.due_date and (m.valid_to is null or m.valid_to >= h.due_date))
      else h.student_ids::text[] end as students
  from journal.homework h join schedule.v_course c on c.school_id = h.school_id and c.id = h.course_id join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id join registry.v_school sc on sc.id = h.school_id
  where h.school_id = $1 and h.id = $2`
export const findHomeworkWords = async (read: Read, id: string) =>
  (await read.rows<{ text: string; due_date: string; minutes: number | null; removed: boolean; revision: number; subject: string; late: boolean; students: string[] | null }>(homework, [read.schoolId, id]))[0]

const answer = `
  select s.name as subject, g.name as group_name, ($3::timestamptz at time zone sc.time_zone)::date as today,
    array(select ct.teacher_id::text from schedule.v_course_teacher ct where ct.school_id = $1 and ct.course_id = h.course_id and ct.valid_from <= ($3::timestamptz at time zone sc.time_zone)::date and (ct.valid_to is null or ct.valid_to >= ($3::timestamptz at time zone sc.time_zone)::date)) as teachers
  from journal.homework h join registry.v_school sc on sc.id = h.school_id join schedule.v_course c on c.school_id = h.school_id and c.id = h.course_id join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id
  join registry.v_group g on g.school_id = h.school_id and g.id = h.group_id where h.school_id = $1 and h.id = $2 and h.removed_at is null`
/** Homework that is handed in, and who teaches its course today. */
export const findAnswerWords = async (read: Read, homeworkId: string) => (await read.rows<{ subject: string; group_name: string; today: string; teachers: string[] }>(answer, [read.schoolId, homeworkId, read.now]))[0]
