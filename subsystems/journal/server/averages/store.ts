import type { Read } from '@school/server'
import { inForce, isSeen, seenUntil } from '../access.ts'
import { gradeOfGroup, ruleOn, type PeriodRow, type RuleRow } from '../pages/store.ts'

const rule = `select ${ruleOn('$2::date', `(select ${gradeOfGroup('c.group_id')} from schedule.v_course c where c.school_id = $1 and c.id = $3::uuid)`)} as rule`
export const findRuleOn = async (read: Read, day: string, courseId: string) => (await read.rows<{ rule: RuleRow | null }>(rule, [read.schoolId, day, courseId]))[0]?.rule ?? null

export interface FrameRow { today: string; subject: { id: string; name: string; shortName: string }; teachers: string[] | null; hours: number; periods: PeriodRow[] | null; rule: RuleRow | null; weights: number[] | null; /** Pages of the subject in the school that year. */ pages: string[] }
const shortNames = (course: string) => `(select json_agg(p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', '') order by p.last_name)
  from schedule.v_course_teacher t join registry.v_person p on p.id = t.teacher_id where t.school_id = $1 and t.course_id = ${course} and t.valid_from <= $3::date and (t.valid_to is null or t.valid_to >= $3::date))`
const frame = `
  select $3::text as today, json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name) as subject, ${shortNames('c.id')} as teachers, c.hours_per_week::float8 as hours,
    (select json_agg(json_build_object('id', pd.id, 'name', pd.name, 'ordinal', pd.ordinal, 'starts', pd.starts, 'ends', pd.ends) order by pd.starts) from schedule.v_period pd
      where pd.school_id = $1 and pd.scheme_id = (select cs.period_scheme_id from registry.v_group_class gk join schedule.v_class_setting cs on cs.school_id = gk.school_id and cs.class_id = gk.class_id
        where gk.school_id = $1 and gk.group_id = c.group_id order by gk.class_id limit 1)) as periods,
    ${ruleOn('$3::date', gradeOfGroup('c.group_id'))} as rule, (select json_agg(distinct t.weight) from journal.work_type t where t.school_id = $1 and not t.archived and t.scale <> 'pass') as weights,
    (select json_agg(o.id) from schedule.v_course o where o.school_id = $1 and o.year = c.year and o.subject_id = c.subject_id) as pages
  from schedule.v_course c join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id where c.school_id = $1 and c.id = $2`
export const findFrame = async (read: Read, courseId: string, today: string) => (await read.rows<FrameRow>(frame, [read.schoolId, courseId, today]))[0]!

export interface SubjectMarkRow {
  id: string; work_id: string; lesson_id: string; date: string; type: string; short_name: string; title: string; value: string; retake: string | null; weight: number; scale: string; is_control: boolean; note: string; debt_due: string | null; topic: string; revision: number
}
const marks = `
  select m.id, m.work_id, m.lesson_id, m.date, t.name as type, t.short_name, w.title, m.value, m.retake, w.weight, w.scale, t.is_control, m.note, m.debt_due, coalesce(r.topic, '') as topic, m.revision
  from journal.mark m join journal.work w on w.school_id = m.school_id and w.id = m.work_id join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id
  left join journal.lesson_record r on r.school_id = m.school_id and r.lesson_id = m.lesson_id
  where m.school_id = $1 and m.student_id = $2 and m.course_id = any($3::uuid[]) and m.date between $4 and $5 and m.value <> '' and w.removed_at is null and ${isSeen('$6')} order by m.date, w.sort, m.id`
export const listSubjectMarks = (read: Read, studentId: string, pages: readonly string[], from: string, to: string) => read.rows<SubjectMarkRow>(marks, [read.schoolId, studentId, pages, from, to, seenUntil(read)])

export interface SubjectAbsenceRow { lesson_id: string; date: string; number: number; code: string; minutes: number | null; reason: string | null }
const absences = `
  select a.lesson_id, a.date, l.number, a.code, a.minutes, a.reason from journal.attendance a join schedule.v_lesson l on l.school_id = a.school_id and l.id = a.lesson_id
  where a.school_id = $1 and a.student_id = $2 and a.course_id = any($3::uuid[]) and a.date between $4 and $5 and a.code <> 'present' order by a.date, l.number`
export const listSubjectAbsences = (read: Read, studentId: string, pages: readonly string[], from: string, to: string) => read.rows<SubjectAbsenceRow>(absences, [read.schoolId, studentId, pages, from, to])

const held = `select count(*)::integer as n from schedule.v_lesson l where l.school_id = $1 and l.course_id = any($2::uuid[]) and l.date between $3 and least($4::date, $5::date) and l.state <> 'cancelled'
  and exists (select 1 from registry.v_group_member m where m.school_id = $1 and m.group_id = l.group_id and m.student_id = $6 and ${inForce('m', 'l.date')})`
/** Lessons that were held for this pupil. */
export const countHeld = async (read: Read, studentId: string, pages: readonly string[], from: string, to: string, today: string) => (await read.rows<{ n: number }>(held, [read.schoolId, pages, from, to, today, studentId]))[0]?.n ?? 0

export interface OverviewFrame { periods: PeriodRow[] | null; rule: RuleRow | null }
const overviewFrame = `
  select (select json_agg(json_build_object('id', pd.id, 'name', pd.name, 'ordinal', pd.ordinal, 'starts', pd.starts, 'ends', pd.ends) order by pd.starts) from schedule.v_period pd
    where pd.school_id = $1 and pd.scheme_id = (select cs.period_scheme_id from registry.v_enrolment en join schedule.v_class_setting cs on cs.school_id = en.school_id and cs.class_id = en.class_id
      where en.school_id = $1 and en.student_id = $2 and en.valid_from <= $3::date order by en.valid_from desc limit 1)) as periods,
    ${ruleOn('$3::date', '(select k.grade_level from registry.v_enrolment en join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id where en.school_id = $1 and en.student_id = $2 and en.valid_from <= $3::date order by en.valid_from desc limit 1)')} as rule`
export const findOverviewFrame = async (read: Read, studentId: string, today: string) => (await read.rows<OverviewFrame>(overviewFrame, [read.schoolId, studentId, today]))[0]!

export interface SubjectRow {
  course_id: string; subject: { id: string; name: string; shortName: string }; teachers: string[] | null; hours: number; held: number; codes: string[] | null; /** Until when the pupil is on this page. */ ends: string
  marks: { id: string; date: string; value: string; retake: string | null; weight: number; scale: string; type: string }[] | null
}
const subjects = `
  select c.id as course_id, json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name) as subject, ${shortNames('c.id')} as teachers, c.hours_per_week::float8 as hours, mk.marks, ab.codes, g.ends::text as ends,
    (select count(*)::integer from schedule.v_lesson l where l.school_id = $1 and l.course_id = c.id and l.date between greatest($4::date, g.starts) and least($5::date, $3::date, g.ends) and l.state <> 'cancelled') as held
  from (select m.group_id, min(m.valid_from) as starts, max(coalesce(m.valid_to, '9999-12-31'::date)) as ends from registry.v_group_member m
    where m.school_id = $1 and m.student_id = $2 and m.valid_from <= $5 and (m.valid_to is null or m.valid_to >= $4) group by m.group_id) g
  join schedule.v_course c on c.school_id = $1 and c.group_id = g.group_id
  join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id
  left join (select m.course_id, json_agg(json_build_object('id', m.id, 'date', m.date, 'value', m.value, 'retake', m.retake, 'weight', w.weight, 'scale', w.scale, 'type', t.name) order by m.date, m.id) as marks
    from journal.mark m join journal.work w on w.school_id = m.school_id and w.id = m.work_id join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id
    where m.school_id = $1 and m.student_id = $2 and m.date between $4 and $5 and m.value <> '' and w.removed_at is null and ${isSeen('$6')} group by m.course_id) mk on mk.course_id = c.id
  left join (select a.course_id, json_agg(a.code) as codes from journal.attendance a where a.school_id = $1 and a.student_id = $2 and a.date between $4 and $5 group by a.course_id) ab on ab.course_id = c.id
  where s.kind = 'core' or mk.marks is not null order by s.sort, s.name, c.id`
export const listSubjects = (read: Read, studentId: string, today: string, from: string, to: string) => read.rows<SubjectRow>(subjects, [read.schoolId, studentId, today, from, to, seenUntil(read)])
