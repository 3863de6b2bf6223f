import type { Read, Work } from '@school/server'
import type { Kind, Level } from '../contract/news.ts'
import type { ItemTable } from './tables.ts'

export type ItemRow = ItemTable & { place: string }
export interface Scope { readonly level: Level; readonly scopeId: string }

const columns = `i.id, i.kind, i.level, i.scope_id, i.title, i.text, i.href, i.audience, i.pinned, i.show_from::text as show_from, i.show_to::text as show_to, i.published, i.published_at, i.revision, i.changed_by, i.changed_at,
  coalesce(case i.level
    when 'school' then (select s.short_name from registry.v_school s where s.id = i.scope_id::uuid)
    when 'municipality' then (select m.name from registry.v_municipality m where m.id = i.scope_id::uuid)
    when 'region' then (select r.name from registry.v_region r where r.id = i.scope_id::uuid) end, '') as place`

/** The time zone of the place of an item; the country's own day changes in its capital. */
const zone = (i: string) => `coalesce(case ${i}.level
    when 'school' then (select s.time_zone from registry.v_school s where s.id::text = ${i}.scope_id)
    when 'municipality' then (select m.time_zone from registry.v_municipality m where m.id::text = ${i}.scope_id)
    when 'region' then (select r.time_zone from registry.v_region r where r.id::text = ${i}.scope_id) end, 'Europe/Moscow')`

/** The reading rule as a filter; `isShown` in rules.ts is the same rule for one item. */
const shown = `i.published and i.show_from <= $4::date and (i.show_to is null or i.show_to >= $4::date) and (i.audience is null or $3::text = any(i.audience))`

/** Items of these scopes that are shown on a day to a role (null: to strangers), pinned and newest first. */
export const listShown = (read: Read, scopes: readonly Scope[], kind: Kind, role: string | null, today: string, limit: number, after: string | null) => read.rows<ItemRow>(`
  select ${columns} from portal.item i join jsonb_to_recordset($1::jsonb) as s(level text, "scopeId" text) on s.level = i.level and s."scopeId" = i.scope_id
  where i.kind = $2 and ${shown} and ($6::uuid is null or (i.pinned, i.show_from, i.id) < (select p.pinned, p.show_from, p.id from portal.item p where p.id = $6))
  order by i.pinned desc, i.show_from desc, i.id desc limit $5`, [JSON.stringify(scopes), kind, role, today, limit, after])

/** Everything written at one level and place, drafts included. */
export const listOf = (read: Read, scope: Scope, kind: Kind) => read.rows<ItemRow>(`
  select ${columns} from portal.item i where i.level = $1 and i.scope_id = $2 and i.kind = $3 order by i.pinned desc, i.show_from desc, i.id desc limit 200`, [scope.level, scope.scopeId, kind])

export const findItem = async (read: Read, scope: Scope, id: string) => (await read.rows<ItemRow>(`
  select ${columns} from portal.item i where i.id = $1 and i.level = $2 and i.scope_id = $3`, [id, scope.level, scope.scopeId]))[0]

export type LockedItem = Pick<ItemTable, 'level' | 'scope_id' | 'revision' | 'kind' | 'title' | 'published' | 'announced_at'>
/** Locks an item wherever it is, so that two writers take turns. */
export const lockItem = async (work: Work, id: string) => (await work.rows<LockedItem>('select level, scope_id, revision, kind, title, published, announced_at from portal.item where id = $1 for update', [id]))[0]

/** Writes an item; the moment of its first publication stays. Tells whether its day has come where it is read. */
export const saveItem = async (work: Work, row: Omit<ItemTable, 'announced_at'>): Promise<boolean> => (await work.rows<{ announced: boolean }>(`
  with given as (select $3::text as level, $4::text as scope_id)
  insert into portal.item (id, kind, level, scope_id, title, text, href, audience, pinned, show_from, show_to, published, published_at, revision, changed_by, changed_at, announced_at)
  select $1::uuid, $2, given.level, given.scope_id, $5, $6, $7, $8::text[], $9::boolean, $10::date, $11::date, $12::boolean, $13::timestamptz, $14::integer, $15::uuid, $16::timestamptz,
    case when $12::boolean and $10::date <= ($16::timestamptz at time zone ${zone('given')})::date then $16::timestamptz end from given
  on conflict (id) do update set kind = excluded.kind, title = excluded.title, text = excluded.text, href = excluded.href, audience = excluded.audience, pinned = excluded.pinned, show_from = excluded.show_from, show_to = excluded.show_to,
    published = excluded.published, published_at = coalesce(portal.item.published_at, excluded.published_at), revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at, announced_at = excluded.announced_at
  returning announced_at is not null as announced`,
[row.id, row.kind, row.level, row.scope_id, row.title, row.text, row.href, row.audience, row.pinned, row.show_from, row.show_to, row.published, row.published_at, row.revision, row.changed_by, row.changed_at]))[0]?.announced ?? false

/** Items whose day has begun where they are read and of which nobody was told yet; they count as told from now on. */
export const takeDue = (work: Work) => work.rows<{ id: string; kind: Kind; level: Level; scope_id: string }>(`
  update portal.item i set announced_at = $1 where i.id in (
    select d.id from portal.item d where d.published and d.announced_at is null and d.show_from <= ($1::timestamptz at time zone 'UTC')::date + 1 and d.show_from <= ($1::timestamptz at time zone ${zone('d')})::date
    order by d.show_from, d.id limit 500 for update skip locked)
  returning i.id, i.kind, i.level, i.scope_id`, [work.now])

export const deleteItem = async (work: Work, scope: Scope, id: string) => (await work.rows<{ id: string; kind: Kind; title: string; published: boolean }>(
  'delete from portal.item where id = $1 and level = $2 and scope_id = $3 returning id, kind, title, published', [id, scope.level, scope.scopeId]))[0]
