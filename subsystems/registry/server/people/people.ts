import { addresses } from '@school/contract'
import { notFound, Problem, type Work } from '@school/server'
import { personChanged } from '../../contract/facts.ts'
import type { PersonData, Who } from '../../contract/shapes.ts'
import { sameRevision } from '../revision.ts'
import type { PersonTable } from '../tables.ts'
import { relatedPerson, type RelatedPerson } from './access.ts'
import { listRecords } from '../merging/store.ts'
import { differingFields, fieldsOf, type PersonFields } from './rules.ts'
import { findPersonForUpdate, findPersonRow, findPersonRowBySnils, insertPerson, updatePerson } from './store.ts'

/** The person with these data: found by СНИЛС or id, otherwise entered. Data of somebody already known are never overwritten. */
export async function ensurePerson(work: Work, id: string, data: PersonData): Promise<PersonTable> {
  const fields = fieldsOf(data, work.now.toISOString().slice(0, 10))
  const known = (fields.snils === null ? undefined : await findPersonRowBySnils(work, fields.snils)) ?? await findPersonRow(work, id)
  if (known) {
    const differs = differingFields(known, fields)
    if (differs.length > 0) throw known.snils !== null && known.snils === fields.snils ? new Problem(409, 'registry.snils_taken', { field: 'snils', differs }) : notFound()
    return known
  }
  const person = await insertPerson(work, id, fields)
  work.audit('registry.person.enter', { about: id, after: auditOf(person) })
  announceChange(work, id)
  return person
}

/** Whom an act is about: somebody of this school, or somebody entered with it. */
export const resolveWho = async (work: Work, who: Who): Promise<PersonTable> =>
  who.data === null ? relatedPerson(work, who.personId) : ensurePerson(work, who.personId, who.data)

/** Corrects the data of a person; what was before stays in the history with the reason. */
export async function correctPerson(work: Work, person: RelatedPerson, data: PersonData, reason: string, basedOn: number): Promise<PersonTable> {
  sameRevision(person, basedOn)
  return writeCorrection(work, person, data, reason)
}

/** The same for a room above, which has judged the right and holds its own revision. */
export async function correctPersonById(work: Work, id: string, data: Partial<PersonData>, reason: string): Promise<PersonTable> {
  const person = await findPersonForUpdate(work, id)
  if (!person) throw notFound()
  const head = person.merged_to === null ? person : await findPersonRow(work, person.merged_to)
  return writeCorrection(work, person, { ...dataOf(person), snils: head?.snils ?? null, ...data }, reason)
}

async function writeCorrection(work: Work, person: PersonTable, data: PersonData, reason: string): Promise<PersonTable> {
  const fields = fieldsOf(data, work.now.toISOString().slice(0, 10))
  const records = (await listRecords(work, person.id)).slice(1)
  const holder = fields.snils === null ? undefined : await findPersonRowBySnils(work, fields.snils)
  if (holder && holder.id !== person.id && holder.id !== person.merged_to) throw new Problem(409, 'registry.snils_taken', { field: 'snils', differs: [] })
  // One human being under several records: the number stands at the record that stayed, everything else at all of them.
  const { snils, ...shared } = fields
  const after = await updatePerson(work, person.id, { ...shared, ...(person.merged_to === null ? { snils } : {}), revision: person.revision + 1 })
  for (const id of records) await updatePerson(work, id, { ...shared, ...(id === person.merged_to ? { snils } : {}) })
  work.audit('registry.person.correct', { about: person.id, before: auditOf(person), after: { ...auditOf(after), reason } })
  for (const id of [person.id, ...records]) announceChange(work, id)
  return after
}

/** Binds the account of Госуслуги to a person, once; contacts are taken over only where none are known. */
export async function attachEsia(work: Work, id: string, account: { oid: string; email?: string | null; phone?: string | null }): Promise<void> {
  const person = await findPersonForUpdate(work, id)
  if (!person) throw notFound()
  if (person.esia_oid !== null && person.esia_oid !== account.oid) throw new Problem(409, 'registry.other_account')
  if (person.esia_oid === account.oid) return
  await updatePerson(work, id, { esia_oid: account.oid, email: person.email ?? account.email ?? null, phone: person.phone ?? account.phone ?? null, revision: person.revision + 1 })
  work.audit('registry.person.attach', { about: id, after: { esia: true } })
  announceChange(work, id)
}

/** Takes the account of Госуслуги off a person: it turned out to belong to another record. */
export async function detachEsia(work: Work, id: string): Promise<void> {
  const person = await findPersonForUpdate(work, id)
  if (!person) throw notFound()
  if (person.esia_oid === null) return
  await updatePerson(work, id, { esia_oid: null, revision: person.revision + 1 })
  work.audit('registry.person.detach', { about: id, before: { esia: true } })
  announceChange(work, id)
}

function announceChange(work: Work, personId: string): void {
  const schoolId = work.schoolIdOrNull
  if (schoolId !== null) work.announce(personChanged, { schoolId, personId }, [addresses.person(personId), addresses.family(personId), addresses.staff(schoolId)])
}

const auditOf = (row: PersonFields) => ({
  lastName: row.last_name, firstName: row.first_name, middleName: row.middle_name, birthDate: row.birth_date, gender: row.gender, snils: row.snils, email: row.email, phone: row.phone,
})
const dataOf = (row: PersonTable): PersonData => auditOf(row)
