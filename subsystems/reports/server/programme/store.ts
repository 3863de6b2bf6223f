import type { Read } from '@school/server'

export interface CourseRow { id: string; subject: string; group_name: string; teachers: string; hours_per_week: string; planned: number; due: number; given: number; recorded: number; cancelled: number; lost: string[] | null }
const courses = `
  with lesson as (
    select l.course_id, count(*)::integer as planned, count(*) filter (where l.date <= $5)::integer as due, count(*) filter (where l.date <= $5 and l.state <> 'cancelled')::integer as given,
      count(*) filter (where l.date <= $5 and l.state <> 'cancelled' and r.topic <> '')::integer as recorded, count(*) filter (where l.state = 'cancelled')::integer as cancelled,
      array_agg(l.date::text order by l.date) filter (where l.state = 'cancelled') as lost
    from schedule.v_lesson l left join journal.v_lesson_record r on r.school_id = l.school_id and r.lesson_id = l.id
    where l.school_id = $1 and l.date between $3 and $4 and l.kind = 'lesson' group by l.course_id)
  select c.id, s.name as subject, g.name as group_name, c.hours_per_week, coalesce(t.names, '') as teachers, coalesce(l.planned, 0) as planned, coalesce(l.due, 0) as due, coalesce(l.given, 0) as given,
    coalesce(l.recorded, 0) as recorded, coalesce(l.cancelled, 0) as cancelled, l.lost
  from schedule.v_course c join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id join registry.v_group g on g.school_id = c.school_id and g.id = c.group_id
  left join lesson l on l.course_id = c.id
  left join lateral (select string_agg(concat_ws(' ', p.last_name, left(p.first_name, 1) || '.', left(p.middle_name, 1) || '.'), ', ' order by p.last_name) as names
    from schedule.v_course_teacher ct join registry.v_person p on p.id = ct.teacher_id where ct.school_id = $1 and ct.course_id = c.id and ct.valid_from <= $5 and (ct.valid_to is null or ct.valid_to >= $5)) t on true
  where c.school_id = $1 and c.year = $2 and s.kind = 'core' and (l.course_id is not null or c.closed_on is null)
    and ($6::uuid is null or exists (select 1 from schedule.v_course_teacher ct where ct.school_id = $1 and ct.course_id = c.id and ct.teacher_id = $6))
  order by s.name, g.name, c.id`
/** Lessons of every course: by the timetable of the days asked for, due by now, given, written down, lost. */
export const listCourses = (read: Read, year: number, starts: string, ends: string, today: string, teacherId: string | null) => read.rows<CourseRow>(courses, [read.schoolId, year, starts, ends, today, teacherId])
