import type { Read, Work } from '@school/server'

/** Attendance as it stands; read as JSON, so that days are texts. */
export interface AttendanceRow {
  lesson_id: string; student_id: string; date: string; course_id: string; code: string; minutes: number | null; reason: string | null; reason_note: string; reason_by: string | null; span_id: string | null; revision: number
}
export interface AttendanceWrite extends AttendanceRow { readonly entered_at: string; readonly why: string }

const columns = 'lesson_id, student_id, date, course_id, code, minutes, reason, reason_note, reason_by, span_id, revision'

const save = `
  with given as materialized (
    select * from jsonb_to_recordset($2::jsonb) as r(lesson_id uuid, student_id uuid, date date, course_id uuid, code text, minutes smallint, reason text, reason_note text, reason_by uuid, span_id uuid, revision integer, entered_at timestamptz, why text)),
  put as (
    insert into journal.attendance as a (school_id, ${columns}, put_by, put_at)
    select $1, g.lesson_id, g.student_id, g.date, g.course_id, g.code, g.minutes, g.reason, g.reason_note, g.reason_by, g.span_id, g.revision, $3, $4 from given g
    on conflict (school_id, lesson_id, student_id) do update
      set code = excluded.code, minutes = excluded.minutes, reason = excluded.reason, reason_note = excluded.reason_note, reason_by = excluded.reason_by, span_id = excluded.span_id,
          revision = excluded.revision, put_by = excluded.put_by, put_at = excluded.put_at
      where a.revision = excluded.revision - 1
    returning lesson_id, student_id, revision, code, minutes, reason, reason_note),
  kept as (
    insert into journal.attendance_revision (school_id, lesson_id, student_id, revision, code, minutes, reason, reason_note, put_by, entered_at, received_at, why)
    select $1, p.lesson_id, p.student_id, p.revision, p.code, p.minutes, p.reason, p.reason_note, $3, g.entered_at, $4, g.why from put p join given g on g.lesson_id = p.lesson_id and g.student_id = p.student_id)
  select case when (select count(*) from put) < (select count(*) from given) then app.moved() end`

/** Writes the next revisions with their history in one statement: all of them, or the act looks again. */
export const saveAttendance = (work: Work, rows: readonly AttendanceWrite[]): void => work.write(save, [work.schoolId, JSON.stringify(rows), work.by.personId, work.now])

const current = `select ${columns} from journal.attendance where school_id = $1 and lesson_id = $2 and student_id = $3`
export const findAttendance = async (read: Read, lessonId: string, studentId: string) => (await read.rows<AttendanceRow>(current, [read.schoolId, lessonId, studentId]))[0]

export interface SpanRow { id: string; student_id: string; starts: string; ends: string; reason: string; note: string; removed_at: Date | null; revision: number; put_by: string }
const span = 'select id, student_id, starts, ends, reason, note, removed_at, revision, put_by from journal.absence_span where school_id = $1 and id = $2 for update'
export const findSpanForUpdate = async (work: Work, id: string) => (await work.rows<SpanRow>(span, [work.schoolId, id]))[0]

const putSpan = `
  insert into journal.absence_span (school_id, id, student_id, starts, ends, reason, note, removed_at, revision, put_by, put_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  on conflict (school_id, id) do update set starts = excluded.starts, ends = excluded.ends, reason = excluded.reason, note = excluded.note, removed_at = excluded.removed_at,
    revision = excluded.revision, put_by = excluded.put_by, put_at = excluded.put_at`
export const saveSpan = (work: Work, row: SpanRow) =>
  work.rows(putSpan, [work.schoolId, row.id, row.student_id, row.starts, row.ends, row.reason, row.note, row.removed_at, row.revision, row.put_by, work.now])

const explained = `
  select ${columns} from journal.attendance where school_id = $1 and student_id = $2 and ((code in ('absent', 'late', 'leftEarly') and date between $3 and $4) or span_id = $5) order by date, lesson_id for update`
/** Absences inside a range of days, and those explained by it before. */
export const listExplainable = (work: Work, studentId: string, from: string, to: string, spanId: string) => work.rows<AttendanceRow>(explained, [work.schoolId, studentId, from, to, spanId])

export interface ClassAbsenceRow extends AttendanceRow { number: number; subject: string; last_name: string; first_name: string; middle_name: string | null }
const ofClass = `
  select a.lesson_id, a.student_id, a.date, a.course_id, a.code, a.minutes, a.reason, a.reason_note, a.revision, l.number, s.name as subject, p.last_name, p.first_name, p.middle_name
  from registry.v_enrolment en
  join journal.attendance a on a.school_id = en.school_id and a.student_id = en.student_id and a.date between $3 and $4 and a.code <> 'present'
  join schedule.v_lesson l on l.school_id = a.school_id and l.id = a.lesson_id
  join registry.v_subject s on s.school_id = l.school_id and s.id = l.subject_id
  join registry.v_person p on p.id = a.student_id
  where en.school_id = $1 and en.class_id = $2 and en.valid_from <= a.date and (en.valid_to is null or en.valid_to >= a.date)
    and (not $5::boolean or (a.code = 'absent' and a.reason is null))
  order by p.last_name, p.first_name, a.student_id, a.date, l.number`
export const listClassAbsences = (read: Read, classId: string, from: string, to: string, onlyWithoutReason: boolean) => read.rows<ClassAbsenceRow>(ofClass, [read.schoolId, classId, from, to, onlyWithoutReason])

export interface ClassSpanRow extends SpanRow { by_id: string | null; last_name: string; first_name: string; middle_name: string | null }
const spansOfClass = `
  select s.id, s.student_id, s.starts, s.ends, s.reason, s.note, s.revision, p.id as by_id, p.last_name, p.first_name, p.middle_name
  from registry.v_enrolment en join journal.absence_span s on s.school_id = en.school_id and s.student_id = en.student_id left join registry.v_person p on p.id = s.put_by
  where en.school_id = $1 and en.class_id = $2 and (en.valid_to is null or en.valid_to >= s.starts) and s.removed_at is null and s.starts <= $4 and s.ends >= $3 order by s.starts, s.id`
export const listClassSpans = (read: Read, classId: string, from: string, to: string) => read.rows<ClassSpanRow>(spansOfClass, [read.schoolId, classId, from, to])

const nameOfPerson = 'select id as by_id, last_name, first_name, middle_name from registry.v_person where id = $1'
export const findPersonName = async (read: Read, id: string) => (await read.rows<{ by_id: string; last_name: string; first_name: string; middle_name: string | null }>(nameOfPerson, [id]))[0]

export interface ExcuseRow {
  id: string; student_id: string; starts: string; ends: string; reason: 'illness' | 'excused'; text: string; state: 'asked' | 'accepted' | 'declined'; answer: string; put_at: Date
  by_id: string | null; last_name: string; first_name: string; middle_name: string | null
}
const excuse = `select x.id, x.student_id, x.starts, x.ends, x.reason, x.text, x.state, x.answer, x.put_at, p.id as by_id, p.last_name, p.first_name, p.middle_name
  from journal.excuse x left join registry.v_person p on p.id = x.put_by`
export const listStudentExcuses = (read: Read, studentId: string) => read.rows<ExcuseRow>(`${excuse} where x.school_id = $1 and x.student_id = $2 order by x.put_at desc, x.id limit 100`, [read.schoolId, studentId])
export const listClassExcuses = (read: Read, classId: string) => read.rows<ExcuseRow>(`${excuse} join registry.v_enrolment en on en.school_id = x.school_id and en.student_id = x.student_id and en.valid_to is null
  where x.school_id = $1 and en.class_id = $2 and x.state = 'asked' order by x.put_at, x.id`, [read.schoolId, classId])
export const findExcuseForUpdate = async (work: Work, id: string) => (await work.rows<ExcuseRow>(`${excuse} where x.school_id = $1 and x.id = $2 for update of x`, [work.schoolId, id]))[0]
export const insertExcuse = (work: Work, row: Pick<ExcuseRow, 'id' | 'student_id' | 'starts' | 'ends' | 'reason' | 'text'>) => work.rows(
  'insert into journal.excuse (school_id, id, student_id, starts, ends, reason, text, put_by, put_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
  [work.schoolId, row.id, row.student_id, row.starts, row.ends, row.reason, row.text, work.by.personId, work.now])
export const saveDecision = (work: Work, id: string, state: 'accepted' | 'declined', answer: string) => work.rows(
  'update journal.excuse set state = $3, answer = $4, decided_by = $5, decided_at = $6 where school_id = $1 and id = $2', [work.schoolId, id, state, answer, work.by.personId, work.now])
