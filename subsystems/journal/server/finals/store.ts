import type { Read, Work } from '@school/server'

export interface FinalRow {
  id: string; student_id: string; subject_id: string; year: number; kind: 'period' | 'year' | 'exam' | 'final'; period_id: string | null; course_id: string; class_id: string; value: string; proposed: string | null; sum: number; weights: number
  rule_edition: number | null; revision: number; put_by: string
}
const columns = 'f.id, f.student_id, f.subject_id, f.year, f.kind, f.period_id, f.course_id, f.class_id, f.value, f.proposed, f.sum, f.weights, f.rule_edition, f.revision, f.put_by'

const ofCourse = `select ${columns} from journal.final_mark f where f.school_id = $1 and f.subject_id = $3 and f.year in ($4, $4 - 1)
  and f.student_id in (select m.student_id from registry.v_group_member m where m.school_id = $1 and m.group_id = $2)`
/** Final marks of a subject in this year and the one before, of everybody who ever was in the group, wherever they were put. */
export const listFinalsOfCourse = (read: Read, groupId: string, subjectId: string, year: number) => read.rows<FinalRow>(ofCourse, [read.schoolId, groupId, subjectId, year])

const ofClass = `select ${columns} from journal.final_mark f where f.school_id = $1 and f.year = $3
  and f.student_id in (select en.student_id from registry.v_enrolment en where en.school_id = $1 and en.class_id = $2)`
export const listFinalsOfClass = (read: Read, classId: string, year: number) => read.rows<FinalRow>(ofClass, [read.schoolId, classId, year])

const ofStudent = `select ${columns} from journal.final_mark f where f.school_id = $1 and f.student_id = $2`
export const listFinalsOfStudent = (read: Read, studentId: string) => read.rows<FinalRow>(ofStudent, [read.schoolId, studentId])

export interface FinalStudent { id: string; last_name: string; first_name: string; middle_name: string | null; class_id: string; class_name: string; starts: string; ends: string | null }
const students = `
  select m.student_id as id, p.last_name, p.first_name, p.middle_name, k.class_id, k.class_name, min(m.valid_from)::text as starts, case when bool_or(m.valid_to is null) then null else max(m.valid_to)::text end as ends
  from registry.v_group_member m join registry.v_person p on p.id = m.student_id
  join lateral (select k.id as class_id, k.name as class_name from registry.v_enrolment en join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id
    where en.school_id = $1 and en.student_id = m.student_id and en.valid_from <= $4 and (en.valid_to is null or en.valid_to >= $3) order by en.valid_from desc limit 1) k on true
  where m.school_id = $1 and m.group_id = $2 and m.valid_from <= $4 and (m.valid_to is null or m.valid_to >= $3)
  group by m.student_id, p.last_name, p.first_name, p.middle_name, k.class_id, k.class_name order by p.last_name, p.first_name, m.student_id`
export const listFinalStudents = (read: Read, groupId: string, from: string, to: string) => read.rows<FinalStudent>(students, [read.schoolId, groupId, from, to])

/** `elsewhere`: moved to another class before the range ends, so that the places of final marks are there. */
export interface ClassStudent extends FinalStudent { elsewhere: boolean }
const classStudents = `
  select en.student_id as id, p.last_name, p.first_name, p.middle_name, en.class_id, '' as class_name, min(en.valid_from)::text as starts, case when bool_or(en.valid_to is null) then null else max(en.valid_to)::text end as ends,
    not bool_or(en.valid_to is null) and exists (select 1 from registry.v_enrolment o where o.school_id = $1 and o.student_id = en.student_id and o.class_id <> $2 and o.valid_from > max(en.valid_to) and o.valid_from <= $4) as elsewhere
  from registry.v_enrolment en join registry.v_person p on p.id = en.student_id
  where en.school_id = $1 and en.class_id = $2 and en.valid_from <= $4 and (en.valid_to is null or en.valid_to >= $3)
  group by en.student_id, p.last_name, p.first_name, p.middle_name, en.class_id order by p.last_name, p.first_name, en.student_id`
export const listClassStudents = (read: Read, classId: string, from: string, to: string) => read.rows<ClassStudent>(classStudents, [read.schoolId, classId, from, to])

export interface FinalWrite extends Omit<FinalRow, 'put_by'> { readonly reason: string; readonly protocol_number: string; readonly protocol_date: string | null; readonly unlock_id: string | null }
// A row is taken only when it follows the revision that stands: of two people writing at once the second gets nothing back.
const save = `
  with given as materialized (
    select * from jsonb_to_recordset($2::jsonb) as r(id uuid, student_id uuid, subject_id uuid, year smallint, kind text, period_id uuid, course_id uuid, class_id uuid, value text, proposed text, sum integer, weights integer,
      rule_edition integer, revision integer, reason text, protocol_number text, protocol_date date, unlock_id uuid)),
  put as (
    insert into journal.final_mark as f (school_id, id, student_id, subject_id, year, kind, period_id, course_id, class_id, value, proposed, sum, weights, rule_edition, revision, put_by, put_at)
    select $1, g.id, g.student_id, g.subject_id, g.year, g.kind, g.period_id, g.course_id, g.class_id, g.value, g.proposed, g.sum, g.weights, g.rule_edition, g.revision, $3, $4 from given g
    on conflict (school_id, student_id, subject_id, year, kind, period_id) do update set course_id = excluded.course_id, class_id = excluded.class_id, value = excluded.value, proposed = excluded.proposed, sum = excluded.sum,
      weights = excluded.weights, rule_edition = excluded.rule_edition, revision = excluded.revision, put_by = excluded.put_by, put_at = excluded.put_at
      where f.revision = excluded.revision - 1
    returning ${columns}),
  kept as (
    insert into journal.final_mark_revision (school_id, final_id, revision, value, proposed, sum, weights, rule_edition, reason, protocol_number, protocol_date, unlock_id, put_by, put_at)
    select $1, p.id, p.revision, p.value, p.proposed, p.sum, p.weights, p.rule_edition, g.reason, g.protocol_number, g.protocol_date, g.unlock_id, $3, $4
    from put p join given g on g.student_id = p.student_id and g.kind = p.kind and g.period_id is not distinct from p.period_id)
  select ${columns.replaceAll('f.', 'p.')} from put p`
/** Writes the next revisions, history and what is current in one statement; returns those that were taken. */
export const saveFinals = (work: Work, rows: readonly FinalWrite[]) => work.rows<FinalRow>(save, [work.schoolId, JSON.stringify(rows), work.by.personId, work.now])

export interface FinalRevisionRow {
  revision: number; value: string; proposed: string | null; reason: string; protocol_number: string; protocol_date: string | null; unlocked: boolean; at: Date; by_id: string | null; last_name: string; first_name: string; middle_name: string | null
}
const history = `
  select v.revision, v.value, v.proposed, v.reason, v.protocol_number, v.protocol_date, v.unlock_id is not null as unlocked, v.put_at as at, p.id as by_id, p.last_name, p.first_name, p.middle_name
  from journal.final_mark_revision v left join registry.v_person p on p.id = v.put_by where v.school_id = $1 and v.final_id = $2 order by v.revision`
export const listFinalRevisions = (read: Read, finalId: string) => read.rows<FinalRevisionRow>(history, [read.schoolId, finalId])

const words = `
  select f.value, f.revision, f.kind, pd.name as period, s.name as subject, (select v.value from journal.final_mark_revision v where v.school_id = $1 and v.final_id = f.id and v.revision = f.revision - 1) as was
  from journal.final_mark f left join schedule.v_period pd on pd.school_id = f.school_id and pd.id = f.period_id join registry.v_subject s on s.school_id = f.school_id and s.id = f.subject_id
  where f.school_id = $1 and f.id = $2`
/** A final mark as a notice tells it, with what stood before. */
export const findFinalWords = async (read: Read, id: string) =>
  (await read.rows<{ value: string; revision: number; kind: string; period: string | null; subject: string; was: string | null }>(words, [read.schoolId, id]))[0]
