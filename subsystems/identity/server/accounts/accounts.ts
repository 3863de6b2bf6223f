// not messages: grounds of corrections as the registry keeps them in its history
import { newId } from '@school/contract'
import { registryFace } from '@school/registry/server'
import { rightsChanged } from '@school/registry/contract'
import { addresses } from '@school/contract'
import { notFound, Problem, type Work } from '@school/server'
import type { SignedInPerson } from '../esia/provider.ts'
import { moveSessions } from '../sessions/store.ts'
import { digitsOf, genderOf, recognition } from './rules.ts'
import { closeCase, findCaseForUpdate, moveAccountRow, openMergeCase } from './store.ts'

/** The person behind a sign-in: known, tied by СНИЛС or entered new; null when an operator has to say who it is. */
export async function recognise(work: Work, came: SignedInPerson): Promise<string | null> {
  const snils = digitsOf(came.snils)
  const byOid = await registryFace.findPersonByEsiaOid(work, came.oid)
  const bySnils = snils === null ? undefined : await registryFace.findPersonBySnils(work, snils)
  switch (recognition(byOid, bySnils, came)) {
    case 'known':
      if (byOid!.snils === null && snils !== null && !bySnils) await registryFace.correctPerson(work, byOid!.id, { snils }, 'СНИЛС из ЕСИА')
      return byOid!.id
    case 'tie':
      await registryFace.attachEsia(work, bySnils!.id, { oid: came.oid })
      return bySnils!.id
    case 'clash': {
      const id = newId()
      const { lastName, firstName, middleName, birthDate } = came
      await openMergeCase(work, { id, snils: snils!, known_id: bySnils!.id, came_oid: came.oid, came: { lastName, firstName, middleName, birthDate } })
      work.audit('identity.merge.open', { about: bySnils!.id, after: { caseId: id } })
      return null
    }
    case 'new': {
      const { lastName, firstName, middleName, birthDate } = came
      const person = await registryFace.ensurePerson(work, newId(), { lastName, firstName, middleName, birthDate, gender: genderOf(came.gender, middleName), snils, email: null, phone: null })
      await registryFace.attachEsia(work, person.id, { oid: came.oid })
      return person.id
    }
  }
}

/** Gives the account of one record to another, with sessions, answers and children: both are the same human being. */
export async function moveAccount(work: Work, fromId: string, toId: string): Promise<void> {
  const [from, to] = [await registryFace.findPerson(work, fromId), await registryFace.findPerson(work, toId)]
  if (!from || !to) throw notFound()
  if (from.esia_oid === null) throw new Problem(409, 'identity.no_account')
  await registryFace.detachEsia(work, fromId)
  await registryFace.attachEsia(work, toId, { oid: from.esia_oid })
  if (from.snils !== null && to.snils === null) {
    await registryFace.correctPerson(work, fromId, { snils: null }, 'СНИЛС перенесён в запись школы')
    await registryFace.correctPerson(work, toId, { snils: from.snils }, 'СНИЛС из ЕСИА')
  }
  await moveAccountRow(work, fromId, toId)
  await moveSessions(work, fromId, toId)
  work.audit('identity.account.move', { about: toId, before: { personId: fromId }, after: { personId: toId } })
  for (const personId of [fromId, toId]) work.announce(rightsChanged, { personId }, [addresses.person(personId)])
}

/** An operator's word on a clash: the record goes to the account that came, or stays as it was. */
export async function decideCase(work: Work, id: string, decision: 'move' | 'refuse', reason: string): Promise<void> {
  const found = await findCaseForUpdate(work, id)
  if (!found) throw notFound()
  if (found.state !== 'OPEN') throw new Problem(409, 'identity.already_decided')
  if (decision === 'move') {
    await registryFace.detachEsia(work, found.known_id)
    await registryFace.attachEsia(work, found.known_id, { oid: found.came_oid })
  }
  await closeCase(work, id, decision === 'move' ? 'MOVED' : 'REFUSED', reason)
  work.audit('identity.merge.decide', { about: found.known_id, after: { decision, reason } })
}
