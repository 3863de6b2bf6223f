import type { Read, Work } from '@school/server'
import type { Kind, Level } from '../contract/news.ts'
import type { ItemTable } from './tables.ts'

export type ItemRow = ItemTable & { place: string }
export interface Scope { readonly level: Level; readonly scopeId: string }

const columns = `i.id, i.kind, i.level, i.scope_id, i.title, i.text, i.href, i.audience, i.pinned, i.show_from::text as show_from, i.show_to::text as show_to, i.published, i.published_at, i.revision, i.changed_by, i.changed_at,
  coalesce((select s.short_name from registry.v_school s where i.level = 'school' and s.id::text = i.scope_id), (select s.municipality_name from registry.v_school s where i.level = 'municipality' and s.municipality_id::text = i.scope_id limit 1), (select s.region_name from registry.v_school s where i.level = 'region' and s.region_id::text = i.scope_id limit 1), '') as place`

/** Published items of these scopes that are shown today to this role (null: to strangers), pinned and newest first. */
export const listShown = (read: Read, scopes: readonly Scope[], kind: Kind | null, role: string | null, today: string, limit: number, after: string | null) => read.rows<ItemRow>(`
  select ${columns} from portal.item i join jsonb_to_recordset($1::jsonb) as s(level text, "scopeId" text) on s.level = i.level and s."scopeId" = i.scope_id
  where i.published and ($2::text is null or i.kind = $2) and i.show_from <= $4::date and (i.show_to is null or i.show_to >= $4::date) and (i.audience is null or $3::text = any(i.audience))
    and ($6::uuid is null or (i.pinned, i.show_from, i.id) < (select (p.pinned, p.show_from, p.id) from portal.item p where p.id = $6))
  order by i.pinned desc, i.show_from desc, i.id desc limit $5`, [JSON.stringify(scopes), kind, role, today, limit, after])
export const listOf = (read: Read, scope: Scope, kind: Kind) => read.rows<ItemRow>(`select ${columns} from portal.item i where i.level = $1 and i.scope_id = $2 and i.kind = $3 order by i.pinned desc, i.show_from desc, i.id desc limit 200`, [scope.level, scope.scopeId, kind])
export const findItem = async (read: Read, scope: Scope, id: string) => (await read.rows<ItemRow>(`select ${columns} from portal.item i where i.id = $1 and i.level = $2 and i.scope_id = $3`, [id, scope.level, scope.scopeId]))[0]
export const lockId = async (work: Work, id: string) => (await work.rows<{ level: Level; scope_id: string; revision: number }>('select level, scope_id, revision from portal.item where id = $1 for update', [id]))[0]
export const saveItem = (work: Work, row: ItemTable) => work.rows(`
  insert into portal.item (id, kind, level, scope_id, title, text, href, audience, pinned, show_from, show_to, published, published_at, revision, changed_by, changed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
  on conflict (id) do update set kind = excluded.kind, title = excluded.title, text = excluded.text, href = excluded.href, audience = excluded.audience, pinned = excluded.pinned, show_from = excluded.show_from, show_to = excluded.show_to,
    published = excluded.published, published_at = coalesce(portal.item.published_at, excluded.published_at), revision = excluded.revision, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
[row.id, row.kind, row.level, row.scope_id, row.title, row.text, row.href, row.audience, row.pinned, row.show_from, row.show_to, row.published, row.published_at, row.revision, row.changed_by, row.changed_at])
export const deleteItem = async (work: Work, scope: Scope, id: string) => (await work.rows<{ id: string; kind: string }>('delete from portal.item where id = $1 and level = $2 and scope_id = $3 returning id, kind', [id, scope.level, scope.scopeId]))[0]
export const findSchoolScopes = async (read: Read, schoolId: string) => (await read.rows<{ municipality_id: string; region_id: string }>('select municipality_id, region_id from registry.v_school where id = $1', [schoolId]))[0]
export const findRegionOf = async (read: Read, municipalityId: string) => (await read.rows<{ region_id: string }>('select region_id from registry.v_municipality where id = $1', [municipalityId]))[0]?.region_id
