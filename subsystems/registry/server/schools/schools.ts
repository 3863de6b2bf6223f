import { addresses, type Address } from '@school/contract'
import { Problem, type Read, type Work } from '@school/server'
import { schoolChanged } from '../../contract/facts.ts'
import type { School, SchoolOverview } from '../../contract/schools.ts'
import { few } from '../regions/few.ts'
import { sameRevision } from '../revision.ts'
import { knownTimeZone } from '../time-zone.ts'
import type { ChangeableSchool, OpenablePlace } from './access.ts'
import { faultsOf, normalIdentifiers } from './rules.ts'
import { findSchoolByOgrn, saveSchool, type PlacedSchool, type SizedSchool } from './store.ts'
import type { SchoolTable } from '../tables.ts'

export interface SchoolGiven {
  readonly kind: 'school' | 'college'; readonly fullName: string; readonly shortName: string; readonly ogrn: string; readonly inn: string; readonly kpp: string
  readonly address?: string | undefined; readonly phone?: string | undefined; readonly email?: string | undefined; readonly timeZone?: string | undefined; readonly basedOn: number | null
}

/** Opens a school in a municipality, or corrects its registration; every wrong identifier is named at once. */
export async function putSchool(work: Work, place: OpenablePlace, before: ChangeableSchool | null, id: string, given: SchoolGiven): Promise<void> {
  const faults = faultsOf(given)
  if (Object.keys(faults).length > 0) throw new Problem(400, 'registry.identifier_wrong', { faults })
  const identifiers = normalIdentifiers(given)
  const holder = await findSchoolByOgrn(work, identifiers.ogrn)
  if (holder && holder.id !== id) throw new Problem(409, 'registry.ogrn_taken', { field: 'ogrn' })
  const repeated = before !== null && given.basedOn === null && before.ogrn === identifiers.ogrn && before.revision === 1
  if (!repeated) sameRevision(before, given.basedOn)
  const after: SchoolTable = {
    id, municipality_id: place.municipalityId, kind: given.kind, full_name: given.fullName.trim(), short_name: given.shortName.trim(), ...identifiers,
    address: given.address ?? before?.address ?? '', phone: given.phone ?? before?.phone ?? '', email: given.email ?? before?.email ?? '',
    time_zone: given.timeZone === undefined ? before?.time_zone ?? place.timeZone : knownTimeZone(given.timeZone),
    opened_at: before?.opened_at ?? work.now, revision: repeated ? 1 : (before?.revision ?? 0) + 1,
  }
  await saveSchool(work, after)
  work.audit(before ? 'registry.school.put' : 'registry.school.open', { about: id, before: before && auditOf(before), after: auditOf(after) })
  work.announce(schoolChanged, { regionId: place.regionId, municipalityId: place.municipalityId, schoolId: id }, heardBy(place.regionId, place.municipalityId, id))
}

/** Corrects names and contacts; identifiers stay with the curators. */
export async function editSchool(work: Work, school: ChangeableSchool, given: { fullName: string; shortName: string; address: string; phone: string; email: string; basedOn: number }): Promise<void> {
  sameRevision(school, given.basedOn)
  const { municipality_name: _, region_id, region_name: __, ...row } = school
  const after = { ...row, full_name: given.fullName.trim(), short_name: given.shortName.trim(), address: given.address, phone: given.phone, email: given.email, revision: school.revision + 1 }
  await saveSchool(work, after)
  work.audit('registry.school.edit', { about: school.id, before: auditOf(school), after: auditOf(after) })
  work.announce(schoolChanged, { regionId: region_id, municipalityId: school.municipality_id, schoolId: school.id }, heardBy(region_id, school.municipality_id, school.id))
}

const heardBy = (regionId: string, municipalityId: string, schoolId: string): Address[] =>
  [addresses.operators, addresses.region(regionId), addresses.municipality(municipalityId), addresses.school(schoolId)]

const auditOf = ({ kind, full_name, short_name, ogrn, inn, kpp, address, phone, email, time_zone }: SchoolTable) =>
  ({ kind, fullName: full_name, shortName: short_name, ogrn, inn, kpp, address, phone, email, timeZone: time_zone })

/** The card of a school; administrators of the school and its curators may change what is theirs. */
export const presentSchool = (read: Read, row: PlacedSchool): School => ({
  id: row.id, municipalityId: row.municipality_id, municipalityName: row.municipality_name, regionId: row.region_id, regionName: row.region_name, kind: row.kind, fullName: row.full_name,
  shortName: row.short_name, ogrn: row.ogrn, inn: row.inn, kpp: row.kpp, address: row.address, phone: row.phone, email: row.email, timeZone: row.time_zone,
  openedAt: row.opened_at.toISOString(), revision: row.revision,
  can: { edit: read.by.role === 'schoolAdmin' || read.by.role === 'regionalCurator' || read.by.role === 'municipalCurator' },
})

export const presentOverview = (row: SizedSchool): SchoolOverview => ({
  id: row.id, municipalityId: row.municipality_id, municipalityName: row.municipality_name, kind: row.kind, shortName: row.short_name, fullName: row.full_name, ogrn: row.ogrn,
  openedAt: row.opened_at.toISOString(), hasAdmin: row.admins > 0, classes: row.classes, staff: few(row.staff), pupils: few(row.pupils),
})
