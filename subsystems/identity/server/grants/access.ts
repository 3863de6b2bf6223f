import { notFound, type Read } from '@school/server'
import { findMunicipality, findRegion, findSchoolPlace } from './store.ts'

declare const granted: unique symbol
/** A scope whose path has been walked from the region down; the wall before the handler has judged the right to it. */
export interface AppointableScope { readonly role: 'regionalCurator' | 'municipalCurator'; readonly scopeKind: 'region' | 'municipality'; readonly scopeId: string; readonly regionId: string; readonly [granted]: 'appoint' }

/** The region, if it is open. */
export async function appointableRegion(read: Read, regionId: string): Promise<AppointableScope> {
  if (!(await findRegion(read, regionId))) throw notFound()
  return { role: 'regionalCurator', scopeKind: 'region', scopeId: regionId, regionId } as AppointableScope
}

/** The municipality, if it lies in the region that the path names. */
export async function appointableMunicipality(read: Read, regionId: string, municipalityId: string): Promise<AppointableScope> {
  const found = await findMunicipality(read, municipalityId)
  if (found?.region_id !== regionId) throw notFound()
  return { role: 'municipalCurator', scopeKind: 'municipality', scopeId: municipalityId, regionId } as AppointableScope
}

/** The school, if it lies in the municipality and the region that the path names. */
export async function placedSchool(read: Read, path: { regionId: string; municipalityId: string; school: string }): Promise<string> {
  const found = await findSchoolPlace(read, path.school)
  if (found?.municipality_id !== path.municipalityId || found.region_id !== path.regionId) throw notFound()
  return found.id
}
