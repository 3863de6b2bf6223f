import { ClockTime, Day, Id, Nullable, OneOf } from '@school/contract'
import { Type, type Static } from 'typebox'

export const inSchool = Type.Object({ schoolId: Id })
export const one = Type.Object({ schoolId: Id, id: Id })
export const Year = Type.Integer({ minimum: 2000, maximum: 2100 })
export const BasedOn = Nullable(Type.Integer({ minimum: 1 }))
/** 1 is Monday. */
export const Weekday = Type.Integer({ minimum: 1, maximum: 6 })
export const LessonNumber = Type.Integer({ minimum: 0, maximum: 14 })
export const Week = Nullable(OneOf('A', 'B'))
export const Named = Type.Object({ id: Id, name: Type.String() })
export const Teacher = Type.Object({ id: Id, lastName: Type.String(), firstName: Type.String(), middleName: Nullable(Type.String()) })

/** A lesson on its day as a timetable shows it. */
export const Lesson = Type.Object({
  id: Id, date: Day, number: LessonNumber, starts: ClockTime, ends: ClockTime, courseId: Id, group: Named, subject: Named, room: Nullable(Named),
  teachers: Type.Array(Type.Object({ ...Teacher.properties, substitute: Type.Boolean() })), kind: OneOf('lesson', 'extracurricular', 'consultation', 'exam'),
  state: OneOf('planned', 'held', 'cancelled', 'moved', 'replaced'), revision: Type.Integer(),
})
export type Lesson = Static<typeof Lesson>
