import { ClockTime, Day, Id, Instant, Nullable, OneOf, route } from '@school/contract'
import { Type, type Static } from 'typebox'
import { Attendance, Mark } from './marks.ts'
import { inSchool, LessonState, Period, PersonRef, SubjectRef } from './shapes.ts'
import { JournalWork } from './works.ts'

/** A subject taught to a group: one page of the journal. */
export const Course = Type.Object({
  id: Id, subject: SubjectRef, group: Type.Object({ id: Id, name: Type.String(), kind: OneOf('class', 'subgroup', 'crossClass', 'combined') }),
  classes: Type.Array(Type.Object({ id: Id, name: Type.String(), grade: Nullable(Type.Integer()) })), teachers: Type.Array(PersonRef), hoursPerWeek: Type.Number(), closedOn: Nullable(Day),
  /** Taught by the reader today. */
  mine: Type.Boolean(),
})
export type Course = Static<typeof Course>

/** The pages this person may open: own courses, those of the own class, for the office all of the school. Own ones first. */
export const listCourses = route({
  method: 'GET', path: '/api/schools/:schoolId/journal/courses', summary: 'Pages of the journal that the reader may open', access: { permission: 'journal.page.read' }, params: inSchool,
  query: Type.Object({ classId: Type.Optional(Id), teacherId: Type.Optional(Id), subjectId: Type.Optional(Id) }), reply: Type.Object({ today: Day, courses: Type.Array(Course) }),
})

export const PageLesson = Type.Object({
  id: Id, date: Day, number: Type.Integer(), starts: ClockTime, ends: ClockTime, state: LessonState, topic: Type.String(), homework: Type.Array(Type.String()), works: Type.Array(JournalWork),
  attendanceCheckedAt: Nullable(Instant), closed: Type.Boolean(), substitute: Nullable(PersonRef),
  can: Type.Object({ write: Type.Boolean(), marks: Type.Boolean() }),
})
export type PageLesson = Static<typeof PageLesson>

/** Sums are exact; `average` is their quotient with two decimals, half up, with a point ('' when nothing counts). */
export const Summary = Type.Object({
  studentId: Id, periodId: Id, marks: Type.Integer(), sum: Type.Integer(), weights: Type.Integer(), average: Type.String(), missed: Type.Integer(), late: Type.Integer(), debts: Type.Integer(),
  /** '2'…'5', 'notAttested', or null when there is nothing to propose. */
  proposed: Nullable(Type.String()), enough: Type.Boolean(),
})
export type Summary = Static<typeof Summary>

export const MarkingRuleRef = Type.Object({ edition: Type.Integer(), title: Type.String(), validFrom: Day, averaging: OneOf('weighted', 'plain'), roundUpFrom: Type.Integer(), editDays: Type.Integer(), /** From how many of a hundred points on which mark, best first. */ hundredScale: Type.Array(Type.Object({ from: Type.Integer(), mark: Type.String() })) })
export type MarkingRuleRef = Static<typeof MarkingRuleRef>

export const JournalPage = Type.Object({
  today: Day, from: Day, to: Day, course: Course, periods: Type.Array(Period),
  /** Pupils who belonged to the group on any day of the range, by name; null ends are open. */
  students: Type.Array(Type.Object({ id: Id, lastName: Type.String(), firstName: Type.String(), middleName: Nullable(Type.String()), className: Nullable(Type.String()), from: Day, to: Nullable(Day) })),
  lessons: Type.Array(PageLesson), marks: Type.Array(Mark), attendance: Type.Array(Attendance), summaries: Type.Array(Summary), rule: Nullable(MarkingRuleRef),
  /** `reason`: every write needs one (the office writes for the teacher); `absenceReason`: may say why a pupil is absent. */
  can: Type.Object({ write: Type.Boolean(), reason: Type.Boolean(), absenceReason: Type.Boolean() }),
})
export type JournalPage = Static<typeof JournalPage>

/** Everything the page of a course shows for a range of at most 370 days; without a range, the period of today. */
export const getPage = route({
  method: 'GET', path: '/api/schools/:schoolId/courses/:courseId/page', summary: 'A page of the journal', access: { permission: 'journal.page.read' }, hot: true,
  params: Type.Object({ schoolId: Id, courseId: Id }), query: Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }), reply: JournalPage, problems: ['journal.range_wrong'],
})
