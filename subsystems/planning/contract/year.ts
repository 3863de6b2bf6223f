import { Id, Nullable, OneOf, route } from '@school/contract'
import { Type, type Static } from 'typebox'
import { inSchool, Year } from './shapes.ts'

/** One step of a new school year: its state, and what is missing with a few names. */
export const YearStep = Type.Object({
  key: OneOf('calendar', 'bells', 'classes', 'plans', 'load', 'timetable', 'lessons', 'opened'), state: OneOf('done', 'part', 'todo'), needed: Type.Boolean(), done: Type.Integer(), total: Type.Integer(),
  missing: Type.Array(Type.Object({ code: Type.String(), count: Type.Integer(), names: Type.Array(Type.String()) })),
})
export type YearStep = Static<typeof YearStep>
export const YearState = Type.Object({
  year: Year, current: Year, starts: Nullable(Type.String()), steps: Type.Array(YearStep), ready: Type.Boolean(), openedAt: Nullable(Type.String()), openedBy: Nullable(Type.String()), can: Type.Object({ open: Type.Boolean() }),
})
export type YearState = Static<typeof YearState>

export const getYearState = route({
  method: 'GET', path: '/api/schools/:schoolId/year-steps', summary: 'How far a school year is prepared, step by step', access: { permission: 'planning.year.open' }, params: inSchool, query: Type.Object({ year: Type.Optional(Year) }), reply: YearState,
})
/** Opens the year when every needed step is done; otherwise says what is missing. */
export const openSchoolYear = route({
  method: 'PUT', path: '/api/schools/:schoolId/year-openings/:year', summary: 'Checks a prepared school year and opens it', access: { permission: 'planning.year.open' }, params: Type.Object({ schoolId: Id, year: Year }), reply: YearState, problems: ['planning.year_not_ready'],
})
