import type { Read, Work } from '@school/server'
import type { UploadTable } from '../tables.ts'

export const insertUpload = (work: Work, row: Omit<UploadTable, 'received' | 'begun_at'>) => work.rows(`
  insert into files.upload (id, person_id, folder_id, folders, node_id, name, size, begun_at, expires_at) values ($1, $2, $3, $4::text[], $5, $6, $7, $8, $9)`,
[row.id, row.person_id, row.folder_id, row.folders, row.node_id, row.name, row.size, work.now, row.expires_at])
export const findUpload = async (read: Read, id: string) => (await read.rows<UploadTable>('select * from files.upload where id = $1 and person_id = $2 and expires_at > $3', [id, read.by.personId, read.now]))[0]
export const lockUpload = async (work: Work, id: string) => (await work.rows<UploadTable>('select * from files.upload where id = $1 and person_id = $2 for update', [id, work.by.personId]))[0]
/** Notes how much lies safely; nothing when somebody else went on from the same place meanwhile. */
export const setReceived = async (work: Work, id: string, from: number, to: number) => (await work.rows<{ id: string }>('update files.upload set received = $3 where id = $1 and received = $2 returning id', [id, from, to])).length === 1
export const deleteUpload = (work: Work, id: string) => work.rows('delete from files.upload where id = $1', [id])
export const takeExpired = (work: Work, limit: number) => work.rows<{ id: string }>('delete from files.upload where id in (select id from files.upload where expires_at < $1 order by expires_at limit $2 for update skip locked) returning id', [work.now, limit])
/** Bytes on their way of this person: they count before they arrive. */
export const sumPending = async (read: Read) => (await read.rows<{ n: number; bytes: number }>('select count(*)::int as n, coalesce(sum(size), 0)::bigint as bytes from files.upload where person_id = $1 and expires_at > $2', [read.by.personId, read.now]))[0]!
export const listUploadIds = async (read: Read, ids: readonly string[]) => new Set((await read.rows<{ id: string }>('select id from files.upload where id = any($1::uuid[])', [ids])).map((row) => row.id))
