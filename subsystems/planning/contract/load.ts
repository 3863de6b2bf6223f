import { Id, Nullable, route } from '@school/contract'
import { Type, type Static } from 'typebox'
import { inSchool, Named, PersonName, Severity, Year } from './shapes.ts'

export const LoadCourse = Type.Object({
  id: Id, groupId: Id, group: Type.String(), whole: Type.Boolean(), classIds: Type.Array(Id), subjectId: Id, hours: Type.Number(), placed: Type.Number(), teacherIds: Type.Array(Id), revision: Type.Integer(),
})
export type LoadCourse = Static<typeof LoadCourse>
export const LoadTeacher = Type.Object({ ...PersonName.properties, position: Type.String(), rate: Nullable(Type.Number()), hours: Type.Number() })
export type LoadTeacher = Static<typeof LoadTeacher>
export const LoadClass = Type.Object({ ...Named.properties, grade: Nullable(Type.Integer()), plan: Nullable(Named), /** Hours of a pupil by the plan and by the courses. */ needs: Nullable(Type.Number()), has: Type.Number() })
export type LoadClass = Static<typeof LoadClass>
/** What the plan asks of a class in a subject. */
export const LoadNeed = Type.Object({ classId: Id, subjectId: Id, hours: Type.Number(), groups: Type.Integer() })
/** Something of the load that does not add up. */
export const LoadProblem = Type.Object({
  severity: Severity, code: Type.String(), courseId: Nullable(Id), classId: Nullable(Id), subjectId: Nullable(Id), teacherId: Nullable(Id), has: Nullable(Type.Number()), needs: Nullable(Type.Number()),
})
export type LoadProblem = Static<typeof LoadProblem>
export const LoadMatrix = Type.Object({
  year: Year, today: Type.String(), from: Type.String(), rateHours: Type.Number(), teachers: Type.Array(LoadTeacher), classes: Type.Array(LoadClass), subjects: Type.Array(Type.Object({ ...Named.properties, shortName: Type.String(), extra: Type.Boolean() })),
  courses: Type.Array(LoadCourse), needs: Type.Array(LoadNeed), problems: Type.Array(LoadProblem), can: Type.Object({ change: Type.Boolean() }),
})
export type LoadMatrix = Static<typeof LoadMatrix>

export const getLoadMatrix = route({
  method: 'GET', path: '/api/schools/:schoolId/load-matrix', summary: 'The teaching load of a year as a matrix, with what does not add up', access: { permission: 'planning.load.read' }, params: inSchool, query: Type.Object({ year: Type.Optional(Year) }), reply: LoadMatrix,
})
export const getLoadBook = route({ method: 'GET', path: '/api/schools/:schoolId/load-matrix/workbook', summary: 'The teaching load as a workbook (xlsx)', access: { permission: 'planning.load.read' }, params: inSchool, query: Type.Object({ year: Type.Optional(Year) }), stream: true, reply: Type.Unknown() })
/** How many rates a teacher works in a year; null: nobody said. */
export const putTeacherRate = route({
  method: 'PUT', path: '/api/schools/:schoolId/teacher-rates/:teacherId', summary: 'Says how many rates a teacher works', access: { permission: 'planning.load.put' }, params: Type.Object({ schoolId: Id, teacherId: Id }),
  body: Type.Object({ year: Year, rate: Nullable(Type.Number({ minimum: 0, maximum: 2 })) }), reply: Type.Object({ rate: Nullable(Type.Number()) }),
})
