import { notFound, type Work } from '@school/server'
import { findMunicipality } from '../regions/store.ts'
import { findSchoolForUpdate, type PlacedSchool } from './store.ts'

declare const granted: unique symbol
/** A place where this curator may open schools; made only by `openablePlace`. */
export type OpenablePlace = { readonly municipalityId: string; readonly regionId: string; readonly timeZone: string; readonly [granted]: 'place' }
/** A school fetched for a change by its curator or its administrator. */
export type ChangeableSchool = PlacedSchool & { readonly [granted]: 'school' }

/** The municipality, if it lies in the region of the address; the wall has judged that the curator reaches one of the two. */
export async function openablePlace(work: Work, regionId: string, municipalityId: string): Promise<OpenablePlace> {
  const found = await findMunicipality(work, municipalityId)
  if (!found || found.region_id !== regionId) throw notFound()
  return { municipalityId, regionId, timeZone: found.time_zone } as OpenablePlace
}

/** The school of that place under this id, or null when there is none yet; a school of another place looks absent. */
export async function changeableSchoolAt(work: Work, place: OpenablePlace, id: string): Promise<ChangeableSchool | null> {
  const found = await findSchoolForUpdate(work, id)
  if (found && found.municipality_id !== place.municipalityId) throw notFound()
  return (found as ChangeableSchool | undefined) ?? null
}

/** The school of the transaction, for its own administrator. */
export async function changeableOwnSchool(work: Work): Promise<ChangeableSchool> {
  const found = await findSchoolForUpdate(work, work.schoolId)
  if (!found) throw notFound()
  return found as ChangeableSchool
}
