import type { Read, Work } from '@school/server'
import { workJson, type WorkJson } from '../pages/store.ts'

export interface WorkRow extends WorkJson { lessonId: string; removed: boolean }
const find = `select ${workJson.replace(/\)$/, `, 'lessonId', w.lesson_id, 'removed', w.removed_at is not null)`)} as work
  from journal.work w join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id where w.school_id = $1 and w.id = $2 for update of w`
export const findWorkForUpdate = async (work: Work, id: string) => (await work.rows<{ work: WorkRow }>(find, [work.schoolId, id]))[0]?.work

const ofLesson = `select ${workJson} as work from journal.work w join journal.work_type t on t.school_id = w.school_id and t.id = w.work_type_id
  where w.school_id = $1 and w.lesson_id = $2 and w.removed_at is null order by w.sort, w.id`
export const listWorks = async (read: Read, lessonId: string) => (await read.rows<{ work: WorkJson }>(ofLesson, [read.schoolId, lessonId])).map(({ work }) => work)

const hasMarks = `select 1 from journal.mark where school_id = $1 and work_id = $2 and value <> '' limit 1`
export const holdsMarks = async (read: Read, id: string) => (await read.rows(hasMarks, [read.schoolId, id])).length > 0

const everMarked = `select 1 from journal.mark where school_id = $1 and work_id = $2 limit 1`
/** Whether a mark was ever put for the work, taken back or not. */
export const wasMarked = async (read: Read, id: string) => (await read.rows(everMarked, [read.schoolId, id])).length > 0

const shownByRule = `
  select to_char((($2::date + u.controls_visible_at::time) at time zone s.time_zone) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from registry.v_school s
  cross join lateral (select r.controls_visible_at from journal.marking_rule r where r.school_id = $1 and r.valid_from <= $2::date order by r.valid_from desc, r.edition desc limit 1) u where s.id = $1`
/** From when the rule of the day shows control works of that day; null: at once. */
export const findShownByRule = async (read: Read, date: string) => (await read.rows<{ at: string | null }>(shownByRule, [read.schoolId, date]))[0]?.at ?? null

export interface ShownMark { id: string; lesson_id: string; course_id: string; work_id: string; student_id: string; revision: number }
const show = `
  with shown as (update journal.work set shown_at = $3 where school_id = $1 and id = $2 and removed_at is null and shown_at is null and (visible_from is null or visible_from <= $3) returning id)
  select m.id, m.lesson_id, m.course_id, m.work_id, m.student_id, m.revision from shown s join journal.mark m on m.school_id = $1 and m.work_id = s.id where m.value <> '' order by m.id`
/** The marks of a work whose hour has come and which were not shown yet. */
export const showMarks = (work: Work, id: string) => work.rows<ShownMark>(show, [work.schoolId, id, work.now])

export interface WorkWrite { id: string; lesson_id: string; course_id: string; date: string; work_type_id: string; title: string; weight: number; scale: string; sort: number; criteria: readonly unknown[]; removed_at: Date | null; visible_from: string | null; revision: number }
const put = `
  insert into journal.work (school_id, id, lesson_id, course_id, date, work_type_id, title, weight, scale, sort, removed_at, revision, changed_by, changed_at, visible_from, criteria)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16::jsonb)
  on conflict (school_id, id) do update set work_type_id = excluded.work_type_id, title = excluded.title, weight = excluded.weight, scale = excluded.scale, sort = excluded.sort,
    removed_at = excluded.removed_at, revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at,
    visible_from = excluded.visible_from, criteria = excluded.criteria, shown_at = case when excluded.visible_from > excluded.changed_at then null else journal.work.shown_at end where journal.work.revision = excluded.revision - 1
  returning id`
/** False when someone was faster. */
export const saveWork = async (work: Work, row: WorkWrite) => (await work.rows(put, [
  work.schoolId, row.id, row.lesson_id, row.course_id, row.date, row.work_type_id, row.title, row.weight, row.scale, row.sort, row.removed_at, row.revision, work.by.personId, work.now, row.visible_from, JSON.stringify(row.criteria)])).length === 1
