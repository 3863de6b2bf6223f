import { ClockTime, Day, Id, Instant, Nullable, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { Homework, HomeworkLoad } from './homework.ts'
import { Attendance, Mark } from './marks.ts'
import { Course } from './pages.ts'
import { BasedOn, EnteredAt, LessonState, PersonRef, Reason, Revision } from './shapes.ts'
import { JournalWork } from './works.ts'

const one = Type.Object({ schoolId: Id, lessonId: Id })

export const LessonRecord = Type.Object({
  lessonId: Id, topic: Type.String(), note: Type.String(), attendanceCheckedAt: Nullable(Instant), closed: Type.Boolean(), closedAt: Nullable(Instant), revision: Nullable(Revision),
})
export type LessonRecord = Static<typeof LessonRecord>

export const LessonHead = Type.Object({
  id: Id, date: Day, number: Type.Integer(), starts: ClockTime, ends: ClockTime, state: LessonState, room: Nullable(Type.String()), teachers: Type.Array(Type.Object({ ...PersonRef.properties, substitute: Type.Boolean() })),
})

/** A topic of the course's plan, offered for the lesson in one tap. */
const PlannedTopic = Type.Object({ id: Id, section: Type.String(), topic: Type.String(), control: Type.String(), homework: Type.String(), part: Type.Integer(), parts: Type.Integer() })
export type PlannedTopic = Static<typeof PlannedTopic>

/** Everything of one lesson in one reply: what «Провести урок» shows. */
export const LessonSheet = Type.Object({
  today: Day, course: Course, lesson: LessonHead, record: LessonRecord,
  /** The place of this lesson among the lessons of the course in the school year. */
  ordinal: Type.Integer(), lessonsTotal: Type.Integer(),
  previous: Nullable(Type.Object({ id: Id, date: Day, topic: Type.String() })), next: Nullable(Type.Object({ id: Id, date: Day, number: Type.Integer() })),
  students: Type.Array(Type.Object({ ...PersonRef.properties, className: Nullable(Type.String()), average: Type.String(), span: Nullable(Type.Object({ reason: Type.String(), to: Day })) })),
  works: Type.Array(JournalWork), marks: Type.Array(Mark), attendance: Type.Array(Attendance),
  /** Given at this lesson, and due at it with the number of pupils who ticked it off. */
  given: Type.Array(Homework), due: Type.Array(Type.Object({ ...Homework.properties, done: Type.Integer(), handedIn: Type.Integer() })), load: Nullable(HomeworkLoad),
  /** What the plan of the course has for this lesson, and what follows; null when the course has no plan. */
  plan: Nullable(Type.Object({ told: Type.Boolean(), here: Type.Array(PlannedTopic), next: Type.Array(PlannedTopic) })),
  can: Type.Object({ write: Type.Boolean(), marks: Type.Boolean(), close: Type.Boolean(), reopen: Type.Boolean(), reason: Type.Boolean(), absenceReason: Type.Boolean() }),
})
export type LessonSheet = Static<typeof LessonSheet>

export const getLessonSheet = route({
  method: 'GET', path: '/api/schools/:schoolId/lessons/:lessonId/sheet', summary: 'Everything of one lesson', access: { permission: 'journal.page.read' }, params: one, reply: LessonSheet,
})
export const putLessonRecord = route({
  method: 'PUT', path: '/api/schools/:schoolId/lessons/:lessonId/record', summary: 'Writes the topic and the note of a lesson', access: { permission: 'journal.lesson.put' }, params: one,
  body: Type.Object({ topic: Text(500), note: Type.Optional(Text(1000)), basedOn: BasedOn, enteredAt: EnteredAt, reason: Reason, planItemIds: Type.Optional(Type.Array(Id, { maxItems: 6 })) }), reply: LessonRecord, problems: ['journal.changed_meanwhile', 'journal.lesson_closed', 'journal.period_closed', 'journal.reason_needed'],
})
/** Whoever is not marked was there: the list has been looked through. */
export const checkAttendance = route({
  method: 'PUT', path: '/api/schools/:schoolId/lessons/:lessonId/attendance-checked', summary: 'Says that attendance has been looked through', access: { permission: 'journal.lesson.put' }, params: one,
  body: Type.Object({ checked: Type.Boolean(), reason: Reason }), reply: LessonRecord, problems: ['journal.lesson_closed', 'journal.period_closed', 'journal.lesson_ahead', 'journal.reason_needed'],
})
/** A closed lesson takes no marks, attendance, topic or homework until the office opens it again with a reason. */
export const closeLesson = route({
  method: 'PUT', path: '/api/schools/:schoolId/lessons/:lessonId/closed', summary: 'Closes a lesson or opens it again', access: { permission: 'journal.lesson.put' }, params: one,
  body: Type.Object({ closed: Type.Boolean(), reason: Reason }), reply: LessonRecord, problems: ['journal.lesson_ahead', 'journal.reason_needed', 'journal.office_opens'],
})
