import { addresses } from '@school/contract'
import { registryFace } from '@school/registry/server'
import { notFound, Problem, type Work } from '@school/server'
import { courseChanged } from '../../contract/facts.ts'
import { followSoon } from '../lessons/make.ts'
import { findSameCourse, hasGroupAndSubject, listStrangers, listTeachersOfGroup, lockCourse, saveCourse, saveLastDay, setTeachers } from './store.ts'

interface Given { readonly year: number; readonly groupId: string; readonly subjectId: string; readonly hoursPerWeek: number; readonly teacherIds: readonly string[]; readonly from: string; readonly basedOn: number | null }

/** Puts a course with its hours and says who teaches it from a day on; lessons follow when `followSoon` is ordered. */
export async function writeCourse(work: Work, id: string, given: Given): Promise<void> {
  const before = await lockCourse(work, id)
  if (before && given.basedOn !== null && before.revision !== given.basedOn) throw new Problem(409, 'schedule.changed_meanwhile', { revision: before.revision })
  if (!before && !(await hasGroupAndSubject(work, given.groupId, given.subjectId))) throw notFound()
  if (before && (before.group_id !== given.groupId || before.subject_id !== given.subjectId)) throw new Problem(409, 'schedule.course_exists', { id })
  const same = before ? undefined : await findSameCourse(work, given.year, given.groupId, given.subjectId)
  if (same) throw new Problem(409, 'schedule.course_exists', { id: same.id })
  const strangers = await listStrangers(work, given.teacherIds, given.from)
  if (strangers.length > 0) throw new Problem(409, 'schedule.not_staff', { field: 'teacherIds', ids: strangers })
  await saveCourse(work, { id, year: given.year, groupId: given.groupId, subjectId: given.subjectId, hours: given.hoursPerWeek, revision: (before?.revision ?? 0) + 1 })
  await setTeachers(work, id, given.teacherIds, given.from)
  await registryFace.setGroupTeachers(work, given.groupId, await listTeachersOfGroup(work, given.groupId, given.from), given.from)
  work.audit('schedule.course.put', { about: id, after: { hours: given.hoursPerWeek, teacherIds: given.teacherIds, from: given.from } })
  work.announce(courseChanged, { schoolId: work.schoolId, courseId: id }, [addresses.staff(work.schoolId)])
}

/** Puts a course; the coming lessons follow soon. */
export async function putCourseOf(work: Work, id: string, given: Given): Promise<void> {
  await writeCourse(work, id, given)
  await followSoon(work)
}

/** The last day of a course, or none. */
export async function setLastDay(work: Work, id: string, on: string | null, basedOn: number | null): Promise<void> {
  const before = await lockCourse(work, id)
  if (!before) throw notFound()
  if (basedOn !== null && before.revision !== basedOn) throw new Problem(409, 'schedule.changed_meanwhile', { revision: before.revision })
  await saveLastDay(work, id, on)
  work.audit('schedule.course.close', { about: id, before: { on: before.closed_on }, after: { on } })
  work.announce(courseChanged, { schoolId: work.schoolId, courseId: id }, [addresses.staff(work.schoolId)])
  await followSoon(work)
}

/** Gives a course other hours a week; who teaches it stays. */
export async function setCourseHours(work: Work, id: string, hours: number): Promise<void> {
  const before = await lockCourse(work, id)
  if (!before) throw notFound()
  await saveCourse(work, { id, year: before.year, groupId: before.group_id, subjectId: before.subject_id, hours, revision: before.revision + 1 })
  work.audit('schedule.course.hours', { about: id, after: { hours } })
  work.announce(courseChanged, { schoolId: work.schoolId, courseId: id }, [addresses.staff(work.schoolId)])
}
