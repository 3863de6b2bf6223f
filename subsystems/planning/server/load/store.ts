import type { Read, Work } from '@school/server'
import type { Norms } from '../../contract/norms.ts'

export interface TeacherRow { id: string; lastName: string; firstName: string; middleName: string | null; position: string; rate: number | null }
export interface CourseRow { id: string; groupId: string; group: string; whole: boolean; classIds: string[]; subjectId: string; hours: number; placed: number; teacherIds: string[]; revision: number }
interface Frame {
  today: string; starts: string | null; norms: Norms | null
  classes: { id: string; name: string; grade: number | null; plan: { id: string; name: string } | null }[]; subjects: { id: string; name: string; shortName: string; extra: boolean }[]
}

/** The frame of the matrix in one statement: the day, the numbers in force, classes with their plans, subjects. */
export const findFrame = async (read: Read, year: number): Promise<Frame> => (await read.rows<Frame>(`
  with d as (select ($3::timestamptz at time zone sc.time_zone)::date as today from registry.v_school sc where sc.id = $1)
  select d.today::text as today, (select min(p.starts)::text from schedule.v_class_setting cs join registry.v_class k on k.school_id = $1 and k.id = cs.class_id and k.school_year = $2 join schedule.v_period p on p.school_id = $1 and p.scheme_id = cs.period_scheme_id where cs.school_id = $1) as starts,
    (select n.data from planning.norm n where n.school_id = $1 and n.valid_from <= d.today order by n.valid_from desc, n.edition desc limit 1) as norms,
    coalesce((select json_agg(json_build_object('id', k.id, 'name', k.name, 'grade', k.grade_level, 'plan', (select json_build_object('id', c.id, 'name', c.name) from planning.curriculum_class a join planning.curriculum c on c.school_id = $1 and c.id = a.curriculum_id where a.school_id = $1 and a.class_id = k.id)) order by k.grade_level nulls last, k.name)
      from registry.v_class k where k.school_id = $1 and k.school_year = $2 and k.closed_on is null), '[]') as classes,
    coalesce((select json_agg(json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name, 'extra', s.kind = 'extracurricular') order by s.sort, s.name) from registry.v_subject s where s.school_id = $1), '[]') as subjects
  from d`, [read.schoolId, year, read.now]))[0]!

export const listTeachers = (read: Read, year: number, day: string): Promise<TeacherRow[]> => read.rows<TeacherRow>(`
  select p.id, p.last_name as "lastName", p.first_name as "firstName", p.middle_name as "middleName", min(e.position) filter (where e.role = 'teacher') as position, max(r.rate)::float8 as rate
  from registry.v_employment e join registry.v_person p on p.id = e.person_id left join planning.teacher_rate r on r.school_id = $1 and r.year = $2 and r.teacher_id = p.id
  where e.school_id = $1 and e.role = 'teacher' and (e.valid_to is null or e.valid_to >= $3::date) group by p.id, p.last_name, p.first_name, p.middle_name
  order by min(e.position), p.last_name, p.first_name`, [read.schoolId, year, day])

export const listCourseRows = (read: Read, year: number, day: string): Promise<CourseRow[]> => read.rows<CourseRow>(`
  select c.id, c.group_id as "groupId", g.name as group, g.kind = 'class' as whole, c.subject_id as "subjectId", c.hours_per_week::float8 as hours, coalesce(pl.hours, 0)::float8 as placed, c.revision,
    coalesce(t.ids, '{}')::text[] as "teacherIds", coalesce(k.ids, '{}')::text[] as "classIds"
  from schedule.v_course c join registry.v_group g on g.school_id = $1 and g.id = c.group_id
  left join (select course_id, array_agg(distinct teacher_id) as ids from schedule.v_course_teacher where school_id = $1 and valid_from <= greatest($3::date, make_date($2, 9, 1)) and (valid_to is null or valid_to >= greatest($3::date, make_date($2, 9, 1))) group by course_id) t on t.course_id = c.id
  left join (select group_id, array_agg(class_id order by class_id) as ids from registry.v_group_class where school_id = $1 group by group_id) k on k.group_id = c.group_id
  left join schedule.v_course_placed pl on pl.school_id = $1 and pl.course_id = c.id
  where c.school_id = $1 and c.year = $2 and c.closed_on is null and (c.hours_per_week > 0 or t.ids is not null) order by g.name`, [read.schoolId, year, day])

/** Pupils of a class who are in none of the subgroups in which it is taught a subject. */
export const listApart = (read: Read, year: number, day: string): Promise<{ classId: string; subjectId: string; pupils: number }[]> => read.rows(`
  with d as (select greatest($3::date, make_date($2, 9, 1)) as day),
  part as materialized (select gc.class_id, c.subject_id, array_agg(c.group_id) as groups from schedule.v_course c join registry.v_group g on g.school_id = $1 and g.id = c.group_id and g.kind = 'subgroup'
    join registry.v_group_class gc on gc.school_id = $1 and gc.group_id = c.group_id where c.school_id = $1 and c.year = $2 and c.closed_on is null group by gc.class_id, c.subject_id)
  select p.class_id as "classId", p.subject_id as "subjectId", count(*)::int as pupils from d cross join part p
  join registry.v_enrolment en on en.school_id = $1 and en.class_id = p.class_id and en.valid_from <= d.day and (en.valid_to is null or en.valid_to >= d.day)
  where not exists (select 1 from registry.v_group_member m where m.school_id = $1 and m.student_id = en.student_id and m.group_id = any(p.groups) and m.valid_from <= d.day and (m.valid_to is null or m.valid_to >= d.day))
  group by p.class_id, p.subject_id`, [read.schoolId, year, day])

export const saveRate = (work: Work, year: number, teacherId: string, rate: number | null) => rate === null
  ? work.rows('delete from planning.teacher_rate where school_id = $1 and year = $2 and teacher_id = $3', [work.schoolId, year, teacherId])
  : work.rows('insert into planning.teacher_rate (school_id, year, teacher_id, rate) values ($1, $2, $3, $4) on conflict (school_id, year, teacher_id) do update set rate = excluded.rate', [work.schoolId, year, teacherId, rate])
export const isStaff = async (read: Read, personId: string) => (await read.rows('select 1 from registry.v_employment where school_id = $1 and person_id = $2', [read.schoolId, personId])).length > 0
