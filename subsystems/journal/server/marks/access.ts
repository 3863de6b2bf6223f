import type { Work } from '@school/server'
import { asking, dayHere, inForce, kindOf, teaches } from '../access.ts'
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

/** The pupil is in the group on that day. */
const inClass = (group: string, student: string, on: string) => `exists (select 1 from registry.v_group_member m where m.school_id = $1 and m.group_id = ${group} and m.student_id = ${student} and ${inForce('m', on)})`

/** SQL that yields a place only to someone who may mark it; made only here. */
export type JudgedPlace = string & { readonly [granted]: 'mark' }

/**
 * `place(work_id, lesson_id, course_id, date)`: the work of a first mark by whoever teaches its course, in an open lesson of an open period, inside the
 * time for corrections, told to families at once. The same rule as `whyNotMarkable` and never wider: whatever is special in any way has no place here and is judged by `markableCells`.
 * $4 kind of reader, $5 work, $6 pupil, $7 scales in which the value is typed.
 */
export const plainPlace = `place as (
  select w.id as work_id, w.lesson_id, l.course_id, l.date
  from journal.work w join schedule.v_lesson l on l.school_id = $1 and l.id = w.lesson_id
  left join journal.lesson_record r on r.school_id = $1 and r.lesson_id = w.lesson_id
  cross join lateral (select ($3::timestamptz at time zone s.time_zone)::date as today from registry.v_school s where s.id = $1) day
  left join lateral (select m.edit_days, m.marks_from_grade from journal.marking_rule m where m.school_id = $1 and m.valid_from <= l.date order by m.valid_from desc, m.edition desc limit 1) u on true
  where $4::text in ('staff', 'office') and w.school_id = $1 and w.id = $5 and w.removed_at is null and w.scale = any($7::text[]) and (w.visible_from is null or w.visible_from <= $3::timestamptz)
    and l.closed_at is null and r.closed_at is null and l.state <> 'cancelled' and l.date between day.today - coalesce(u.edit_days, 7)::integer and day.today
    and ${teaches('l.course_id')}
    and ${inClass('l.group_id', '$6', 'l.date')}
    and not exists (select 1 from registry.v_group_class gk join registry.v_class k on k.school_id = $1 and k.id = gk.class_id
      where gk.school_id = $1 and gk.group_id = l.group_id and (k.grade_level < coalesce(u.marks_from_grade, 2)
        or exists (select 1 from journal.closing z join schedule.v_period pd on pd.school_id = $1 and pd.id = z.scope_id
          where z.school_id = $1 and z.class_id = gk.class_id and z.state = 'CLOSED' and l.date between pd.starts and pd.ends))))` as JudgedPlace

// What stands is looked up between a pupil and the same pupil: told an equality, the planner takes all marks of a pupil for one and reads them through.
const cells = `
  with ${dayHere},
  ops as materialized (select * from jsonb_to_recordset($5::jsonb) as o(ord integer, work_id uuid, student_id uuid, mark_id uuid)),
  works as materialized (select w.id, w.lesson_id, w.scale, w.criteria, w.date, case when w.visible_from > $3::timestamptz then w.visible_from end as hidden_until from journal.work w where w.school_id = $1 and w.id = any(array(select work_id from ops)) and w.removed_at is null),
  ${lessonsAt('select lesson_id from works', false)}
  select o.ord, la.*, w.id as work_id, w.scale, w.criteria, (select r.hundred_scale from journal.marking_rule r where r.school_id = $1 and r.valid_from <= w.date order by r.valid_from desc, r.edition desc limit 1) as hundred_scale, to_char(w.hidden_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as hidden_until,
    ${inClass('la.group_id', 'o.student_id', 'la.date')} as in_class,
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
