import type { Read } from '@school/server'

export interface Filters { readonly cursor?: string | undefined; readonly personId?: string | undefined; readonly aboutId?: string | undefined; readonly action?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined }
export interface EntryRow { id: string; at: Date; action: string; role: string | null; by: unknown; about: unknown; before: unknown; after: unknown; sealed: number | null }

const person = (id: string) => `(select json_build_object('id', p.id, 'lastName', p.last_name, 'firstName', p.first_name, 'middleName', p.middle_name) from registry.v_person p where p.id = ${id})`

/** Acts of one school, or of the installation when it is null, newest first. */
export const listEntries = (read: Read, schoolId: string | null, filters: Filters, limit: number) => read.rows<EntryRow>(`
  select e.id, e.at, e.action, e.acting_role as role, ${person('e.actor_id')} as by, ${person('e.about_id')} as about, e.before, e.after, e.seq as sealed
  from audit.v_entry e where e.school_id is not distinct from $1::uuid and ($2::uuid is null or e.id < $2) and ($3::uuid is null or e.actor_id = $3) and ($4::uuid is null or e.about_id = $4)
    and ($5::text is null or e.action like $5 || '%') and ($6::date is null or e.at >= $6::date) and ($7::date is null or e.at < $7::date + 1)
  order by e.id desc limit $8`, [schoolId, filters.cursor ?? null, filters.personId ?? null, filters.aboutId ?? null, filters.action ?? null, filters.from ?? null, filters.to ?? null, limit])

export const findChain = async (read: Read, schoolId: string) => (await read.rows<{ sealed: number; unsealed: number; checkpoint_at: Date | null; checkpoint_size: number }>(`
  select count(*) filter (where seq is not null)::int as sealed, count(*) filter (where seq is null)::int as unsealed,
         (select max(at) from audit.v_checkpoint where chain = $1::text) as checkpoint_at, coalesce((select max(size) from audit.v_checkpoint where chain = $1::text), 0)::int as checkpoint_size
  from audit.v_entry where school_id = $1::uuid`, [schoolId]))[0]!

export interface LookRow { at: Date; by: unknown; role: string; what: string; kind: 'opened' | 'changed' }
/** Readings by staff and changes about one person, newest first. */
export const listLooksAt = (read: Read, schoolId: string, studentId: string, limit: number) => read.rows<LookRow>(`
  select * from (
    select a.slot as at, ${person('a.reader_id')} as by, a.reader_role as role, a.what, 'opened' as kind from audit.v_access a where a.school_id = $1 and a.about_id = $2
    union all
    select e.at, ${person('e.actor_id')}, coalesce(e.acting_role, ''), e.action, 'changed' from audit.v_entry e where e.school_id = $1 and e.about_id = $2
  ) looks order by at desc limit $3`, [schoolId, studentId, limit])
