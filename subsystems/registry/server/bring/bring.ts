import { addresses } from '@school/contract'
import type { Work } from '@school/server'
import { classChanged, rightsChanged } from '../../contract/facts.ts'
import * as store from './store.ts'

export type { BroughtPerson } from './store.ts'

/**
 * Sets of rows from a file, each in one statement; who brings them has checked the file and leaves one trace for the whole of it.
 * Nothing is taken away: what is already there stays.
 */
export const bring = {
  people: store.bringPeople, employments: store.bringEmployments, classes: store.bringClasses, enrolments: store.bringEnrolments, groups: store.bringGroups, members: store.bringMembers,
  guardianships: store.bringGuardianships, subjects: store.bringSubjects, buildings: store.bringBuildings, rooms: store.bringRooms, groupTeachers: store.bringGroupTeachers,
  /** Tells open pages: classes of the school have changed, and the rights of those named who have signed in before. */
  async told(work: Work, classIds: readonly string[], personIds: readonly string[]): Promise<void> {
    for (const classId of classIds.slice(0, 1)) work.announce(classChanged, { schoolId: work.schoolId, classId }, [addresses.school(work.schoolId)])
    for (const personId of await store.listSignedIn(work, personIds)) work.announce(rightsChanged, { personId }, [addresses.person(personId)])
  },
} as const
