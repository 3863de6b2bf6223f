import { registryFace, schoolYearOf } from '@school/registry/server'
import { notFound, serve, type Read } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { closeCourse, listLoad, putCourse, type Course } from '../../contract/load.ts'
import { putCourseOf, setLastDay } from './load.ts'
import { findCourse, listCourses, type CourseRow } from './store.ts'

const present = (row: CourseRow): Course => ({
  id: row.id, year: row.year, group: { id: row.group_id, name: row.group_name }, className: row.class_name, subject: { id: row.subject_id, name: row.subject_name }, hoursPerWeek: row.hours_per_week,
  teachers: row.teachers, closedOn: row.closed_on, revision: row.revision, placed: row.placed,
})
const isOffice = (read: Read) => ['schoolAdmin', 'principal', 'deputyHead'].includes(read.by.role ?? '')

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
