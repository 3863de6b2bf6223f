import { addresses } from '@school/contract'
import { registryFace, schoolYearOf } from '@school/registry/server'
import { notFound, Problem, serve, type Read, type Work } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { courseChanged } from '../../contract/facts.ts'
import { closeCourse, listLoad, putCourse, type Course } from '../../contract/load.ts'
import { followSoon } from '../lessons/make.ts'
import { findCourse, findSameCourse, hasGroupAndSubject, listCourses, listStrangers, listTeachersOfGroup, lockCourse, saveCourse, saveLastDay, setTeachers, type CourseRow } from './store.ts'

const present = (row: CourseRow): Course => ({
  id: row.id, year: row.year, group: { id: row.group_id, name: row.group_name }, className: row.class_name, subject: { id: row.subject_id, name: row.subject_name }, hoursPerWeek: row.hours_per_week,
  teachers: row.teachers, closedOn: row.closed_on, revision: row.revision, placed: row.placed,
})
const isOffice = (read: Read) => ['schoolAdmin', 'principal', 'deputyHead'].includes(read.by.role ?? '')

interface Given { readonly year: number; readonly groupId: string; readonly subjectId: string; readonly hoursPerWeek: number; readonly teacherIds: readonly string[]; readonly from: string; readonly basedOn: number | null }

/** Puts a course with its hours and says who teaches it from a day on. */
export async function putCourseOf(work: Work, id: string, given: Given): Promise<void> {
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
  await followSoon(work)
}

/** The last day of a course, or none. */
async function setLastDay(work: Work, id: string, on: string | null, basedOn: number): Promise<void> {
  const before = await lockCourse(work, id)
  if (!before) throw notFound()
  if (before.revision !== basedOn) throw new Problem(409, 'schedule.changed_meanwhile', { revision: before.revision })
  await saveLastDay(work, id, on)
  work.audit('schedule.course.close', { about: id, before: { on: before.closed_on }, after: { on } })
  work.announce(courseChanged, { schoolId: work.schoolId, courseId: id }, [addresses.staff(work.schoolId)])
  await followSoon(work)
}

export function loadRoutes(app: FastifyInstance): void {
  serve(app, listLoad, async (read, { query }) => {
    const day = await registryFace.schoolDay(read)
    // A teacher who is not of the office sees the own load.
    const teacherId = isOffice(read) ? query.teacherId : read.by.personId
    return { courses: (await listCourses(read, query.year ?? schoolYearOf(day), day, { teacherId, classId: query.classId })).map(present), can: { change: isOffice(read) } }
  })
  serve(app, putCourse, async (work, { params, body }) => {
    await putCourseOf(work, params.courseId, body)
    const row = await findCourse(work, params.courseId, body.from)
    if (!row) throw notFound()
    return present(row)
  })
  serve(app, closeCourse, async (work, { params, body }) => {
    await setLastDay(work, params.courseId, body.on, body.basedOn)
    const row = await findCourse(work, params.courseId, await registryFace.schoolDay(work))
    if (!row) throw notFound()
    return present(row)
  })
}
