import { Day, Id, Instant, Nullable, Page, pageQuery, route } from '@school/contract'
import { Type, type Static } from 'typebox'

export const Person = Type.Object({ id: Id, lastName: Type.String(), firstName: Type.String(), middleName: Nullable(Type.String()) })

/** One act: who did what, in which role, about whom, what was before and after; `names` tells what the ids in them are called, `place` the school. `sealed` is its position in the chain. */
export const Entry = Type.Object({
  id: Id, at: Instant, action: Type.String(), role: Nullable(Type.String()), by: Nullable(Person), about: Nullable(Person), place: Type.String(),
  before: Type.Unknown(), after: Type.Unknown(), names: Type.Record(Type.String(), Type.String()), sealed: Nullable(Type.Integer()),
})
export type Entry = Static<typeof Entry>

const days = { from: Type.Optional(Day), to: Type.Optional(Day) }
const action = Type.Optional(Type.String({ maxLength: 80, pattern: '^[a-zA-Z._]+$' }))
const filters = Type.Object({ ...pageQuery, personId: Type.Optional(Id), aboutId: Type.Optional(Id), action, ...days })
const curators = { permission: 'history.territory.read' } as const

export const listSchoolHistory = route({
  method: 'GET', path: '/api/schools/:schoolId/history', summary: 'Who changed what in the school', access: { permission: 'history.school.read' }, params: Type.Object({ schoolId: Id }), query: filters, reply: Page(Entry),
})
export const listSystemHistory = route({
  method: 'GET', path: '/api/history', summary: 'Acts outside any school: regions, curators, sign-ins; numbers and addresses of people are covered', access: { permission: 'history.system.read' }, query: filters, reply: Page(Entry),
})
export const listRegionHistory = route({
  method: 'GET', path: '/api/regions/:regionId/history', summary: 'What curators and administrators of a region did and when, never about whom', access: curators, params: Type.Object({ regionId: Id }), query: filters, reply: Page(Entry),
})
export const listMunicipalityHistory = route({
  method: 'GET', path: '/api/municipalities/:municipalityId/history', summary: 'What administrators of a municipality did and when, never about whom', access: curators, params: Type.Object({ municipalityId: Id }), query: filters, reply: Page(Entry),
})
/** What this person did, in every school; about whom is told where they still work. */
export const listOwnActs = route({ method: 'GET', path: '/api/me/history', summary: 'What this person did', access: 'signedIn', query: Type.Object({ ...pageQuery, ...days }), reply: Page(Entry) })

/** How far a history is sealed into its chain, and when the chain was last signed. */
export const Chain = Type.Object({ sealed: Type.Integer(), unsealed: Type.Integer(), checkpointAt: Nullable(Instant), checkpointSize: Type.Integer() })
export const getChainState = route({
  method: 'GET', path: '/api/schools/:schoolId/history/chain', summary: 'How far the history of the school is sealed', access: { permission: 'history.school.read' }, params: Type.Object({ schoolId: Id }), reply: Chain,
})
export const getSystemChainState = route({ method: 'GET', path: '/api/history/chain', summary: 'How far the history outside schools is sealed', access: { permission: 'history.system.read' }, reply: Chain })
