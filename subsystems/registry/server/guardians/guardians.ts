import { addresses } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { guardianshipChanged, rightsChanged } from '../../contract/facts.ts'
import type { Guardianship } from '../../contract/guardianship.ts'
import { sameRevision } from '../revision.ts'
import { dayBefore } from '../time-zone.ts'
import type { GuardianshipTable } from '../tables.ts'
import { mayChangeGuardianship, type ChangeableGuardianship } from './access.ts'
import { findGuardianship, findOpenGuardianship, lockGuardianship, saveGuardianship, type NamedGuardianship } from './store.ts'

export interface GuardianshipGiven {
  readonly id: string; readonly studentId: string; readonly guardianId: string; readonly basis: GuardianshipTable['basis']; readonly document: string; readonly restricted: boolean; readonly validFrom: string
}

/** Notes who represents a pupil; a repeat with the same id changes nothing. */
export async function addGuardianship(work: Work, given: GuardianshipGiven): Promise<void> {
  if (given.guardianId === given.studentId) throw new Problem(409, 'registry.own_guardian')
  const before = await lockGuardianship(work, given.id)
  if (before && (before.guardian_id !== given.guardianId || before.student_id !== given.studentId)) throw new Problem(409, 'registry.changed_meanwhile', { revision: before.revision })
  if (!before && await findOpenGuardianship(work, given.guardianId, given.studentId)) throw new Problem(409, 'registry.already_guardian')
  askForDocument(given)
  const after: GuardianshipTable = before ?? {
    id: given.id, guardian_id: given.guardianId, student_id: given.studentId, basis: given.basis, document: given.document.trim(), restricted: given.restricted, valid_from: given.validFrom, valid_to: null, revision: 1,
  }
  if (!before) await saveGuardianship(work, after)
  work.audit('registry.guardianship.begin', { about: given.studentId, before: before && auditOf(before), after: auditOf(after) })
  announceGuardianship(work, after)
}

/** Corrects basis, document and first day, restricts or frees; what the guardian may see follows at once. */
export async function correctGuardianship(work: Work, before: ChangeableGuardianship, given: { basis: GuardianshipTable['basis']; document: string; restricted: boolean; validFrom: string; basedOn: number }): Promise<void> {
  sameRevision(before, given.basedOn)
  if (before.valid_to !== null) throw new Problem(409, 'registry.already_ended')
  askForDocument(given)
  const after: GuardianshipTable = { ...before, basis: given.basis, document: given.document.trim(), restricted: given.restricted, valid_from: given.validFrom, revision: before.revision + 1 }
  await saveGuardianship(work, after)
  work.audit(after.restricted === before.restricted ? 'registry.guardianship.correct' : after.restricted ? 'registry.guardianship.restrict' : 'registry.guardianship.free', { about: before.student_id, before: auditOf(before), after: auditOf(after) })
  announceGuardianship(work, after)
}

/** Ends a guardianship; `validTo` is the last day, and the document says why. One begun today ends at once with yesterday: it was in force on no whole day. */
export async function endGuardianship(work: Work, before: GuardianshipTable, validTo: string, document: string): Promise<void> {
  if (before.valid_to !== null) throw new Problem(409, 'registry.already_ended')
  if (validTo < dayBefore(before.valid_from)) throw new Problem(400, 'registry.dates_wrong', { field: 'validTo', from: before.valid_from })
  const after: GuardianshipTable = { ...before, valid_to: validTo, revision: before.revision + 1 }
  await saveGuardianship(work, after)
  work.audit('registry.guardianship.end', { about: before.student_id, before: auditOf(before), after: { ...auditOf(after), endDocument: document.trim() } })
  announceGuardianship(work, after)
}

/** Ends a guardianship for a room above, which has judged the right. */
export async function endGuardianshipById(work: Work, id: string, validTo: string, document: string): Promise<void> {
  const before = await lockGuardianship(work, id)
  if (!before) throw notFound()
  await endGuardianship(work, before, validTo, document)
}

function askForDocument(given: { restricted: boolean; document: string }): void {
  if (given.restricted && given.document.trim() === '') throw new Problem(400, 'registry.document_needed', { field: 'document' })
}

function announceGuardianship(work: Work, row: GuardianshipTable): void {
  const heard = [addresses.family(row.student_id), addresses.person(row.guardian_id)]
  work.announce(guardianshipChanged, { schoolId: work.schoolId, guardianshipId: row.id, studentId: row.student_id, guardianId: row.guardian_id }, [...heard, addresses.office(work.schoolId)])
  work.announce(rightsChanged, { personId: row.guardian_id }, heard)
}

const auditOf = (row: GuardianshipTable) =>
  ({ guardianId: row.guardian_id, basis: row.basis, document: row.document, restricted: row.restricted, validFrom: row.valid_from, validTo: row.valid_to })

export const presentGuardianship = (read: Read, row: NamedGuardianship, detail: 'names' | 'contacts' | 'all'): Guardianship => ({
  id: row.id, guardian: { id: row.guardian_id, lastName: row.guardian_last, firstName: row.guardian_first, middleName: row.guardian_middle },
  student: { id: row.student_id, lastName: row.student_last, firstName: row.student_first, middleName: row.student_middle },
  phone: detail === 'names' ? null : row.phone, email: detail === 'names' ? null : row.email, basis: row.basis, document: detail === 'all' ? row.document : '', restricted: row.restricted,
  validFrom: row.valid_from, validTo: row.valid_to, revision: row.revision, can: { change: mayChangeGuardianship(read.by.role, row) },
})

export async function getGuardianship(read: Read, id: string): Promise<Guardianship> {
  const row = await findGuardianship(read, id)
  if (!row) throw notFound()
  return presentGuardianship(read, row, 'all')
}
