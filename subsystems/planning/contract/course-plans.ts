import { Day, Id, Nullable, OneOf, Page, pageQuery, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { Link } from './programmes.ts'
import { Finding, inSchool, Named, PersonName, Year } from './shapes.ts'

const inCourse = Type.Object({ schoolId: Id, courseId: Id })
export const CoursePlanRow = Type.Object({
  courseId: Id, subject: Named, group: Type.String(), teachers: Type.Array(PersonName), programme: Nullable(Named),
  /** Hours: of the plan, due by today, given by today; behind is what is due and not given. */
  hours: Type.Integer(), due: Type.Integer(), given: Type.Integer(), behind: Type.Integer(),
  /** Hours still to be given, and lessons left for them. */
  left: Type.Integer(), lessons: Type.Integer(), late: Type.Boolean(),
})
export type CoursePlanRow = Static<typeof CoursePlanRow>

export const PlanItem = Type.Object({
  id: Id, section: Type.String(), topic: Type.String(), hours: Type.Integer(), laidHours: Type.Integer(), control: Type.String(), homework: Type.String(), links: Type.Array(Link), planned: Type.Array(Day),
  /** Days on which it was given, and days on which it will be as things stand. */
  given: Type.Array(Type.Object({ date: Day, lessonId: Id })), ahead: Type.Array(Type.Object({ date: Day, lessonId: Nullable(Id) })), state: OneOf('given', 'part', 'ahead', 'over'),
})
export type PlanItem = Static<typeof PlanItem>
export const Correction = Type.Object({ id: Id, madeOn: Day, kind: OneOf('merge', 'restore'), hours: Type.Integer(), reason: Type.String(), by: PersonName, changes: Type.Array(Type.Object({ topic: Type.String(), from: Type.Integer(), to: Type.Integer() })) })
export const ProposedChange = Type.Object({ itemId: Id, topic: Type.String(), from: Type.Integer(), to: Type.Integer(), joins: Nullable(Type.String()) })
export type ProposedChange = Static<typeof ProposedChange>
export const CoursePlan = Type.Object({
  row: CoursePlanRow, today: Day, revision: Nullable(Type.Integer()), items: Type.Array(PlanItem), lost: Type.Array(Type.Object({ date: Day, lessonId: Id })), findings: Type.Array(Finding), corrections: Type.Array(Correction),
  /** What would make the rest fit: merging when hours are short, restoring when there are hours again. */
  proposal: Nullable(Type.Object({ kind: OneOf('merge', 'restore'), changes: Type.Array(ProposedChange), rest: Type.Integer() })),
  can: Type.Object({ change: Type.Boolean() }),
})
export type CoursePlan = Static<typeof CoursePlan>

const read = { permission: 'planning.programme.read' } as const
const put = { permission: 'planning.programme.put' } as const

/** A teacher sees the own courses, the office those of the school; those behind come first. */
export const listCoursePlans = route({
  method: 'GET', path: '/api/schools/:schoolId/course-plans', summary: 'Courses with their plan: due, given, behind', access: read, params: inSchool,
  query: Type.Object({ ...pageQuery, year: Type.Optional(Year), teacherId: Type.Optional(Id), classId: Type.Optional(Id), show: Type.Optional(OneOf('all', 'late', 'none')) }),
  reply: Type.Object({ ...Page(CoursePlanRow).properties, total: Type.Integer(), late: Type.Integer(), without: Type.Integer(), school: Type.Boolean() }),
})
export const getCoursePlan = route({ method: 'GET', path: '/api/schools/:schoolId/course-plans/:courseId', summary: 'The plan of a course, lesson by lesson, with what was given', access: read, params: inCourse, reply: CoursePlan })
export const putCoursePlan = route({
  method: 'PUT', path: '/api/schools/:schoolId/course-plans/:courseId/items', summary: 'Writes what is still to be given in a course', access: put, params: inCourse,
  body: Type.Object({ items: Type.Array(Type.Object({ id: Id, section: Text(300), topic: Text(500, 1), hours: Type.Integer({ minimum: 1, maximum: 99 }), control: Text(80), homework: Text(600), links: Type.Array(Link, { maxItems: 12 }) }), { maxItems: 400 }), basedOn: Type.Integer({ minimum: 1 }) }),
  reply: CoursePlan, problems: ['planning.changed_meanwhile', 'planning.item_given', 'planning.item_twice', 'planning.no_plan'],
})
/** Brings lessons closer together after lost ones, or apart again; the hours of the plan stay, the reason is kept. */
export const correctCoursePlan = route({
  method: 'PUT', path: '/api/schools/:schoolId/course-plans/:courseId/corrections/:id', summary: 'Corrects the plan of a course after lost lessons', access: put, params: Type.Object({ schoolId: Id, courseId: Id, id: Id }),
  body: Type.Object({ kind: OneOf('merge', 'restore'), reason: Text(300, 2), changes: Type.Array(Type.Object({ itemId: Id, to: Type.Integer({ minimum: 0, maximum: 99 }) }), { minItems: 1, maxItems: 200 }), basedOn: Type.Integer({ minimum: 1 }) }),
  reply: CoursePlan, problems: ['planning.changed_meanwhile', 'planning.item_given', 'planning.hours_wrong', 'planning.no_plan'],
})
/** Says what of the plan was given at a lesson; null: whatever the plan says. */
export const tellLessonTopics = route({
  method: 'PUT', path: '/api/schools/:schoolId/course-plans/:courseId/lessons/:lessonId', summary: 'Says what of the plan was given at a lesson', access: put, params: Type.Object({ schoolId: Id, courseId: Id, lessonId: Id }),
  body: Type.Object({ itemIds: Nullable(Type.Array(Id, { maxItems: 6 })) }), reply: CoursePlan, problems: ['planning.no_plan'],
})
export const getCoursePlanBook = route({ method: 'GET', path: '/api/schools/:schoolId/course-plans/:courseId/workbook', summary: 'The plan of a course with its dates as a workbook (xlsx)', access: read, params: inCourse, stream: true, reply: Type.Unknown() })
