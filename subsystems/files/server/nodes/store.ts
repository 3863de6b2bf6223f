import { notFound, type Read, type Work } from '@school/server'
import type { NodeTable, SpaceTable, VersionTable } from '../tables.ts'

/** Locks a root, made when it is first used, so that acts in it take turns; roots are locked in the order of their ids. */
export async function lockSpaces(work: Work, ids: readonly string[]): Promise<Map<string, SpaceTable>> {
  const unique = [...new Set(ids)].sort()
  await work.rows(`insert into files.space (id, kind, school_id)
    select w.id, coalesce(x.kind, 'person'), x.school_id from unnest($1::uuid[]) as w(id)
    left join (select s.id, 'school' as kind, s.id as school_id from registry.v_school s where s.id = any($1::uuid[]) union all select c.id, 'class', c.school_id from registry.v_class_name c where c.id = any($1::uuid[])) x on x.id = w.id
    on conflict (id) do nothing`, [unique])
  const rows = await work.rows<SpaceTable>('select * from files.space where id = any($1::uuid[]) order by id for update', [unique])
  return new Map(rows.map((row) => [row.id, row]))
}

export const addBytes = (work: Work, spaceId: string, bytes: number) => work.rows('update files.space set bytes = bytes + $2 where id = $1', [spaceId, bytes])

/** How much a root may hold today: less for a pupil. */
export const findQuota = async (read: Read, space: Pick<SpaceTable, 'id' | 'kind'>): Promise<number> => (await read.rows<{ bytes: number }>(`
  select q.bytes from files.quota q where q.valid_from <= $3::date and q.kind = case when $2 <> 'person' then $2
    when exists (select 1 from registry.v_role r where r.person_id = $1 and r.role = 'pupil' and r.valid_from <= $3::date and (r.valid_to is null or r.valid_to >= $3::date)) then 'pupil' else 'person' end
  order by q.valid_from desc limit 1`, [space.id, space.kind, read.now.toISOString().slice(0, 10)]))[0]?.bytes ?? 0
export const findSpace = async (read: Read, id: string) => (await read.rows<SpaceTable>('select * from files.space where id = $1', [id]))[0]

/** The node with this name in a folder, if there is one. */
export const findNamed = async (read: Read, parentId: string, key: string) => (await read.rows<NodeTable>('select * from files.node where parent_id = $1 and name_key = $2 and trashed_at is null', [parentId, key]))[0]
export const listTaken = async (read: Read, parentId: string, like: string) => new Set((await read.rows<{ name_key: string }>(
  `select name_key from files.node where parent_id = $1 and trashed_at is null and starts_with(name_key, $2)`, [parentId, like])).map((row) => row.name_key))
export const findNode = async (read: Read, id: string) => (await read.rows<NodeTable>('select * from files.node where id = $1', [id]))[0]

export type NewNode = Pick<NodeTable, 'id' | 'space_id' | 'parent_id' | 'path' | 'kind' | 'name' | 'name_key' | 'version_id' | 'size' | 'type'>
export const insertNodes = (work: Work, nodes: readonly NewNode[]) => work.rows(`
  insert into files.node (id, space_id, parent_id, path, kind, name, name_key, version_id, size, type, made_by, made_at, changed_by, changed_at)
  select r.id, r.space_id, r.parent_id, array(select jsonb_array_elements_text(r.path)::uuid), r.kind, r.name, r.name_key, r.version_id, r.size, r.type, $2, $3, $2, $3
  from jsonb_to_recordset($1::jsonb) as r(id uuid, space_id uuid, parent_id uuid, path jsonb, kind text, name text, name_key text, version_id uuid, size bigint, type text)`,
[JSON.stringify(nodes), work.by.personId, work.now])

export const renameTo = (work: Work, id: string, name: string, key: string) => work.rows(
  'update files.node set name = $2, name_key = $3, revision = revision + 1, changed_by = $4, changed_at = $5 where id = $1', [id, name, key, work.by.personId, work.now])

/** Everything below some nodes and the nodes themselves, parents first. */
export const listBelow = (read: Read, ids: readonly string[], limit: number, trashed = false) => read.rows<NodeTable & { blob: string | null }>(`
  select n.*, v.blob from files.node n left join files.version v on v.id = n.version_id
  where n.path && $1::uuid[] and (n.trashed_at is not null) = $3 order by cardinality(n.path), n.name_key limit $2`, [ids, limit, trashed])

/** Hangs a node and all below it into another folder; `name` is what it is called there. */
export const hang = (work: Work, node: Pick<NodeTable, 'id' | 'path'>, into: { id: string; spaceId: string; path: readonly string[] }, name: string, key: string) => work.rows(`
  update files.node n set space_id = $2, path = $3::uuid[] || n.path[$4:],
    parent_id = case when n.id = $1 then $5 else n.parent_id end, name = case when n.id = $1 then $6 else n.name end, name_key = case when n.id = $1 then $7 else n.name_key end,
    revision = n.revision + case when n.id = $1 then 1 else 0 end, changed_by = case when n.id = $1 then $8 else n.changed_by end, changed_at = case when n.id = $1 then $9 else n.changed_at end
  where n.path @> array[$1::uuid]`, [node.id, into.spaceId, into.path, node.path.length, into.id, name, key, work.by.personId, work.now])

/** All bytes of all versions below a node, the trash included. */
export const weigh = async (read: Read, ids: readonly string[]) => (await read.rows<{ bytes: number }>(
  'select coalesce(sum(v.size), 0)::bigint as bytes from files.version v join files.node n on n.id = v.node_id where n.path && $1::uuid[]', [ids]))[0]!.bytes

export const setTrashed = (work: Work, id: string) => work.rows(
  'update files.node set trashed_at = $2, trashed_by = $3, trash_root = $1 where path @> array[$1::uuid] and trashed_at is null', [id, work.now, work.by.personId])
export const setRestored = (work: Work, id: string) => work.rows(
  'update files.node set trashed_at = null, trashed_by = null, trash_root = null where trash_root = $1', [id])

/** Removes nodes with all below them; tells which blobs lost how many references and what each root lost. */
export async function removeBelow(work: Work, ids: readonly string[]): Promise<{ blobs: { hash: string; by: number }[]; bytes: { space_id: string; bytes: number }[] }> {
  const blobs = await work.rows<{ hash: string; by: number }>(`select v.blob as hash, -count(*)::int as by from files.version v join files.node n on n.id = v.node_id where n.path && $1::uuid[] group by v.blob`, [ids])
  const bytes = await work.rows<{ space_id: string; bytes: number }>(`select n.space_id, -sum(v.size)::bigint as bytes from files.version v join files.node n on n.id = v.node_id where n.path && $1::uuid[] group by n.space_id`, [ids])
  await work.rows('delete from files.node where path && $1::uuid[]', [ids])
  return { blobs, bytes }
}

/** What has lain in the trash since before a moment. */
export const listDueTrash = (read: Read, before: Date, limit: number) => read.rows<Pick<NodeTable, 'id' | 'space_id'>>('select id, space_id from files.node where trash_root = id and trashed_at < $1 order by trashed_at limit $2', [before, limit])

export const insertVersions = (work: Work, versions: readonly Omit<VersionTable, 'made_by' | 'made_at'>[]) => work.rows(`
  insert into files.version (id, node_id, number, blob, size, type, made_by, made_at)
  select r.id, r.node_id, r.number, r.blob, r.size, r.type, $2, $3 from jsonb_to_recordset($1::jsonb) as r(id uuid, node_id uuid, number integer, blob text, size bigint, type text)`, [JSON.stringify(versions), work.by.personId, work.now])
export const nextNumber = async (read: Read, nodeId: string) => (await read.rows<{ n: number }>('select coalesce(max(number), 0) + 1 as n from files.version where node_id = $1', [nodeId]))[0]!.n
export const pointAt = (work: Work, nodeId: string, version: { id: string; size: number; type: string }) => work.rows(
  'update files.node set version_id = $2, size = $3, type = $4, revision = revision + 1, changed_by = $5, changed_at = $6 where id = $1', [nodeId, version.id, version.size, version.type, work.by.personId, work.now])
export async function getVersion(read: Read, nodeId: string, versionId: string): Promise<VersionTable> {
  const [row] = await read.rows<VersionTable>('select * from files.version where node_id = $1 and id = $2', [nodeId, versionId])
  if (!row) throw notFound()
  return row
}

export const setStar = (work: Work, nodeId: string, starred: boolean) => starred
  ? work.rows('insert into files.star (person_id, node_id) values ($1, $2) on conflict do nothing', [work.by.personId, nodeId])
  : work.rows('delete from files.star where person_id = $1 and node_id = $2', [work.by.personId, nodeId])
/** Remembers that somebody opened a file; only the latest hundred are kept. */
export const noteRecent = (work: Work, nodeId: string) => work.rows(`
  with noted as (insert into files.recent (person_id, node_id, at) values ($1, $2, $3) on conflict (person_id, node_id) do update set at = excluded.at)
  delete from files.recent r where r.person_id = $1 and r.at < (select o.at from files.recent o where o.person_id = $1 order by o.at desc offset 100 limit 1)`, [work.by.personId, nodeId, work.now])

/** Lets the act begin anew if something moved between the first look and the lock. */
export const confirmPlaces = (work: Work, seen: ReadonlyArray<{ id: string; path: readonly string[] }>, trashed = false) => work.rows(`
  select app.moved() from jsonb_to_recordset($1::jsonb) as s(id uuid, path jsonb)
  where not exists (select 1 from files.node n where n.id = s.id and to_jsonb(n.path) = s.path and (n.trashed_at is not null) = $2) and s.id::text <> s.path ->> 0`,
[JSON.stringify(seen.map(({ id, path }) => ({ id, path }))), trashed])
