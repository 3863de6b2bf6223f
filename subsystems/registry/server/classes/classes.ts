import { addresses } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import type { ClassUnit } from '../../contract/classes.ts'
import { classChanged, groupChanged, rightsChanged } from '../../contract/facts.ts'
import { findPlace } from '../places/store.ts'
import { sameRevision } from '../revision.ts'
import { schoolDay } from '../schools/store.ts'
import { teachesHere } from '../staff/store.ts'
import type { ClassTable } from '../tables.ts'
import type { ChangeableClass } from './access.ts'
import { findGroupNamed, saveGroup } from './group-store.ts'
import { classNameOf } from './rules.ts'
import { findClassNamed, findClassRow, lockClass, saveClass, type CountedClass } from './store.ts'

export interface ClassGiven {
  readonly schoolYear: number; readonly gradeLevel: number | null; readonly course: number | null; readonly letter: string; readonly name?: string | undefined; readonly shift: number
  readonly buildingId: string | null; readonly homeroomTeacherId: string | null; readonly previousClassId: string | null; readonly basedOn: number | null
}

/** Makes or corrects a class together with the group that carries its id. */
export async function putClass(work: Work, before: ChangeableClass | null, id: string, given: ClassGiven): Promise<void> {
  const name = classNameOf(given)
  const repeated = before !== null && given.basedOn === null && before.revision === 1 && before.name === name
  if (!repeated) sameRevision(before, given.basedOn)
  if (before?.closed_on) throw new Problem(409, 'registry.class_closed', { since: before.closed_on })
  await refuseWrongParts(work, id, name, given, before)
  const after: ClassTable = {
    school_id: work.schoolId, id, school_year: given.schoolYear, grade_level: given.gradeLevel, course: given.course, letter: given.letter.trim(), name, shift: given.shift, building_id: given.buildingId,
    homeroom_teacher_id: given.homeroomTeacherId, previous_class_id: given.previousClassId, closed_on: null, revision: repeated ? 1 : (before?.revision ?? 0) + 1,
  }
  await saveClass(work, after)
  await saveGroup(work, { school_id: work.schoolId, id, school_year: given.schoolYear, kind: 'class', name, revision: after.revision }, [id])
  work.audit('registry.class.put', { about: id, before: before && auditOf(before), after: auditOf(after) })
  announceClass(work, id)
  if (before?.homeroom_teacher_id === given.homeroomTeacherId) return
  for (const personId of [before?.homeroom_teacher_id, given.homeroomTeacherId]) if (personId) work.announce(rightsChanged, { personId }, [addresses.person(personId)])
}

async function refuseWrongParts(work: Work, id: string, name: string, given: ClassGiven, before: ClassTable | null): Promise<void> {
  for (const holder of [await findClassNamed(work, given.schoolYear, name), await findGroupNamed(work, given.schoolYear, name)]) {
    if (holder && holder.id !== id) throw new Problem(409, 'registry.name_taken', { field: 'letter' })
  }
  const { homeroomTeacherId, previousClassId, buildingId } = given
  if (homeroomTeacherId !== null && homeroomTeacherId !== before?.homeroom_teacher_id && !(await teachesHere(work, homeroomTeacherId, await schoolDay(work)))) throw new Problem(409, 'registry.not_a_teacher', { field: 'homeroomTeacherId' })
  if (buildingId !== null && !(await findPlace(work, 'registry.building', buildingId))) throw notFound()
  if (previousClassId === null) return
  const previous = await lockClass(work, previousClassId)
  if (!previous || previous.school_year >= given.schoolYear) throw notFound()
}

/** Closes a class that has no pupils. */
export async function closeClass(work: Work, before: ChangeableClass, closedOn: string, basedOn: number): Promise<void> {
  sameRevision(before, basedOn)
  if (before.closed_on !== null) throw new Problem(409, 'registry.class_closed', { since: before.closed_on })
  const counted = await findClassRow(work, closedOn, before.id)
  if (counted && counted.pupils > 0) throw new Problem(409, 'registry.class_has_pupils', { pupils: counted.pupils })
  const after = { ...before, closed_on: closedOn, revision: before.revision + 1 }
  await saveClass(work, after)
  work.audit('registry.class.close', { about: before.id, before: auditOf(before), after: auditOf(after) })
  announceClass(work, before.id)
  if (before.homeroom_teacher_id) work.announce(rightsChanged, { personId: before.homeroom_teacher_id }, [addresses.person(before.homeroom_teacher_id)])
}

function announceClass(work: Work, classId: string): void {
  const heard = [addresses.staff(work.schoolId), addresses.group(classId)]
  work.announce(classChanged, { schoolId: work.schoolId, classId }, heard)
  work.announce(groupChanged, { schoolId: work.schoolId, groupId: classId }, heard)
}

const auditOf = (row: ClassTable) => ({
  schoolYear: row.school_year, gradeLevel: row.grade_level, course: row.course, letter: row.letter, name: row.name, shift: row.shift, buildingId: row.building_id,
  homeroomTeacherId: row.homeroom_teacher_id, previousClassId: row.previous_class_id, closedOn: row.closed_on,
})

export const presentClass = (read: Read, row: CountedClass, open: boolean): ClassUnit => ({
  id: row.id, schoolYear: row.school_year, gradeLevel: row.grade_level, course: row.course, letter: row.letter, name: row.name, shift: row.shift, buildingId: row.building_id,
  homeroomTeacher: row.homeroom_teacher_id === null ? null : { id: row.homeroom_teacher_id, lastName: row.homeroom_last ?? '', firstName: row.homeroom_first ?? '', middleName: row.homeroom_middle },
  previousClassId: row.previous_class_id, closedOn: row.closed_on, pupils: row.pupils, revision: row.revision, can: { change: read.by.role === 'schoolAdmin' && row.closed_on === null, open },
})

export async function getClassUnit(read: Read, id: string): Promise<ClassUnit> {
  const row = await findClassRow(read, await schoolDay(read), id)
  if (!row) throw notFound()
  return presentClass(read, row, true)
}
