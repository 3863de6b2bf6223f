import type { Read, Work } from '@school/server'
import type { FinalPolicy, PersonRef } from '../../contract/index.ts'
import { asking, dayHere, homeroomOf, inForce, teaches, isSeen } from '../access.ts'
import { closedAt } from '../closing/access.ts'
import { bareLesson } from '../closing/store.ts'
import type { MarkRow } from '../marks/store.ts'
import { ruleOn } from '../pages/store.ts'

const person = (p: string) => `json_build_object('id', ${p}.id, 'lastName', ${p}.last_name, 'firstName', ${p}.first_name, 'middleName', ${p}.middle_name)`

export interface ControlRow { classId: string; className: string; courseId: string; date: string; subject: string; group: string; type: string }
const controls = `
  select k.id as "classId", k.name as "className", w.course_id as "courseId", w.date, s.name as subject, g.name as "group", t.name as type
  from journal.work w join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id and t.is_control join schedule.v_course c on c.school_id = w.school_id and c.id = w.course_id
  join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id join registry.v_group g on g.school_id = c.school_id and g.id = c.group_id
  join registry.v_group_class gk on gk.school_id = c.school_id and gk.group_id = c.group_id join registry.v_class k on k.school_id = gk.school_id and k.id = gk.class_id
  where w.school_id = $1 and w.date between $2 and $3 and w.removed_at is null and ($4::uuid is null or k.id = $4) order by w.date, s.name, w.id`
/** Control works of all classes, or of one, between two days. */
export const listControls = (read: Read, from: string, to: string, classId: string | null) => read.rows<ControlRow>(controls, [read.schoolId, from, to, classId])

export interface DeskHead { today: string; from: string; rule: { finals: FinalPolicy; least_marks: { hoursUpTo: number; marks: number }[] } | null }
const head = `with ${dayHere} select day.today, coalesce((select min(pd.starts) from schedule.v_period pd where pd.school_id = $1 and day.today between pd.starts and pd.ends), day.today - 30)::text as from, ${ruleOn('day.today', '7')} as rule
  from day where $2::uuid is not null and $4::text <> ''`
export const findDeskHead = async (read: Read) => (await read.rows<DeskHead>(head, asking(read)))[0] ?? { today: '', from: '', rule: null }

export interface LagRow { teacher: PersonRef | null; courseId: string; name: string; lessons: number; oldest: string }
const lag = `
  select case when p.id is not null then ${person('p')} end as teacher, l.course_id as "courseId", s.name || ', ' || g.name as name, count(*)::integer as lessons, min(l.date) as oldest
  from schedule.v_lesson l join registry.v_subject s on s.school_id = l.school_id and s.id = l.subject_id join registry.v_group g on g.school_id = l.school_id and g.id = l.group_id
  left join lateral (select t.teacher_id from schedule.v_lesson_teacher t where t.school_id = l.school_id and t.lesson_id = l.id order by t.substitute desc, t.teacher_id limit 1) t on true left join registry.v_person p on p.id = t.teacher_id
  where l.school_id = $1 and l.date >= $2::date and l.date < $3::date and l.state <> 'cancelled' and l.kind = 'lesson' and (${bareLesson})
  group by p.id, p.last_name, p.first_name, p.middle_name, l.course_id, s.name, g.name order by min(l.date), count(*) desc limit 400`
/** Pages with lessons behind that say nothing, by who taught them. */
export const listLagging = (read: Read, from: string, today: string) => read.rows<LagRow>(lag, [read.schoolId, from, today])

export interface CountRow { courseId: string; subject: string; group: { id: string; name: string }; teachers: PersonRef[] | null; hours: number; starts: string; ends: string; counts: number[] }
// Marks are counted once for the whole school, work by work: told page by page, the planner looks the work of every single mark up.
const counts = `
  with page as materialized (
    select c.id, c.group_id, c.hours_per_week, s.name as subject, g.name as group_name, pd.starts, pd.ends
    from schedule.v_course c join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id and s.kind = 'core' join registry.v_group g on g.school_id = c.school_id and g.id = c.group_id
    join lateral (select cs.period_scheme_id, k.grade_level from registry.v_group_class gk join schedule.v_class_setting cs on cs.school_id = gk.school_id and cs.class_id = gk.class_id join registry.v_class k on k.school_id = gk.school_id and k.id = gk.class_id
      where gk.school_id = $1 and gk.group_id = c.group_id order by gk.class_id limit 1) cs on coalesce(cs.grade_level, 12) >= $3::integer
    join schedule.v_period pd on pd.school_id = $1 and pd.scheme_id = cs.period_scheme_id and $2::date between pd.starts and pd.ends
    where c.school_id = $1 and c.year = extract(year from $2::date - interval '6 months') and (c.closed_on is null or c.closed_on > $2::date)),
  works as materialized (select w.id, w.course_id from page p join journal.work w on w.school_id = $1 and w.course_id = p.id and w.date between p.starts and p.ends and w.removed_at is null and w.weight > 0),
  marked as materialized (select w.course_id, k.student_id, count(*)::integer as n from works w join journal.mark k on k.school_id = $1 and k.work_id = w.id and coalesce(k.retake, k.value) in ('1', '2', '3', '4', '5') group by w.course_id, k.student_id),
  member as materialized (select p.id as course_id, m.student_id from page p join registry.v_group_member m on m.school_id = $1 and m.group_id = p.group_id and m.valid_from <= $2::date and (m.valid_to is null or m.valid_to >= $2::date)),
  counted as (select m.course_id, json_agg(coalesce(x.n, 0)) as counts from member m left join marked x on x.course_id = m.course_id and x.student_id = m.student_id group by m.course_id)
  select p.id as "courseId", p.subject, json_build_object('id', p.group_id, 'name', p.group_name) as "group", p.hours_per_week::float8 as hours, p.starts, p.ends, n.counts,
    (select json_agg(${person('t')} order by t.last_name) from schedule.v_course_teacher ct join registry.v_person t on t.id = ct.teacher_id where ct.school_id = $1 and ct.course_id = p.id and ct.valid_from <= $2::date and (ct.valid_to is null or ct.valid_to >= $2::date)) as teachers
  from page p join counted n on n.course_id = p.id order by p.subject, p.group_name, p.id`
/** How many marks every pupil of every page has in the period of today. */
export const listCounts = (read: Read, today: string, marksFromGrade: number) => read.rows<CountRow>(counts, [read.schoolId, today, marksFromGrade])

export interface OwedRow { mark_id: string; student: PersonRef; class_name: string; course_id: string; lesson_id: string; subject: string; work: string; date: string; due: string | null; overdue: boolean; today: string }
const owed = `with ${dayHere}
  select m.id as mark_id, ${person('p')} as student, k.name as class_name, m.course_id, m.lesson_id, s.name as subject, coalesce(nullif(w.title, ''), t.name) as work, m.date, m.debt_due as due, coalesce(m.debt_due < day.today, false) as overdue, day.today
  from day join journal.mark m on m.school_id = $1 and m.value = 'debt' and m.retake is null and m.date >= day.today - 300 join journal.work w on w.school_id = m.school_id and w.id = m.work_id and w.removed_at is null
  join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id join schedule.v_course c on c.school_id = m.school_id and c.id = m.course_id join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id
  join registry.v_person p on p.id = m.student_id join registry.v_enrolment e on e.school_id = m.school_id and e.student_id = m.student_id and ${inForce('e')} join registry.v_class k on k.school_id = e.school_id and k.id = e.class_id
  where case $4::text when 'office' then true when 'admin' then true when 'staff' then ${teaches('m.course_id')} or ${homeroomOf('m.student_id')} when 'pupil' then m.student_id = $2 and ${isSeen('$3')}
    when 'parent' then ${isSeen('$3')} and exists (select 1 from registry.v_guardianship gu where gu.guardian_id = $2 and gu.student_id = m.student_id and not gu.restricted and ${inForce('gu')}) else false end
  order by m.debt_due nulls last, p.last_name, m.id limit $5 offset $6`
export const owedAPage = 50
/** Works owed, as far as the reader may see them. */
export const listOwedRows = (read: Read, page: number) => read.rows<OwedRow>(owed, [...asking(read), owedAPage + 1, (page - 1) * owedAPage])

const overdue = `with ${dayHere}
  select m.id, m.work_id, m.lesson_id, m.course_id, m.date, m.student_id, m.value, m.note, m.debt_due, m.retake, m.retake_on, m.points, m.criteria, m.revision
  from day join journal.mark m on m.school_id = $1 and m.value = 'debt' and m.retake is null and m.debt_due < day.today join journal.work w on w.school_id = m.school_id and w.id = m.work_id and w.removed_at is null and w.scale <> 'pass' and ${isSeen('$3')}
  join schedule.v_course c on c.school_id = m.school_id and c.id = m.course_id ${closedAt('c.group_id', 'c.subject_id', 'm.date')}
  where $2::uuid is not null and $4::text <> '' and z.closed_for is null
    and (select r.overdue_debt from journal.marking_rule r where r.school_id = $1 and r.valid_from <= m.date order by r.valid_from desc, r.edition desc limit 1) = 'two'
  order by m.id limit 500`
/** Works that are owed longer than the act lets them be, in periods that are open. */
export const listOverdue = (work: Work) => work.rows<MarkRow>(overdue, asking(work))
const schools = 'select id from registry.v_school'
export const listSchoolIds = (read: Read) => read.rows<{ id: string }>(schools, [])
