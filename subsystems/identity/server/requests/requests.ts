import { addresses, normalSnils, whySnilsWrong } from '@school/contract'
import { registryFace } from '@school/registry/server'
import { Problem, type Read, type Work } from '@school/server'
import { requestChanged } from '../../contract/facts.ts'
import type { Compared, Named, Wish } from '../../contract/requests.ts'
import type { RequestTable } from '../tables.ts'
import { aboutOf, type About } from './about.ts'
import { ownRequest, type OwnWaitingRequest } from './access.ts'
import { bestOf, checkOf, compare, differingOf } from './compare.ts'
import { addStep, changeRequest, findClassName, findKid, insertRequest, listCandidates, listOpenRoles, listWaitingOfAsker } from './store.ts'
import { datesOf, requestTerms } from './terms.ts'

interface PersonRow { readonly last_name: string; readonly first_name: string; readonly middle_name: string | null; readonly birth_date: string; readonly snils: string | null }

/** A record of the registry in the words of a comparison. */
export const namedOf = (row: PersonRow): Named => ({ lastName: row.last_name, firstName: row.first_name, middleName: row.middle_name, birthDate: row.birth_date, snils: row.snils })

/** Tells the asker, the school's office and the curators of its territory. */
export async function announceRequest(work: Work, row: Pick<RequestTable, 'id' | 'asked_by'>): Promise<void> {
  const school = await registryFace.schoolOf(work, work.schoolId)
  const watching = school ? [addresses.municipality(school.municipality_id), addresses.region(school.region_id)] : []
  work.announce(requestChanged, { schoolId: work.schoolId, requestId: row.id, askedBy: row.asked_by }, [addresses.person(row.asked_by), addresses.office(work.schoolId), ...watching])
}

/** Asks a school to confirm who one is; the same id again changes nothing. */
export async function ask(work: Work, id: string, wish: Wish): Promise<RequestTable> {
  const before = await ownRequest(work, id)
  const { named, fromEsia } = await whoIsMeant(work, wish)
  work.audit('identity.request.ask', { about: before?.matched_id ?? null, after: { requestId: id, kind: wish.kind, repeated: before !== undefined } })
  if (before) return before
  await refuseDoubles(work, wish, named)
  const classId = wish.kind === 'child' ? wish.child.classId : wish.kind === 'pupil' ? wish.pupil.classId : null
  const about = aboutOf(wish, named, fromEsia, await findClassName(work, classId))
  const matched = await findMatch(work, wish.kind, named)
  const { dueAt, expiresAt } = datesOf(work.now)
  const row: RequestTable = {
    school_id: work.schoolId, id, kind: wish.kind, state: 'PENDING', asked_by: work.by.personId, about, ...judge(wish.kind, about, matched), created_at: work.now, due_at: dueAt, expires_at: expiresAt,
    escalated_at: null, decided_by: null, decided_at: null, reason: null, revision: 1,
  }
  await insertRequest(work, row)
  await addStep(work, id, 'created')
  await addStep(work, id, 'compared', summaryOf(row), null)
  await announceRequest(work, row)
  return row
}

/** Whose data count: those of ЕСИА wherever it gave them; what a person types is only a claim. */
async function whoIsMeant(work: Work, wish: Wish): Promise<{ named: Named; fromEsia: boolean }> {
  if (wish.kind !== 'child') {
    const own = await registryFace.findPerson(work, work.by.personId)
    if (!own) throw new Problem(409, 'identity.no_record')
    return { named: namedOf(own), fromEsia: own.esia_oid !== null }
  }
  const kid = wish.child.kidOid === null ? undefined : await findKid(work, work.by.personId, wish.child.kidOid)
  if (kid?.birth_date) return { named: { lastName: kid.last_name, firstName: kid.first_name, middleName: kid.middle_name, birthDate: kid.birth_date, snils: kid.snils }, fromEsia: true }
  return { named: typedNamed(wish.child.child, work.now), fromEsia: false }
}

function typedNamed(given: Named, now: Date): Named {
  const snils = given.snils === null || given.snils.trim() === '' ? null : normalSnils(given.snils)
  const fault = snils === null ? null : whySnilsWrong(snils)
  if (fault !== null) throw new Problem(400, 'identity.snils_wrong', { field: 'snils', fault })
  const day = new Date(`${given.birthDate}T00:00:00Z`)
  if (given.birthDate > now.toISOString().slice(0, 10) || given.birthDate < '1900-01-01' || day.toISOString().slice(0, 10) !== given.birthDate) throw new Problem(400, 'identity.birth_date_wrong', { field: 'birthDate' })
  return { lastName: given.lastName.trim(), firstName: given.firstName.trim(), middleName: given.middleName?.trim() || null, birthDate: given.birthDate, snils }
}

async function refuseDoubles(work: Work, wish: Wish, named: Named): Promise<void> {
  const waiting = await listWaitingOfAsker(work, work.by.personId)
  if (waiting.length >= requestTerms(work.now.toISOString().slice(0, 10)).mostWaiting) throw new Problem(409, 'identity.too_many_requests')
  const same = (other: About) => wish.kind !== 'child' || (other.named.birthDate === named.birthDate && other.named.firstName === named.firstName && other.named.lastName === named.lastName)
  if (waiting.some((one) => one.school_id === work.schoolId && one.kind === wish.kind && same(one.about as About))) throw new Problem(409, 'identity.already_asked')
  const roles = (await listOpenRoles(work, work.by.personId)).map((row) => row.role)
  if ((wish.kind === 'pupil' && roles.includes('pupil')) || (wish.kind === 'staff' && roles.includes(wish.staff.role))) throw new Problem(409, 'identity.already_here')
}

/** The record of this school that is meant, with everything the registry knows of it; never chosen by a name alone. */
export async function findMatch(work: Work, kind: RequestTable['kind'], named: Named): Promise<(Named & { id: string }) | null> {
  const holder = named.snils === null ? undefined : await registryFace.findPersonBySnils(work, named.snils)
  const candidates = await listCandidates(work, kind === 'staff' ? 'staff' : 'pupils', { birthDate: named.birthDate, lastName: named.lastName, firstName: named.firstName, holderId: holder?.id ?? null })
  const known: (Named & { id: string })[] = []
  for (const { id } of candidates) {
    const row = id === work.by.personId ? undefined : await registryFace.findPerson(work, id)
    // Whoever has an account of their own is not the one who asks for themselves.
    if (row && (kind === 'child' || row.esia_oid === null)) known.push({ id, ...namedOf(row) })
  }
  return bestOf(named, known)
}

export async function withData(read: Read, id: string): Promise<Named & { id: string }> {
  const row = await registryFace.findPerson(read, id)
  if (!row) throw new Problem(409, 'identity.no_record')
  return { id, ...namedOf(row) }
}

/** What the comparison with a record says; without a record everything is still open. */
export function judge(kind: RequestTable['kind'], about: About, matched: (Named & { id: string }) | null): Pick<RequestTable, 'matched_id' | 'comparison' | 'checked' | 'mismatches'> {
  const compared = matched === null ? [] : compare(about.named, matched)
  const byBirth = about.basis === null || about.basis === 'parent'
  return { matched_id: matched?.id ?? null, comparison: compared, checked: checkOf({ kind, fromEsia: about.fromEsia, byBirth, found: matched !== null, compared }), mismatches: differingOf(compared).length }
}

/** «Совпали три поля из пяти» as numbers. */
export function summaryOf(row: Pick<RequestTable, 'comparison' | 'checked'>): { check: string; matched: number; of: number } {
  const compared = row.comparison as Compared[]
  return { check: row.checked, matched: compared.filter((one) => one.matches).length, of: compared.length }
}

/** Takes one's own request back. */
export async function withdraw(work: Work, row: OwnWaitingRequest): Promise<RequestTable> {
  const after = await changeRequest(work, row, { state: 'WITHDRAWN', decided_at: work.now, decided_by: work.by.personId })
  await addStep(work, row.id, 'withdrawn')
  work.audit('identity.request.withdraw', { about: row.matched_id, before: { state: row.state }, after: { requestId: row.id, state: after.state } })
  await announceRequest(work, after)
  return after
}
