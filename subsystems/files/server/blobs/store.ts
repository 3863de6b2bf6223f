import type { Read, Work } from '@school/server'
import type { BlobTable, RuleTable } from '../tables.ts'

/** Takes a reference to each blob, in the order of their hashes so that two acts never wait for each other in a circle; a blob that lay unused is in use again. */
export const takeBlob = (work: Work, blob: { hash: string; size: number; type: string }) => work.rows(`
  insert into files.blob as b (hash, size, type, refs, orphan_since, added_at) values ($1, $2, $3, 1, null, $4)
  on conflict (hash) do update set refs = b.refs + 1, orphan_since = null`, [blob.hash, blob.size, blob.type, work.now])

/** Changes how many versions point at blobs. */
export const countBlobs = (work: Work, counts: ReadonlyArray<{ hash: string; by: number }>) => work.rows(`
  with locked as (select b.hash from files.blob b where b.hash in (select c.hash from jsonb_to_recordset($1::jsonb) as c(hash text)) order by b.hash for update)
  update files.blob b set refs = b.refs + c.by, orphan_since = case when b.refs + c.by = 0 then $2::timestamptz end
  from jsonb_to_recordset($1::jsonb) as c(hash text, by integer) where b.hash = c.hash and exists (select 1 from locked l where l.hash = b.hash)`, [JSON.stringify(counts), work.now])

/** Blobs nobody has pointed at since before a moment, locked so that nobody begins to. */
export const lockOrphans = (work: Work, before: Date, limit: number) => work.rows<Pick<BlobTable, 'hash'>>(
  'select hash from files.blob where orphan_since < $1 order by orphan_since limit $2 for update skip locked', [before, limit])
/** Bytes that belong to nothing become blobs nobody uses, so that the same rules remove them. */
export const adoptStrays = (work: Work, strays: readonly { hash: string; size: number }[]) => work.rows(`
  insert into files.blob (hash, size, type, refs, orphan_since, added_at) select s.hash, s.size, 'application/octet-stream', 0, $2, $2 from jsonb_to_recordset($1::jsonb) as s(hash text, size bigint)
  on conflict (hash) do nothing`, [JSON.stringify(strays), work.now])
export const deleteBlobs = (work: Work, hashes: readonly string[]) => work.rows('delete from files.blob where hash = any($1) and refs = 0', [hashes])
export const listKnown = async (read: Read, hashes: readonly string[]) => new Set((await read.rows<{ hash: string }>('select hash from files.blob where hash = any($1)', [hashes])).map((row) => row.hash))

/** Blobs after a hash, for walking over all. */
export const listBlobs = (read: Read, after: string, limit: number) => read.rows<BlobTable & { counted: number }>(`
  select b.*, (select count(*)::int from files.version v where v.blob = b.hash) as counted from files.blob b where b.hash > $1 order by b.hash limit $2`, [after, limit])
/** What the tables say of themselves that cannot be: versions without a blob or of another size, files without a version, roots counted wrong. */
export const listBroken = (read: Read) => read.rows<{ what: string; id: string }>(`
  select 'version without blob' as what, v.id::text as id from files.version v left join files.blob b on b.hash = v.blob where b.hash is null or b.size <> v.size
  union all select 'file without version', n.id::text from files.node n left join files.version v on v.id = n.version_id and v.node_id = n.id where n.kind = 'file' and v.id is null
  union all select 'path broken', n.id::text from files.node n left join files.node p on p.id = n.parent_id
    where n.path is distinct from (case when n.parent_id = n.space_id then array[n.space_id] else p.path end) || n.id or (p.id is not null and p.space_id <> n.space_id)
  union all select 'root counted wrong', s.id::text from files.space s
    where s.bytes <> coalesce((select sum(v.size) from files.version v join files.node n on n.id = v.node_id where n.space_id = s.id), 0)`, [])

/** The limits in force today. */
export const findRule = async (read: Read): Promise<RuleTable> => (await read.rows<RuleTable>(
  'select valid_from::text, largest_bytes, trash_days, orphan_hours, upload_hours from files.rule where valid_from <= $1::date order by valid_from desc limit 1', [read.now.toISOString().slice(0, 10)]))[0]!
