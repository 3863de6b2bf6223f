import type { Read } from '@school/server'

export interface SchoolPlace { readonly municipality_id: string; readonly region_id: string; readonly time_zone: string }
export const findSchoolPlace = async (read: Read, schoolId: string) => (await read.rows<SchoolPlace>('select municipality_id, region_id, time_zone from registry.v_school where id = $1', [schoolId]))[0]
export const findMunicipalityPlace = async (read: Read, id: string) => (await read.rows<Omit<SchoolPlace, 'municipality_id'>>('select region_id, time_zone from registry.v_municipality where id = $1', [id]))[0]
export const findRegionZone = async (read: Read, id: string) => (await read.rows<{ time_zone: string }>('select time_zone from registry.v_region where id = $1', [id]))[0]?.time_zone

/** Regions that have something to tell strangers today. */
export const listTellingRegions = (read: Read, today: string) => read.rows<{ id: string; name: string }>(`
  select r.id, r.name from registry.v_region r where exists (
    select 1 from portal.item i where i.level = 'region' and i.scope_id = r.id::text and i.published and i.audience is null and i.show_from <= $1::date and (i.show_to is null or i.show_to >= $1::date))
  order by r.name`, [today])

/** The regions and municipalities whose news a person reads because of any role held today. */
export const listTerritoriesOf = (read: Read, personId: string, today: string) => read.rows<{ id: string }>(`
  with held as (select r.scope_kind, r.scope_id, r.school_id from identity.v_role r where r.person_id = $1 and r.valid_from <= $2::date and (r.valid_to is null or r.valid_to >= $2::date))
  select s.region_id::text as id from held h join registry.v_school s on s.id = h.school_id
  union select s.municipality_id::text from held h join registry.v_school s on s.id = h.school_id
  union select m.region_id::text from held h join registry.v_municipality m on m.id::text = h.scope_id where h.scope_kind = 'municipality'
  union select h.scope_id from held h where h.scope_kind in ('region', 'municipality')`, [personId, today])
