import type { Work } from '@school/server'
import { asking, dayHere, inForce, kindOf } from '../access.ts'
import type { Criterion } from '../../contract/index.ts'
import { firstPolicy } from '../settings/data.ts'
import type { ScaleStep } from './points.ts'
import { lessonsAt, writableAmong, type LessonRow, type WritableLesson } from '../lessons/access.ts'
import type { MarkRow } from './store.ts'

declare const granted: unique symbol

export interface MarkAt { readonly workId: string; readonly studentId: string; readonly id: string }
interface CellRow extends LessonRow { ord: number; work_id: string | null; scale: string; criteria: Criterion[]; hundred_scale: ScaleStep[]; hidden_until: string | null; in_class: boolean; period_closed: boolean; id_taken: boolean; before: MarkRow | null }
/** The place of one mark (a work and a pupil) in a lesson into which this person may write, and what stands there. */
export type MarkableCell = { readonly lesson: WritableLesson; readonly scale: string; readonly criteria: readonly Criterion[]; /** Of the edition in force on the lesson's day. */ readonly hundredScale: readonly ScaleStep[]; /** Until when families do not see it. */ readonly hiddenUntil: string | null; readonly inClass: boolean; readonly periodClosed: boolean; readonly idTaken: boolean; readonly before: MarkRow | null; readonly [granted]: 'mark' }

// What stands is looked up between a pupil and the same pupil: told an equality, the planner takes all marks of a pupil for one and reads them through.
const cells = `
  with ${dayHere},
  ops as materialized (select * from jsonb_to_recordset($5::jsonb) as o(ord integer, work_id uuid, student_id uuid, mark_id uuid)),
  works as materialized (select w.id, w.lesson_id, w.scale, w.criteria, w.date, case when w.visible_from > $3::timestamptz then w.visible_from end as hidden_until from journal.work w where w.school_id = $1 and w.id = any(array(select work_id from ops)) and w.removed_at is null),
  ${lessonsAt('select lesson_id from works', false)}
  select o.ord, la.*, w.id as work_id, w.scale, w.criteria, (select r.hundred_scale from journal.marking_rule r where r.school_id = $1 and r.valid_from <= w.date order by r.valid_from desc, r.edition desc limit 1) as hundred_scale, to_char(w.hidden_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as hidden_until,
    exists (select 1 from registry.v_group_member m where m.school_id = $1 and m.group_id = la.group_id and m.student_id = o.student_id and m.valid_from <= la.date and (m.valid_to is null or m.valid_to >= la.date)) as in_class,
    la.closed_for is not null and exists (select 1 from registry.v_enrolment en where en.school_id = $1 and en.student_id = o.student_id and en.class_id = any(la.closed_for) and ${inForce('en', 'la.date')}) as period_closed,
    exists (select 1 from journal.mark x where x.school_id = $1 and x.id = o.mark_id and (x.work_id <> o.work_id or x.student_id <> o.student_id)) as id_taken,
    case when b.id is not null then to_jsonb(b) end as before
  from ops o join works w on w.id = o.work_id join lesson_at la on la.lesson_id = w.lesson_id
  left join journal.mark b on b.school_id = $1 and b.work_id = o.work_id and b.student_id between o.student_id and o.student_id
  where $4::text <> ''`

/** For each place, in order: the proof that this person may mark it, or null for an absent or a foreign one. */
export async function markableCells(work: Work, places: readonly MarkAt[]): Promise<(MarkableCell | null)[]> {
  const ops = places.map(({ workId, studentId, id }, ord) => ({ ord, work_id: workId, student_id: studentId, mark_id: id }))
  const rows = await work.rows<CellRow>(cells, [...asking(work), JSON.stringify(ops)])
  const found = new Map(rows.map((row) => [row.ord, row]))
  return places.map((_, ord) => {
    const row = found.get(ord)
    const lesson = row ? writableAmong(kindOf(work), row) : null
    return row && lesson ? ({ lesson, scale: row.scale, criteria: row.criteria, hundredScale: row.hundred_scale ?? firstPolicy.hundredScale, hiddenUntil: row.hidden_until, inClass: row.in_class, periodClosed: row.period_closed, idTaken: row.id_taken, before: row.before } as unknown as MarkableCell) : null
  })
}
