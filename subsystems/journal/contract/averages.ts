import { Day, Id, Nullable, OneOf, route } from '@school/contract'
import { Type, type Static } from 'typebox'
import { MarkingRuleRef, Summary } from './pages.ts'
import { MarkValue, Period, RetakeValue, SubjectRef } from './shapes.ts'

const item = { workId: Id, lessonId: Id, date: Day, type: Type.String(), title: Type.String(), value: MarkValue, retake: Nullable(RetakeValue), weight: Type.Integer() }
/** Next mark → what it would do; `weight` is one that the school's work types have. */
export const Forecast = Type.Object({ value: Type.String(), weight: Type.Integer(), count: Type.Integer(), average: Type.String(), proposed: Type.String() })
export type Forecast = Static<typeof Forecast>

/** An average with everything it is made of. */
export const AverageExplained = Type.Object({
  studentId: Id, courseId: Id, subject: SubjectRef, period: Nullable(Period), rule: Nullable(MarkingRuleRef),
  /** Which counts of a work written twice; where it is their mean, weights and products are doubled, so that all stay whole. */
  retakeCounts: OneOf('last', 'best', 'both', 'average'),
  counted: Type.Array(Type.Object({ ...item, product: Type.Integer() })),
  excluded: Type.Array(Type.Object({ ...item, why: OneOf('weightZero', 'notFivePoint', 'debt', 'debtOverdue') })),
  sum: Type.Integer(), weights: Type.Integer(),
  /** The quotient to four decimals, cut; `exact` says whether nothing was cut. */
  quotient: Type.String(), exact: Type.Boolean(), average: Type.String(),
  proposed: Nullable(Type.String()),
  /** Key of the sentence: why this mark is proposed. */
  proposedBy: OneOf('roundedUp', 'roundedDown', 'whole', 'nothing', 'tooManyAbsences'),
  enough: Type.Boolean(), leastMarks: Nullable(Type.Integer()), lessonsHeld: Type.Integer(), missed: Type.Integer(),
  /** The nearest ways to another proposal: up first, fewest marks first. */
  forecast: Type.Array(Forecast),
})
export type AverageExplained = Static<typeof AverageExplained>

const ofStudent = Type.Object({ schoolId: Id, studentId: Id, courseId: Id })
export const explainAverage = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/courses/:courseId/average', summary: 'An average, its inputs, its rule and what would change it', access: { permission: 'journal.diary.read' },
  params: ofStudent, query: Type.Object({ period: Type.Optional(Id) }), reply: AverageExplained,
})

/** All marks and absences of one subject in a period. */
export const SubjectPage = Type.Object({
  studentId: Id, courseId: Id, subject: SubjectRef, teachers: Type.Array(Type.String()), period: Nullable(Period), periods: Type.Array(Period), summary: Nullable(Summary), rule: Nullable(MarkingRuleRef),
  marks: Type.Array(Type.Object({ id: Id, ...item, shortName: Type.String(), isControl: Type.Boolean(), note: Type.String(), debtDue: Nullable(Day), topic: Type.String(), revision: Type.Integer() })),
  absences: Type.Array(Type.Object({ lessonId: Id, date: Day, number: Type.Integer(), code: Type.String(), minutes: Nullable(Type.Integer()), reason: Nullable(Type.String()) })),
})
export type SubjectPage = Static<typeof SubjectPage>
export const getSubjectPage = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/courses/:courseId', summary: 'Marks and absences of a pupil in one subject', access: { permission: 'journal.diary.read' },
  params: ofStudent, query: Type.Object({ period: Type.Optional(Id) }), reply: SubjectPage,
})

/** All subjects of a period side by side, each with its marks in order of date. */
export const SubjectsOverview = Type.Object({
  studentId: Id, period: Nullable(Period), periods: Type.Array(Period), rule: Nullable(MarkingRuleRef),
  subjects: Type.Array(Type.Object({
    courseId: Id, subject: SubjectRef, teachers: Type.Array(Type.String()), summary: Nullable(Summary),
    marks: Type.Array(Type.Object({ id: Id, date: Day, value: MarkValue, retake: Nullable(RetakeValue), weight: Type.Integer(), type: Type.String() })),
  })),
})
export type SubjectsOverview = Static<typeof SubjectsOverview>
export const getSubjects = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/courses', summary: 'All subjects of a pupil in a period', access: { permission: 'journal.diary.read' }, hot: true,
  params: Type.Object({ schoolId: Id, studentId: Id }), query: Type.Object({ period: Type.Optional(Id) }), reply: SubjectsOverview,
})
