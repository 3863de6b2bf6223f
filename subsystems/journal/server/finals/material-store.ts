import type { Read } from '@school/server'
import { isSeen, seenUntil } from '../access.ts'

/** pupil, page, subject, day, value, second try, weight, scale, control work, name of the work, id of the mark, end of a debt */
export type MaterialMark = readonly [string, string, string, string, string, string | null, number, 'five' | 'pass' | 'hundred' | 'criteria', boolean, string, string, string | null]
/** pupil, page, day */
export type MaterialAbsence = readonly [string, string, string]
/** page, subject, group, hours a week, days of its lessons */
export type MaterialPage = readonly [string, string, string, number, readonly string[] | null]
/** pupil, group, first and last day */
export type MaterialMember = readonly [string, string, string, string | null]
/** pupil, subject, day, value, weight, source, id */
export type MaterialBrought = readonly [string, string, string, string, number, string, string]
export interface MaterialRow { marks: MaterialMark[] | null; absences: MaterialAbsence[] | null; pages: MaterialPage[] | null; members: MaterialMember[] | null; brought: MaterialBrought[] | null }

/** Everything the final marks of some pupils are made of, between $2 and $3, lessons until $4; `who` picks pupils, `what` narrows their pages. */
const material = (who: string, what: string, withMarks = true) => `
  with who as materialized (${who}),
  members as materialized (select m.student_id, m.group_id, m.valid_from, m.valid_to from registry.v_group_member m join who on who.student_id = m.student_id
    where m.school_id = $1 and m.valid_from <= $3 and (m.valid_to is null or m.valid_to >= $2)),
  pages as materialized (select c.id, c.subject_id, c.group_id, c.hours_per_week from schedule.v_course c join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id
    where c.school_id = $1 and c.group_id in (select group_id from members) and ${what})
  select
    ${withMarks ? '' : 'null::json as marks, null::json as absences, $5::timestamptz as seen_until,'}
    ${withMarks ? `(select json_agg(json_build_array(m.student_id, m.course_id, p.subject_id, m.date, m.value, m.retake, w.weight, w.scale, t.is_control, coalesce(nullif(w.title, ''), t.name), m.id, m.debt_due) order by m.date, m.id)
      from pages p join journal.mark m on m.school_id = $1 and m.course_id = p.id and m.date between $2 and $3 and m.value <> '' join who on who.student_id = m.student_id
      join journal.work w on w.school_id = $1 and w.id = m.work_id and w.removed_at is null and ${isSeen('$5')} join journal.work_type t on t.school_id = $1 and t.id = w.work_type_id) as marks,
    (select json_agg(json_build_array(a.student_id, a.course_id, a.date)) from pages p join journal.attendance a on a.school_id = $1 and a.course_id = p.id and a.date between $2 and $3 and a.code = 'absent' join who on who.student_id = a.student_id) as absences,` : ''}
    (select json_agg(json_build_array(p.id, p.subject_id, p.group_id, p.hours_per_week::float8,
      (select json_agg(l.date order by l.date) from schedule.v_lesson l where l.school_id = $1 and l.course_id = p.id and l.date between $2 and least($3::date, $4::date) and l.state <> 'cancelled'))) from pages p) as pages,
    (select json_agg(json_build_array(m.student_id, m.group_id, m.valid_from, m.valid_to)) from members m) as members,
    (select json_agg(json_build_array(b.student_id, b.subject_id, b.date, b.value, b.weight, b.source, b.id)) from journal.brought_mark b join who on who.student_id = b.student_id
      where b.school_id = $1 and b.date between $2 and $3 and b.removed_at is null) as brought`

const core = `(s.kind = 'core' or exists (select 1 from journal.mark x join journal.work w on w.school_id = $1 and w.id = x.work_id and ${isSeen('$5')} where x.school_id = $1 and x.course_id = c.id and x.date between $2 and $3))`
const ofGroup = material('select distinct m.student_id from registry.v_group_member m where m.school_id = $1 and m.group_id = $6::uuid and m.valid_from <= $3 and (m.valid_to is null or m.valid_to >= $2)', 'c.subject_id = $7::uuid')
const classOf = 'select distinct en.student_id from registry.v_enrolment en where en.school_id = $1 and en.class_id = $6::uuid and en.valid_from <= $3 and (en.valid_to is null or en.valid_to >= $2)'
const ofClass = material(classOf, core)
const placesOfClass = material(classOf, "s.kind = 'core'", false)
const ofStudent = material('select $6::uuid as student_id', core)
const ofStudentSubject = material('select $6::uuid as student_id', 'c.subject_id = $7::uuid')

export interface Range { readonly from: string; readonly to: string; readonly today: string }
const none: MaterialRow = { marks: null, absences: null, pages: null, members: null, brought: null }
const run = async (read: Read, text: string, { from, to, today }: Range, more: readonly string[]) => (await read.rows<MaterialRow>(text, [read.schoolId, from, to, today, seenUntil(read), ...more]))[0] ?? none

/** Of everybody in a group, in one subject, on whatever pages it was taught. */
export const materialOfGroup = (read: Read, range: Range, groupId: string, subjectId: string) => run(read, ofGroup, range, [groupId, subjectId])
/** Of everybody in a class, in all subjects. */
export const materialOfClass = (read: Read, range: Range, classId: string) => run(read, ofClass, range, [classId])
/** Of everybody in a class, only where they are taught what: a year is made of its periods, not of marks. */
export const placesInClass = (read: Read, range: Range, classId: string) => run(read, placesOfClass, range, [classId])
/** Of one pupil, in all subjects. */
export const materialOfStudent = (read: Read, range: Range, studentId: string) => run(read, ofStudent, range, [studentId])
/** Of one pupil, in one subject. */
export const materialOfStudentInSubject = (read: Read, range: Range, studentId: string, subjectId: string) => run(read, ofStudentSubject, range, [studentId, subjectId])
