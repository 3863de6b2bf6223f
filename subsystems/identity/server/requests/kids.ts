import { registryFace } from '@school/registry/server'
import type { Read, Work } from '@school/server'
import type { Kid } from '../../contract/requests.ts'
import type { KidTable } from '../tables.ts'
import type { About } from './about.ts'
import type { Kid as EsiaKid } from '../esia/provider.ts'
import { listKidsOf, listWaitingOfAsker, replaceKids } from './store.ts'

/** The children of the ЕСИА account, each with how far it is from the diary. */
export async function listKidsWithStates(read: Read): Promise<Kid[]> {
  const kids = await listKidsOf(read, read.by.personId)
  const asked = new Set((await listWaitingOfAsker(read, read.by.personId)).map((one) => (one.about as About).kidOid))
  const states: Kid[] = []
  for (const kid of kids) {
    states.push({
      oid: kid.oid, lastName: kid.last_name, firstName: kid.first_name, middleName: kid.middle_name, birthDate: kid.birth_date, hasSnils: kid.snils !== null,
      state: await isLinked(read, kid) ? 'linked' : kid.oid !== null && asked.has(kid.oid) ? 'requested' : 'free',
    })
  }
  return states
}

async function isLinked(read: Read, kid: KidTable): Promise<boolean> {
  const pupil = kid.snils === null ? undefined : await registryFace.findPersonBySnils(read, kid.snils)
  return pupil !== undefined && read.by.grants.some((grant) => grant.role === 'parent' && grant.scopeId === pupil.id)
}

/** Notes the children of an ЕСИА account as it names them now. */
export const noteKids = (work: Work, parentId: string, kids: readonly EsiaKid[]): Promise<void> => replaceKids(work, parentId, kids.map((kid, position) => ({
  parent_id: parentId, position, oid: kid.oid, last_name: kid.lastName, first_name: kid.firstName, middle_name: kid.middleName, birth_date: kid.birthDate, snils: kid.snils, gender: kid.gender, seen_at: work.now,
})))
