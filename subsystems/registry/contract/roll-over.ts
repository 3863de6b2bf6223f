import { Day, Id, Nullable, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { inSchool } from './shapes.ts'

const Year = Type.Integer({ minimum: 2001, maximum: 2100 })
/** A class of last year and what becomes of it: the next grade, or nothing more when it leaves the school. */
export const RollOverRow = Type.Object({
  from: Type.Object({ id: Id, name: Type.String(), grade: Type.Integer() }), to: Nullable(Type.Object({ name: Type.String(), grade: Type.Integer() })), pupils: Type.Integer(), homeroom: Nullable(Type.String()),
  /** The class that has grown out of it already, and how many of its pupils are there. */
  made: Nullable(Type.Object({ id: Id, name: Type.String(), pupils: Type.Integer() })), nameTaken: Type.Boolean(),
})
export type RollOverRow = Static<typeof RollOverRow>
const RollOver = Type.Object({ year: Year, rows: Type.Array(RollOverRow), can: Type.Object({ change: Type.Boolean() }) })

export const previewRollOver = route({
  method: 'GET', path: '/api/schools/:schoolId/class-roll-overs/:year', summary: 'What classes of the year before become in this one', access: { permission: 'registry.class.rollOver' }, params: Type.Object({ ...inSchool.properties, year: Year }), reply: RollOver,
})
/** Makes the classes of the year out of those before, and moves their pupils by one order. A repeat moves nobody twice. */
export const rollOver = route({
  method: 'PUT', path: '/api/schools/:schoolId/class-roll-overs/:year', summary: 'Moves classes to the next grade by order', access: { permission: 'registry.class.rollOver' }, params: Type.Object({ ...inSchool.properties, year: Year }),
  body: Type.Object({ classIds: Type.Array(Id, { minItems: 1, maxItems: 200 }), movePupils: Type.Boolean(), on: Day, orderNumber: Text(60), orderDate: Nullable(Day) }),
  reply: Type.Object({ classes: Type.Integer(), pupils: Type.Integer() }), problems: ['registry.name_taken', 'registry.dates_wrong'],
})
