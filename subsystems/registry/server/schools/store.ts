// not messages: the letters that searching and sorting hold equal
import type { Read, Work } from '@school/server'
import { registry, type SchoolTable } from '../tables.ts'
import { dayIn } from '../time-zone.ts'

export interface PlacedSchool extends SchoolTable { municipality_name: string; region_id: string; region_name: string }

const placed = `
  select s.*, m.name as municipality_name, m.region_id, r.name as region_name
  from registry.school s join registry.municipality m on m.id = s.municipality_id join registry.region r on r.id = m.region_id
  where s.id = $1`

export const findSchool = async (read: Read, id: string) => (await read.rows<PlacedSchool>(placed, [id]))[0]
export const findSchoolForUpdate = async (work: Work, id: string) => (await work.rows<PlacedSchool>(`${placed} for update of s`, [id]))[0]
export const findSchoolByOgrn = (read: Read, ogrn: string) => registry(read).selectFrom('registry.school').select(['id']).where('ogrn', '=', ogrn).executeTakeFirst()

export const saveSchool = (work: Work, row: SchoolTable) => {
  const { id: _, opened_at: __, ...changed } = row
  return registry(work).insertInto('registry.school').values(row).onConflict((c) => c.column('id').doUpdateSet(changed)).execute()
}

export interface SizedSchool extends PlacedSchool { classes: number; staff: number; pupils: number; admins: number }

const sized = `
  select s.*, m.name as municipality_name, m.region_id, r.name as region_name, z.classes, z.staff, z.pupils, z.admins
  from registry.school s join registry.municipality m on m.id = s.municipality_id join registry.region r on r.id = m.region_id
  join registry.school_sizes($1::date) z on z.school_id = s.id
  where ($2::uuid is null or m.region_id = $2::uuid) and ($3::uuid is null or m.id = $3::uuid) and ($4::uuid is null or s.id = $4::uuid)
    and ($5::text = '' or lower(replace(s.short_name || ' ' || s.full_name, 'ё', 'е')) like '%' || $5 || '%' or s.ogrn like $5 || '%' or s.inn like $5 || '%')
    and ($6::text is null or (s.short_name, s.id) > ($6::text, $7::uuid))
  order by s.short_name, s.id limit $8`

export interface SchoolsWanted { regionId?: string | undefined; municipalityId?: string | undefined; id?: string; search?: string | undefined; after?: readonly [string, string] | undefined; limit: number }

/** Schools of a territory with their sizes, by name. */
export const listSizedSchools = (read: Read, wanted: SchoolsWanted) =>
  read.rows<SizedSchool>(sized, [read.now.toISOString().slice(0, 10), wanted.regionId ?? null, wanted.municipalityId ?? null, wanted.id ?? null, pattern(wanted.search), wanted.after?.[0] ?? null, wanted.after?.[1] ?? null, wanted.limit])

const directory = `
  select s.id, s.kind, s.short_name as "shortName", m.id as "municipalityId", m.name as "municipalityName", r.id as "regionId", r.name as "regionName"
  from registry.school s join registry.municipality m on m.id = s.municipality_id join registry.region r on r.id = m.region_id
  where ($1::uuid is null or r.id = $1::uuid) and ($2::uuid is null or m.id = $2::uuid)
    and ($3::text = '' or lower(replace(s.short_name || ' ' || s.full_name, 'ё', 'е')) like '%' || $3 || '%' or s.ogrn like $3 || '%' or s.inn like $3 || '%')
  order by s.short_name, s.id limit 50`

export const listDirectory = (read: Read, wanted: { regionId?: string | undefined; municipalityId?: string | undefined; search?: string | undefined }) =>
  read.rows<{ id: string; kind: 'school' | 'college'; shortName: string; municipalityId: string; municipalityName: string; regionId: string; regionName: string }>(
    directory, [wanted.regionId ?? null, wanted.municipalityId ?? null, pattern(wanted.search)])

const pattern = (search: string | undefined) => (search ?? '').trim().toLowerCase().replaceAll('ё', 'е').replace(/[\\%_]/g, '\\$&')

/** Today in the time zone of the school of this transaction. */
export async function schoolDay(read: Read): Promise<string> {
  const [row] = await read.rows<{ time_zone: string }>('select time_zone from registry.school where id = $1', [read.schoolId])
  return dayIn(row?.time_zone ?? 'Europe/Moscow', read.now)
}
