import { Day, Id, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, Grade, inSchool, Level, Part } from './shapes.ts'

const Hours = Type.Number({ minimum: 0, maximum: 60 })
export const VariantLine = Type.Object({ part: Part, area: Text(120), subject: Text(120, 1), advanced: Type.Boolean(), hours: Type.Array(Type.Object({ grade: Grade, hours: Hours }), { maxItems: 12 }) })
/** A variant of the federal plan: what a plan of a school must hold at least. */
export const Variant = Type.Object({ key: Text(40, 1), title: Text(160, 1), level: Level, weekDays: Type.Integer({ minimum: 5, maximum: 6 }), fromGrade: Grade, toGrade: Grade, lines: Type.Array(VariantLine, { maxItems: 60 }) })
export type Variant = Static<typeof Variant>

export const Norms = Type.Object({
  /** Hours of a week by grade, of five and of six days; null where six days are forbidden. */
  weekMost: Type.Array(Type.Object({ grade: Grade, five: Hours, six: Type.Union([Hours, Type.Null()]) }), { maxItems: 12 }),
  yearTotals: Type.Array(Type.Object({ fromGrade: Grade, toGrade: Grade, least: Type.Integer({ minimum: 0, maximum: 9000 }), most: Type.Integer({ minimum: 0, maximum: 9000 }) }), { maxItems: 20 }),
  /** Totals over all years of a level, where one plan covers them. */
  levelTotals: Type.Array(Type.Object({ fromGrade: Grade, toGrade: Grade, least: Type.Integer({ minimum: 0, maximum: 20000 }), most: Type.Integer({ minimum: 0, maximum: 20000 }) }), { maxItems: 10 }),
  /** A grade that begins the year with shorter weeks. */
  step: Type.Object({ grade: Grade, weeks: Type.Integer({ minimum: 0, maximum: 30 }), hours: Hours }),
  weeks: Type.Array(Type.Object({ grade: Grade, weeks: Type.Integer({ minimum: 1, maximum: 52 }) }), { maxItems: 12 }),
  extracurricularMost: Hours,
  /** Subjects at the advanced level that a plan of grades 10 and 11 holds at least. */
  advancedLeast: Type.Integer({ minimum: 0, maximum: 10 }),
  /** Lesson hours of one rate, and how many rates one person may work. */
  rateHours: Type.Number({ minimum: 1, maximum: 40 }), mostRates: Type.Number({ minimum: 1, maximum: 3 }),
  /** Works of assessment may take this share of the lessons of a subject. */
  controlShare: Type.Number({ minimum: 1, maximum: 100 }),
  /** From how many hours behind the plan a course is shown as behind. */
  behindHours: Type.Integer({ minimum: 1, maximum: 40 }),
  variants: Type.Array(Variant, { maxItems: 30 }),
})
export type Norms = Static<typeof Norms>

export const NormEdition = Type.Object({
  edition: Type.Integer(), title: Type.String(), validFrom: Day, origin: OneOf('house', 'school'), inForce: Type.Boolean(), revision: Type.Integer(), norms: Norms, can: Type.Object({ change: Type.Boolean() }),
})
export type NormEdition = Static<typeof NormEdition>

export const getNorms = route({
  method: 'GET', path: '/api/schools/:schoolId/plan-norms', summary: 'Editions of the numbers by which plans are checked', access: { permission: 'planning.curriculum.read' }, params: inSchool,
  reply: Type.Object({ editions: Type.Array(NormEdition), can: Type.Object({ change: Type.Boolean() }) }),
})
/** Adds an edition or corrects one that is not yet in force. */
export const putNorms = route({
  method: 'PUT', path: '/api/schools/:schoolId/plan-norms/:edition', summary: 'Puts an edition of the numbers', access: { permission: 'planning.curriculum.put' },
  params: Type.Object({ schoolId: Id, edition: Type.Integer({ minimum: 1, maximum: 500 }) }),
  body: Type.Object({ title: Text(200, 2), validFrom: Day, norms: Norms, basedOn: BasedOn }), reply: NormEdition, problems: ['planning.changed_meanwhile', 'planning.norms_in_force', 'planning.norms_order'],
})
