import type { Read } from '@school/server'
import type { PeriodRow } from './frame.ts'

export interface FrameRow { today: string; clock: string; time_zone: string; school: string; periods: PeriodRow[] | null }
const frame = `
  select ($2::timestamptz at time zone s.time_zone)::date as today, to_char($2::timestamptz at time zone s.time_zone, 'HH24:MI') as clock, s.time_zone, s.short_name as school,
    (select json_agg(json_build_object('id', p.id, 'schemeId', p.scheme_id, 'name', p.name, 'starts', p.starts, 'ends', p.ends, 'year', k.year) order by p.starts, p.ends desc, p.id)
       from schedule.v_period p join (select distinct cs.period_scheme_id as id, k.school_year as year from schedule.v_class_setting cs
         join registry.v_class k on k.school_id = cs.school_id and k.id = cs.class_id where cs.school_id = $1) k on k.id = p.scheme_id where p.school_id = $1) as periods
  from registry.v_school s where s.id = $1`
export const findFrame = async (read: Read) => (await read.rows<FrameRow>(frame, [read.schoolId, read.now]))[0]!

export interface ClassRow { id: string; name: string; year: number; grade: number | null; scheme_id: string | null; homeroom: string | null }
const classes = `
  select k.id, k.name, k.school_year as year, k.grade_level as grade, cs.period_scheme_id as scheme_id,
    (select concat_ws(' ', p.last_name, p.first_name, p.middle_name) from registry.v_person p where p.id = k.homeroom_teacher_id) as homeroom
  from registry.v_class k left join schedule.v_class_setting cs on cs.school_id = k.school_id and cs.class_id = k.id
  where k.school_id = $1 and k.closed_on is null and ($2::boolean or k.homeroom_teacher_id = $3) and ($4::uuid is null or k.id = $4)
  order by k.grade_level nulls last, k.course, k.letter, k.name`
/** Classes whose reports the reader may see: the office all, a class teacher the own. */
export const listReadableClasses = (read: Read, office: boolean, classId: string | null) => read.rows<ClassRow>(classes, [read.schoolId, office, read.by.personId, classId])

export interface TeacherRow { id: string; name: string }
const teachers = `
  select p.id, concat_ws(' ', p.last_name, p.first_name, p.middle_name) as name
  from registry.v_person p where ($2::boolean or p.id = $3) and ($4::uuid is null or p.id = $4)
    and p.id in (select ct.teacher_id from schedule.v_course_teacher ct join schedule.v_course c on c.school_id = ct.school_id and c.id = ct.course_id where ct.school_id = $1 and c.year = $5
      union all select $4 where $4 = $3)
  order by p.last_name, p.first_name, p.middle_name, p.id`
/** Teachers whose reports the reader may see: the office all who have courses this year, anyone oneself. */
export const listReadableTeachers = (read: Read, office: boolean, teacherId: string | null, year: number) => read.rows<TeacherRow>(teachers, [read.schoolId, office, read.by.personId, teacherId, year])
