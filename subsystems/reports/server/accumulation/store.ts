import type { Read } from '@school/server'

export interface AccumulationWish { readonly year: number; readonly starts: string; readonly until: string; readonly classId: string | null; readonly teacherId: string | null }
const given = (read: Read, wish: AccumulationWish) => [read.schoolId, wish.year, wish.starts, wish.until, wish.classId, wish.teacherId]

/** `course`: courses that give marks, with the least number of marks by the edition of the rules in force; `member`: who learns in them on the last day. */
const courses = `rule as materialized (
  select r.title, r.edition, r.least_marks, r.marks_from_grade, r.levels from journal.v_marking_rule r where r.school_id = $1 and r.valid_from <= $4 order by r.valid_from desc, r.edition desc limit 1),
  course as (
  select c.id, c.group_id, s.name as subject, s.sort, g.name as group_name, c.hours_per_week, rule.title, rule.edition,
    (select (x->>'marks')::integer from jsonb_array_elements(coalesce(rule.levels -> level.key -> 'leastMarks', rule.least_marks)) x where (x->>'hoursUpTo')::numeric >= c.hours_per_week order by (x->>'hoursUpTo')::numeric limit 1) as least
  from schedule.v_course c cross join rule
  cross join lateral (select case when max(k.grade_level) <= 4 then 'primary' when max(k.grade_level) <= 9 then 'basic' else 'secondary' end as key
    from registry.v_group_class gc join registry.v_class k on k.school_id = gc.school_id and k.id = gc.class_id where gc.school_id = $1 and gc.group_id = c.group_id) level
  join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id join registry.v_group g on g.school_id = c.school_id and g.id = c.group_id
  where c.school_id = $1 and c.year = $2 and s.kind = 'core' and c.closed_on is null
    and ($5::uuid is null or exists (select 1 from registry.v_group_class gc where gc.school_id = $1 and gc.group_id = c.group_id and gc.class_id = $5))
    and ($6::uuid is null or exists (select 1 from schedule.v_course_teacher ct where ct.school_id = $1 and ct.course_id = c.id and ct.teacher_id = $6 and ct.valid_from <= $4 and (ct.valid_to is null or ct.valid_to >= $4)))
    and not exists (select 1 from registry.v_group_class gc join registry.v_class k on k.school_id = gc.school_id and k.id = gc.class_id where gc.school_id = $1 and gc.group_id = c.group_id and k.grade_level < rule.marks_from_grade)),
  member as (select c.id as course_id, g.student_id from course c join registry.v_group_member g on g.school_id = $1 and g.group_id = c.group_id and g.valid_from <= $4 and (g.valid_to is null or g.valid_to >= $4)
    where $5::uuid is null or exists (select 1 from registry.v_enrolment en where en.school_id = $1 and en.student_id = g.student_id and en.class_id = $5 and en.valid_from <= $4 and (en.valid_to is null or en.valid_to >= $4))),
  n as (select m.course_id, m.student_id, count(*) filter (where m.value between '1' and '5' and m.weight > 0 and m.scale = 'five')::integer as marks
    from journal.v_mark m where m.school_id = $1 and m.date between $3 and $4 and m.course_id in (select id from course) group by m.course_id, m.student_id)`

export interface PupilMarksRow { course_id: string; subject: string; group_name: string; least: number | null; title: string; edition: number; student_id: string; last_name: string; first_name: string; middle_name: string | null; marks: number }
const byPupil = `
  with ${courses}
  select c.id as course_id, c.subject, c.group_name, c.least, c.title, c.edition, m.student_id, p.last_name, p.first_name, p.middle_name, coalesce(n.marks, 0) as marks
  from member m join course c on c.id = m.course_id join registry.v_person p on p.id = m.student_id left join n on n.course_id = m.course_id and n.student_id = m.student_id
  order by p.last_name, p.first_name, m.student_id, c.sort, c.subject, c.group_name`
/** How many marks that count for the average every pupil has in every course. */
export const listPupilMarks = (read: Read, wish: AccumulationWish) => read.rows<PupilMarksRow>(byPupil, given(read, wish))

export interface CourseMarksRow { id: string; subject: string; group_name: string; teachers: string; least: number | null; title: string; edition: number; pupils: number; marks: number; few: number; without: number }
const byCourse = `
  with ${courses},
  total as (select m.course_id, count(*)::integer as pupils, coalesce(sum(n.marks), 0)::integer as marks, count(*) filter (where coalesce(n.marks, 0) < c.least)::integer as few, count(*) filter (where coalesce(n.marks, 0) = 0)::integer as without
    from member m join course c on c.id = m.course_id left join n on n.course_id = m.course_id and n.student_id = m.student_id group by m.course_id)
  select c.id, c.subject, c.group_name, c.least, c.title, c.edition, t.pupils, t.marks, t.few, t.without,
    coalesce((select string_agg(concat_ws(' ', p.last_name, left(p.first_name, 1) || '.', left(p.middle_name, 1) || '.'), ', ' order by p.last_name) from schedule.v_course_teacher ct join registry.v_person p on p.id = ct.teacher_id
      where ct.school_id = $1 and ct.course_id = c.id and ct.valid_from <= $4 and (ct.valid_to is null or ct.valid_to >= $4)), '') as teachers
  from course c join total t on t.course_id = c.id order by t.few desc, c.subject, c.group_name, c.id`
/** The same added up by course, the emptiest first. */
export const listCourseMarks = (read: Read, wish: AccumulationWish) => read.rows<CourseMarksRow>(byCourse, given(read, wish))

export interface EmptyWorkRow { id: string; date: string; subject: string; group_name: string; type_name: string; title: string }
const emptyWorks = `
  select w.id, w.date, s.name as subject, g.name as group_name, w.type_name, w.title
  from schedule.v_course c join journal.v_work w on w.school_id = c.school_id and w.course_id = c.id and w.date between $3 and $4
  join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id join registry.v_group g on g.school_id = c.school_id and g.id = c.group_id
  where c.school_id = $1 and c.year = $2 and not exists (select 1 from journal.v_mark m where m.school_id = $1 and m.work_id = w.id)
    and ($5::uuid is null or exists (select 1 from registry.v_group_class gc where gc.school_id = $1 and gc.group_id = c.group_id and gc.class_id = $5))
    and ($6::uuid is null or exists (select 1 from schedule.v_course_teacher ct where ct.school_id = $1 and ct.course_id = c.id and ct.teacher_id = $6))
  order by w.date, s.name, g.name, w.id limit 300`
/** Works of past days for which nobody has a mark: columns that stand empty. */
export const listEmptyWorks = (read: Read, wish: AccumulationWish) => read.rows<EmptyWorkRow>(emptyWorks, given(read, wish))
