import type { Read, Work } from '@school/server'

export interface BroughtRow { id: string; student_id: string; subject_id: string; date: string; value: string; weight: number; source: string; removed: boolean; revision: number }
const columns = 'b.id, b.student_id, b.subject_id, b.date, b.value, b.weight, b.source, b.removed_at is not null as removed, b.revision'
const list = `select ${columns} from journal.brought_mark b where b.school_id = $1 and b.student_id = $2 and b.removed_at is null order by b.date, b.id limit 500`
export const listBrought = (read: Read, studentId: string) => read.rows<BroughtRow>(list, [read.schoolId, studentId])
const find = `select ${columns} from journal.brought_mark b where b.school_id = $1 and b.id = $2`
export const findBrought = async (read: Read, id: string) => (await read.rows<BroughtRow>(find, [read.schoolId, id]))[0]
const save = `
  insert into journal.brought_mark as b (school_id, id, student_id, subject_id, date, value, weight, source, removed_at, revision, put_by, put_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
  on conflict (school_id, id) do update set subject_id = excluded.subject_id, date = excluded.date, value = excluded.value, weight = excluded.weight, source = excluded.source, removed_at = excluded.removed_at,
    revision = excluded.revision, put_by = excluded.put_by, put_at = excluded.put_at where b.revision = excluded.revision - 1
  returning id`
/** False when someone was faster. */
export const saveBrought = async (work: Work, row: BroughtRow) =>
  (await work.rows(save, [work.schoolId, row.id, row.student_id, row.subject_id, row.date, row.value, row.weight, row.source, row.removed ? work.now : null, row.revision, work.by.personId, work.now])).length === 1
