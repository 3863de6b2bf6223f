import { ClockTime, Day, Done, Id, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, inSchool, LessonNumber, Named, one, Teacher } from './shapes.ts'

const change = { permission: 'schedule.lesson.change' } as const
const read = { permission: 'schedule.timetable.read' } as const
const ofLesson = Type.Object({ schoolId: Id, lessonId: Id })

const Reason = OneOf('sick', 'training', 'trip', 'vacation', 'personal')
export const CoverKind = OneOf('substitute', 'join', 'move', 'cancel')
export const Absence = Type.Object({ id: Id, teacher: Teacher, starts: Day, ends: Day, reason: Reason, note: Type.String(), lessons: Type.Integer(), open: Type.Integer(), revision: Type.Integer() })
export type Absence = Static<typeof Absence>
/** A lesson whose teacher is away, and how it is settled; null while it is open. */
export const AbsentLesson = Type.Object({
  id: Id, absenceId: Id, absent: Teacher, date: Day, number: LessonNumber, starts: ClockTime, ends: ClockTime, subject: Named, group: Named, room: Nullable(Named), revision: Type.Integer(), closed: Type.Boolean(),
  cover: Nullable(Type.Object({ kind: CoverKind, teacher: Nullable(Teacher), date: Day, number: LessonNumber, room: Nullable(Named) })),
})
export type AbsentLesson = Static<typeof AbsentLesson>

/** Absences that touch some days, with how many lessons they open. */
export const listAbsences = route({ method: 'GET', path: '/api/schools/:schoolId/absences', summary: 'Teachers who are away on some days', access: change, params: inSchool, query: Type.Object({ from: Day, to: Day }), reply: Type.Array(Absence), problems: ['schedule.dates_wrong'] })
export const putAbsence = route({
  method: 'PUT', path: '/api/schools/:schoolId/absences/:id', summary: 'Says that a teacher is away', access: change, params: one,
  body: Type.Object({ teacherId: Id, starts: Day, ends: Day, reason: Reason, note: Text(300), basedOn: BasedOn }), reply: Absence, problems: ['schedule.dates_wrong', 'schedule.not_staff', 'schedule.changed_meanwhile', 'schedule.absence_overlaps'],
})
/** The teacher comes after all: what was settled for coming lessons is undone. */
export const removeAbsence = route({ method: 'DELETE', path: '/api/schools/:schoolId/absences/:id', summary: 'Takes an absence back with what was settled for coming lessons', access: change, params: one, reply: Done })
/** Lessons of absent teachers on some days: open ones first. */
export const listAbsentLessons = route({
  method: 'GET', path: '/api/schools/:schoolId/absent-lessons', summary: 'Lessons of absent teachers and how they are settled', access: change, params: inSchool, query: Type.Object({ from: Day, to: Day, absenceId: Type.Optional(Id) }),
  reply: Type.Array(AbsentLesson), problems: ['schedule.dates_wrong'],
})

export const proposalReasons = ['subject', 'class', 'window', 'here', 'notHere', 'dayLoad', 'overloaded', 'month'] as const
export const Proposal = Type.Object({ teacher: Teacher, score: Type.Integer(), reasons: Type.Array(Type.Object({ kind: OneOf(...proposalReasons), points: Type.Integer(), count: Type.Integer() })) })
export type Proposal = Static<typeof Proposal>
/** Who is free then, best first, with the reasons; and lessons of the same time that could be joined. */
export const listProposals = route({
  method: 'GET', path: '/api/schools/:schoolId/lessons/:lessonId/substitutes', summary: 'Who could stand in, best first, and what the lesson could be joined with', access: change, params: ofLesson,
  reply: Type.Object({
    proposals: Type.Array(Proposal), busy: Type.Integer(),
    joinable: Type.Array(Type.Object({ lessonId: Id, teacher: Teacher, subject: Named, group: Named, room: Nullable(Named), sameSubject: Type.Boolean() })),
  }),
})
/** Settles an open lesson; the teachers, the class and the families hear of it, and the journal opens to whoever teaches. */
export const putCover = route({
  method: 'PUT', path: '/api/schools/:schoolId/lessons/:lessonId/cover', summary: 'Settles a lesson whose teacher is away', access: change, params: ofLesson,
  body: Type.Object({ absenceId: Id, kind: CoverKind, teacherId: Type.Optional(Id), joinLessonId: Type.Optional(Id), date: Type.Optional(Day), number: Type.Optional(LessonNumber), roomId: Type.Optional(Nullable(Id)), basedOn: Type.Integer() }),
  reply: AbsentLesson, problems: ['schedule.changed_meanwhile', 'schedule.lesson_closed', 'schedule.lesson_has_records', 'schedule.not_staff', 'schedule.no_bell', 'schedule.teacher_busy', 'schedule.teacher_away', 'schedule.cover_incomplete', 'schedule.room_busy', 'schedule.class_busy', 'schedule.lesson_not_open'],
})
export const undoCover = route({ method: 'DELETE', path: '/api/schools/:schoolId/lessons/:lessonId/cover', summary: 'Takes back how a lesson was settled', access: change, params: ofLesson, reply: Done, problems: ['schedule.lesson_closed', 'schedule.changed_meanwhile'] })

/** What differs from the timetable on a day: for the wall and for the screen in the hall. */
export const DayChange = Type.Object({
  lessonId: Id, number: LessonNumber, starts: ClockTime, ends: ClockTime, className: Type.String(), group: Named, subject: Named, absent: Nullable(Teacher), teachers: Type.Array(Teacher), room: Nullable(Named), what: OneOf('substitute', 'join', 'moved', 'cancelled', 'open', 'changed'),
})
export type DayChange = Static<typeof DayChange>
export const listDayChanges = route({ method: 'GET', path: '/api/schools/:schoolId/days/:date/changes', summary: 'Substitutions and other changes of a day', access: read, params: Type.Object({ schoolId: Id, date: Day }), reply: Type.Array(DayChange) })
export const printDayChanges = route({
  method: 'GET', path: '/api/schools/:schoolId/days/:date/changes.pdf', summary: 'The day sheet of substitutions as a PDF', access: read, params: Type.Object({ schoolId: Id, date: Day }), query: Type.Object({ size: Type.Optional(OneOf('A4', 'A3')), lang: Type.Optional(OneOf('ru', 'en')) }), stream: true, reply: Type.Unknown(),
})

/** Any day of the month. */
const Month = Day
export const PaySheet = Type.Object({ month: Month, rows: Type.Array(Type.Object({ teacher: Teacher, hours: Type.Integer(), lessons: Type.Array(Type.Object({ date: Day, number: LessonNumber, subject: Type.String(), group: Type.String(), insteadOf: Type.String(), kind: OneOf('substitute', 'join') })) })) })
export type PaySheet = Static<typeof PaySheet>
export const getPaySheet = route({ method: 'GET', path: '/api/schools/:schoolId/substitution-hours', summary: 'Hours of substitutions by teacher in a month', access: change, params: inSchool, query: Type.Object({ month: Month }), reply: PaySheet })
export const printPaySheet = route({ method: 'GET', path: '/api/schools/:schoolId/substitution-hours.xlsx', summary: 'Hours of substitutions as an Excel book', access: change, params: inSchool, query: Type.Object({ month: Month, lang: Type.Optional(OneOf('ru', 'en')) }), stream: true, reply: Type.Unknown() })
