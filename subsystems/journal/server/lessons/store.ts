import type { Read, Work } from '@school/server'
import type { PersonRef } from '../../contract/index.ts'

export interface RecordRow { topic: string; note: string; attendance_checked_at: Date | null; closed_at: Date | null; revision: number }
const find = 'select topic, note, attendance_checked_at, closed_at, revision from journal.lesson_record where school_id = $1 and lesson_id = $2'
export const findRecord = async (read: Read, lessonId: string) => (await read.rows<RecordRow>(find, [read.schoolId, lessonId]))[0]
export const findRecordForUpdate = async (work: Work, lessonId: string) => (await work.rows<RecordRow>(`${find} for update`, [work.schoolId, lessonId]))[0]

const put = `
  insert into journal.lesson_record (school_id, lesson_id, topic, note, attendance_checked_at, closed_at, revision, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  on conflict (school_id, lesson_id) do update set topic = excluded.topic, note = excluded.note, attendance_checked_at = excluded.attendance_checked_at, closed_at = excluded.closed_at,
    revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at where journal.lesson_record.revision = excluded.revision - 1
  returning lesson_id`
/** False when someone was faster. */
export const saveRecord = async (work: Work, lessonId: string, row: RecordRow) =>
  (await work.rows(put, [work.schoolId, lessonId, row.topic, row.note, row.attendance_checked_at, row.closed_at, row.revision, work.by.personId, work.now])).length === 1

export interface HeadRow {
  number: number; starts: string; ends: string; room: string | null; teachers: (PersonRef & { substitute: boolean })[] | null; ordinal: number; total: number
  previous: { id: string; date: string; topic: string } | null; next: { id: string; date: string; number: number } | null
}
const head = `
  with here as (select * from schedule.v_lesson where school_id = $1 and id = $2)
  select l.number, l.starts, l.ends, rm.name as room,
    (select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name, 'substitute', t.substitute) order by t.substitute desc, p.last_name)
      from schedule.v_lesson_teacher t join registry.v_person p on p.id = t.teacher_id where t.school_id = $1 and t.lesson_id = l.id) as teachers,
    (select count(*)::integer from schedule.v_lesson o where o.school_id = $1 and o.course_id = l.course_id and o.state <> 'cancelled' and (o.date, o.number) <= (l.date, l.number)) as ordinal,
    (select count(*)::integer from schedule.v_lesson o where o.school_id = $1 and o.course_id = l.course_id and o.state <> 'cancelled') as total,
    (select json_build_object('id', o.id, 'date', o.date, 'topic', coalesce(r.topic, '')) from schedule.v_lesson o left join journal.lesson_record r on r.school_id = o.school_id and r.lesson_id = o.id
      where o.school_id = $1 and o.course_id = l.course_id and o.state <> 'cancelled' and (o.date, o.number) < (l.date, l.number) order by o.date desc, o.number desc limit 1) as previous,
    (select json_build_object('id', o.id, 'date', o.date, 'number', o.number) from schedule.v_lesson o
      where o.school_id = $1 and o.course_id = l.course_id and o.state <> 'cancelled' and (o.date, o.number) > (l.date, l.number) order by o.date, o.number limit 1) as next
  from here l left join registry.v_room rm on rm.school_id = l.school_id and rm.id = l.room_id`
export const findLessonHead = async (read: Read, lessonId: string) => (await read.rows<HeadRow>(head, [read.schoolId, lessonId]))[0]!

const spans = `select s.student_id, s.reason, s.ends from journal.absence_span s where s.school_id = $1 and s.student_id = any($2::uuid[]) and s.removed_at is null and $3::date between s.starts and s.ends`
export const listSpansOn = (read: Read, studentIds: readonly string[], date: string) => read.rows<{ student_id: string; reason: string; ends: string }>(spans, [read.schoolId, studentIds, date])

const courseHead = `
  select c.id, c.year, json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name) as subject, json_build_object('id', g.id, 'name', g.name, 'kind', g.kind) as "group",
    (select json_agg(json_build_object('id', k.id, 'name', k.name, 'grade', k.grade_level) order by k.grade_level, k.name) from registry.v_group_class gk join registry.v_class k on k.school_id = gk.school_id and k.id = gk.class_id
      where gk.school_id = $1 and gk.group_id = c.group_id) as classes,
    (select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) order by p.last_name, p.id) from schedule.v_course_teacher t join registry.v_person p on p.id = t.teacher_id
      where t.school_id = $1 and t.course_id = c.id and t.valid_from <= $3 and (t.valid_to is null or t.valid_to >= $3)) as teachers,
    c.hours_per_week::float8 as hours, c.closed_on, $4::boolean as mine
  from schedule.v_course c join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id join registry.v_group g on g.school_id = c.school_id and g.id = c.group_id
  where c.school_id = $1 and c.id = $2`
/** The course of a lesson that has already been judged readable. */
export const findCourseOf = async <Row>(read: Read, courseId: string, on: string, mine: boolean) => (await read.rows<Row>(courseHead, [read.schoolId, courseId, on, mine]))[0]!

const period = `
  select pd.starts, pd.ends from schedule.v_period pd where pd.school_id = $1 and $3::date between pd.starts and pd.ends and pd.scheme_id = (
    select cs.period_scheme_id from registry.v_group_class gk join schedule.v_class_setting cs on cs.school_id = gk.school_id and cs.class_id = gk.class_id where gk.school_id = $1 and gk.group_id = $2 order by gk.class_id limit 1)`
export const findPeriodOn = async (read: Read, groupId: string, date: string) => (await read.rows<{ starts: string; ends: string }>(period, [read.schoolId, groupId, date]))[0]

/** Marks and absences that stand in a lesson. */
export const countRecords = async (read: Read, lessonId: string) => (await read.rows<{ marks: number; absences: number }>(`
  select (select count(*)::integer from schedule.v_lesson l join journal.v_mark m on m.school_id = $1 and m.course_id = l.course_id and m.lesson_id = l.id where l.school_id = $1 and l.id = $2) as marks,
    (select count(*)::integer from journal.v_attendance a where a.school_id = $1 and a.lesson_id = $2 and a.code in ('absent', 'late', 'leftEarly')) as absences`, [read.schoolId, lessonId]))[0]!
