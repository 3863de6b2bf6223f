import { addresses } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { municipalityChanged, regionChanged } from '../../contract/facts.ts'
import type { Municipality, Region } from '../../contract/regions.ts'
import { knownTimeZone } from '../time-zone.ts'
import { few } from './few.ts'
import { findMunicipality, findMunicipalityNamed, findRegion, findRegionByCode, insertRegion, saveMunicipality, type SizedMunicipality, type SizedRegion } from './store.ts'
import { federalSubjects } from './subjects-data.ts'

/** Opens a region of the reference list; a repeat changes nothing. */
export async function openRegion(work: Work, id: string, code: string): Promise<SizedRegion> {
  const subject = federalSubjects.find((one) => one.code === code)
  if (!subject) throw new Problem(400, 'registry.unknown_region_code', { field: 'code' })
  const open = await findRegionByCode(work, code)
  if (open && open.id !== id) throw new Problem(409, 'registry.region_is_open', { regionId: open.id })
  if (!open) await insertRegion(work, { id, code, name: subject.name, time_zone: subject.timeZone, opened_at: work.now })
  work.audit('registry.region.open', { about: id, before: open ? { code } : null, after: { code, name: subject.name, timeZone: subject.timeZone } })
  if (!open) work.announce(regionChanged, { regionId: id }, [addresses.operators, addresses.region(id)])
  return getRegion(work, id)
}

/** Opens a municipality of the region or corrects it. */
export async function putMunicipality(work: Work, regionId: string, id: string, given: { name: string; oktmo: string | null; timeZone?: string | undefined }): Promise<SizedMunicipality> {
  const region = await getRegion(work, regionId)
  const before = await findMunicipality(work, id)
  if (before && before.region_id !== regionId) throw notFound()
  const name = given.name.trim()
  const named = await findMunicipalityNamed(work, regionId, name)
  if (named && named.id !== id) throw new Problem(409, 'registry.name_taken', { field: 'name' })
  const time_zone = given.timeZone === undefined ? before?.time_zone ?? region.time_zone : knownTimeZone(given.timeZone)
  await saveMunicipality(work, { id, region_id: regionId, name, oktmo: given.oktmo, time_zone, opened_at: before?.opened_at ?? work.now })
  work.audit('registry.municipality.put', { about: id, before: before ? { name: before.name, oktmo: before.oktmo, timeZone: before.time_zone } : null, after: { name, oktmo: given.oktmo, timeZone: time_zone } })
  work.announce(municipalityChanged, { regionId, municipalityId: id }, [addresses.operators, addresses.region(regionId), addresses.municipality(id)])
  return getMunicipality(work, id)
}

export async function getRegion(read: Read, id: string): Promise<SizedRegion> {
  const found = await findRegion(read, id)
  if (!found) throw notFound()
  return found
}

export async function getMunicipality(read: Read, id: string): Promise<SizedMunicipality> {
  const found = await findMunicipality(read, id)
  if (!found) throw notFound()
  return found
}

export const presentRegion = (row: SizedRegion): Region => ({
  id: row.id, code: row.code, name: row.name, timeZone: row.time_zone, openedAt: row.opened_at.toISOString(), municipalities: row.municipalities, sizes: sizesOf(row),
})
export const presentMunicipality = (row: SizedMunicipality): Municipality => ({
  id: row.id, regionId: row.region_id, regionName: row.region_name, name: row.name, oktmo: row.oktmo, timeZone: row.time_zone, openedAt: row.opened_at.toISOString(), sizes: sizesOf(row),
})
const sizesOf = (row: { schools: number; staff: number; pupils: number }) => ({ schools: row.schools, staff: few(row.staff), pupils: few(row.pupils) })
