import type { Read, Work } from '@school/server'
import { identity, type GrantTable } from '../tables.ts'

export interface NamedGrant extends GrantTable { name: string; signed_in: boolean }

const person = `p.last_name || ' ' || p.first_name || coalesce(' ' || p.middle_name, '') as name, exists (select 1 from identity.account a where a.person_id = p.id) as signed_in`

/** Those appointed to a role in a scope: first who serves, then who has served. */
export const listGrants = (read: Read, role: string, scopeId: string) => read.rows<NamedGrant>(
  `select g.*, ${person} from identity.grant_of_role g join registry.v_person p on p.id = g.person_id where g.role = $1 and g.scope_id = $2 order by g.valid_to is not null, g.valid_from, g.id limit 100`, [role, scopeId])

export const findGrantForUpdate = (work: Work, id: string) => identity(work).selectFrom('identity.grant_of_role').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
export const findOpenGrant = (read: Read, personId: string, role: GrantTable['role'], scopeId: string) =>
  identity(read).selectFrom('identity.grant_of_role').selectAll().where('person_id', '=', personId).where('role', '=', role).where('scope_id', '=', scopeId).where('valid_to', 'is', null).executeTakeFirst()
export const insertGrant = (work: Work, row: GrantTable) => identity(work).insertInto('identity.grant_of_role').values(row).execute()
export const endGrant = (work: Work, id: string, validTo: string) =>
  work.rows('update identity.grant_of_role set valid_to = greatest($2::date, valid_from - 1), revision = revision + 1 where id = $1', [id, validTo])

/** The administrators of the school of this read. */
export const listAdmins = (read: Read) => read.rows<{ id: string; person_id: string; position: string; valid_from: string; valid_to: string | null; name: string; signed_in: boolean }>(
  `select e.id, e.person_id, e.position, e.valid_from, e.valid_to, ${person} from registry.v_employment e join registry.v_person p on p.id = e.person_id
   where e.school_id = $1 and e.role = 'schoolAdmin' order by e.valid_to is not null, e.valid_from, e.id limit 100`, [read.schoolId])

/** Where a municipality lies. */
export const findMunicipality = (read: Read, id: string) => identity(read).selectFrom('registry.v_municipality').selectAll().where('id', '=', id).executeTakeFirst()
export const findRegion = (read: Read, id: string) => identity(read).selectFrom('registry.v_region').selectAll().where('id', '=', id).executeTakeFirst()
export const findSchoolPlace = (read: Read, id: string) => identity(read).selectFrom('registry.v_school').select(['id', 'municipality_id', 'region_id']).where('id', '=', id).executeTakeFirst()
