import { addresses } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import type { Employment } from '../../contract/employment.ts'
import { employmentChanged, rightsChanged } from '../../contract/facts.ts'
import { presentName } from '../people/present.ts'
import { sameRevision } from '../revision.ts'
import type { EmploymentTable } from '../tables.ts'
import { mayChangeEmployment, type ChangeableEmployment } from './access.ts'
import { findEmployment, findOpenEmployment, lockEmployment, saveEmployment, type NamedEmployment } from './store.ts'

export interface Employ { readonly id: string; readonly personId: string; readonly role: EmploymentTable['role']; readonly position: string; readonly validFrom: string }

/** Takes a person on; a repeat with the same id changes nothing. */
export async function employ(work: Work, given: Employ): Promise<void> {
  const before = await lockEmployment(work, given.id)
  if (before && (before.person_id !== given.personId || before.role !== given.role)) throw new Problem(409, 'registry.changed_meanwhile', { revision: before.revision })
  if (!before && await findOpenEmployment(work, given.personId, given.role)) throw new Problem(409, 'registry.already_employed')
  const after: EmploymentTable = before ?? { school_id: work.schoolId, id: given.id, person_id: given.personId, role: given.role, position: given.position.trim(), valid_from: given.validFrom, valid_to: null, revision: 1 }
  if (!before) await saveEmployment(work, after)
  work.audit('registry.employment.begin', { about: given.personId, before: before && auditOf(before), after: auditOf(after) })
  announceEmployment(work, after)
}

/** Corrects position and first day of an employment. */
export async function correctEmployment(work: Work, before: ChangeableEmployment, given: { role: EmploymentTable['role']; position: string; validFrom: string; basedOn: number }): Promise<void> {
  sameRevision(before, given.basedOn)
  if (before.valid_to !== null && given.validFrom > before.valid_to) throw new Problem(400, 'registry.dates_wrong', { field: 'validFrom' })
  if (given.role !== before.role && await findOpenEmployment(work, before.person_id, given.role)) throw new Problem(409, 'registry.already_employed')
  const after: EmploymentTable = { ...before, role: given.role, position: given.position.trim(), valid_from: given.validFrom, revision: before.revision + 1 }
  await saveEmployment(work, after)
  work.audit('registry.employment.correct', { about: before.person_id, before: auditOf(before), after: auditOf(after) })
  announceEmployment(work, after)
}

/** Ends an employment; `validTo` is the last day. */
export async function endEmployment(work: Work, before: EmploymentTable, validTo: string): Promise<void> {
  if (before.valid_to !== null) throw new Problem(409, 'registry.already_ended')
  if (validTo < before.valid_from) throw new Problem(400, 'registry.dates_wrong', { field: 'validTo', from: before.valid_from })
  const after: EmploymentTable = { ...before, valid_to: validTo, revision: before.revision + 1 }
  await saveEmployment(work, after)
  work.audit('registry.employment.end', { about: before.person_id, before: auditOf(before), after: auditOf(after) })
  announceEmployment(work, after)
}

/** Ends an employment for a room above, which has judged the right. */
export async function endEmploymentById(work: Work, id: string, validTo: string): Promise<void> {
  const before = await lockEmployment(work, id)
  if (!before) throw notFound()
  await endEmployment(work, before, validTo)
}

function announceEmployment(work: Work, row: EmploymentTable): void {
  work.announce(employmentChanged, { schoolId: work.schoolId, employmentId: row.id, personId: row.person_id }, [addresses.staff(work.schoolId), addresses.person(row.person_id)])
  work.announce(rightsChanged, { personId: row.person_id }, [addresses.person(row.person_id)])
}

const auditOf = ({ role, position, valid_from, valid_to }: EmploymentTable) => ({ role, position, validFrom: valid_from, validTo: valid_to })

export const presentEmployment = (read: Read, row: NamedEmployment): Employment => ({
  id: row.id, person: presentName({ ...row, id: row.person_id }), role: row.role, position: row.position, validFrom: row.valid_from, validTo: row.valid_to, revision: row.revision,
  can: { change: mayChangeEmployment(read.by.role, row) },
})

export async function getEmployment(read: Read, id: string): Promise<Employment> {
  const row = await findEmployment(read, id)
  if (!row) throw notFound()
  return presentEmployment(read, row)
}
