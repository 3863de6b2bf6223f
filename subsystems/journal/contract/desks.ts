import { Day, Id, Nullable, OneOf, route } from '@school/contract'
import { Type, type Static } from 'typebox'
import { inSchool, Named, Period, PersonRef } from './shapes.ts'

const place = { student: PersonRef, courseId: Id, subject: Type.String() }
const control = Type.Object({ courseId: Id, date: Day, subject: Type.String(), group: Type.String(), type: Type.String() })
/** More control works in a day or a week than the school allows a class. */
export const Overload = Type.Object({ classId: Id, className: Type.String(), span: OneOf('day', 'week'), from: Day, limit: Type.Integer(), works: Type.Array(control) })
export type Overload = Static<typeof Overload>

/** What a class teacher looks after in the period of today. */
export const ClassDesk = Type.Object({
  today: Day, classId: Id, className: Type.String(), period: Nullable(Period),
  /** `fallen`: the last marks lie well under those before; `missed`: a third of the lessons or more; `failing`: a 2 or н/а is proposed. */
  atRisk: Type.Array(Type.Object({ student: PersonRef, failing: Type.Array(Type.Object({ courseId: Id, subject: Type.String(), average: Type.String(), proposed: Type.String() })), fallen: Type.Array(Type.Object({ courseId: Id, subject: Type.String(), before: Type.String(), last: Type.String() })), missed: Type.Integer(), lessons: Type.Integer(), debts: Type.Integer() })),
  /** One mark would lift the proposal. */
  oneShort: Type.Array(Type.Object({ ...place, average: Type.String(), proposed: Type.String(), value: Type.String(), weight: Type.Integer(), becomes: Type.String() })),
  tooFew: Type.Array(Type.Object({ ...place, marks: Type.Integer(), needed: Type.Integer() })),
  overload: Type.Array(Overload), can: Type.Object({ write: Type.Boolean() }),
})
export type ClassDesk = Static<typeof ClassDesk>
export const getClassDesk = route({
  method: 'GET', path: '/api/schools/:schoolId/classes/:classId/desk', summary: 'Pupils at risk, one mark short, too few marks, too many control works', access: { permission: 'journal.class.read' }, params: Type.Object({ schoolId: Id, classId: Id }), reply: ClassDesk,
})

/** What the deputy head looks after: pages that lag, pages with too few marks, classes with too many control works. */
export const SchoolDesk = Type.Object({
  today: Day, from: Day,
  teachers: Type.Array(Type.Object({ teacher: Nullable(PersonRef), lessons: Type.Integer(), oldest: Day, days: Type.Integer(), pages: Type.Array(Type.Object({ courseId: Id, name: Type.String(), lessons: Type.Integer() })) })),
  tooFew: Type.Array(Type.Object({ courseId: Id, subject: Type.String(), group: Named, teachers: Type.Array(PersonRef), pupils: Type.Integer(), short: Type.Integer(), needed: Type.Integer() })),
  overload: Type.Array(Overload),
})
export type SchoolDesk = Static<typeof SchoolDesk>
export const getSchoolDesk = route({
  method: 'GET', path: '/api/schools/:schoolId/journal/desk', summary: 'Pages that lag by teacher, too few marks, too many control works', access: { permission: 'journal.overview.read' }, params: inSchool, reply: SchoolDesk,
})

/** A work that is owed: the point, with the day by which it is due. */
export const OwedWork = Type.Object({ markId: Id, student: PersonRef, className: Type.String(), courseId: Id, lessonId: Id, subject: Type.String(), work: Type.String(), date: Day, due: Nullable(Day), overdue: Type.Boolean() })
export type OwedWork = Static<typeof OwedWork>
/** Works owed to the reader's courses, in the reader's class, by the reader's children; for the office in the whole school. The most overdue first. */
export const listOwed = route({
  method: 'GET', path: '/api/schools/:schoolId/journal/owed', summary: 'Works that are owed', access: { permission: 'journal.diary.read' }, params: inSchool,
  query: Type.Object({ page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) }), reply: Type.Object({ today: Day, owed: Type.Array(OwedWork), more: Type.Boolean() }),
})
