import type { Read, Work } from '@school/server'

export interface CourseRow {
  id: string; year: number; group_id: string; group_name: string; class_name: string; subject_id: string; subject_name: string; hours_per_week: number; closed_on: string | null; revision: number; placed: number
  teachers: { id: string; lastName: string; firstName: string; middleName: string | null }[]
}

const courses = `
  select c.id, c.year, c.group_id, g.name as group_name, coalesce(k.name, g.name) as class_name, c.subject_id, s.name as subject_name, c.hours_per_week::float8 as hours_per_week, c.closed_on::text as closed_on, c.revision,
         coalesce((select sum(case when e.week is null then 1 else 0.5 end) from schedule.timetable_entry e where e.school_id = $1 and e.course_id = c.id and e.timetable_id = f.id), 0)::float8 as placed,
         coalesce((select json_agg(json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) order by p.last_name, p.first_name)
                   from schedule.course_teacher t join registry.v_person p on p.id = t.teacher_id
                   where t.school_id = $1 and t.course_id = c.id and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to >= $3::date)), '[]') as teachers
  from schedule.course c
  join registry.v_group g on g.school_id = $1 and g.id = c.group_id
  join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id
  left join lateral (select cl.name, cl.grade_level from registry.v_group_class gc join registry.v_class cl on cl.school_id = $1 and cl.id = gc.class_id where gc.school_id = $1 and gc.group_id = c.group_id order by cl.grade_level, cl.name limit 1) k on true
  left join lateral (select id from schedule.timetable where school_id = $1 and year = c.year and state = 'published' and valid_from <= $3::date order by valid_from desc limit 1) f on true
  where c.school_id = $1`
const order = ' order by k.grade_level, class_name, s.sort, s.name, g.name'

/** Courses of a year; a day far in the future counts teachers who are yet to come. */
export const listCourses = (read: Read, year: number, day: string, of: { teacherId?: string | undefined; classId?: string | undefined }): Promise<CourseRow[]> => read.rows<CourseRow>(`${courses} and c.year = $2
    and ($4::uuid is null or exists (select 1 from schedule.course_teacher t where t.school_id = $1 and t.course_id = c.id and t.teacher_id = $4 and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to >= $3::date)))
    and ($5::uuid is null or exists (select 1 from registry.v_group_class gc where gc.school_id = $1 and gc.group_id = c.group_id and gc.class_id = $5))${order}`,
[read.schoolId, year, day, of.teacherId ?? null, of.classId ?? null])

export async function findCourse(read: Read, id: string, day: string): Promise<CourseRow | undefined> {
  const [row] = await read.rows<CourseRow>(`${courses} and c.id = $2${order}`, [read.schoolId, id, day])
  return row
}
export const lockCourse = async (work: Work, id: string) => (await work.rows<{ id: string; year: number; group_id: string; subject_id: string; closed_on: string | null; revision: number }>('select id, year, group_id, subject_id, closed_on::text as closed_on, revision from schedule.course where school_id = $1 and id = $2 for update', [work.schoolId, id]))[0]
export const findSameCourse = async (read: Read, year: number, groupId: string, subjectId: string) => (await read.rows<{ id: string }>('select id from schedule.course where school_id = $1 and year = $2 and group_id = $3 and subject_id = $4', [read.schoolId, year, groupId, subjectId]))[0]

export const saveCourse = (work: Work, row: { id: string; year: number; groupId: string; subjectId: string; hours: number; revision: number }) => work.rows(`
  insert into schedule.course (school_id, id, year, group_id, subject_id, hours_per_week, revision) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (school_id, id) do update set hours_per_week = excluded.hours_per_week, revision = excluded.revision`, [work.schoolId, row.id, row.year, row.groupId, row.subjectId, row.hours, row.revision])

export const saveLastDay = (work: Work, id: string, on: string | null) => work.rows('update schedule.course set closed_on = $3::date, revision = revision + 1 where school_id = $1 and id = $2', [work.schoolId, id, on])

/** From a day on exactly these teach the course; who taught before keeps the earlier dates. */
export async function setTeachers(work: Work, courseId: string, teacherIds: readonly string[], from: string): Promise<void> {
  await work.rows(`delete from schedule.course_teacher where school_id = $1 and course_id = $2 and valid_from >= $3::date and teacher_id <> all($4::uuid[])`, [work.schoolId, courseId, from, teacherIds])
  await work.rows(`update schedule.course_teacher set valid_to = $3::date - 1 where school_id = $1 and course_id = $2 and valid_from < $3::date and (valid_to is null or valid_to >= $3::date) and teacher_id <> all($4::uuid[])`, [work.schoolId, courseId, from, teacherIds])
  await work.rows(`insert into schedule.course_teacher (school_id, course_id, teacher_id, valid_from)
    select $1, $2, one, $3::date from unnest($4::uuid[]) as one
    where not exists (select 1 from schedule.course_teacher t where t.school_id = $1 and t.course_id = $2 and t.teacher_id = one and t.valid_to is null)`, [work.schoolId, courseId, from, teacherIds])
}

/** Which of these are not on the staff on the day. */
export const listStrangers = async (read: Read, ids: readonly string[], day: string) => (await read.rows<{ id: string }>(`
  select one as id from unnest($2::uuid[]) as one where not exists (select 1 from registry.v_employment e where e.school_id = $1 and e.person_id = one and (e.valid_to is null or e.valid_to >= $3::date))`, [read.schoolId, ids, day])).map((row) => row.id)

export const hasGroupAndSubject = async (read: Read, groupId: string, subjectId: string) => (await read.rows<{ ok: boolean }>(`
  select exists (select 1 from registry.v_group where school_id = $1 and id = $2) and exists (select 1 from registry.v_subject where school_id = $1 and id = $3) as ok`, [read.schoolId, groupId, subjectId]))[0]?.ok ?? false
/** Everyone who teaches any course of a group on a day: what the registry must know to show its names. */
export const listTeachersOfGroup = async (read: Read, groupId: string, day: string) => (await read.rows<{ id: string }>(`
  select distinct t.teacher_id as id from schedule.course c join schedule.course_teacher t on t.school_id = $1 and t.course_id = c.id
  where c.school_id = $1 and c.group_id = $2 and (t.valid_to is null or t.valid_to >= $3::date)`, [read.schoolId, groupId, day])).map((row) => row.id)
