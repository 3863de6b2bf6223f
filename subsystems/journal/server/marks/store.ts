import { wholeAct, type Read, type Work } from '@school/server'
import { isSeen, seenUntil } from '../access.ts'
import { plainPlace, type JudgedPlace } from './access.ts'

/** A mark as it stands; read as JSON, so that days and instants are texts. */
export interface MarkRow { id: string; work_id: string; lesson_id: string; course_id: string; date: string; student_id: string; value: string; note: string; debt_due: string | null; retake: string | null; retake_on: string | null; points: number | null; criteria: number[] | null; revision: number }
export interface MarkWrite extends MarkRow { readonly entered_at: string; readonly reason: string }

// A row is taken only when it follows the revision that stands: of two people writing at once the second finds that its ground has moved.
const save = `
  with given as materialized (
    select * from jsonb_to_recordset($2::jsonb) as r(id uuid, work_id uuid, lesson_id uuid, course_id uuid, date date, student_id uuid, value text, note text, debt_due date, retake text, retake_on date, points smallint, criteria jsonb, revision integer, entered_at timestamptz, reason text)),
  put as (
    insert into journal.mark as m (school_id, id, work_id, lesson_id, course_id, date, student_id, value, note, debt_due, retake, retake_on, points, criteria, revision, put_by, put_at)
    select $1, g.id, g.work_id, g.lesson_id, g.course_id, g.date, g.student_id, g.value, g.note, g.debt_due, g.retake, g.retake_on, g.points, nullif(g.criteria, 'null'), g.revision, $3, $4 from given g
    on conflict (school_id, work_id, student_id) do update
      set value = excluded.value, note = excluded.note, debt_due = excluded.debt_due, retake = excluded.retake, retake_on = excluded.retake_on, points = excluded.points, criteria = excluded.criteria, revision = excluded.revision, put_by = excluded.put_by, put_at = excluded.put_at
      where m.revision = excluded.revision - 1
    returning id, work_id, student_id, revision, value, note, retake, points, criteria),
  kept as (
    insert into journal.mark_revision (school_id, mark_id, revision, value, note, retake, points, criteria, put_by, entered_at, received_at, reason)
    select $1, p.id, p.revision, p.value, p.note, p.retake, p.points, p.criteria, $3, g.entered_at, $4, g.reason from put p join given g on g.work_id = p.work_id and g.student_id = p.student_id)
  select case when (select count(*) from put) < (select count(*) from given) then app.moved() end`

/** Writes the next revisions, history and what is current in one statement: all of them, or the act looks again. */
export const saveMarks = (work: Work, rows: readonly MarkWrite[]): void => work.write(save, [work.schoolId, JSON.stringify(rows), work.by.personId, work.now])

/** A first mark, its history and its traces, written where the judgement yields a place and nothing stands: $8 id, $9 value, $10 note, $11 when it was typed. */
const plainly = (judged: JudgedPlace) => wholeAct(8, `${judged},
  put as (
    insert into journal.mark (school_id, id, work_id, lesson_id, course_id, date, student_id, value, note, revision, put_by, put_at)
    select $1, $8, p.work_id, p.lesson_id, p.course_id, p.date, $6, $9, $10, 1, $2, $3 from place p
    on conflict do nothing returning id, work_id, lesson_id, course_id, student_id, revision),
  kept as (
    insert into journal.mark_revision (school_id, mark_id, revision, value, note, put_by, entered_at, received_at)
    select $1, put.id, put.revision, $9, $10, $2, $11, $3 from put),
  done as materialized (select student_id as about_id, jsonb_build_object('schoolId', $1::uuid, 'courseId', course_id, 'lessonId', lesson_id, 'workId', work_id, 'markId', id, 'studentId', student_id, 'revision', revision) as payload from put)`)
export const plainMark = plainly(plainPlace)

export interface RevisionRow {
  mark_id: string; work_id: string; work_type: string; title: string; revision: number; value: string; retake: string | null; note: string; entered_at: Date; received_at: Date; why: string
  by_id: string | null; last_name: string; first_name: string; middle_name: string | null
}
const history = `
  select v.mark_id, w.id as work_id, t.name as work_type, w.title, v.revision, v.value, v.retake, v.note, v.entered_at, v.received_at, v.reason as why, p.id as by_id, p.last_name, p.first_name, p.middle_name
  from journal.work w join journal.mark m on m.school_id = w.school_id and m.work_id = w.id
  join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id
  join journal.mark_revision v on v.school_id = m.school_id and v.mark_id = m.id
  left join registry.v_person p on p.id = v.put_by
  where w.school_id = $1 and w.lesson_id = $2 and m.student_id = $3 and ${isSeen('$4')} order by w.sort, w.id, v.revision`
export const listMarkRevisions = (read: Read, lessonId: string, studentId: string) => read.rows<RevisionRow>(history, [read.schoolId, lessonId, studentId, seenUntil(read)])

export interface AttendanceRevisionRow { revision: number; code: string; minutes: number | null; reason: string | null; reason_note: string; entered_at: Date; received_at: Date; why: string; by_id: string | null; last_name: string; first_name: string; middle_name: string | null }
const attendanceHistory = `
  select v.revision, v.code, v.minutes, v.reason, v.reason_note, v.entered_at, v.received_at, v.why, p.id as by_id, p.last_name, p.first_name, p.middle_name
  from journal.attendance_revision v left join registry.v_person p on p.id = v.put_by
  where v.school_id = $1 and v.lesson_id = $2 and v.student_id = $3 order by v.revision`
export const listAttendanceRevisions = (read: Read, lessonId: string, studentId: string) => read.rows<AttendanceRevisionRow>(attendanceHistory, [read.schoolId, lessonId, studentId])
