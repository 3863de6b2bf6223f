import { notFound, type Read, type Work } from '@school/server'
import { asking, dayHere, homeroomOf, inForce, kindOf, readableStudent } from '../access.ts'
import { lessonsAt, mayGiveReasons, writableAmong, writableForClass, type LessonRow, type WritableLesson } from '../lessons/access.ts'
import type { AttendanceRow } from './store.ts'

declare const granted: unique symbol

export interface PlaceAt { readonly lessonId: string; readonly studentId: string }
export interface SpanAt { readonly id: string; readonly reason: string; readonly note: string }
interface CellRow extends LessonRow { ord: number; in_class: boolean; period_closed: boolean; before: AttendanceRow | null; span: SpanAt | null }
/** The attendance of one pupil at a lesson into which this person may write, what stands there, and the range of days that explains it. */
export type AttendableCell = { readonly lesson: WritableLesson; readonly inClass: boolean; readonly periodClosed: boolean; readonly givesReasons: boolean; readonly before: AttendanceRow | null; readonly span: SpanAt | null; readonly [granted]: 'attend' }

const cells = `
  with ${dayHere},
  ops as materialized (select * from jsonb_to_recordset($5::jsonb) as o(ord integer, lesson_id uuid, student_id uuid)),
  ${lessonsAt('select lesson_id from ops')}
  select o.ord, la.*,
    exists (select 1 from registry.v_group_member m where m.school_id = $1 and m.group_id = la.group_id and m.student_id = o.student_id and m.valid_from <= la.date and (m.valid_to is null or m.valid_to >= la.date)) as in_class,
    la.closed_for is not null and exists (select 1 from registry.v_enrolment en where en.school_id = $1 and en.student_id = o.student_id and en.class_id = any(la.closed_for) and ${inForce('en', 'la.date')}) as period_closed,
    case when b.lesson_id is not null then to_jsonb(b) end as before,
    (select jsonb_build_object('id', s.id, 'reason', s.reason, 'note', s.note) from journal.absence_span s
      where s.school_id = $1 and s.student_id = o.student_id and s.removed_at is null and la.date between s.starts and s.ends order by s.put_at desc limit 1) as span
  from ops o join lesson_at la on la.lesson_id = o.lesson_id
  left join journal.attendance b on b.school_id = $1 and b.lesson_id = o.lesson_id and b.student_id = o.student_id
  where $4::text <> ''`

/** For each place, in order: the proof that this person may say whether the pupil was there, or null. */
export async function attendableCells(work: Work, places: readonly PlaceAt[]): Promise<(AttendableCell | null)[]> {
  const ops = places.map(({ lessonId, studentId }, ord) => ({ ord, lesson_id: lessonId, student_id: studentId }))
  const rows = await work.rows<CellRow>(cells, [...asking(work), JSON.stringify(ops)])
  const found = new Map(rows.map((row) => [row.ord, row]))
  return places.map((_, ord) => {
    const row = found.get(ord)
    const lesson = row ? writableAmong(kindOf(work), row) : null
    return row && lesson ? ({ lesson, inClass: row.in_class, periodClosed: row.period_closed, givesReasons: mayGiveReasons(kindOf(work), row), before: row.before, span: row.span } as AttendableCell) : null
  })
}

/** A class whose whole day this person may write: its class teacher and the office. */
export type WritableClass = ReadableClass & { readonly reason: true }
export async function writableClass(work: Work, classId: string): Promise<WritableClass> {
  const found = await readableClass(work, classId)
  if (!found.reason) throw notFound()
  return found as WritableClass
}

const ofDay = `
  select l.id as lesson_id, en.student_id from registry.v_enrolment en
  join registry.v_group_member m on m.school_id = $1 and m.student_id = en.student_id and m.valid_from <= $3 and (m.valid_to is null or m.valid_to >= $3)
  join schedule.v_lesson l on l.school_id = $1 and l.group_id = m.group_id and l.date = $3 and l.kind = 'lesson'
  where en.school_id = $1 and en.class_id = $2 and en.valid_from <= $3 and (en.valid_to is null or en.valid_to >= $3)`
/** The same for pupils of a class over the lessons of a day: the class teacher need not teach them. */
export async function attendableInClass(work: Work, of: WritableClass, date: string, places: readonly PlaceAt[]): Promise<(AttendableCell | null)[]> {
  const inside = new Set((await work.rows<{ lesson_id: string; student_id: string }>(ofDay, [work.schoolId, of.classId, date])).map((one) => `${one.lesson_id} ${one.student_id}`))
  const ops = places.map(({ lessonId, studentId }, ord) => ({ ord, lesson_id: lessonId, student_id: studentId })).filter((one) => inside.has(`${one.lesson_id} ${one.student_id}`))
  const rows = ops.length === 0 ? [] : await work.rows<CellRow>(cells, [...asking(work), JSON.stringify(ops)])
  const found = new Map(rows.map((row) => [row.ord, row]))
  return places.map((_, ord) => {
    const row = found.get(ord)
    if (!row) return null
    const lesson = writableAmong(kindOf(work), row) ?? writableForClass(row)
    return { lesson, inClass: row.in_class, periodClosed: row.period_closed, givesReasons: true, before: row.before, span: row.span } as AttendableCell
  })
}

/** A pupil whose absences this person may explain: as class teacher, or for the office. */
export type ExplainablePupil = { readonly studentId: string; readonly homeroomId: string | null; readonly today: string; readonly [granted]: 'explain' }

/** A pupil for whom this person may ask. */
export type ExcusablePupil = { readonly studentId: string; readonly homeroomId: string | null; readonly [granted]: 'excuse' }

/** The rule over a pupil `$5`. */
const explainable = `(case $4::text when 'office' then true when 'staff' then ${homeroomOf('$5::uuid')} else false end)`
const pupil = `with ${dayHere}
  select en.student_id, k.homeroom_teacher_id, day.today from day join registry.v_enrolment en on en.school_id = $1 and en.student_id = $5::uuid and ${inForce('en')}
  join registry.v_class k on k.school_id = $1 and k.id = en.class_id where `

/** The pupil, if this person may say why they were absent. */
export const explainablePupil = (work: Work, studentId: string) => findPupil<ExplainablePupil>(work, `${pupil}${explainable}`, studentId)
/** The pupil, if this person represents them today and so may ask for an absence to be excused. */
export const excusablePupil = (work: Work, studentId: string) => findPupil<ExcusablePupil>(work, `${pupil}$4::text = 'parent' and ${readableStudent('$5::uuid')}`, studentId)

async function findPupil<Proof extends ExplainablePupil | ExcusablePupil>(work: Work, statement: string, studentId: string): Promise<Proof> {
  const [row] = await work.rows<{ student_id: string; homeroom_teacher_id: string | null; today: string }>(statement, [...asking(work), studentId])
  if (!row) throw notFound()
  return { studentId: row.student_id, homeroomId: row.homeroom_teacher_id, today: row.today } as unknown as Proof
}

export type ReadableClass = { readonly classId: string; readonly today: string; readonly reason: boolean; readonly [granted]: 'class' }
const aClass = `with ${dayHere}
  select k.id, day.today, $4::text = 'office' or k.homeroom_teacher_id = $2 as reason from day join registry.v_class k on k.school_id = $1 and k.id = $5
  where case $4::text when 'office' then true when 'admin' then true when 'staff' then k.homeroom_teacher_id = $2 and k.closed_on is null else false end`

/** A class whose absences this person may look through. */
export async function readableClass(read: Read, classId: string): Promise<ReadableClass> {
  const [row] = await read.rows<{ id: string; today: string; reason: boolean }>(aClass, [...asking(read), classId])
  if (!row) throw notFound()
  return { classId: row.id, today: row.today, reason: row.reason } as ReadableClass
}
