import { Id, Nullable, OneOf, route } from '@school/contract'
import { Type, type Static } from 'typebox'

export const FunnelKey = OneOf('schools', 'adminSignedIn', 'staffImported', 'staffSignedIn', 'classesWithPupils', 'parentsConnected', 'firstMarks')
/** How many schools got as far as this step. */
export const FunnelStep = Type.Object({ key: FunnelKey, schools: Type.Integer() })
/** People behind the steps; a figure between one and nine is null. */
const people = { staff: Nullable(Type.Integer()), staffSignedIn: Nullable(Type.Integer()), pupils: Nullable(Type.Integer()), pupilsWithParent: Nullable(Type.Integer()), classes: Type.Integer() }
export const FunnelPart = Type.Object({ id: Id, name: Type.String(), steps: Type.Array(FunnelStep), ...people })
export type FunnelPart = Static<typeof FunnelPart>
export const Funnel = Type.Object({ name: Type.String(), steps: Type.Array(FunnelStep), ...people, parts: Type.Array(FunnelPart) })
export type Funnel = Static<typeof Funnel>

const access = { permission: 'identity.funnel.read' } as const
export const countryFunnel = route({ method: 'GET', path: '/api/funnel', summary: 'Connection of the country by regions', access: { permission: 'identity.country.read' }, reply: Funnel })
export const regionFunnel = route({ method: 'GET', path: '/api/regions/:regionId/funnel', summary: 'Connection of a region by municipalities', access, params: Type.Object({ regionId: Id }), reply: Funnel })
export const municipalityFunnel = route({ method: 'GET', path: '/api/municipalities/:municipalityId/funnel', summary: 'Connection of a municipality by schools', access, params: Type.Object({ municipalityId: Id }), reply: Funnel })
