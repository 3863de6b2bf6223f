import { ClockTime, Day, Id, Nullable, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { Attendance, AttendanceOp, AttendanceOutcome } from './marks.ts'
import { LessonState, PersonRef } from './shapes.ts'

/** The lessons of one day of a class with who was there: rows are pupils, columns lessons, subgroups beside one another. */
export const ClassDay = Type.Object({
  date: Day, today: Day, students: Type.Array(PersonRef),
  lessons: Type.Array(Type.Object({ id: Id, number: Type.Integer(), starts: ClockTime, subject: Type.String(), group: Type.String(), state: LessonState, closed: Type.Boolean() })),
  /** Who belongs to which lesson, with what stands there. */
  places: Type.Array(Type.Object({ lessonId: Id, studentId: Id, now: Nullable(Attendance) })),
  /** `reason`: the office says why it writes for the teachers. */
  can: Type.Object({ put: Type.Boolean(), reason: Type.Boolean() }),
})
export type ClassDay = Static<typeof ClassDay>
const ofDay = Type.Object({ schoolId: Id, classId: Id, date: Day })

export const getClassDay = route({
  method: 'GET', path: '/api/schools/:schoolId/classes/:classId/days/:date/attendance', summary: 'Who of a class was at which lesson of a day', access: { permission: 'journal.class.read' }, params: ofDay, reply: ClassDay, problems: ['journal.range_wrong'],
})
/** One code for chosen pupils over all lessons of a day, by the class teacher or the office; each cell is taken or refused by itself, in the order sent. */
export const putClassDay = route({
  method: 'POST', path: '/api/schools/:schoolId/classes/:classId/days/:date/attendance', summary: 'Says who of a class was away over a whole day', access: { permission: 'journal.reason.put' }, params: ofDay,
  body: Type.Object({ ops: Type.Array(AttendanceOp, { minItems: 1, maxItems: 500 }), reason: Type.Optional(Text(300)) }), reply: Type.Object({ outcomes: Type.Array(AttendanceOutcome) }),
})
