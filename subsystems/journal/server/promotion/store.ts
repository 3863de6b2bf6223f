import type { Read, Work } from '@school/server'
import type { AcademicDebt, Decision } from '../../contract/index.ts'

export interface PromotionRow {
  student_id: string; year: number; class_id: string; decision: Decision; protocol_number: string; protocol_date: string; order_number: string; order_date: string | null; note: string; family_choice_on: string | null; admission_work: 'pass' | 'fail' | null; revision: number
}
const columns = 'student_id, year, class_id, decision, protocol_number, protocol_date, order_number, order_date, note, family_choice_on, admission_work, revision'
const ofClass = `select ${columns} from journal.promotion where school_id = $1 and class_id = $2 and year = $3`
export const listPromotions = (read: Read, classId: string, year: number) => read.rows<PromotionRow>(ofClass, [read.schoolId, classId, year])

// A row is taken only when it follows the revision that stands: of two people writing at once the second finds that its ground has moved.
const save = `
  with given as materialized (select * from jsonb_to_recordset($2::jsonb) as r(student_id uuid, year smallint, class_id uuid, decision text, protocol_number text, protocol_date date, order_number text, order_date date, note text, family_choice_on date, admission_work text, revision integer)),
  put as (
    insert into journal.promotion as p (school_id, ${columns}, put_by, put_at) select $1, ${columns}, $3, $4 from given
    on conflict (school_id, student_id, year) do update set class_id = excluded.class_id, decision = excluded.decision, protocol_number = excluded.protocol_number, protocol_date = excluded.protocol_date, order_number = excluded.order_number, order_date = excluded.order_date,
      note = excluded.note, family_choice_on = excluded.family_choice_on, admission_work = excluded.admission_work, revision = excluded.revision, put_by = excluded.put_by, put_at = excluded.put_at
    where p.revision = excluded.revision - 1 returning student_id)
  select case when (select count(*) from put) < (select count(*) from given) then app.moved() end`
export const savePromotions = (work: Work, rows: readonly PromotionRow[]): void => work.write(save, [work.schoolId, JSON.stringify(rows), work.by.personId, work.now])

export interface DebtWrite { readonly student_id: string; readonly subject_id: string; readonly year: number; readonly value: string; readonly first_due: string; readonly second_due: string }
const openDebts = `
  insert into journal.academic_debt (school_id, student_id, subject_id, year, value, first_due, second_due, put_by, put_at)
  select $1, r.student_id, r.subject_id, r.year, r.value, r.first_due, r.second_due, $3, $4 from jsonb_to_recordset($2::jsonb) as r(student_id uuid, subject_id uuid, year smallint, value text, first_due date, second_due date)
  on conflict (school_id, student_id, subject_id, year) do update set value = excluded.value, first_due = excluded.first_due, second_due = excluded.second_due, put_by = excluded.put_by, put_at = excluded.put_at`
/** Opens what is owed; what stands takes the new days. */
export const saveDebts = (work: Work, rows: readonly DebtWrite[]): void => work.write(openDebts, [work.schoolId, JSON.stringify(rows), work.by.personId, work.now])

const debtJson = `json_build_object('studentId', d.student_id, 'subject', json_build_object('id', s.id, 'name', s.name, 'shortName', s.short_name), 'year', d.year, 'value', d.value, 'firstDue', d.first_due, 'secondDue', d.second_due, 'settledOn', d.settled_on,
    'attempts', coalesce((select json_agg(json_build_object('attempt', a.attempt, 'date', a.date, 'value', a.value, 'protocolNumber', a.protocol_number, 'revision', a.revision) order by a.attempt) from journal.debt_attempt a
      where a.school_id = d.school_id and a.student_id = d.student_id and a.subject_id = d.subject_id and a.year = d.year and a.value <> ''), '[]'))`
const debt = (where: string) => `
  select ${debtJson} as debt
  from journal.academic_debt d join registry.v_subject s on s.school_id = d.school_id and s.id = d.subject_id where d.school_id = $1 and ${where} order by d.year desc, s.sort, s.name, d.student_id`
const debtsOfClass = debt('d.student_id in (select en.student_id from registry.v_enrolment en where en.school_id = $1 and en.class_id = $2 and en.valid_from <= $3::date and (en.valid_to is null or en.valid_to >= $3::date))')
/** All failed years of a pupil $5, for a wider statement. */
export const debtsOfPupil = `(select json_agg(${debtJson} order by d.year desc, s.sort, s.name) from journal.academic_debt d join registry.v_subject s on s.school_id = d.school_id and s.id = d.subject_id where d.school_id = $1 and d.student_id = $5::uuid) as debts`
const oneDebt = debt('d.student_id = $2 and d.year = $3 and d.subject_id = $4')
export const listDebtsOfClass = async (read: Read, classId: string, today: string) => (await read.rows<{ debt: AcademicDebt }>(debtsOfClass, [read.schoolId, classId, today])).map((row) => row.debt)
export const findDebt = async (read: Read, studentId: string, year: number, subjectId: string) => (await read.rows<{ debt: AcademicDebt }>(oneDebt, [read.schoolId, studentId, year, subjectId]))[0]?.debt

const attempt = `
  with put as (
    insert into journal.debt_attempt as a (school_id, student_id, subject_id, year, attempt, date, value, protocol_number, revision, put_by, put_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    on conflict (school_id, student_id, subject_id, year, attempt) do update set date = excluded.date, value = excluded.value, protocol_number = excluded.protocol_number, revision = excluded.revision, put_by = excluded.put_by, put_at = excluded.put_at
    where a.revision = excluded.revision - 1 returning student_id),
  settled as (update journal.academic_debt d set settled_on = $12::date from put where d.school_id = $1 and d.student_id = $2 and d.subject_id = $3 and d.year = $4 returning d.student_id)
  select student_id from settled`
/** False when someone was faster. */
export const saveAttempt = async (work: Work, of: { studentId: string; subjectId: string; year: number; attempt: number; date: string; value: string; protocolNumber: string; revision: number; settledOn: string | null }) =>
  (await work.rows(attempt, [work.schoolId, of.studentId, of.subjectId, of.year, of.attempt, of.date, of.value, of.protocolNumber, of.revision, work.by.personId, work.now, of.settledOn])).length === 1

const words = `select p.decision, p.revision, p.protocol_number, p.protocol_date from journal.promotion p where p.school_id = $1 and p.student_id = $2 and p.year = $3`
export const findPromotionWords = async (read: Read, studentId: string, year: number) => (await read.rows<{ decision: string; revision: number; protocol_number: string; protocol_date: string }>(words, [read.schoolId, studentId, year]))[0]
