import { Day, Id, Instant, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { Course } from './pages.ts'
import { AcademicDebt } from './promotion.ts'
import { BasedOn, MarkValue, Period, PersonRef, Reason, Revision, SubjectRef } from './shapes.ts'

/** Every value a period, year, exam or final mark may hold; '' is one taken back. */
export const FinalValue = OneOf('1', '2', '3', '4', '5', 'pass', 'fail', 'notAttested', 'exempt', '')
export type FinalValue = Static<typeof FinalValue>
export const FinalKind = OneOf('period', 'year', 'exam', 'final')
export type FinalKind = Static<typeof FinalKind>
export const ClosingState = OneOf('OPEN', 'FINALIZING', 'CLOSED')
export type ClosingState = Static<typeof ClosingState>

/** Why this value is proposed; each is the key of a sentence. */
export const ProposedBy = OneOf(
  'roundedUp', 'roundedDown', 'whole', 'nothing', 'tooManyAbsences', 'controlsUp', 'controlsDown', 'controlsCap', 'allPassed', 'notPassed', 'noMarksInGrade', 'notYet', 'periodsNotAttested', 'asYear',
)
export type ProposedBy = Static<typeof ProposedBy>

/** A final mark as it stands. */
export const FinalMark = Type.Object({ id: Id, value: FinalValue, proposed: Nullable(Type.String()), revision: Revision, corrected: Type.Boolean() })
export type FinalMark = Static<typeof FinalMark>

/** One place for a final mark: what the rule proposes from exact sums, and what stands. */
export const FinalCell = Type.Object({
  studentId: Id, kind: FinalKind, periodId: Nullable(Id), marks: Type.Integer(), average: Type.String(), proposed: Nullable(Type.String()), by: ProposedBy, enough: Type.Boolean(), mark: Nullable(FinalMark),
  /** Closed for the class of this pupil, and no unlock is open. */
  closed: Type.Boolean(),
})
export type FinalCell = Static<typeof FinalCell>

/** Where a class stands in a period or (`periodId` null) in the year. */
export const ClosingRef = Type.Object({ classId: Id, periodId: Nullable(Id), state: ClosingState, due: Nullable(Day), unlockedUntil: Nullable(Instant) })
export type ClosingRef = Static<typeof ClosingRef>

export const CourseFinals = Type.Object({
  today: Day, year: Type.Integer(), course: Course, periods: Type.Array(Period), rule: Nullable(Type.Object({ edition: Type.Integer(), title: Type.String(), validFrom: Day })),
  students: Type.Array(Type.Object({ id: Id, lastName: Type.String(), firstName: Type.String(), middleName: Nullable(Type.String()), classId: Id, className: Type.String(), from: Day, to: Nullable(Day) })),
  cells: Type.Array(FinalCell), closings: Type.Array(ClosingRef),
  /** Columns beside the periods: exams are put in grades that have them. */
  kinds: Type.Array(FinalKind), can: Type.Object({ put: Type.Boolean(), reason: Type.Boolean(), protocol: Type.Boolean() }),
})
export type CourseFinals = Static<typeof CourseFinals>

const ofCourse = Type.Object({ schoolId: Id, courseId: Id })
/** Pupils × periods of one page, with the year, the exam and the final mark. */
export const getCourseFinals = route({
  method: 'GET', path: '/api/schools/:schoolId/courses/:courseId/finals', summary: 'Period, year and final marks of a page: proposals and what was put', access: { permission: 'journal.page.read' }, params: ofCourse, reply: CourseFinals,
})

export const FinalOp = Type.Object({
  id: Id, studentId: Id, kind: FinalKind, periodId: Nullable(Id), value: FinalValue, basedOn: BasedOn, reason: Reason,
  /** A decision of a commission: number and day of its protocol. */
  protocol: Type.Optional(Type.Object({ number: Text(40, 1), date: Day })),
})
export type FinalOp = Static<typeof FinalOp>
export const FinalOutcome = Type.Union([
  Type.Object({ kept: Type.Literal(true), studentId: Id, kind: FinalKind, periodId: Nullable(Id), now: FinalMark }),
  Type.Object({ kept: Type.Literal(false), studentId: Id, kind: FinalKind, periodId: Nullable(Id), code: Type.String(), now: Nullable(FinalMark) }),
])
export type FinalOutcome = Static<typeof FinalOutcome>
/** Why a final mark was not taken. */
export const finalProblems = ['journal.changed_meanwhile', 'journal.period_closed', 'journal.period_ahead', 'journal.reason_needed', 'journal.not_in_class', 'journal.no_marks_in_grade', 'journal.protocol_is_offices', 'journal.id_taken', 'not_found'] as const
/** Puts, confirms or takes back many final marks of a page; each is judged by itself when it is received. */
export const putFinals = route({
  method: 'POST', path: '/api/schools/:schoolId/courses/:courseId/finals', summary: 'Puts period, year, exam and final marks of a page', access: { permission: 'journal.mark.put' }, params: ofCourse,
  body: Type.Object({ ops: Type.Array(FinalOp, { minItems: 1, maxItems: 300 }) }), reply: Type.Object({ outcomes: Type.Array(FinalOutcome) }),
})

export const ClassFinals = Type.Object({
  today: Day, year: Type.Integer(), classId: Id, className: Type.String(), grade: Nullable(Type.Integer()), periods: Type.Array(Period), period: Nullable(Period), closing: ClosingRef,
  subjects: Type.Array(SubjectRef),
  students: Type.Array(Type.Object({ id: Id, lastName: Type.String(), firstName: Type.String(), middleName: Nullable(Type.String()), from: Day, to: Nullable(Day) })),
  /** Only places that exist: the pupil learns the subject in the period. */
  cells: Type.Array(Type.Object({ ...FinalCell.properties, subjectId: Id, courseId: Id })),
})
export type ClassFinals = Static<typeof ClassFinals>
/** Pupils × subjects of a class in one period, or in the year. */
export const getClassFinals = route({
  method: 'GET', path: '/api/schools/:schoolId/classes/:classId/finals', summary: 'Final marks of a class in all subjects', access: { permission: 'journal.class.read' }, params: Type.Object({ schoolId: Id, classId: Id }),
  query: Type.Object({ period: Type.Optional(Id), kind: Type.Optional(OneOf('year', 'final')) }), reply: ClassFinals,
})

const ofStudent = Type.Object({ schoolId: Id, studentId: Id })
export const StudentFinals = Type.Object({
  studentId: Id, today: Day, year: Type.Integer(), periods: Type.Array(Period), kinds: Type.Array(FinalKind),
  subjects: Type.Array(Type.Object({
    courseId: Id, subject: SubjectRef,
    marks: Type.Array(Type.Object({ kind: FinalKind, periodId: Nullable(Id), id: Id, value: FinalValue, corrected: Type.Boolean() })),
    /** Of the period of today. */
    current: Nullable(Type.Object({ average: Type.String(), proposed: Nullable(Type.String()) })),
  })),
  promotion: Nullable(Type.Object({ decision: Type.String(), protocolNumber: Type.String(), protocolDate: Day, orderNumber: Type.String(), note: Type.String() })),
  /** Failed years that are made good or wait for it. */
  debts: Type.Array(AcademicDebt),
})
export type StudentFinals = Static<typeof StudentFinals>
export const getStudentFinals = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/finals', summary: 'Period, year and final marks of a pupil', access: { permission: 'journal.diary.read' }, params: ofStudent, reply: StudentFinals,
})

/** A final mark or its proposal with everything it is made of, and every revision. */
export const FinalExplained = Type.Object({
  studentId: Id, courseId: Id, subject: SubjectRef, kind: FinalKind, period: Nullable(Period),
  rule: Nullable(Type.Object({ edition: Type.Integer(), title: Type.String(), validFrom: Day, averaging: OneOf('weighted', 'plain'), roundUpFrom: Type.Integer(), controlPriority: OneOf('none', 'border', 'cap'), retakeCounts: OneOf('last', 'best', 'both', 'average') })),
  /** Marks of lessons for a period, period marks for a year. `source` names another page or school. */
  counted: Type.Array(Type.Object({ key: Type.String(), date: Nullable(Day), name: Type.String(), value: Type.String(), weight: Type.Integer(), product: Type.Integer(), isControl: Type.Boolean(), source: Nullable(Type.String()) })),
  excluded: Type.Array(Type.Object({ key: Type.String(), date: Nullable(Day), name: Type.String(), value: Type.String(), why: OneOf('weightZero', 'notFivePoint', 'debt', 'debtOverdue', 'otherGroup', 'brought', 'notAttested', 'exempt') })),
  sum: Type.Integer(), weights: Type.Integer(), quotient: Type.String(), exact: Type.Boolean(), average: Type.String(), controls: Type.String(),
  proposed: Nullable(Type.String()), by: ProposedBy, enough: Type.Boolean(), leastMarks: Type.Integer(), lessonsHeld: Type.Integer(), missed: Type.Integer(),
  mark: Nullable(FinalMark),
  history: Type.Array(Type.Object({
    revision: Revision, value: FinalValue, proposed: Nullable(Type.String()), reason: Type.String(), protocol: Nullable(Type.Object({ number: Type.String(), date: Nullable(Day) })), unlocked: Type.Boolean(), by: Nullable(PersonRef), at: Instant,
  })),
})
export type FinalExplained = Static<typeof FinalExplained>
export const explainFinal = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/courses/:courseId/final', summary: 'How a final mark is proposed, and every revision of it', access: { permission: 'journal.diary.read' },
  params: Type.Object({ schoolId: Id, studentId: Id, courseId: Id }), query: Type.Object({ kind: FinalKind, period: Type.Optional(Id) }), reply: FinalExplained,
})

/** Marks brought from another school: they count as the policy says. */
export const BroughtMark = Type.Object({ id: Id, subject: SubjectRef, date: Day, value: Type.String(), weight: Type.Integer(), source: Type.String(), revision: Revision })
export type BroughtMark = Static<typeof BroughtMark>
export const listBroughtMarks = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/brought-marks', summary: 'Marks a pupil brought from another school', access: { permission: 'journal.class.read' }, params: ofStudent,
  reply: Type.Object({ subjects: Type.Array(SubjectRef), marks: Type.Array(BroughtMark) }),
})
export const putBroughtMark = route({
  method: 'PUT', path: '/api/schools/:schoolId/students/:studentId/brought-marks/:markId', summary: 'Writes down a mark of the record from another school, or takes it back', access: { permission: 'journal.reason.put' },
  params: Type.Object({ schoolId: Id, studentId: Id, markId: Id }),
  body: Type.Object({ subjectId: Id, date: Day, value: MarkValue, weight: Type.Integer({ minimum: 1, maximum: 20 }), source: Text(200, 1), basedOn: BasedOn }),
  reply: BroughtMark, problems: ['journal.changed_meanwhile', 'journal.id_taken', 'journal.value_not_in_scale', 'journal.period_closed', 'journal.lesson_ahead'],
})
