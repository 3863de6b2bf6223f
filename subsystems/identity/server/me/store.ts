import type { Read } from '@school/server'
import { identity } from '../tables.ts'

export interface NamedContext {
  role: string; scope_kind: string; scope_id: string; school_id: string | null; class_id: string | null; record_id: string | null; school_kind: 'school' | 'college' | null
  school_name: string | null; region_name: string | null; municipality_name: string | null; child_name: string | null; class_name: string | null
}

const named = `
  select r.role, r.scope_kind, r.scope_id, r.school_id, r.class_id, nullif(r.record_id, r.person_id) as record_id, s.kind as school_kind, s.short_name as school_name,
         coalesce(reg.name, mr.name) as region_name, mun.name as municipality_name, p.last_name || ' ' || p.first_name as child_name, c.name as class_name
  from identity.v_role r
  left join registry.v_school s on s.id = r.school_id
  left join registry.v_region reg on reg.id = case when r.scope_kind = 'region' then r.scope_id::uuid end
  left join registry.v_municipality mun on mun.id = case when r.scope_kind = 'municipality' then r.scope_id::uuid end
  left join registry.v_region mr on mr.id = mun.region_id
  left join registry.v_person p on p.id = case when r.scope_kind = 'child' then r.scope_id::uuid end
  left join registry.v_class_name c on c.school_id = r.school_id and c.id = r.class_id
  where r.person_id = $1 and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to >= $2::date)
  order by r.valid_from desc, r.scope_id`

/** Every role of a person in force on a day, with the names of its scope. */
export const listNamedContexts = (read: Read, personId: string, day: string) => read.rows<NamedContext>(named, [personId, day])

export const findName = (read: Read, personId: string) =>
  identity(read).selectFrom('registry.v_person').select(['id', 'last_name', 'first_name', 'middle_name', 'birth_date']).where('id', '=', personId).executeTakeFirst()

export const findAccount = (read: Read, personId: string) => identity(read).selectFrom('identity.account').selectAll().where('person_id', '=', personId).executeTakeFirst()
