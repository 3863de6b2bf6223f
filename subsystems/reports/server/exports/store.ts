import type { Read, Work } from '@school/server'

export interface ExportRow {
  id: string; class_id: string; class_name: string; period_id: string | null; span: string; starts: string; until: string; year: number; language: 'ru' | 'en'; state: 'making' | 'ready' | 'failed'
  course_ids: string[]; done: number; file_name: string; document_sha256: string | null; ordered_by: string; ordered_at: Date; ready_at: Date | null; by_name: string
}
const columns = `e.id, e.class_id, e.class_name, e.period_id, e.span, e.starts, e.until, e.year, e.language, e.state, e.course_ids::text[] as course_ids, e.done, e.file_name, e.document_sha256, e.ordered_by, e.ordered_at, e.ready_at,
  coalesce((select concat_ws(' ', p.last_name, p.first_name, p.middle_name) from registry.v_person p where p.id = e.ordered_by), '') as by_name`
const list = `select ${columns} from reports.export e where e.school_id = $1 and ($2::timestamptz is null or (e.ordered_at, e.id) < ($2, $3::uuid)) order by e.ordered_at desc, e.id desc limit $4`
export const listExportRows = (read: Read, after: { at: string; id: string } | null, limit: number) => read.rows<ExportRow>(list, [read.schoolId, after?.at ?? null, after?.id ?? null, limit])
const find = `select ${columns} from reports.export e where e.school_id = $1 and e.id = $2`
export const findExport = async (read: Read, id: string) => (await read.rows<ExportRow>(find, [read.schoolId, id]))[0]

const insert = `
  insert into reports.export (school_id, id, class_id, class_name, period_id, span, starts, until, year, language, course_ids, file_name, ordered_by, ordered_at)
  select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, coalesce(array(select c.id from schedule.v_course c join registry.v_group_class gc on gc.school_id = c.school_id and gc.group_id = c.group_id
    join registry.v_subject s on s.school_id = c.school_id and s.id = c.subject_id where c.school_id = $1 and c.year = $9 and gc.class_id = $3 order by s.sort, s.name, c.id), '{}'), $11, $12, $13
  on conflict (school_id, id) do nothing`
/** Keeps an order with the pages it asks for; one with the same id stays as it is. */
export const insertExport = (work: Work, e: Pick<ExportRow, 'id' | 'class_id' | 'class_name' | 'period_id' | 'span' | 'starts' | 'until' | 'year' | 'language' | 'file_name'>) =>
  work.rows(insert, [work.schoolId, e.id, e.class_id, e.class_name, e.period_id, e.span, e.starts, e.until, e.year, e.language, e.file_name, work.by.personId, work.now])

export async function savePart(work: Work, exportId: string, position: number, part: unknown): Promise<void> {
  await work.rows('insert into reports.export_part (school_id, export_id, position, part) values ($1, $2, $3, $4) on conflict (school_id, export_id, position) do update set part = excluded.part', [work.schoolId, exportId, position, JSON.stringify(part)])
  await work.rows('update reports.export set done = $3 where school_id = $1 and id = $2', [work.schoolId, exportId, position + 1])
}
export const listParts = async <T>(read: Read, exportId: string) => (await read.rows<{ part: T }>('select part from reports.export_part where school_id = $1 and export_id = $2 order by position', [read.schoolId, exportId])).map((one) => one.part)

export async function saveContainer(work: Work, exportId: string, sha256: string, container: Buffer): Promise<void> {
  await work.rows("update reports.export set state = 'ready', document_sha256 = $3, container = $4, ready_at = $5 where school_id = $1 and id = $2", [work.schoolId, exportId, sha256, container, work.now])
  await work.rows('delete from reports.export_part where school_id = $1 and export_id = $2', [work.schoolId, exportId])
}
export const saveFailure = (work: Work, exportId: string) => work.rows("update reports.export set state = 'failed' where school_id = $1 and id = $2", [work.schoolId, exportId])
export const findContainer = async (read: Read, exportId: string) => (await read.rows<{ container: Buffer }>("select container from reports.export where school_id = $1 and id = $2 and state = 'ready'", [read.schoolId, exportId]))[0]?.container
