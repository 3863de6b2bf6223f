import type { Read } from '@school/server'
import { asking, dayHere, homeroomOfGroup, inForce, readableCourse, teaches } from '../access.ts'
import type { Criterion, FinalPolicy, PersonRef, Scale } from '../../contract/index.ts'
import { policyJson } from '../settings/store.ts'

export interface CourseRow {
  id: string; subject: { id: string; name: string; shortName: string }; group: { id: string; name: string; kind: 'class' | 'subgroup' | 'crossClass' | 'combined' }
  classes: { id: string; name: string; grade: number | null }[] | null; teachers: PersonRef[] | null; hours: number; closed_on: string | null; mine: boolean; year: number
}
const person = `json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name)`
export const courseColumns = `
  c.id, c.year, json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name) as subject, json_build_object('id', g.id, 'name', g.name, 'kind', g.kind) as "group",
  (select json_agg(json_build_object('id', k.id, 'name', k.name, 'grade', k.grade_level) order by k.grade_level, k.name)
     from registry.v_group_class gk join registry.v_class k on k.school_id = gk.school_id and k.id = gk.class_id where gk.school_id = $1 and gk.group_id = c.group_id) as classes,
  (select json_agg(${person} order by p.last_name, p.id) from schedule.v_course_teacher t join registry.v_person p on p.id = t.teacher_id
    where t.school_id = $1 and t.course_id = c.id and ${inForce('t')}) as teachers,
  c.hours_per_week::float8 as hours, c.closed_on, ${teaches('c.id')} as mine`
export const courseFrom = `
  from day join schedule.v_course c on c.school_id = $1
  join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id join registry.v_group g on g.school_id = c.school_id and g.id = c.group_id`

const list = `with ${dayHere} select ${courseColumns}, day.today ${courseFrom}
  where c.year = extract(year from day.today - interval '6 months') and ${readableCourse}
    and ($5::uuid is null or exists (select 1 from registry.v_group_class f where f.school_id = $1 and f.group_id = c.group_id and f.class_id = $5))
    and ($6::uuid is null or exists (select 1 from schedule.v_course_teacher f where f.school_id = $1 and f.course_id = c.id and f.teacher_id = $6 and ${inForce('f')}))
    and ($7::uuid is null or c.subject_id = $7)
  order by ${teaches('c.id')} desc, s.sort, s.name, g.name, c.id`
export const listCourseRows = (read: Read, of: { classId?: string; teacherId?: string; subjectId?: string }) =>
  read.rows<CourseRow & { today: string }>(list, [...asking(read), of.classId ?? null, of.teacherId ?? null, of.subjectId ?? null])

const today = `with ${dayHere} select today, clock from day where $2::uuid is not null and $4::text <> ''`
export const schoolClock = async (read: Read) => (await read.rows<{ today: string; clock: string }>(today, asking(read)))[0] ?? { today: '', clock: '' }

export interface PeriodRow { id: string; name: string; ordinal: number; starts: string; ends: string }
export interface RuleRow { edition: number; title: string; valid_from: string; averaging: 'weighted' | 'plain'; round_up_from: number; least_marks: { hoursUpTo: number; marks: number }[]; absence_limit_percent: number; edit_days: number; marks_from_grade: number; finals: FinalPolicy }
export interface HeadRow extends CourseRow { today: string; homeroom: boolean; periods: PeriodRow[] | null; rule: RuleRow | null }

/** Periods of the scheme of the group's first class. */
export const periodsOfGroup = (group: string) => `
  (select json_agg(json_build_object('id', pd.id, 'name', pd.name, 'ordinal', pd.ordinal, 'starts', pd.starts, 'ends', pd.ends) order by pd.starts)
     from schedule.v_period pd where pd.school_id = $1 and pd.scheme_id = (select cs.period_scheme_id from registry.v_group_class gk join schedule.v_class_setting cs on cs.school_id = gk.school_id and cs.class_id = gk.class_id
       where gk.school_id = $1 and gk.group_id = ${group} order by gk.class_id limit 1))`
/** The grade of a group: its youngest class. */
export const gradeOfGroup = (group: string) => `(select min(kg.grade_level) from registry.v_group_class gg join registry.v_class kg on kg.school_id = gg.school_id and kg.id = gg.class_id where gg.school_id = $1 and gg.group_id = ${group})`
const own = (grade: string, key: string) => `r.levels -> (case when ${grade} <= 4 then 'primary' when ${grade} <= 9 then 'basic' else 'secondary' end) -> '${key}'`
/** An edition `r` with what the level of the grade has of its own. */
export const ruleJson = (grade: string) => `json_build_object('edition', r.edition, 'title', r.title, 'valid_from', r.valid_from, 'averaging', r.averaging,
      'round_up_from', coalesce((${own(grade, 'roundUpFrom')})::text::integer, (r.round_up_from * 100)::integer), 'least_marks', coalesce(${own(grade, 'leastMarks')}, r.least_marks),
      'absence_limit_percent', coalesce((${own(grade, 'absenceLimitPercent')})::text::integer, r.absence_limit_percent), 'edit_days', r.edit_days, 'marks_from_grade', r.marks_from_grade, 'finals', ${policyJson('r')})`
/** The edition of the rules in force on a day, as it holds for a grade. */
export const ruleOn = (day: string, grade: string) => `
  (select ${ruleJson(grade)}
     from journal.marking_rule r where r.school_id = $1 and r.valid_from <= ${day} order by r.valid_from desc, r.edition desc limit 1)`
const head = `with ${dayHere} select ${courseColumns}, day.today, ${homeroomOfGroup('c.group_id')} as homeroom, ${periodsOfGroup('c.group_id')} as periods, ${ruleOn('day.today', gradeOfGroup('c.group_id'))} as rule ${courseFrom}
  where c.id = $5 and ${readableCourse}`
export const findHead = async (read: Read, courseId: string) => (await read.rows<HeadRow>(head, [...asking(read), courseId]))[0]

export interface StudentRow { id: string; last_name: string; first_name: string; middle_name: string | null; class_name: string | null; starts: string; ends: string | null }
const students = `
  select m.student_id as id, p.last_name, p.first_name, p.middle_name, min(m.valid_from)::text as starts, case when bool_or(m.valid_to is null) then null else max(m.valid_to) end as ends,
    (select k.name from registry.v_enrolment en join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id
      where en.school_id = $1 and en.student_id = m.student_id and en.valid_from <= $4 and (en.valid_to is null or en.valid_to >= $3) order by en.valid_from desc limit 1) as class_name
  from registry.v_group_member m join registry.v_person p on p.id = m.student_id
  where m.school_id = $1 and m.group_id = $2 and m.valid_from <= $4 and (m.valid_to is null or m.valid_to >= $3)
  group by m.student_id, p.last_name, p.first_name, p.middle_name order by p.last_name, p.first_name, m.student_id`
export const listStudents = (read: Read, groupId: string, from: string, to: string) => read.rows<StudentRow>(students, [read.schoolId, groupId, from, to])

export interface WorkJson { id: string; typeId: string; type: string; shortName: string; isControl: boolean; weight: number; title: string; scale: Scale; criteria: Criterion[]; sort: number; visibleFrom: string | null; revision: number }
export const workJson = `json_build_object('id', w.id, 'typeId', t.id, 'type', t.name, 'shortName', t.short_name, 'isControl', t.is_control, 'weight', w.weight, 'title', w.title, 'scale', w.scale, 'criteria', w.criteria, 'sort', w.sort, 'visibleFrom', to_char(w.visible_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'revision', w.revision)`
export interface LessonRow {
  id: string; date: string; number: number; starts: string; ends: string; state: 'planned' | 'held' | 'cancelled' | 'moved' | 'replaced'; topic: string; checked: Date | null; closed: boolean
  homework: string[] | null; works: WorkJson[] | null; substitute: PersonRef | null; substitute_is_me: boolean
}
const lessons = `
  select l.id, l.date, l.number, l.starts, l.ends, l.state, coalesce(r.topic, '') as topic, r.attendance_checked_at as checked, coalesce(r.closed_at, l.closed_at) is not null as closed, w.works,
    (select json_agg(left(h.text, 300) order by h.id) from journal.homework h where h.school_id = $1 and h.lesson_id = l.id and h.removed_at is null) as homework,
    sub.person as substitute, coalesce(sub.teacher_id = $5, false) as substitute_is_me
  from schedule.v_lesson l left join journal.lesson_record r on r.school_id = l.school_id and r.lesson_id = l.id
  left join (select w.lesson_id, json_agg(${workJson} order by w.sort, w.id) as works from journal.work w join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id
    where w.school_id = $1 and w.course_id = $2 and w.date between $3 and $4 and w.removed_at is null group by w.lesson_id) w on w.lesson_id = l.id
  left join lateral (select t.teacher_id, ${person} as person from schedule.v_lesson_teacher t join registry.v_person p on p.id = t.teacher_id where t.school_id = $1 and t.lesson_id = l.id and t.substitute limit 1) sub on true
  where l.school_id = $1 and l.course_id = $2 and l.date between $3 and $4 order by l.date, l.number, l.id`
export const listLessons = (read: Read, courseId: string, from: string, to: string) => read.rows<LessonRow>(lessons, [read.schoolId, courseId, from, to, read.by.personId])

/** id, work, lesson, pupil, value, note, debt due, revision, date, weight, scale, retake, its day, points, points by criteria */
export type MarkCell = readonly [string, string, string, string, string, string, string | null, number, string, number, string, string | null, string | null, number | null, number[] | null]
/** lesson, pupil, code, minutes, reason, reason's note, revision, date */
export type AttendanceCell = readonly [string, string, string, number | null, string | null, string, number, string]
const cells = `
  select (select json_agg(json_build_array(m.id, m.work_id, m.lesson_id, m.student_id, m.value, m.note, m.debt_due, m.revision, m.date, w.weight, w.scale, m.retake, m.retake_on, m.points, m.criteria) order by m.date, m.id)
      from journal.mark m join journal.work w on w.school_id = m.school_id and w.id = m.work_id where m.school_id = $1 and m.course_id = $2 and m.date between $3 and $4 and w.removed_at is null) as marks,
    (select json_agg(json_build_array(a.lesson_id, a.student_id, a.code, a.minutes, a.reason, a.reason_note, a.revision, a.date))
      from journal.attendance a where a.school_id = $1 and a.course_id = $2 and a.date between $3 and $4) as attendance,
    (select json_agg(l.date) from schedule.v_lesson l where l.school_id = $1 and l.course_id = $2 and l.date between $3 and $4 and l.date <= $5 and l.state <> 'cancelled') as held`
const elsewhere = `
  with page as materialized (select o.id, o.group_id from schedule.v_course c join schedule.v_course o on o.school_id = $1 and o.year = c.year and o.subject_id = c.subject_id and o.id <> c.id where c.school_id = $1 and c.id = $2)
  select (select json_agg(json_build_array(m.id, m.work_id, m.lesson_id, m.student_id, m.value, m.note, m.debt_due, m.revision, m.date, w.weight, w.scale, m.retake, m.retake_on, m.points, m.criteria))
      from page join journal.mark m on m.school_id = $1 and m.course_id = page.id and m.student_id = any($6::uuid[]) and m.date between $3 and $4 join journal.work w on w.school_id = $1 and w.id = m.work_id where w.removed_at is null) as marks,
    (select json_agg(json_build_array(a.lesson_id, a.student_id, a.code, a.minutes, a.reason, a.reason_note, a.revision, a.date)) from page join journal.attendance a on a.school_id = $1 and a.course_id = page.id and a.student_id = any($6::uuid[]) and a.date between $3 and $4) as attendance,
    (select json_agg(json_build_array(m.student_id, l.date)) from page join registry.v_group_member m on m.school_id = $1 and m.group_id = page.group_id and m.student_id = any($6::uuid[])
      join schedule.v_lesson l on l.school_id = $1 and l.course_id = page.id and l.date between $3 and least($4::date, $5::date) and l.date >= m.valid_from and (m.valid_to is null or l.date <= m.valid_to) and l.state <> 'cancelled') as held`
export interface Elsewhere { readonly marks: MarkCell[] | null; readonly attendance: AttendanceCell[] | null; /** pupil, day */ readonly held: (readonly [string, string])[] | null }
/** What some pupils have in the subject of a page on other pages: they came from there, or went there. */
export const findElsewhere = async (read: Read, courseId: string, from: string, to: string, today: string, studentIds: readonly string[]) => (await read.rows<Elsewhere>(elsewhere, [read.schoolId, courseId, from, to, today, studentIds]))[0]!

export const findCells = async (read: Read, courseId: string, from: string, to: string, today: string) =>
  (await read.rows<{ marks: MarkCell[] | null; attendance: AttendanceCell[] | null; held: string[] | null }>(cells, [read.schoolId, courseId, from, to, today]))[0]!
