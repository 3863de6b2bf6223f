// not messages: the ground of a guardianship as the registry keeps it
import { newId } from '@school/contract'
import { registryFace } from '@school/registry/server'
import { reading, writing, type Actor, type Kit } from '@school/server'
import type { KidTable } from '../tables.ts'
import { aboutOf } from './about.ts'
import { compare, differingOf } from './compare.ts'
import { addStep, findClassName, insertRequest, listGuardianships, listKidsOf, listOpenRoles, listSchoolsOfPupil } from './store.ts'
import { announceRequest, namedOf } from './requests.ts'
import { datesOf } from './terms.ts'

/**
 * Opens to a parent the diaries of those children of the ЕСИА account whose СНИЛС and birth date are a pupil's.
 * Whoever once represented the child here, or may not, is not linked anew by a machine.
 */
export async function linkKids(kit: Kit, by: Actor): Promise<void> {
  const kids = await reading(kit, {}, (read) => listKidsOf(read, by.personId))
  for (const kid of kids) await linkKid(kit, by, kid)
}

async function linkKid(kit: Kit, by: Actor, kid: KidTable): Promise<void> {
  const { snils } = kid
  if (snils === null || kid.birth_date === null) return
  const found = await reading(kit, {}, async (read) => {
    const pupil = await registryFace.findPersonBySnils(read, snils)
    if (!pupil || pupil.birth_date !== kid.birth_date || pupil.id === by.personId) return null
    if ((await listGuardianships(read, by.personId, pupil.id)).length > 0) return null
    const [schoolId] = await listSchoolsOfPupil(read, pupil.id)
    return schoolId === undefined ? null : { pupil, schoolId }
  })
  if (!found) return
  await writing(kit, { by, schoolId: found.schoolId }, async (work) => {
    const named = { lastName: kid.last_name, firstName: kid.first_name, middleName: kid.middle_name, birthDate: kid.birth_date!, snils }
    const comparison = compare(named, namedOf(found.pupil))
    const classId = (await listOpenRoles(work, found.pupil.id)).find((row) => row.role === 'pupil')?.class_id ?? null
    const about = aboutOf({ kind: 'child', child: { child: named, kidOid: kid.oid, basis: 'parent', classId } }, named, true, await findClassName(work, classId))
    const id = newId()
    const { dueAt, expiresAt } = datesOf(work.now)
    await insertRequest(work, {
      school_id: work.schoolId, id, kind: 'child', state: 'APPROVED', asked_by: by.personId, about, matched_id: found.pupil.id, comparison, checked: 'matched', mismatches: differingOf(comparison).length,
      created_at: work.now, due_at: dueAt, expires_at: expiresAt, escalated_at: null, decided_by: null, decided_at: work.now, reason: null, revision: 1,
    })
    await addStep(work, id, 'autoLinked')
    await registryFace.addGuardianship(work, { id, guardianId: by.personId, studentId: found.pupil.id, basis: 'parent', document: 'ЕСИА: СНИЛС и дата рождения ребёнка совпали', restricted: false, validFrom: await registryFace.schoolDay(work) })
    work.audit('identity.request.link', { about: found.pupil.id, after: { requestId: id } })
    await announceRequest(work, { id, asked_by: by.personId })
  })
}
