import { Day, Id, Nullable, route } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, inSchool, Named, Teacher, Year } from './shapes.ts'

/** A subject taught to a group: one page of the journal, one line of the teaching load. */
export const Course = Type.Object({
  id: Id, year: Year, group: Named, className: Type.String(), subject: Named, hoursPerWeek: Type.Number(), teachers: Type.Array(Teacher), closedOn: Nullable(Day), revision: Type.Integer(),
  /** Hours that the timetable in force gives it. */
  placed: Type.Number(),
})
export type Course = Static<typeof Course>

export const listLoad = route({
  method: 'GET', path: '/api/schools/:schoolId/teaching-load', summary: 'Courses with teachers and hours, and what the timetable gives them', access: { permission: 'schedule.load.read' }, params: inSchool,
  query: Type.Object({ year: Type.Optional(Year), teacherId: Type.Optional(Id), classId: Type.Optional(Id) }),
  reply: Type.Object({ courses: Type.Array(Course), can: Type.Object({ change: Type.Boolean() }) }),
})
/** Puts a course and says who teaches it from a day on. */
export const putCourse = route({
  method: 'PUT', path: '/api/schools/:schoolId/teaching-load/:courseId', summary: 'Puts a course, its hours and teachers', access: { permission: 'schedule.load.put' }, params: Type.Object({ schoolId: Id, courseId: Id }),
  body: Type.Object({ year: Year, groupId: Id, subjectId: Id, hoursPerWeek: Type.Number({ minimum: 0, maximum: 40 }), teacherIds: Type.Array(Id, { maxItems: 6 }), from: Day, basedOn: BasedOn }),
  reply: Course, problems: ['schedule.course_exists', 'schedule.changed_meanwhile', 'schedule.not_staff'],
})
/** From the day after the last one the course is taught no more: coming lessons go, the journal page stays. Null opens it again. */
export const closeCourse = route({
  method: 'PUT', path: '/api/schools/:schoolId/teaching-load/:courseId/last-day', summary: 'Closes a course after a day, or opens it again', access: { permission: 'schedule.load.put' }, params: Type.Object({ schoolId: Id, courseId: Id }),
  body: Type.Object({ on: Nullable(Day), basedOn: Type.Integer({ minimum: 1 }) }), reply: Course, problems: ['schedule.changed_meanwhile'],
})
