import type { Work } from '@school/server'
import { changeableClass, changeableGroup } from './classes/access.ts'
import { putClass, type ClassGiven } from './classes/classes.ts'
import { isMember, listGroupsOf, listMembers } from './classes/group-store.ts'
import { putGroup, putGroupMembers, setGroupTeachers, type GroupGiven } from './classes/groups.ts'
import { notFound } from '@school/server'
import { changeableEnrolment, openClass } from './enrolment/access.ts'
import { enrol, transfer, withdraw, type Enrol, type Transfer, type Withdraw } from './enrolment/enrolment.ts'
import { findClassOf, findEnrolment, listEnrolmentsOf } from './enrolment/store.ts'
import { addGuardianship, endGuardianshipById } from './guardians/guardians.ts'
import { findOpenGuardianship, listChildIds, listGuardianIds } from './guardians/store.ts'
import { relatedPerson } from './people/access.ts'
import { listRecords, mapHeads } from './merging/store.ts'
import { bring } from './bring/bring.ts'
import { attachEsia, correctPersonById, detachEsia, ensurePerson } from './people/people.ts'
import { findPersonRow, findPersonRowByOid, findPersonRowBySnils, listAlike } from './people/store.ts'
import { putBuilding, putRoom, putSubject } from './places/places.ts'
import { findSchool, schoolDay } from './schools/store.ts'
import { employ, endEmploymentById } from './staff/staff.ts'
import { findOpenEmployment, listEmploymentsOf } from './staff/store.ts'

/**
 * What rooms above may ask and do. They pass their own `read` or `work` (of a school, except where persons are looked up at sign-in),
 * and have judged the right to it; every act leaves its trace under whoever opened the work.
 */
export const registryFace = {
  ensurePerson, correctPerson: correctPersonById, attachEsia, detachEsia,
  findPerson: findPersonRow, findPersonBySnils: findPersonRowBySnils, findPersonByEsiaOid: findPersonRowByOid, findAlike: listAlike, relatedPerson,
  /** Every record of the same human being, the given one first; and, for ids that gave way in a merge, the record that stayed. */
  recordsOf: listRecords, headsOf: mapHeads,
  /** Takes a person on, administrators included. */
  employ, endEmployment: endEmploymentById, findOpenEmployment, employmentsOf: listEmploymentsOf,
  enrol: async (work: Work, classId: string, given: Enrol) => enrol(work, await openClass(work, classId), given),
  transfer: async (work: Work, enrolmentId: string, classId: string, given: Transfer) => transfer(work, await changeableEnrolment(work, enrolmentId), await openClass(work, classId), given),
  withdraw: async (work: Work, enrolmentId: string, given: Withdraw) => withdraw(work, await changeableEnrolment(work, enrolmentId), given),
  findEnrolment, enrolmentsOf: listEnrolmentsOf, classOf: findClassOf,
  putClass: async (work: Work, id: string, given: ClassGiven) => putClass(work, await changeableClass(work, id), id, given),
  putGroup: async (work: Work, id: string, given: GroupGiven) => putGroup(work, await changeableGroup(work, id), id, given),
  async setGroupMembers(work: Work, id: string, memberIds: readonly string[], from: string): Promise<void> {
    const group = await changeableGroup(work, id)
    if (!group) throw notFound()
    await putGroupMembers(work, group, memberIds, from, group.revision)
  },
  setGroupTeachers,
  bring,
  putSubject, putRoom, putBuilding,
  addGuardianship, endGuardianship: endGuardianshipById, findOpenGuardianship,
  /** Ids of the representatives in force on the day, without restricted ones. */
  guardiansOf: listGuardianIds,
  childrenOf: listChildIds,
  isInGroup: isMember, membersOf: listMembers, groupsOf: listGroupsOf,
  /** The school of any id with its municipality and region. */
  schoolOf: findSchool,
  /** Today in the time zone of the school of this transaction. */
  schoolDay,
} as const
