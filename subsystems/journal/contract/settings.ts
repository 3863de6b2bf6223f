import { ClockTime, Day, Id, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, inSchool, Revision, Scale } from './shapes.ts'

const typeFields = { name: Text(80, 1), shortName: Text(12, 1), weight: Type.Integer({ minimum: 0, maximum: 20 }), isControl: Type.Boolean(), scale: Scale, sort: Type.Integer({ minimum: 0, maximum: 999 }), archived: Type.Boolean() }
export const WorkType = Type.Object({ id: Id, ...typeFields, revision: Revision })
export type WorkType = Static<typeof WorkType>

const ruleFields = {
  title: Text(200, 1), validFrom: Day, averaging: OneOf('weighted', 'plain'),
  /** From which hundredths on the proposed mark is rounded up: 50 is the mathematical rule. */
  roundUpFrom: Type.Integer({ minimum: 1, maximum: 99 }),
  /** How few marks a period needs, by hours a week. */
  leastMarks: Type.Array(Type.Object({ hoursUpTo: Type.Number({ minimum: 0, maximum: 99 }), marks: Type.Integer({ minimum: 0, maximum: 60 }) }), { maxItems: 10 }),
  absenceLimitPercent: Type.Integer({ minimum: 1, maximum: 100 }), editDays: Type.Integer({ minimum: 0, maximum: 365 }), debtDays: Type.Integer({ minimum: 0, maximum: 100 }),
  /** The first grade that gets marks. */
  marksFromGrade: Type.Integer({ minimum: 1, maximum: 12 }),
  /** Homework a day in minutes, by grade. */
  homeworkNorms: Type.Array(Type.Object({ gradeUpTo: Type.Integer({ minimum: 1, maximum: 12 }), minutes: Type.Integer({ minimum: 0, maximum: 600 }) }), { maxItems: 12 }),
}
const ofLevel = Type.Object({ roundUpFrom: Type.Integer({ minimum: 1, maximum: 99 }), absenceLimitPercent: Type.Integer({ minimum: 1, maximum: 100 }), leastMarks: ruleFields.leastMarks })
/** How periods, years and certificates are judged, and what holds for retakes, debts and control works. */
export const FinalPolicy = Type.Object({
  /** What grades 1–4, 5–9 and 10–11 have of their own; a level left out goes by the numbers above. */
  levels: Type.Object({ primary: Type.Optional(ofLevel), basic: Type.Optional(ofLevel), secondary: Type.Optional(ofLevel) }),
  /** `border`: within the band around the threshold control works decide; `cap`: no mark above what control works bring. */
  controlPriority: OneOf('none', 'border', 'cap'), controlBand: Type.Integer({ minimum: 1, maximum: 49 }),
  /** Marks of the same subject in another group, and those brought from another school, count. */
  followGroups: Type.Boolean(), countBrought: Type.Boolean(),
  yearFrom: OneOf('periods', 'periodsAndExam'), yearRoundUpFrom: Type.Integer({ minimum: 1, maximum: 99 }), certificateRoundUpFrom: Type.Integer({ minimum: 1, maximum: 99 }),
  retakeCounts: OneOf('last', 'best', 'both', 'average'), retakeDays: Type.Integer({ minimum: 0, maximum: 365 }), overdueDebt: OneOf('stays', 'two'),
  controlsADay: Type.Integer({ minimum: 1, maximum: 10 }), controlsAWeek: Type.Integer({ minimum: 1, maximum: 30 }),
  /** With how many failed subjects one is promoted conditionally, and with how many still admitted to final exams. */
  debtsAtMost: Type.Integer({ minimum: 1, maximum: 20 }), admissionDebts: Type.Integer({ minimum: 0, maximum: 5 }),
  /** At what o'clock of their day marks for control works are shown to families; null: at once. */
  controlsVisibleAt: Nullable(ClockTime),
  hundredScale: Type.Array(Type.Object({ from: Type.Integer({ minimum: 0, maximum: 100 }), mark: OneOf('1', '2', '3', '4', '5') }), { minItems: 1, maxItems: 5 }),
})
export type FinalPolicy = Static<typeof FinalPolicy>
export const MarkingRule = Type.Object({ edition: Type.Integer(), ...ruleFields, finals: FinalPolicy, revision: Revision, inForce: Type.Boolean(), can: Type.Object({ change: Type.Boolean() }) })
export type MarkingRule = Static<typeof MarkingRule>

export const getSettings = route({
  method: 'GET', path: '/api/schools/:schoolId/journal/settings', summary: 'Work types and rules of marking of the school', access: { permission: 'journal.settings.read' }, params: inSchool,
  reply: Type.Object({ today: Day, workTypes: Type.Array(WorkType), rules: Type.Array(MarkingRule), edition: Nullable(Type.Integer()), can: Type.Object({ change: Type.Boolean() }) }),
})
export const putWorkType = route({
  method: 'PUT', path: '/api/schools/:schoolId/journal/work-types/:workTypeId', summary: 'Puts a work type', access: { permission: 'journal.settings.put' }, params: Type.Object({ schoolId: Id, workTypeId: Id }),
  body: Type.Object({ ...typeFields, basedOn: BasedOn }), reply: WorkType, problems: ['journal.changed_meanwhile', 'journal.name_taken', 'journal.type_in_use'],
})
/** Editions are numbered from 1 without gaps; one that has come into force is never changed, a new one follows it. */
export const putMarkingRule = route({
  method: 'PUT', path: '/api/schools/:schoolId/journal/marking-rules/:edition', summary: 'Puts an edition of the rules of marking', access: { permission: 'journal.settings.put' },
  params: Type.Object({ schoolId: Id, edition: Type.Integer({ minimum: 1, maximum: 1000 }) }), body: Type.Object({ ...ruleFields, /** Left out, it stays as in the edition before. */ finals: Type.Optional(FinalPolicy), basedOn: BasedOn }), reply: MarkingRule,
  problems: ['journal.changed_meanwhile', 'journal.rule_in_force', 'journal.rule_out_of_order'],
})
