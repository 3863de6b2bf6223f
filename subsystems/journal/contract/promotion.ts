import { Day, fact, Id, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { PersonRef, Revision, SubjectRef, BasedOn } from './shapes.ts'

/** What the pedagogical council decides of a pupil at the end of a year. */
export const Decision = OneOf('promoted', 'conditional', 'repeat', 'adapted', 'individual', 'admitted', 'notAdmitted', 'finished')
export type Decision = Static<typeof Decision>
const Paper = Type.Object({ number: Text(40, 1), date: Day })
export const Promotion = Type.Object({
  decision: Decision, protocol: Paper, order: Nullable(Paper), note: Type.String(), /** The day on which the family chose to repeat or to learn by another programme. */ familyChoiceOn: Nullable(Day),
  /** The interview of grade 9 or the essay of grade 11. */ admissionWork: Nullable(OneOf('pass', 'fail')), revision: Revision,
})
export type Promotion = Static<typeof Promotion>

const DebtResult = OneOf('2', '3', '4', '5', 'pass', 'fail')
/** A failed year in a subject, which may be made good twice. */
export const AcademicDebt = Type.Object({
  studentId: Id, subject: SubjectRef, year: Type.Integer(), value: Type.String(), firstDue: Day, secondDue: Day, settledOn: Nullable(Day),
  attempts: Type.Array(Type.Object({ attempt: Type.Integer(), date: Day, value: DebtResult, protocolNumber: Type.String(), revision: Revision })),
})
export type AcademicDebt = Static<typeof AcademicDebt>

/** Why this is proposed; each is the key of a sentence. */
export const PromotionBy = OneOf('allPassed', 'noMarksInGrade', 'debtsWithin', 'debtsOver', 'marksMissing', 'workMissing', 'workFailed')
export const ClassPromotion = Type.Object({
  today: Day, year: Type.Integer(), classId: Id, className: Type.String(), grade: Nullable(Type.Integer()),
  /** `admission` in grades 9 and 11: to the final attestation. */
  kind: OneOf('promotion', 'admission'), decisions: Type.Array(Decision), debtsAtMost: Type.Integer(), rule: Nullable(Type.Object({ edition: Type.Integer(), title: Type.String() })),
  students: Type.Array(Type.Object({
    student: PersonRef, missing: Type.Array(Type.String()), debts: Type.Array(Type.Object({ subject: SubjectRef, value: Type.String() })),
    proposed: Nullable(Decision), by: PromotionBy, now: Nullable(Promotion),
  })),
  /** Of this and earlier years, as long as the pupil is in the class. */
  debts: Type.Array(AcademicDebt), can: Type.Object({ put: Type.Boolean() }),
})
export type ClassPromotion = Static<typeof ClassPromotion>

const ofClass = Type.Object({ schoolId: Id, classId: Id })
export const getClassPromotion = route({
  method: 'GET', path: '/api/schools/:schoolId/classes/:classId/promotion', summary: 'What the council is to decide of a class at the end of the year', access: { permission: 'journal.class.read' }, params: ofClass, reply: ClassPromotion,
})
export const promotionProblems = [
  'journal.changed_meanwhile', 'journal.not_in_class', 'journal.decision_not_of_grade', 'journal.year_not_marked', 'journal.has_debts', 'journal.no_debts', 'journal.too_many_debts', 'journal.family_choice_needed', 'journal.admission_work_needed',
  'journal.due_wrong',
] as const
/** The decision of one council over pupils of a class; each is judged by itself. A conditional promotion opens debts with their days. */
export const putClassPromotion = route({
  method: 'POST', path: '/api/schools/:schoolId/classes/:classId/promotion', summary: 'Writes down what the council decided of a class', access: { permission: 'journal.promotion.put' }, params: ofClass,
  body: Type.Object({
    ops: Type.Array(Type.Object({
      studentId: Id, decision: Decision, note: Type.Optional(Text(300)), familyChoiceOn: Type.Optional(Day), admissionWork: Type.Optional(OneOf('pass', 'fail')), basedOn: BasedOn,
    }), { minItems: 1, maxItems: 60 }),
    protocol: Paper, order: Type.Optional(Paper), firstDue: Type.Optional(Day), secondDue: Type.Optional(Day),
  }),
  reply: Type.Object({ outcomes: Type.Array(Type.Union([Type.Object({ kept: Type.Literal(true), studentId: Id, now: Promotion }), Type.Object({ kept: Type.Literal(false), studentId: Id, code: Type.String(), now: Nullable(Promotion) })])) }),
})
/** One of two attempts to make a failed year good; the second is taken by a commission and needs its protocol. */
export const putDebtAttempt = route({
  method: 'PUT', path: '/api/schools/:schoolId/students/:studentId/academic-debts/:year/:subjectId/attempts/:attempt', summary: 'Writes down an attempt to make a failed year good', access: { permission: 'journal.promotion.put' },
  params: Type.Object({ schoolId: Id, studentId: Id, year: Type.Integer({ minimum: 2000, maximum: 2100 }), subjectId: Id, attempt: Type.Integer({ minimum: 1, maximum: 2 }) }),
  body: Type.Object({ date: Day, value: DebtResult, protocolNumber: Type.Optional(Text(40)), basedOn: BasedOn }), reply: AcademicDebt,
  problems: ['journal.changed_meanwhile', 'journal.attempt_out_of_order', 'journal.attempt_late', 'journal.protocol_needed', 'journal.lesson_ahead'],
})

/** A decision of the council, or an attempt to make a failed year good. Sent to the family and the office. */
export const promotionPut = fact('journal.promotion.put', Type.Object({ schoolId: Id, studentId: Id, classId: Nullable(Id), year: Type.Integer() }))
