import { Day, Done, Id, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { LessonNumber, Named, one, inSchool, Teacher, Week, Weekday } from './shapes.ts'
import { Timetable } from './timetable.ts'
import { faultKinds, type FaultKind } from './timetable-faults.ts'

const read = { permission: 'schedule.timetable.read' } as const
const put = { permission: 'schedule.timetable.put' } as const

const Grade = Type.Integer({ minimum: 1, maximum: 12 })
const Few = Type.Integer({ minimum: 0, maximum: 15 })
const weights = Object.fromEntries(faultKinds.map((kind) => [kind, Type.Integer({ minimum: 0, maximum: 10_000 })])) as Record<FaultKind, ReturnType<typeof Type.Integer>>
const Points = Type.Integer({ minimum: 0, maximum: 1000 })
/** How much each reason counts when somebody is sought who stands in. */
export const SubstitutionRules = Type.Object({ sameSubject: Points, knowsClass: Points, window: Points, here: Points, notHere: Points, dayLoad: Points, overloaded: Points, month: Points })
export type SubstitutionRules = Static<typeof SubstitutionRules>
/** The numbers by which a timetable is judged. */
export const TimetableRules = Type.Object({
  weights: Type.Object(weights),
  dayMost: Type.Array(Type.Object({ grade: Grade, usual: Few, once: Few }), { maxItems: 12 }),
  points: Type.Array(Type.Object({ subjectId: Id, grade: Grade, points: Few }), { maxItems: 2000 }),
  rooms: Type.Array(Type.Object({ subjectId: Id, roomIds: Type.Array(Id, { maxItems: 100 }) }), { maxItems: 200 }),
  together: Type.Array(Type.Object({ name: Text(60, 1), classIds: Type.Array(Id, { minItems: 2, maxItems: 6 }) }), { maxItems: 40 }),
  hardPoints: Few, peakDays: Type.Array(Weekday, { minItems: 1, maxItems: 6 }), bestPrimary: Type.Array(Few, { minItems: 2, maxItems: 2 }), bestLater: Type.Array(Few, { minItems: 2, maxItems: 2 }),
  doubleFromGrade: Grade, teacherDayMost: Few, substitution: SubstitutionRules,
})
export type TimetableRules = Static<typeof TimetableRules>
export const RulesInForce = Type.Object({ validFrom: Nullable(Day), revision: Type.Integer(), rules: TimetableRules, recommended: Type.Boolean(), can: Type.Object({ change: Type.Boolean() }), subjects: Type.Array(Named), rooms: Type.Array(Named), classes: Type.Array(Named) })

export const BoardEntry = Type.Object({ id: Id, courseId: Id, weekday: Weekday, number: LessonNumber, week: Week, roomId: Nullable(Id), teacherIds: Type.Array(Id), revision: Type.Integer() })
export type BoardEntry = Static<typeof BoardEntry>
/** Demands, rules and placements of one timetable: all that an editor or a program that places lessons must know. */
export const TimetableBoard = Type.Object({
  timetable: Timetable,
  courses: Type.Array(Type.Object({ id: Id, groupId: Id, groupName: Type.String(), whole: Type.Boolean(), classIds: Type.Array(Id), subject: Named, shortName: Type.String(), extracurricular: Type.Boolean(), teacherIds: Type.Array(Id), hours: Type.Number(), points: Nullable(Type.Integer()) })),
  entries: Type.Array(BoardEntry),
  classes: Type.Array(Type.Object({ id: Id, name: Type.String(), grade: Nullable(Type.Integer()), days: Type.Integer(), numbers: Type.Array(Type.Integer()) })),
  teachers: Type.Array(Teacher), rooms: Type.Array(Named),
  /** Pairs of smaller groups that share a pupil. */
  meets: Type.Array(Type.Array(Id)),
  rules: TimetableRules, twoWeek: Type.Boolean(), can: Type.Object({ change: Type.Boolean() }),
})
export type TimetableBoard = Static<typeof TimetableBoard>

export const getBoard = route({ method: 'GET', path: '/api/schools/:schoolId/timetables/:id/board', summary: 'Demands, rules and placements of a timetable', access: put, params: one, reply: TimetableBoard })
/** All or nothing. Each change names the revision it saw; what somebody else changed meanwhile is told by name, and nothing is lost. */
export const changeTimetable = route({
  method: 'POST', path: '/api/schools/:schoolId/timetables/:id/changes', summary: 'Places, moves and takes off lessons of the week, all at once', access: put, params: one,
  body: Type.Object({ changes: Type.Array(Type.Object({ id: Id, basedOn: Nullable(Type.Integer({ minimum: 1 })), to: Nullable(Type.Object({ weekday: Weekday, number: LessonNumber, week: Week, courseId: Id, roomId: Nullable(Id) })) }), { minItems: 1, maxItems: 200 }) }),
  reply: Type.Object({ entries: Type.Array(BoardEntry), removed: Type.Array(Id) }), problems: ['schedule.entries_changed', 'schedule.course_closed'],
})
export const previewPublishing = route({
  method: 'GET', path: '/api/schools/:schoolId/timetables/:id/publishing', summary: 'What publishing from a day would do to lessons that are already made', access: put, params: one, query: Type.Object({ from: Day }),
  reply: Type.Object({
    following: Type.Integer(), stayingCount: Type.Integer(), replaces: Nullable(Type.String()),
    staying: Type.Array(Type.Object({ date: Day, number: LessonNumber, subject: Type.String(), group: Type.String(), why: OneOf('recorded', 'closed', 'changed') })),
  }),
})
export const publishTimetable = route({
  method: 'POST', path: '/api/schools/:schoolId/timetables/:id/publish', summary: 'Puts a draft in force from a day on; coming lessons follow', access: put, params: one, body: Type.Object({ validFrom: Day }),
  reply: Timetable, problems: ['schedule.date_taken', 'schedule.day_past', 'schedule.timetable_published'],
})
export const removeDraft = route({ method: 'DELETE', path: '/api/schools/:schoolId/timetables/:id', summary: 'Removes a draft', access: put, params: one, reply: Done, problems: ['schedule.timetable_published'] })
export const getTimetableRules = route({ method: 'GET', path: '/api/schools/:schoolId/timetable-rules', summary: 'By what numbers a timetable is judged on a day', access: read, params: inSchool, query: Type.Object({ on: Type.Optional(Day) }), reply: RulesInForce })
export const putTimetableRules = route({
  method: 'PUT', path: '/api/schools/:schoolId/timetable-rules/:validFrom', summary: 'The school\'s own numbers from a day on', access: put, params: Type.Object({ schoolId: Id, validFrom: Day }),
  body: Type.Object({ rules: TimetableRules, basedOn: Nullable(Type.Integer()) }), reply: RulesInForce, problems: ['schedule.changed_meanwhile'],
})
/** One class, teacher or room, or all of them one after another. */
export const printTimetable = route({
  method: 'GET', path: '/api/schools/:schoolId/timetables/:id/file', summary: 'The timetable as a PDF poster, an Excel book or a FET file', access: read, params: one, stream: true,
  query: Type.Object({ as: OneOf('pdf', 'xlsx', 'fet'), by: OneOf('class', 'teacher', 'room'), of: Type.Optional(Id), size: Type.Optional(OneOf('A4', 'A3')), lang: Type.Optional(OneOf('ru', 'en')) }), reply: Type.Unknown(),
})
