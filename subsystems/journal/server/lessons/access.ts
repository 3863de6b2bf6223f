import { notFound, type Read, type Work } from '@school/server'
import { closedAt } from '../closing/access.ts'
import { asking, dayHere, homeroomOfGroup, kindOf, substitutes, teaches, type Kind } from '../access.ts'
import type { Standing } from './rules.ts'

declare const granted: unique symbol

export interface LessonRow {
  lesson_id: string; date: string; number: number; starts: string; state: string; course_id: string; group_id: string; closed_at: Date | null; today: string
  teaches: boolean; substitutes: boolean; homeroom: boolean; grade: number | null; edit_days: number; debt_days: number; retake_days: number; marks_from_grade: number
  /** Classes of the group whose period is closed for this subject; `all_closed` when that is every one of them. */
  closed_for: string[] | null; all_closed: boolean; unlocked: boolean
}
/** A lesson into which this person may write, in what standing; made only here. */
export type WritableLesson = LessonRow & { readonly standing: Standing; readonly [granted]: 'write' }
/** A lesson whose sheet this person may open. */
export type ReadableLesson = LessonRow & { readonly standing: Standing | null; readonly [granted]: 'read' }

/**
 * `lesson_at(…)`: lessons with the reader's standing and the rule in force on their day; `which` picks the ids. Whoever teaches the
 * course need not be looked for among the substitutes, and only where reasons are given does it matter who the class teacher is.
 */
export const lessonsAt = (which: string, reasons = true) => `lesson_at as materialized (
  select l.id as lesson_id, l.date, l.number, l.starts, l.state, l.course_id, l.group_id, coalesce(r.closed_at, l.closed_at) as closed_at, day.today,
    own.teaches, not own.teaches and ${substitutes('l.id')} as substitutes, ${reasons ? homeroomOfGroup('l.group_id') : 'false'} as homeroom,
    (select min(k.grade_level) from registry.v_group_class g join registry.v_class k on k.school_id = g.school_id and k.id = g.class_id where g.school_id = $1 and g.group_id = l.group_id) as grade,
    coalesce(u.edit_days, 7) as edit_days, coalesce(u.debt_days, 7) as debt_days, coalesce(u.retake_days, 14) as retake_days, coalesce(u.marks_from_grade, 2) as marks_from_grade, z.closed_for, coalesce(z.all_closed, false) as all_closed, coalesce(z.unlocked, false) as unlocked
  from day cross join schedule.v_lesson l
  left join journal.lesson_record r on r.school_id = l.school_id and r.lesson_id = l.id
  cross join lateral (select ${teaches('l.course_id')} as teaches offset 0) own
  left join lateral (select m.edit_days, m.debt_days, m.retake_days, m.marks_from_grade from journal.marking_rule m where m.school_id = $1 and m.valid_from <= l.date order by m.valid_from desc, m.edition desc limit 1) u on true
  ${closedAt('l.group_id', 'l.subject_id', 'l.date')}
  where l.school_id = $1 and l.id in (${which}))`

/** In what standing the reader may write into the lesson; null is not at all. */
export function standingOf(kind: Kind, row: LessonRow): Standing | null {
  if (kind !== 'staff' && kind !== 'office') return null
  if (row.teaches) return 'teacher'
  if (kind === 'office') return 'office'
  return row.substitutes ? 'substitute' : null
}

/** Whether the reader may say why pupils of the lesson were absent. */
export const mayGiveReasons = (kind: Kind, row: LessonRow): boolean => kind === 'office' || (kind === 'staff' && row.homeroom)

const one = `with ${dayHere}, ${lessonsAt('select $5::uuid')} select * from lesson_at where $4::text <> ''`
const findLesson = async (read: Read, id: string) => (await read.rows<LessonRow>(one, [...asking(read), id]))[0]

/** The lesson, if this person teaches its course, is put in for it, or writes for the office. */
export async function writableLesson(work: Work, id: string): Promise<WritableLesson> {
  const row = await findLesson(work, id)
  const standing = row ? standingOf(kindOf(work), row) : null
  if (!row || !standing) throw notFound()
  return { ...row, standing } as WritableLesson
}

/** The lesson, if this person may open its sheet: whoever writes into it, the class teacher, the office and the administrator. */
export async function readableLesson(read: Read, id: string): Promise<ReadableLesson> {
  const row = await findLesson(read, id)
  const kind = kindOf(read)
  const standing = row ? standingOf(kind, row) : null
  if (!row || !(standing || kind === 'admin' || (kind === 'staff' && row.homeroom))) throw notFound()
  return { ...row, standing } as ReadableLesson
}

/** The lesson as proof for the class teacher, who says who was there; made only where the class was judged. */
export const writableForClass = (row: LessonRow): WritableLesson => ({ ...row, standing: 'homeroom' }) as WritableLesson

/** The lesson as proof, for a row that a wider query has fetched with `lessonsAt`. */
export function writableAmong(kind: Kind, row: LessonRow): WritableLesson | null {
  const standing = standingOf(kind, row)
  return standing ? ({ ...row, standing } as WritableLesson) : null
}
