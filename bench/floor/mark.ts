import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { newId } from '@school/contract'
import type pg from 'pg'

interface Put { readonly schoolId: string; readonly workId: string; readonly markId: string; readonly studentId: string; readonly value: string; readonly basedOn: number | null }

// Mark, revision, audit entry and fact in one statement, hence in one transaction.
const text = `
  with w as (select id, lesson_id, course_id, date from journal.work where school_id = $1 and id = $2 and removed_at is null),
  m as (insert into journal.mark as m (school_id, id, work_id, lesson_id, course_id, date, student_id, value, note, debt_due, revision, put_by, put_at)
    select $1, $3, w.id, w.lesson_id, w.course_id, w.date, $4, $5, '', null, $6, $7, $8 from w
    on conflict (school_id, work_id, student_id) do update set value = excluded.value, revision = excluded.revision, put_by = excluded.put_by, put_at = excluded.put_at where m.revision = excluded.revision - 1 returning m.*),
  r as (insert into journal.mark_revision (school_id, mark_id, revision, value, note, put_by, entered_at, received_at, reason) select $1, id, revision, value, note, $7, $8, $8, '' from m),
  a as (insert into audit.entry (id, school_id, at, action, actor_id, acting_role, about_id, before, after, salt, commitment, request_id, session_ref)
    select $9, $1, $8, 'journal.mark.put', $7, 'teacher', student_id, null, $10::jsonb, $11, $12, $13, 'floor0000000' from m),
  t as (insert into kit.task (id, kind, name, school_id, payload, actor_id, at, run_at)
    select $14, 'fact', 'journal.mark.put', $1, jsonb_build_object('schoolId', $1::uuid, 'courseId', course_id, 'lessonId', lesson_id, 'workId', work_id, 'markId', id, 'studentId', student_id, 'revision', revision), $7, $8, $8 from m)
  select id, work_id as "workId", lesson_id as "lessonId", student_id as "studentId", value, note, debt_due as "debtDue", retake, retake_on as "retakeOn", points, criteria, revision from m`

const teacherId = newId()

/** Puts one mark. */
export async function putMark(pool: pg.Pool, put: Put, now: Date): Promise<unknown> {
  const revision = (put.basedOn ?? 0) + 1
  const after = JSON.stringify({ markId: put.markId, note: '', revision, value: put.value, workId: put.workId })
  const salt = randomBytes(12).toString('base64url')
  const commitment = createHash('sha256').update(salt).update(`[null,${after}]`).digest('hex')
  const values = [put.schoolId, put.workId, put.markId, put.studentId, put.value, revision, teacherId, now, newId(), after, salt, commitment, randomUUID(), newId()]
  const row = (await pool.query({ name: 'put', text, values })).rows[0]
  if (!row) throw new Error('changed meanwhile')
  return row
}
