import type { Read } from '@school/server'
import type { Span } from '../frame/frame.ts'

const given = (read: Read, span: Span, classId: string | null) => [read.schoolId, span.year, span.starts, span.ends, span.periodId, classId, span.until]

/** `asked`: which mark of each class is meant. Classes divide the year in different ways: a class takes its own period that ends within the asked one. */
const asked = `asked as (
  select k.id as class_id, k.name as class_name, k.grade_level, k.course, k.letter, case when $5::uuid is null then 'year' else 'period' end as kind,
    (select p.id from schedule.v_period p where p.school_id = $1 and p.scheme_id = cs.period_scheme_id and (p.id = $5 or ($5 is not null and p.ends between $3 and $4)) order by p.id = $5 desc, p.ends desc limit 1) as period_id
  from registry.v_class k left join schedule.v_class_setting cs on cs.school_id = k.school_id and cs.class_id = k.id
  where k.school_id = $1 and k.school_year = $2 and ($6::uuid is null or k.id = $6))`

export interface ResultRow { class_id: string; class_name: string; grade: number | null; student_id: string; last_name: string; first_name: string; middle_name: string | null; in_step: boolean; marks: Record<string, string> | null }
const results = `
  with ${asked}
  select a.class_id, a.class_name, a.grade_level as grade, en.student_id, p.last_name, p.first_name, p.middle_name, a.kind = 'year' or a.period_id is not null as in_step,
    (select jsonb_object_agg(f.subject_id, f.value) from journal.v_final_mark f where f.school_id = $1 and f.student_id = en.student_id and f.year = $2 and f.kind = a.kind and f.period_id is not distinct from a.period_id) as marks
  from asked a join registry.v_enrolment en on en.school_id = $1 and en.class_id = a.class_id and en.valid_from <= $7 and (en.valid_to is null or en.valid_to >= $7) join registry.v_person p on p.id = en.student_id
  order by a.grade_level nulls last, a.course, a.letter, a.class_name, p.last_name, p.first_name, en.student_id`
/** Every pupil who had not left by the last day, with the final marks of the time asked for, by subject. */
export const listResults = (read: Read, span: Span, classId: string | null) => read.rows<ResultRow>(results, given(read, span, classId))

export interface SubjectRow { id: string; name: string; short_name: string }
const subjects = `
  select distinct s.id, s.name, s.short_name, s.sort from schedule.v_course c join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id
  where c.school_id = $1 and c.year = $2 and s.kind = 'core'
    and ($3::uuid is null or exists (select 1 from registry.v_group_class gc where gc.school_id = $1 and gc.group_id = c.group_id and gc.class_id = $3))
  order by s.sort, s.name`
/** Subjects taught in a class, or in the school, that year. */
export const listSubjects = (read: Read, year: number, classId: string | null) => read.rows<SubjectRow>(subjects, [read.schoolId, year, classId])

export interface YearMarkRow { student_id: string; subject_id: string; kind: 'period' | 'year' | 'exam' | 'final'; period_id: string | null; value: string }
const yearMarks = `
  select f.student_id, f.subject_id, f.kind, f.period_id, f.value from registry.v_enrolment en
  join journal.v_final_mark f on f.school_id = en.school_id and f.student_id = en.student_id and f.year = $2
  where en.school_id = $1 and en.class_id = $3 and en.valid_from <= $4 and (en.valid_to is null or en.valid_to >= $4)`
/** All final marks of the year for the pupils of a class: periods, year, exam, final. */
export const listYearMarks = (read: Read, year: number, classId: string, until: string) => read.rows<YearMarkRow>(yearMarks, [read.schoolId, year, classId, until])

export interface TaughtRow { id: string; subject: string; group_name: string; pupils: number; in_step: boolean; values: (string | null)[]; planned: number; given: number }
const taught = `
  with ${asked},
  course as (select c.id, c.group_id, c.subject_id, s.name as subject, g.name as group_name from schedule.v_course c
    join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id join registry.v_group g on g.school_id = c.school_id and g.id = c.group_id
    where c.school_id = $1 and c.year = $2 and s.kind = 'core' and exists (select 1 from schedule.v_course_teacher ct where ct.school_id = $1 and ct.course_id = c.id and ct.teacher_id = $8 and ct.valid_from <= $7 and (ct.valid_to is null or ct.valid_to >= $3)))
  select c.id, c.subject, c.group_name, count(*)::integer as pupils, bool_or(a.kind = 'year' or a.period_id is not null) as in_step, array_agg(f.value) as values, max(l.planned) as planned, max(l.given) as given
  from course c
  join registry.v_group_member m on m.school_id = $1 and m.group_id = c.group_id and m.valid_from <= $7 and (m.valid_to is null or m.valid_to >= $7)
  join registry.v_enrolment en on en.school_id = $1 and en.student_id = m.student_id and en.valid_from <= $7 and (en.valid_to is null or en.valid_to >= $7) join asked a on a.class_id = en.class_id
  left join journal.v_final_mark f on f.school_id = $1 and f.student_id = m.student_id and f.subject_id = c.subject_id and f.year = $2 and f.kind = a.kind and f.period_id is not distinct from a.period_id
  cross join lateral (select count(*) filter (where l.date <= $7)::integer as planned, count(*) filter (where l.date <= $7 and l.state <> 'cancelled')::integer as given
    from schedule.v_lesson l where l.school_id = $1 and l.course_id = c.id and l.date between $3 and $4 and l.kind = 'lesson') l
  group by c.id, c.subject, c.group_name order by c.subject, c.group_name`
/** The courses of a teacher with the final marks of everyone who learns in them, and lessons due and given. */
export const listTaught = (read: Read, span: Span, teacherId: string) => read.rows<TaughtRow>(taught, [...given(read, span, null), teacherId])

export interface CompareRow { subject_id: string; subject: string; class_id: string; class_name: string; same: number; raised: number; lowered: number }
const compared = `
  select s.id as subject_id, s.name as subject, k.id as class_id, k.name as class_name, count(*) filter (where y.value = e.value)::integer as same, count(*) filter (where y.value > e.value)::integer as raised, count(*) filter (where y.value < e.value)::integer as lowered
  from registry.v_class k join registry.v_enrolment en on en.school_id = k.school_id and en.class_id = k.id and en.valid_from <= $3 and (en.valid_to is null or en.valid_to >= $3)
  join journal.v_final_mark e on e.school_id = $1 and e.student_id = en.student_id and e.year = $2 and e.kind = 'exam' and e.value between '1' and '5'
  join journal.v_final_mark y on y.school_id = $1 and y.student_id = en.student_id and y.year = $2 and y.kind = 'year' and y.subject_id = e.subject_id and y.value between '1' and '5'
  join registry.v_subject s on s.school_id = $1 and s.id = e.subject_id
  where k.school_id = $1 and k.school_year = $2 group by s.id, s.name, s.sort, k.id, k.name order by s.sort, s.name, k.name`
/** Year marks held against exam marks of the same pupils, by subject and class. */
export const listCompared = (read: Read, year: number, until: string) => read.rows<CompareRow>(compared, [read.schoolId, year, until])
