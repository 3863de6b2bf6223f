import { Id, Instant, Nullable, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'

/** Sizes of a territory; people are counted only where ten or more stand behind the figure, otherwise null. */
export const Sizes = Type.Object({ schools: Type.Integer(), staff: Nullable(Type.Integer()), pupils: Nullable(Type.Integer()) })

/** A subject of the federation as the reference list has it. */
export const RegionSubject = Type.Object({ code: Type.String(), name: Type.String(), oktmo: Type.String(), timeZone: Type.String(), regionId: Nullable(Id) })

export const Region = Type.Object({ id: Id, code: Type.String(), name: Type.String(), timeZone: Type.String(), openedAt: Instant, municipalities: Type.Integer(), sizes: Sizes })
export type Region = Static<typeof Region>

export const Municipality = Type.Object({ id: Id, regionId: Id, regionName: Type.String(), name: Type.String(), oktmo: Nullable(Type.String()), timeZone: Type.String(), openedAt: Instant, sizes: Sizes })
export type Municipality = Static<typeof Municipality>

const inRegion = Type.Object({ regionId: Id })

export const listRegionSubjects = route({
  method: 'GET', path: '/api/region-subjects', summary: 'The 89 subjects of the federation, each with its region here if it is open', access: { permission: 'registry.region.read' },
  reply: Type.Array(RegionSubject),
})
export const listRegions = route({
  method: 'GET', path: '/api/regions', summary: 'Regions that are open', access: { permission: 'registry.region.read' }, reply: Type.Array(Region),
})
/** Opens a region; name and time zone come from the reference list unless told. A repeat with the same id and code changes nothing. */
export const openRegion = route({
  method: 'PUT', path: '/api/regions/:id', summary: 'Opens a region of the federation', access: { permission: 'registry.region.open' },
  params: Type.Object({ id: Id }), body: Type.Object({ code: Type.String({ pattern: '^\\d{2}$' }) }), reply: Region,
  problems: ['registry.unknown_region_code', 'registry.region_is_open'],
})
export const getRegion = route({
  method: 'GET', path: '/api/regions/:regionId', summary: 'A region with its sizes', access: { permission: 'registry.overview.read' }, params: inRegion, reply: Region,
})
export const listMunicipalities = route({
  method: 'GET', path: '/api/regions/:regionId/municipalities', summary: 'Municipalities of a region', access: { permission: 'registry.overview.read' }, params: inRegion, reply: Type.Array(Municipality),
})
export const putMunicipality = route({
  method: 'PUT', path: '/api/regions/:regionId/municipalities/:id', summary: 'Opens a municipality or corrects its name, ОКТМО and time zone', access: { permission: 'registry.municipality.put' },
  params: Type.Object({ regionId: Id, id: Id }),
  body: Type.Object({ name: Text(200, 2), oktmo: Nullable(Type.String({ pattern: '^(\\d{8}|\\d{11})$' })), timeZone: Type.Optional(Text(60, 3)) }), reply: Municipality,
  problems: ['registry.name_taken', 'registry.unknown_time_zone'],
})
export const getMunicipality = route({
  method: 'GET', path: '/api/municipalities/:municipalityId', summary: 'A municipality with its sizes', access: { permission: 'registry.overview.read' },
  params: Type.Object({ municipalityId: Id }), reply: Municipality,
})
