import { addresses, normalSnils, whySnilsWrong, type Address } from '@school/contract'
import { rightsChanged } from '@school/registry/contract'
import { registryFace } from '@school/registry/server'
import { notFound, Problem, type Work } from '@school/server'
import { grantChanged } from '../../contract/facts.ts'
import type { Appointee } from '../../contract/appointee.ts'
import { requireSignature } from '../step-up/step-up.ts'
import type { AppointableScope } from './access.ts'
import { isOther } from './rules.ts'
import { endGrant, findGrantForUpdate, findOpenGrant, insertGrant } from './store.ts'

export interface Appointing { readonly who: Appointee; readonly basis: string; readonly signedBy: string | null }

/** The person to appoint: the holder of the СНИЛС, or a new record; nobody appoints themselves. */
export async function appointeeOf(work: Work, who: Appointee): Promise<string> {
  const snils = normalSnils(who.snils)
  const fault = whySnilsWrong(snils)
  if (fault !== null) throw new Problem(400, 'identity.snils_wrong', { field: 'snils', fault })
  const known = await registryFace.findPersonBySnils(work, snils)
  if (known && isOther(known, who)) throw new Problem(409, 'identity.other_person', { field: 'snils' })
  const { personId, lastName, firstName, middleName, birthDate, gender } = who
  const person = known ?? await registryFace.ensurePerson(work, personId, { lastName, firstName, middleName, birthDate, gender, snils, email: null, phone: null })
  if (person.id === work.by.personId) throw new Problem(409, 'identity.not_yourself')
  return person.id
}

/** Appoints a curator; the same id again changes nothing. */
export async function appointCurator(work: Work, scope: AppointableScope, id: string, given: Appointing): Promise<void> {
  const before = await findGrantForUpdate(work, id)
  if (before && (before.role !== scope.role || before.scope_id !== scope.scopeId)) throw notFound()
  if (before) return work.audit('identity.grant.repeat', { about: before.person_id })
  await requireSignature(work, scope.role === 'regionalCurator' ? 'appointRegionalCurator' : 'appointMunicipalCurator', scope.scopeId, given.signedBy, { who: given.who, basis: given.basis })
  const personId = await appointeeOf(work, given.who)
  if (await findOpenGrant(work, personId, scope.role, scope.scopeId)) throw new Problem(409, 'identity.already_appointed')
  await insertGrant(work, {
    id, person_id: personId, role: scope.role, scope_kind: scope.scopeKind, scope_id: scope.scopeId, valid_from: today(work), valid_to: null, granted_by: work.by.personId, basis: given.basis.trim(), revision: 1,
  })
  work.audit('identity.grant.appoint', { about: personId, after: { role: scope.role, scopeId: scope.scopeId, basis: given.basis, signedBy: given.signedBy } })
  announceGrant(work, { scopeKind: scope.scopeKind, scopeId: scope.scopeId, personId }, [scope.scopeKind === 'region' ? addresses.region(scope.scopeId) : addresses.municipality(scope.scopeId), addresses.region(scope.regionId)])
}

/** Releases a curator from today on: the right is gone with the nudge. */
export async function releaseCurator(work: Work, scope: AppointableScope, id: string, given: { reason: string; signedBy: string | null }): Promise<void> {
  const before = await findGrantForUpdate(work, id)
  if (!before || before.role !== scope.role || before.scope_id !== scope.scopeId) throw notFound()
  await requireSignature(work, 'releaseCurator', id, given.signedBy, { reason: given.reason })
  if (before.valid_to === null) await endGrant(work, id, yesterday(work))
  work.audit('identity.grant.release', { about: before.person_id, before: { role: before.role, scopeId: before.scope_id }, after: { reason: given.reason } })
  announceGrant(work, { scopeKind: scope.scopeKind, scopeId: scope.scopeId, personId: before.person_id }, [addresses.region(scope.regionId), addresses.municipality(scope.scopeId)])
}

/** Appoints an administrator: an employment of the registry under the same id. */
export async function appointAdmin(work: Work, id: string, given: Appointing): Promise<void> {
  await requireSignature(work, 'appointAdministrator', work.schoolId, given.signedBy, { who: given.who, basis: given.basis })
  const personId = await appointeeOf(work, given.who)
  const open = await registryFace.findOpenEmployment(work, personId, 'schoolAdmin')
  if (open && open.id !== id) throw new Problem(409, 'identity.already_appointed')
  await registryFace.employ(work, { id, personId, role: 'schoolAdmin', position: given.basis.trim(), validFrom: await registryFace.schoolDay(work) })
  work.audit('identity.grant.appoint', { about: personId, after: { role: 'schoolAdmin', scopeId: work.schoolId, basis: given.basis, signedBy: given.signedBy } })
  await announceAdmin(work, personId)
}

/** Releases an administrator; yesterday was the last day, or today if they were appointed today. */
export async function releaseAdmin(work: Work, row: { id: string; person_id: string; valid_from: string }, given: { reason: string; signedBy: string | null }): Promise<void> {
  await requireSignature(work, 'releaseAdministrator', row.id, given.signedBy, { reason: given.reason })
  const last = yesterday(work)
  await registryFace.endEmployment(work, row.id, last < row.valid_from ? row.valid_from : last)
  work.audit('identity.grant.release', { about: row.person_id, before: { role: 'schoolAdmin', scopeId: work.schoolId }, after: { reason: given.reason } })
  await announceAdmin(work, row.person_id)
}

async function announceAdmin(work: Work, personId: string): Promise<void> {
  const school = await registryFace.schoolOf(work, work.schoolId)
  announceGrant(work, { scopeKind: 'school', scopeId: work.schoolId, personId }, school ? [addresses.municipality(school.municipality_id), addresses.region(school.region_id)] : [])
}

function announceGrant(work: Work, payload: { scopeKind: 'region' | 'municipality' | 'school'; scopeId: string; personId: string }, to: readonly Address[]): void {
  work.announce(grantChanged, payload, [addresses.operators, addresses.person(payload.personId), ...to])
  work.announce(rightsChanged, { personId: payload.personId }, [addresses.person(payload.personId)])
}

const today = (work: Work) => work.now.toISOString().slice(0, 10)
const yesterday = (work: Work) => new Date(work.now.getTime() - 86_400_000).toISOString().slice(0, 10)
