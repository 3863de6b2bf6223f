import type { Read, Work } from '@school/server'
import type { Lesson } from '../../contract/lessons.ts'

const lessonColumns = `
  l.id, l.date::text as date, l.number, to_char(l.starts, 'HH24:MI') as starts, to_char(l.ends, 'HH24:MI') as ends, l.course_id as "courseId", json_build_object('id', g.id, 'name', g.name) as "group",
  json_build_object('id', s.id, 'name', s.name) as subject, case when r.id is null then null else json_build_object('id', r.id, 'name', r.name) end as room, l.kind, l.state, l.revision,
  coalesce((select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name, 'substitute', t.substitute) order by t.substitute desc, p.last_name)
            from schedule.lesson_teacher t join registry.v_person p on p.id = t.teacher_id where t.school_id = $1 and t.lesson_id = l.id), '[]') as teachers`
const joins = `
  join registry.v_group g on g.school_id = $1 and g.id = l.group_id join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id left join registry.v_room r on r.school_id = $1 and r.id = l.room_id`

export type LessonRow = Lesson
export interface Whose { readonly classId?: string | undefined; readonly teacherId?: string | undefined; readonly roomId?: string | undefined; readonly studentId?: string | undefined }

export const listLessons = (read: Read, from: string, to: string, of: Whose) => read.rows<LessonRow>(`
  select ${lessonColumns} from schedule.lesson l ${joins}
  where l.school_id = $1 and l.date between $2::date and $3::date
    and ($4::uuid is null or l.group_id in (select group_id from registry.v_group_class where school_id = $1 and class_id = $4))
    and ($5::uuid is null or exists (select 1 from schedule.lesson_teacher t where t.school_id = $1 and t.lesson_id = l.id and t.teacher_id = $5 and t.date between $2::date and $3::date))
    and ($6::uuid is null or l.room_id = $6)
    and ($7::uuid is null or exists (select 1 from registry.v_group_member m where m.school_id = $1 and m.group_id = l.group_id and m.student_id = $7 and m.valid_from <= l.date and (m.valid_to is null or m.valid_to >= l.date)))
  order by l.date, l.number, s.name`, [read.schoolId, from, to, of.classId ?? null, of.teacherId ?? null, of.roomId ?? null, of.studentId ?? null])

export const findLesson = async (read: Read, id: string) => (await read.rows<LessonRow>(`select ${lessonColumns} from schedule.lesson l ${joins} where l.school_id = $1 and l.id = $2`, [read.schoolId, id]))[0]
export const lockLesson = async (work: Work, id: string) => (await work.rows<{ id: string; date: string; number: number; starts: string; ends: string; course_id: string; group_id: string; room_id: string | null; state: string; closed_at: Date | null; revision: number }>(
  'select id, date::text as date, number, starts, ends, course_id, group_id, room_id, state, closed_at, revision from schedule.lesson where school_id = $1 and id = $2 for update', [work.schoolId, id]))[0]
export const saveLesson = (work: Work, row: { id: string; date: string; number: number; starts: string; ends: string; room_id: string | null; state: string; revision: number }) => work.rows(
  'update schedule.lesson set date = $3, number = $4, starts = $5, ends = $6, room_id = $7, state = $8, revision = $9 where school_id = $1 and id = $2', [work.schoolId, row.id, row.date, row.number, row.starts, row.ends, row.room_id, row.state, row.revision])

/** The bells by which the class of a course lives. */
export const findBellSchedule = async (read: Read, courseId: string) => (await read.rows<{ id: string }>(`
  select cs.bell_schedule_id as id from schedule.course c join registry.v_group_class gc on gc.school_id = $1 and gc.group_id = c.group_id join registry.v_class k on k.school_id = $1 and k.id = gc.class_id
  join schedule.class_setting cs on cs.school_id = $1 and cs.class_id = k.id where c.school_id = $1 and c.id = $2 order by k.grade_level, k.id limit 1`, [read.schoolId, courseId]))[0]?.id

/** A lesson that moved takes its teachers along. */
export const moveTeachers = (work: Work, lessonId: string, date: string) => work.rows('update schedule.lesson_teacher set date = $3::date where school_id = $1 and lesson_id = $2 and date <> $3::date', [work.schoolId, lessonId, date])
export const listLessonTeachers = async (read: Read, lessonId: string) => (await read.rows<{ id: string }>('select teacher_id as id from schedule.lesson_teacher where school_id = $1 and lesson_id = $2', [read.schoolId, lessonId])).map((row) => row.id)

/** The lesson is taught by exactly these; who does not teach the course substitutes. */
export async function setLessonTeachers(work: Work, lessonId: string, date: string, teacherIds: readonly string[]): Promise<void> {
  await work.rows('delete from schedule.lesson_teacher where school_id = $1 and lesson_id = $2', [work.schoolId, lessonId])
  await work.rows(`insert into schedule.lesson_teacher (school_id, lesson_id, teacher_id, date, substitute)
    select $1, l.id, one, $3::date, not exists (select 1 from schedule.course_teacher t where t.school_id = $1 and t.course_id = l.course_id and t.teacher_id = one and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to >= $3::date))
    from schedule.lesson l cross join unnest($4::uuid[]) as one where l.school_id = $1 and l.id = $2`, [work.schoolId, lessonId, date, teacherIds])
}

/** Rooms by their number first: 9 before 101. */
const inOrder = (name: string) => `nullif(substring(${name} from '^\\d+'), '')::numeric nulls last, ${name}`
/** Everyone who may be put before a class: teachers on the staff and whoever has a course. */
const teaching = (day: string) => `select person_id from registry.v_employment where school_id = $1 and role in ('teacher', 'deputyHead', 'principal') and valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date)
  union select t.teacher_id from schedule.course_teacher t where t.school_id = $1 and t.valid_from <= ${day}::date and (t.valid_to is null or t.valid_to >= ${day}::date)`

/** Rooms and teachers with the lessons that take them on a day. */
export const findTaken = async (read: Read, date: string, year: number) => (await read.rows<{ rooms: { id: string; name: string; capacity: number | null; taken: Taken[] }[]; teachers: (Lesson['teachers'][number] & { taken: Taken[] })[] }>(`
  with l as (
    select l.id, l.number, l.room_id, json_build_object('number', l.number, 'lessonId', l.id, 'name', g.name || ', ' || s.name) as what from schedule.lesson l
    join registry.v_group g on g.school_id = $1 and g.id = l.group_id and g.school_year = $3 join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id where l.school_id = $1 and l.date = $2::date and l.state <> 'cancelled'
  )
  select coalesce((select json_agg(json_build_object('id', r.id, 'name', r.name, 'capacity', r.capacity, 'taken', (select coalesce(json_agg(l.what order by l.number), '[]') from l where l.room_id = r.id)) order by ${inOrder('r.name')}) from registry.v_room r where r.school_id = $1), '[]') as rooms,
         coalesce((select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name, 'taken', (
                     select coalesce(json_agg(l.what order by l.number), '[]') from l join schedule.lesson_teacher t on t.school_id = $1 and t.lesson_id = l.id and t.teacher_id = p.id)) order by p.last_name collate "ru-RU-x-icu", p.first_name)
                   from registry.v_person p where p.id in (${teaching('$2')})), '[]') as teachers`, [read.schoolId, date, year]))[0]!
interface Taken { number: number; lessonId: string; name: string }

/** The grade of the class asked for, or of the pupil's class; null for teachers and rooms. */
export const findGrade = async (read: Read, of: Whose) => (await read.rows<{ grade: number | null }>(`
  select grade_level as grade from registry.v_class where school_id = $1 and id = coalesce($2::uuid, (select class_id from registry.v_enrolment where school_id = $1 and student_id = $3::uuid order by valid_to desc nulls first, valid_from desc limit 1))`,
[read.schoolId, of.classId ?? null, of.studentId ?? null]))[0]?.grade ?? null

export const listPickers = (read: Read, year: number, day: string) => read.rows<{ classes: unknown; teachers: unknown; rooms: unknown }>(`
  select coalesce((select json_agg(json_build_object('id', id, 'name', name) order by grade_level, name) from registry.v_class where school_id = $1 and school_year = $2 and closed_on is null), '[]') as classes,
         coalesce((select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) order by p.last_name collate "ru-RU-x-icu", p.first_name)
                   from registry.v_person p where p.id in (${teaching('$3')})), '[]') as teachers,
         coalesce((select json_agg(json_build_object('id', id, 'name', name) order by ${inOrder('name')}) from registry.v_room where school_id = $1), '[]') as rooms`, [read.schoolId, year, day])
export const findTitle = async (read: Read, of: Whose) => (await read.rows<{ title: string | null }>(`
  select coalesce((select name from registry.v_class where school_id = $1 and id = $2), (select name from registry.v_room where school_id = $1 and id = $3), (select concat_ws(' ', last_name, first_name, middle_name) from registry.v_person where id = coalesce($4::uuid, $5::uuid))) as title`,
[read.schoolId, of.classId ?? null, of.roomId ?? null, of.teacherId ?? null, of.studentId ?? null]))[0]?.title ?? ''
