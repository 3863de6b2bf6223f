import { Day, Id, Instant, Nullable, Page, pageQuery, route } from '@school/contract'
import { Type, type Static } from 'typebox'

const Person = Type.Object({ id: Id, lastName: Type.String(), firstName: Type.String(), middleName: Nullable(Type.String()) })
/** One act: who did what, in which role, about whom, and what was before and after. `sealed` is its place in the chain. */
export const Entry = Type.Object({
  id: Id, at: Instant, action: Type.String(), role: Nullable(Type.String()), by: Nullable(Person), about: Nullable(Person), before: Type.Unknown(), after: Type.Unknown(), sealed: Nullable(Type.Integer()),
})
export type Entry = Static<typeof Entry>
const filters = { ...pageQuery, personId: Type.Optional(Id), aboutId: Type.Optional(Id), action: Type.Optional(Type.String({ maxLength: 80 })), from: Type.Optional(Day), to: Type.Optional(Day) }

export const listSchoolHistory = route({
  method: 'GET', path: '/api/schools/:schoolId/history', summary: 'Who changed what in the school', access: { permission: 'history.school.read' }, params: Type.Object({ schoolId: Id }), query: Type.Object(filters), reply: Page(Entry),
})
export const listSystemHistory = route({
  method: 'GET', path: '/api/history', summary: 'Acts outside any school: regions, curators, sign-ins', access: { permission: 'history.system.read' }, query: Type.Object(filters), reply: Page(Entry),
})
export const getChainState = route({
  method: 'GET', path: '/api/schools/:schoolId/history/chain', summary: 'How far the history of the school is sealed', access: { permission: 'history.school.read' }, params: Type.Object({ schoolId: Id }),
  reply: Type.Object({ sealed: Type.Integer(), unsealed: Type.Integer(), checkpointAt: Nullable(Instant), checkpointSize: Type.Integer() }),
})
/** Who opened the record of a pupil, and who changed it: for the family and the pupil. */
export const Look = Type.Object({ at: Instant, by: Nullable(Person), role: Type.String(), what: Type.String(), kind: Type.Union([Type.Literal('opened'), Type.Literal('changed')]) })
export const listLooks = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/looks', summary: 'Who opened and changed the record of a pupil', access: { permission: 'history.own.read' }, params: Type.Object({ schoolId: Id, studentId: Id }),
  query: Type.Object({ limit: pageQuery.limit }), reply: Type.Array(Look),
})
