import type { Read, Work } from '@school/server'
import type { StudentRecordDocument } from '../../contract/index.ts'

export interface PupilRow { id: string; last_name: string; first_name: string; middle_name: string | null; birth_date: string | null; year: number; class_name: string }
const pupil = `select p.id, p.last_name, p.first_name, p.middle_name, p.birth_date::text as birth_date, k.school_year as year, k.name as class_name
  from registry.v_enrolment en join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id join registry.v_person p on p.id = en.student_id
  where en.school_id = $1 and en.student_id = $2 order by en.valid_from desc limit 1`
export const findPupil = async (read: Read, studentId: string) => (await read.rows<PupilRow>(pupil, [read.schoolId, studentId]))[0]

export type Material = Pick<StudentRecordDocument, 'school' | 'enrolments' | 'periods' | 'subjects' | 'absences'>
const material = `
  with mark as materialized (select c.subject_id, m.id, m.date, m.value, m.weight, m.scale, w.type_name from journal.v_mark m join schedule.v_course c on c.school_id = m.school_id and c.id = m.course_id
      left join journal.v_work w on w.school_id = m.school_id and w.id = m.work_id where m.school_id = $1 and m.student_id = $2 and c.year = $3 and (m.visible_from is null or m.visible_from <= $4)),
  absence as materialized (select c.subject_id, a.date, l.number, a.code, a.reason from journal.v_attendance a join schedule.v_course c on c.school_id = a.school_id and c.id = a.course_id
      join schedule.v_lesson l on l.school_id = a.school_id and l.id = a.lesson_id where a.school_id = $1 and a.student_id = $2 and c.year = $3),
  final as materialized (select f.subject_id, f.year, f.kind, pd.ordinal, f.value from journal.v_final_mark f left join schedule.v_period pd on pd.school_id = f.school_id and pd.id = f.period_id where f.school_id = $1 and f.student_id = $2),
  learnt as materialized (select c.subject_id from registry.v_group_member m join schedule.v_course c on c.school_id = m.school_id and c.group_id = m.group_id where m.school_id = $1 and m.student_id = $2 and c.year = $3
    union select subject_id from mark union select subject_id from final)
  select (select json_build_object('id', sc.id, 'name', sc.full_name, 'place', concat_ws(', ', sc.region_name, sc.municipality_name)) from registry.v_school sc where sc.id = $1) as school,
    coalesce((select json_agg(json_build_object('className', k.name, 'from', en.valid_from, 'to', en.valid_to, 'order', concat_ws(' ', en.order_number, to_char(en.order_date, 'DD.MM.YYYY')), 'endOrder', concat_ws(' ', en.end_order_number, to_char(en.end_order_date, 'DD.MM.YYYY'))) order by en.valid_from)
      from registry.v_enrolment_order en join registry.v_class k on k.school_id = en.school_id and k.id = en.class_id where en.school_id = $1 and en.student_id = $2), '[]') as enrolments,
    coalesce((select json_agg(json_build_object('ordinal', pd.ordinal, 'name', pd.name, 'starts', pd.starts, 'ends', pd.ends) order by pd.ordinal) from schedule.v_period pd where pd.school_id = $1 and pd.scheme_id = (
      select cs.period_scheme_id from registry.v_enrolment en join schedule.v_class_setting cs on cs.school_id = en.school_id and cs.class_id = en.class_id where en.school_id = $1 and en.student_id = $2 order by en.valid_from desc limit 1)), '[]') as periods,
    coalesce((select json_agg(json_build_object('name', s.name,
        'marks', coalesce((select json_agg(json_build_object('key', m.id, 'date', m.date, 'value', m.value, 'weight', m.weight, 'scale', m.scale, 'work', coalesce(m.type_name, '')) order by m.date, m.id) from mark m where m.subject_id = s.id), '[]'),
        'finals', coalesce((select json_agg(json_build_object('year', f.year, 'kind', f.kind, 'period', f.ordinal, 'value', f.value) order by f.year, f.kind, f.ordinal) from final f where f.subject_id = s.id), '[]'),
        'missed', (select count(*) from absence a where a.subject_id = s.id and a.code = 'absent')) order by s.sort, s.name, s.id)
      from registry.v_subject s where s.school_id = $1 and s.id in (select subject_id from learnt)), '[]') as subjects,
    coalesce((select json_agg(json_build_object('date', a.date, 'number', a.number, 'subject', s.name, 'code', a.code, 'reason', a.reason) order by a.date, a.number) from absence a join registry.v_subject s on s.school_id = $1 and s.id = a.subject_id), '[]') as absences`
/** Everything the record of a pupil says, in one statement. */
export const findMaterial = async (read: Read, studentId: string, year: number) => (await read.rows<Material>(material, [read.schoolId, studentId, year, read.now]))[0]!

const person = (id: string) => `coalesce((select concat_ws(' ', p.last_name, p.first_name, p.middle_name) from registry.v_person p where p.id = ${id}), '')`
export interface MadeRow { id: string; student_id: string; year: number; class_name: string; document_sha256: string; made_at: Date; made_by_name: string }
const made = `select r.id, r.student_id, r.year, r.class_name, r.document_sha256, r.made_at, ${person('r.made_by')} as made_by_name from reports.student_record r where r.school_id = $1`
export const listMade = (read: Read, studentId: string) => read.rows<MadeRow>(`${made} and r.student_id = $2 order by r.made_at desc, r.id desc limit 50`, [read.schoolId, studentId])
export const findMade = async (read: Read, id: string) => (await read.rows<MadeRow>(`${made} and r.id = $2`, [read.schoolId, id]))[0]
export const insertMade = (work: Work, row: { id: string; studentId: string; year: number; className: string; sha256: string; container: Buffer }) =>
  work.rows('insert into reports.student_record (school_id, id, student_id, year, class_name, document_sha256, container, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [work.schoolId, row.id, row.studentId, row.year, row.className, row.sha256, row.container, work.by.personId, work.now])
export const findMadeContainer = async (read: Read, studentId: string, id: string) =>
  (await read.rows<{ container: Buffer }>('select container from reports.student_record where school_id = $1 and student_id = $2 and id = $3', [read.schoolId, studentId, id]))[0]?.container

export interface Signature { ok: boolean; signer: string | null; signedAt: string | null; faults: { code: string; details: Record<string, string> }[] }
export interface Written { marks: number; finals: number; left: number }
export interface ReceivedRow {
  id: string; student_id: string; file_name: string; document: StudentRecordDocument; document_sha256: string; signature: Signature; received_at: Date; received_by_name: string; taken_at: Date | null; written: Written | null
}
const received = `select r.id, r.student_id, r.file_name, r.document, r.document_sha256, r.signature, r.received_at, ${person('r.received_by')} as received_by_name, r.taken_at, r.written from reports.received_record r where r.school_id = $1`
export const listReceived = (read: Read, studentId: string) => read.rows<ReceivedRow>(`${received} and r.student_id = $2 order by r.received_at desc, r.id desc limit 20`, [read.schoolId, studentId])
export const findReceived = async (read: Read, id: string) => (await read.rows<ReceivedRow>(`${received} and r.id = $2`, [read.schoolId, id]))[0]
export const lockReceived = (work: Work, id: string) => work.rows('select 1 from reports.received_record where school_id = $1 and id = $2 for update', [work.schoolId, id])
const insert = `insert into reports.received_record (school_id, id, student_id, file_name, container, document, document_sha256, signature, received_by, received_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`
export const insertReceived = (work: Work, row: { id: string; studentId: string; fileName: string; container: Buffer; document: StudentRecordDocument; sha256: string; signature: Signature }) =>
  work.rows(insert, [work.schoolId, row.id, row.studentId, row.fileName, row.container, JSON.stringify(row.document), row.sha256, JSON.stringify(row.signature), work.by.personId, work.now])
export const saveTaken = (work: Work, id: string, checkedBy: string, written: Written) =>
  work.rows('update reports.received_record set taken_by = $3, taken_at = $4, checked_by = $5, written = $6 where school_id = $1 and id = $2', [work.schoolId, id, work.by.personId, work.now, checkedBy, JSON.stringify(written)])

export const listSubjectNames = (read: Read) => read.rows<{ id: string; name: string }>('select s.id, s.name from registry.v_subject s where s.school_id = $1 order by s.sort, s.name, s.id', [read.schoolId])
