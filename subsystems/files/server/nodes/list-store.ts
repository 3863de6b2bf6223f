import type { Read } from '@school/server'
import type { NodeTable } from '../tables.ts'
import { parentRight, right, rooted, standingValues } from './access.ts'
import type { Standing } from './standing-store.ts'

export type ListedNode = Omit<NodeTable, 'path'> & { right: number; rooted: number; parent_right: number; starred: boolean; shared: boolean; changer: string | null; place: string | null; at: Date | null }

const columns = `n.id, n.space_id, n.parent_id, n.kind, n.name, n.name_key, n.version_id, n.size, n.type, n.revision, n.made_by, n.made_at, n.changed_by, n.changed_at, n.trashed_at, n.trashed_by, n.trash_root,
  ${right} as right, ${rooted} as rooted, ${parentRight} as parent_right,
  exists (select 1 from files.star t where t.person_id = $5 and t.node_id = n.id) as starred,
  exists (select 1 from files.share s where s.node_id = n.id and (s.expires_at is null or s.expires_at > $4)) as shared,
  (select p.last_name || ' ' || left(p.first_name, 1) || '.' || coalesce(' ' || left(p.middle_name, 1) || '.', '') from registry.v_person p where p.id = n.changed_by) as changer`
const place = `coalesce((select p.name from files.node p where p.id = n.parent_id), case when n.space_id <> $5 then
  coalesce((select c.name from registry.v_class_name c where c.id = n.space_id), (select s.short_name from registry.v_school s where s.id = n.space_id),
    (select p.last_name || ' ' || left(p.first_name, 1) || '.' from registry.v_person p where p.id = n.space_id)) end) as place`

const values = (read: Read, st: Standing): unknown[] => [...standingValues(read, st), st.personId]

const keys = { name: 'n.name_key', changed: 'n.changed_at', size: 'n.size' } as const
export type SortKey = keyof typeof keys

/** A folder's inside in one order after a node; the folder was judged before, so every node inside is as readable as it. */
export function listInside(read: Read, st: Standing, folderId: string, { key, down, after, limit }: { key: SortKey; down: boolean; after: string | null; limit: number }) {
  const [by, way, beyond] = [keys[key], down ? 'desc' : 'asc', down ? '<' : '>']
  return read.rows<ListedNode>(`
    select ${columns}, null as place, null as at from files.node n where n.parent_id = $6 and n.trashed_at is null
      and ($7::uuid is null or exists (select 1 from files.node a where a.id = $7 and (n.kind < a.kind or (n.kind = a.kind and (${by}, n.id) ${beyond} (${by.replace('n.', 'a.')}, a.id)))))
    order by n.kind desc, ${by} ${way}, n.id ${way} limit $8`, [...values(read, st), folderId, after, limit])
}

/** Shared directly with this person, class or role by others, newest first. */
const sharedRows = `select s.node_id as id, max(s.made_at) as at from files.share s where s.audience = any($3) and (s.expires_at is null or s.expires_at > $4) group by s.node_id`
const views = {
  shared: `(${sharedRows})`,
  starred: '(select t.node_id as id, null::timestamptz as at from files.star t where t.person_id = $5)',
  recent: '(select r.node_id as id, r.at from files.recent r where r.person_id = $5)',
} as const
/** Nodes of a view; each is judged by the same rule as one alone. */
export const listOfView = (read: Read, st: Standing, view: keyof typeof views, offset: number, limit: number) => read.rows<ListedNode>(`
  select * from (select ${columns}, ${place}, w.at from ${views[view]} w join files.node n on n.id = w.id where n.trashed_at is null ${view === 'shared' ? 'and n.space_id <> $5' : ''}) x
  where x.right > 0 order by x.at desc nulls last, x.kind desc, x.name_key, x.id offset $6 limit $7`, [...values(read, st), offset, limit])
/** The trash of every root this person may change. */
export const listTrash = (read: Read, st: Standing, offset: number, limit: number) => read.rows<ListedNode>(`
  select ${columns}, ${place}, n.trashed_at as at from files.node n where n.space_id = any($1) and n.trash_root = n.id order by n.trashed_at desc, n.id offset $6 limit $7`, [...values(read, st), offset, limit])
export const findListed = async (read: Read, st: Standing, id: string) => (await read.rows<ListedNode>(`select ${columns}, ${place}, null as at from files.node n where n.id = $6`, [...values(read, st), id]))[0]

/** Names of the way to a node, as far as it may be read. */
export const listCrumbs = (read: Read, st: Standing, path: readonly string[]) => read.rows<{ id: string; name: string; right: number }>(
  `select n.id, n.name, ${right} as right from files.node n where n.id = any($5::uuid[]) order by cardinality(n.path)`, [...standingValues(read, st), path])

export interface SpaceRow { id: string; kind: 'person' | 'class' | 'school'; name: string | null; bytes: number }
/** Names and fullness of roots; of roots an office sees besides its own only those in use. */
export const listSpaceRows = (read: Read, own: readonly string[], besides: readonly string[]) => read.rows<SpaceRow>(`
  select w.id, case when s.id is not null then 'school' when c.id is not null then 'class' else 'person' end as kind, coalesce(s.short_name, c.name) as name, coalesce(f.bytes, 0)::bigint as bytes
  from unnest($1::uuid[] || $2::uuid[]) as w(id) left join registry.v_school s on s.id = w.id left join registry.v_class_name c on c.id = w.id left join files.space f on f.id = w.id
  where w.id = any($1::uuid[]) or f.bytes > 0 order by w.id <> ($1::uuid[])[1], s.id is not null, c.id is not null, c.name, s.short_name`, [own, besides])
/** Whose root it is, by name. */
export const findSpaceName = async (read: Read, id: string) => (await read.rows<{ kind: 'person' | 'class' | 'school'; name: string }>(`
  select 'school' as kind, short_name as name from registry.v_school where id = $1 union all select 'class', name from registry.v_class_name where id = $1
  union all select 'person', last_name || ' ' || first_name from registry.v_person where id = $1 limit 1`, [id]))[0]

export interface VersionRow { id: string; number: number; size: number; made_at: Date; maker: string | null; current: boolean }
export const listVersionRows = (read: Read, nodeId: string) => read.rows<VersionRow>(`
  select v.id, v.number, v.size, v.made_at, v.id = n.version_id as current, (select p.last_name || ' ' || left(p.first_name, 1) || '.' from registry.v_person p where p.id = v.made_by) as maker
  from files.version v join files.node n on n.id = v.node_id where v.node_id = $1 order by v.number desc limit 200`, [nodeId])
