import type { Read, Work } from '@school/server'
import type { NodeTable, ShareTable } from '../tables.ts'

export type ShareRow = ShareTable & { name: string | null }
const named = `s.*, case split_part(s.audience, ':', 1)
  when 'person' then (select p.last_name || ' ' || p.first_name || coalesce(' ' || p.middle_name, '') from registry.v_person p where p.id = split_part(s.audience, ':', 2)::uuid)
  when 'class' then (select c.name from registry.v_class_name c where c.id = split_part(s.audience, ':', 2)::uuid)
  when 'role' then (select c.short_name from registry.v_school c where c.id = split_part(s.audience, ':', 2)::uuid) end as name`
/** Shares of a node that are in force, the oldest first. */
export const listShareRows = (read: Read, nodeId: string) => read.rows<ShareRow>(`select ${named} from files.share s where s.node_id = $1 and (s.expires_at is null or s.expires_at > $2) order by s.made_at, s.id`, [nodeId, read.now])
export const findShare = async (read: Read, nodeId: string, id: string) => (await read.rows<ShareRow>(`select ${named} from files.share s where s.node_id = $1 and s.id = $2`, [nodeId, id]))[0]
export const findShareAnywhere = async (read: Read, id: string) => (await read.rows<{ node_id: string; audience: string }>('select node_id, audience from files.share where id = $1', [id]))[0]
/** Writes a share; the same audience of another share in force is not taken over. */
export const saveShare = async (work: Work, row: Omit<ShareTable, 'made_by' | 'made_at'>) => {
  await work.rows('delete from files.share where node_id = $1 and audience = $2 and expires_at <= $3', [row.node_id, row.audience, work.now])
  return (await work.rows<{ id: string }>(`
    insert into files.share (id, node_id, audience, rights, expires_at, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (node_id, audience) do update set rights = excluded.rights, expires_at = excluded.expires_at where files.share.id = excluded.id returning id`,
  [row.id, row.node_id, row.audience, row.rights, row.expires_at, work.by.personId, work.now])).length === 1
}
export const changeShare = (work: Work, id: string, rights: 'view' | 'edit', expiresAt: Date | null) => work.rows('update files.share set rights = $2, expires_at = $3 where id = $1', [id, rights, expiresAt])
export const deleteShare = (work: Work, id: string) => work.rows('delete from files.share where id = $1', [id])

export const findBirthDate = async (read: Read, personId: string) => (await read.rows<{ birth_date: string }>('select birth_date::text from registry.v_person where id = $1', [personId]))[0]?.birth_date

export interface Reader { id: string; name: string; note: string; role: string }
/** People of some schools in some roles, or pupils of some classes, whose name begins with the words; without words nobody. */
export const listReaders = (read: Read, { schools, roles, classes, words, but, id, limit }: { schools: readonly string[]; roles: readonly string[]; classes: readonly string[]; words: string; but: string; id: string | null; limit: number }) => read.rows<Reader>(`
  select * from (
    select distinct on (p.id) p.id, p.last_name || ' ' || p.first_name || coalesce(' ' || p.middle_name, '') as name, coalesce(c.name, s.short_name) as note, r.role
    from registry.v_role r join registry.v_person p on p.id = r.person_id join registry.v_school s on s.id = r.school_id left join registry.v_class_name c on c.id = r.class_id and r.role in ('pupil', 'parent')
    where r.school_id = any($1::uuid[]) and (r.role = any($2::text[]) or (r.role = 'pupil' and r.class_id = any($3::uuid[]))) and r.valid_from <= $6::date and (r.valid_to is null or r.valid_to >= $6::date)
      and p.id <> $5 and ($7::uuid is null or p.id = $7)
      and coalesce((select bool_and(exists (select 1 from unnest(array[lower(p.last_name), lower(p.first_name), lower(p.middle_name)]) n where starts_with(n, w))) from unnest(string_to_array($4, ' ')) w), true)
    order by p.id, r.role) x
  order by x.name limit $8`, [schools, roles, classes, words, but, read.now.toISOString().slice(0, 10), id, limit])
export const listClassNames = (read: Read, classes: readonly string[], schools: readonly string[], words: string, limit: number) => read.rows<{ id: string; name: string; school: string }>(`
  select c.id, c.name, s.short_name as school from registry.v_class_name c join registry.v_school s on s.id = c.school_id
  where (c.id = any($1::uuid[]) or c.school_id = any($2::uuid[])) and starts_with(lower(c.name), $3) order by c.name limit $4`, [classes, schools, words, limit])
export const listSchoolNames = (read: Read, schools: readonly string[]) => read.rows<{ id: string; name: string }>('select id, short_name as name from registry.v_school where id = any($1::uuid[]) order by short_name', [schools])

/** What a link opens, while it may. */
export const findLinked = async (read: Read, audience: string) => (await read.rows<NodeTable & { expires_at: Date | null }>(`
  select n.*, s.expires_at from files.share s join files.node n on n.id = s.node_id where s.audience = $1 and (s.expires_at is null or s.expires_at > $2) and n.trashed_at is null`, [audience, read.now]))[0]
/** A node that lies below another. */
export const findBelow = async (read: Read, id: string, top: string) => (await read.rows<NodeTable>('select * from files.node where id = $1 and path @> array[$2::uuid] and trashed_at is null', [id, top]))[0]
export const listEntries = (read: Read, folderId: string) => read.rows<NodeTable>('select * from files.node where parent_id = $1 and trashed_at is null order by kind desc, name_key limit 1000', [folderId])
export const listNames = (read: Read, ids: readonly string[]) => read.rows<{ id: string; name: string }>('select id, name from files.node where id = any($1::uuid[]) order by cardinality(path)', [ids])
/** Nodes shared with a person, class or role: where their changes are heard. */
export const listSharedIds = async (read: Read, audiences: readonly string[]) => (await read.rows<{ node_id: string }>('select distinct node_id from files.share where audience = any($1) and (expires_at is null or expires_at > $2) limit 2000', [audiences, read.now])).map((row) => row.node_id)
