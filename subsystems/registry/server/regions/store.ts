import type { Read, Work } from '@school/server'
import { registry, type MunicipalityTable, type RegionTable } from '../tables.ts'

export interface SizedRegion extends RegionTable { municipalities: number; schools: number; staff: number; pupils: number }
export interface SizedMunicipality extends MunicipalityTable { region_name: string; schools: number; staff: number; pupils: number }

const regions = `
  select r.*, (select count(*)::integer from registry.municipality m where m.region_id = r.id) as municipalities,
         coalesce(z.schools, 0) as schools, coalesce(z.staff, 0) as staff, coalesce(z.pupils, 0) as pupils
  from registry.region r
  left join (select m.region_id, count(*)::integer as schools, sum(size.staff)::integer as staff, sum(size.pupils)::integer as pupils
             from registry.school_sizes($1::date) size join registry.school s on s.id = size.school_id join registry.municipality m on m.id = s.municipality_id
             group by m.region_id) z on z.region_id = r.id
  where $2::uuid is null or r.id = $2::uuid
  order by r.code`

/** Every open region with its sizes. */
export const listOpenRegions = (read: Read) => read.rows<SizedRegion>(regions, [dayOf(read), null])
export const findRegion = async (read: Read, id: string) => (await read.rows<SizedRegion>(regions, [dayOf(read), id]))[0]

const municipalities = `
  select m.*, r.name as region_name, coalesce(z.schools, 0) as schools, coalesce(z.staff, 0) as staff, coalesce(z.pupils, 0) as pupils
  from registry.municipality m join registry.region r on r.id = m.region_id
  left join (select s.municipality_id, count(*)::integer as schools, sum(size.staff)::integer as staff, sum(size.pupils)::integer as pupils
             from registry.school_sizes($1::date) size join registry.school s on s.id = size.school_id group by s.municipality_id) z on z.municipality_id = m.id
  where ($2::uuid is null or m.region_id = $2::uuid) and ($3::uuid is null or m.id = $3::uuid)
  order by m.name`

export const listMunicipalitiesOf = (read: Read, regionId: string) => read.rows<SizedMunicipality>(municipalities, [dayOf(read), regionId, null])
export const findMunicipality = async (read: Read, id: string) => (await read.rows<SizedMunicipality>(municipalities, [dayOf(read), null, id]))[0]

export const listRegionCodes = (read: Read) => registry(read).selectFrom('registry.region').select(['id', 'code']).execute()
export const findRegionByCode = (read: Read, code: string) => registry(read).selectFrom('registry.region').selectAll().where('code', '=', code).executeTakeFirst()
export const insertRegion = (work: Work, row: RegionTable) => registry(work).insertInto('registry.region').values(row).execute()

export const findMunicipalityNamed = (read: Read, regionId: string, name: string) =>
  registry(read).selectFrom('registry.municipality').selectAll().where('region_id', '=', regionId).where('name', '=', name).executeTakeFirst()
export const saveMunicipality = (work: Work, row: MunicipalityTable) =>
  registry(work).insertInto('registry.municipality').values(row)
    .onConflict((c) => c.column('id').doUpdateSet({ name: row.name, oktmo: row.oktmo, time_zone: row.time_zone })).execute()

const territories = `
  select r.id, r.code, r.name, coalesce((select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name) from registry.municipality m where m.region_id = r.id), '[]') as municipalities
  from registry.region r order by r.code`
export const listTerritoryNames = (read: Read) => read.rows<{ id: string; code: string; name: string; municipalities: { id: string; name: string }[] }>(territories, [])

const dayOf = (read: Read) => read.now.toISOString().slice(0, 10)
