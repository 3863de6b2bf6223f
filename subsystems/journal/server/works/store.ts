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

export interface WorkWrite { id: string; lesson_id: string; course_id: string; date: string; work_type_id: string; title: string; weight: number; scale: string; sort: number; removed_at: Date | null; revision: number }
const put = `
  insert into journal.work (school_id, id, lesson_id, course_id, date, work_type_id, title, weight, scale, sort, removed_at, revision, changed_by, changed_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  on conflict (school_id, id) do update set work_type_id = excluded.work_type_id, title = excluded.title, weight = excluded.weight, scale = excluded.scale, sort = excluded.sort,
    removed_at = excluded.removed_at, revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at where journal.work.revision = excluded.revision - 1
  returning id`
/** False when someone was faster. */
export const saveWork = async (work: Work, row: WorkWrite) => (await work.rows(put, [
  work.schoolId, row.id, row.lesson_id, row.course_id, row.date, row.work_type_id, row.title, row.weight, row.scale, row.sort, row.removed_at, row.revision, work.by.personId, work.now])).length === 1
