import { addresses } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { groupChanged, rightsChanged } from '../../contract/facts.ts'
import type { Group } from '../../contract/groups.ts'
import { sameRevision } from '../revision.ts'
import { schoolDay } from '../schools/store.ts'
import type { GroupTable } from '../tables.ts'
import { dayBefore } from '../time-zone.ts'
import type { ChangeableGroup } from './access.ts'
import { changesLater, closeMembership, countClasses, findGroupNamed, findGroupRow, listEnrolledIn, listMembers, lockGroup, openMembership, saveGroup, saveGroupTeachers, touchGroup, type CountedGroup } from './group-store.ts'
import { whyNotOfClasses } from './rules.ts'

export interface GroupGiven { readonly schoolYear: number; readonly kind: 'subgroup' | 'crossClass' | 'combined'; readonly name: string; readonly classIds: readonly string[]; readonly basedOn: number | null }

/** Makes or corrects a group that is not a whole class. */
export async function putGroup(work: Work, before: ChangeableGroup | null, id: string, given: GroupGiven): Promise<void> {
  if (before?.kind === 'class') throw new Problem(409, 'registry.group_is_class')
  const name = given.name.trim()
  const repeated = before !== null && given.basedOn === null && before.revision === 1 && before.name === name
  if (!repeated) sameRevision(before, given.basedOn)
  const classIds = [...new Set(given.classIds)]
  const expected = whyNotOfClasses(given.kind, classIds.length)
  if (expected !== null) throw new Problem(400, 'registry.group_classes', { field: 'classIds', expected })
  if (await countClasses(work, classIds, given.schoolYear) !== classIds.length) throw notFound()
  const holder = await findGroupNamed(work, given.schoolYear, name)
  if (holder && holder.id !== id) throw new Problem(409, 'registry.name_taken', { field: 'name' })
  const after: GroupTable = { school_id: work.schoolId, id, school_year: given.schoolYear, kind: given.kind, name, revision: repeated ? 1 : (before?.revision ?? 0) + 1 }
  await saveGroup(work, after, classIds)
  work.audit('registry.group.put', { about: id, before: before && { name: before.name, kind: before.kind }, after: { name, kind: given.kind, classIds } })
  announceGroup(work, id)
}

/** From a day on the group has exactly these members; whoever left keeps the days of before. */
export async function putGroupMembers(work: Work, group: ChangeableGroup, memberIds: readonly string[], from: string, basedOn: number): Promise<void> {
  sameRevision(group, basedOn)
  if (group.kind === 'class') throw new Problem(409, 'registry.group_is_class')
  if (await changesLater(work, group.id, from)) throw new Problem(409, 'registry.members_later', { field: 'from' })
  const wanted = [...new Set(memberIds)]
  const enrolled = await listEnrolledIn(work, group.id, wanted, from)
  const missing = wanted.filter((id) => !enrolled.has(id))
  if (missing.length > 0) throw new Problem(409, 'registry.not_in_classes', { studentIds: missing })
  const now = (await listMembers(work, group.id, from)).map(({ id }) => id)
  const [gone, come] = [now.filter((id) => !wanted.includes(id)), wanted.filter((id) => !now.includes(id))]
  if (gone.length > 0) await closeMembership(work, group.id, gone, dayBefore(from))
  if (come.length > 0) await openMembership(work, group.id, come, from)
  await touchGroup(work, group.id, group.revision + 1)
  work.audit('registry.group.members', { about: group.id, before: { members: now }, after: { from, members: wanted } })
  announceGroup(work, group.id)
  for (const personId of [...gone, ...come]) work.announce(rightsChanged, { personId }, [addresses.person(personId)])
}

/** Says who teaches a group from a day on; told by the room that keeps the courses. */
export async function setGroupTeachers(work: Work, groupId: string, teacherIds: readonly string[], from: string): Promise<void> {
  if (!(await lockGroup(work, groupId))) throw notFound()
  const changed = await saveGroupTeachers(work, groupId, teacherIds, from, dayBefore(from))
  if (changed.length === 0) return
  work.audit('registry.group.teachers', { about: groupId, after: { from, teacherIds } })
  for (const personId of changed) work.announce(rightsChanged, { personId }, [addresses.person(personId)])
}

function announceGroup(work: Work, groupId: string): void {
  work.announce(groupChanged, { schoolId: work.schoolId, groupId }, [addresses.staff(work.schoolId), addresses.group(groupId)])
}

export const presentGroup = (read: Read, row: CountedGroup): Group => ({
  id: row.id, schoolYear: row.school_year, kind: row.kind, name: row.name, classes: row.classes, members: row.members, revision: row.revision, can: { change: read.by.role === 'schoolAdmin' && row.kind !== 'class' },
})

export async function getGroupCard(read: Read, id: string, day?: string): Promise<Group> {
  const row = await findGroupRow(read, day ?? await schoolDay(read), id)
  if (!row) throw notFound()
  return presentGroup(read, row)
}
