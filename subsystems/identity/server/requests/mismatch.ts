import { newId } from '@school/contract'
import { registryFace } from '@school/registry/server'
import { reading, writing, type Actor, type Kit, type Work } from '@school/server'
import type { Named } from '../../contract/requests.ts'
import { digitsOf } from '../accounts/rules.ts'
import type { SignedInPerson } from '../esia/provider.ts'
import type { About } from './about.ts'
import { compare, differingOf } from './compare.ts'
import { announceRequest, judge, namedOf, summaryOf } from './requests.ts'
import { addStep, findRefusedCorrection, insertCorrection, listSchoolsOfPerson } from './store.ts'
import { datesOf } from './terms.ts'

/** What ЕСИА says of a person otherwise than their school becomes a request to correct, for the administrator to see and decide. */
export async function askForCorrection(kit: Kit, by: Actor, came: SignedInPerson): Promise<void> {
  const named: Named = { lastName: came.lastName, firstName: came.firstName, middleName: came.middleName, birthDate: came.birthDate, snils: digitsOf(came.snils) }
  const schoolId = await reading(kit, {}, async (read) => {
    const own = await registryFace.findPerson(read, by.personId)
    return own && differingOf(compare(named, namedOf(own))).length > 0 ? (await listSchoolsOfPerson(read, by.personId))[0] : undefined
  })
  if (schoolId !== undefined) await writing(kit, { by, schoolId }, (work) => openCorrection(work, { named, matchedId: by.personId, askedBy: by.personId }))
}

/** Opens a correction of a record; nothing when all agrees, one waits already, or the school has said of these very data that its own are right. */
export async function openCorrection(work: Work, { named, matchedId, askedBy }: { named: Named; matchedId: string; askedBy: string }): Promise<void> {
  const person = await registryFace.findPerson(work, matchedId)
  if (!person || differingOf(compare(named, namedOf(person))).length === 0 || await findRefusedCorrection(work, matchedId, named)) return
  const about: About = { named, fromEsia: true, kidOid: null, role: 'correction', position: null, wish: null, basis: null, classId: null, className: null }
  const { dueAt, expiresAt } = datesOf(work.now)
  const row = {
    school_id: work.schoolId, id: newId(), kind: 'correction' as const, state: 'PENDING' as const, asked_by: askedBy, about, ...judge('correction', about, { id: matchedId, ...namedOf(person) }),
    created_at: work.now, due_at: dueAt, expires_at: expiresAt, escalated_at: null, decided_by: null, decided_at: null, reason: null, revision: 1,
  }
  if (!(await insertCorrection(work, row))) return
  await addStep(work, row.id, 'mismatch')
  await addStep(work, row.id, 'compared', summaryOf(row), null)
  work.audit('identity.request.mismatch', { about: matchedId, after: { requestId: row.id, fields: differingOf(compare(named, namedOf(person))) } })
  await announceRequest(work, row)
}
