import type { Read } from '@school/server'
import type { ClassCourse, Need } from './rules.ts'

/** What accepted editions in force on a day ask of the classes of one plan, or of every class of a year. */
export const listNeeds = (read: Read, year: number, day: string, curriculumId: string | null): Promise<(Need & { curriculumId: string })[]> => read.rows(`
  select a.curriculum_id as "curriculumId", k.id as "classId", k.name as "className", l.subject_id as "subjectId", s.name as subject, sum(h.hours)::float8 as hours, max(h.groups)::int as groups
  from planning.curriculum_class a
  join registry.v_class k on k.school_id = $1 and k.id = a.class_id and k.school_year = $2
  join lateral (select edition from planning.curriculum_edition e where e.school_id = $1 and e.curriculum_id = a.curriculum_id and e.state = 'accepted' and e.valid_from <= $3::date order by edition desc limit 1) e on true
  join planning.curriculum_line l on l.school_id = $1 and l.curriculum_id = a.curriculum_id and l.edition = e.edition
  join planning.curriculum_hours h on h.school_id = $1 and h.curriculum_id = a.curriculum_id and h.edition = e.edition and h.line_id = l.id and h.grade = k.grade_level
  join registry.v_subject s on s.school_id = $1 and s.id = l.subject_id
  where a.school_id = $1 and k.closed_on is null and ($4::uuid is null or a.curriculum_id = $4)
  group by a.curriculum_id, k.id, k.name, k.grade_level, l.subject_id, s.name, s.sort order by k.grade_level, k.name, s.sort, s.name`, [read.schoolId, year, day, curriculumId])

/** Courses of classes taught whole or in part; groups over several classes are not the business of one class's plan. */
export const listClassCourses = (read: Read, year: number, curriculumId: string): Promise<ClassCourse[]> => read.rows<ClassCourse>(`
  select c.id, k.id as "classId", k.name as "className", c.subject_id as "subjectId", s.name as subject, c.group_id as "groupId", g.name as group, g.kind = 'class' as whole, c.hours_per_week::float8 as hours, c.closed_on is not null as closed
  from planning.curriculum_class a
  join registry.v_class k on k.school_id = $1 and k.id = a.class_id
  join registry.v_group_class gc on gc.school_id = $1 and gc.class_id = k.id
  join registry.v_group g on g.school_id = $1 and g.id = gc.group_id and g.kind in ('class', 'subgroup')
  join schedule.v_course c on c.school_id = $1 and c.group_id = g.id and c.year = $2
  join registry.v_subject s on s.school_id = $1 and s.id = c.subject_id
  where a.school_id = $1 and a.curriculum_id = $3 order by k.grade_level, k.name, s.sort, s.name, g.name`, [read.schoolId, year, curriculumId])

export const listGroupNames = async (read: Read, year: number): Promise<Set<string>> => new Set((await read.rows<{ name: string }>('select name from registry.v_group where school_id = $1 and school_year = $2', [read.schoolId, year])).map((row) => row.name))
/** Pupils of a class in the order of the register. */
export const listMembersByName = (read: Read, classId: string, day: string) => read.rows<{ id: string }>(`
  select m.student_id as id from registry.v_group_member m join registry.v_person p on p.id = m.student_id
  where m.school_id = $1 and m.group_id = $2 and (m.valid_to is null or m.valid_to >= $3::date) order by p.last_name, p.first_name, p.id`, [read.schoolId, classId, day])
