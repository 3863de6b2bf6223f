import { Day, Done, Id, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { Appointee } from './appointee.ts'
import { SignedBy } from './step-up.ts'

export const Appointment = Type.Object({
  id: Id, personId: Id, name: Type.String(), role: OneOf('regionalCurator', 'municipalCurator', 'schoolAdmin'), validFrom: Day, validTo: Nullable(Day), basis: Type.String(), signedIn: Type.Boolean(),
})
export type Appointment = Static<typeof Appointment>

const inRegion = Type.Object({ regionId: Id })
const inMunicipality = Type.Object({ regionId: Id, municipalityId: Id })
const ofSchool = Type.Object({ regionId: Id, municipalityId: Id, school: Id })
const body = Type.Object({ who: Appointee, basis: Text(200, 3), signedBy: SignedBy })
const endBody = Type.Object({ reason: Text(300, 3), signedBy: SignedBy })
const problems = ['identity.signature_needed', 'identity.already_appointed', 'identity.snils_wrong', 'identity.other_person', 'identity.not_yourself', 'identity.birth_date_wrong'] as const
const read = { permission: 'identity.curator.read' } as const

export const listRegionalCurators = route({ method: 'GET', path: '/api/regions/:regionId/curators', summary: 'Curators of a region', access: read, params: inRegion, reply: Type.Array(Appointment) })
export const listMunicipalCurators = route({ method: 'GET', path: '/api/regions/:regionId/municipalities/:municipalityId/curators', summary: 'Curators of a municipality', access: read, params: inMunicipality, reply: Type.Array(Appointment) })
export const listAdministrators = route({
  method: 'GET', path: '/api/regions/:regionId/municipalities/:municipalityId/schools/:school/administrators', summary: 'Administrators of a school, as its curators see them', access: read, stream: true, params: ofSchool, reply: Type.Array(Appointment),
})
export const appointRegionalCurator = route({
  method: 'PUT', path: '/api/regions/:regionId/curators/:id', summary: 'Appoints a regional curator', access: { permission: 'identity.region.appoint' }, params: Type.Object({ regionId: Id, id: Id }), body, reply: Appointment, problems,
})
export const appointMunicipalCurator = route({
  method: 'PUT', path: '/api/regions/:regionId/municipalities/:municipalityId/curators/:id', summary: 'Appoints a municipal curator', access: { permission: 'identity.municipality.appoint' },
  params: Type.Object({ regionId: Id, municipalityId: Id, id: Id }), body, reply: Appointment, problems,
})
/** `id` becomes the employment of the registry. */
export const appointAdministrator = route({
  method: 'PUT', path: '/api/regions/:regionId/municipalities/:municipalityId/schools/:school/administrators/:id', summary: 'Appoints an administrator of a school', stream: true,
  access: { permission: 'identity.school.appoint' }, params: Type.Object({ regionId: Id, municipalityId: Id, school: Id, id: Id }), body, reply: Appointment, problems,
})
export const releaseRegionalCurator = route({
  method: 'POST', path: '/api/regions/:regionId/curators/:id/release', summary: 'Releases a regional curator', access: { permission: 'identity.region.appoint' }, params: Type.Object({ regionId: Id, id: Id }), body: endBody, reply: Done, problems: ['identity.signature_needed'],
})
export const releaseMunicipalCurator = route({
  method: 'POST', path: '/api/regions/:regionId/municipalities/:municipalityId/curators/:id/release', summary: 'Releases a municipal curator', access: { permission: 'identity.municipality.appoint' },
  params: Type.Object({ regionId: Id, municipalityId: Id, id: Id }), body: endBody, reply: Done, problems: ['identity.signature_needed'],
})
export const releaseAdministrator = route({
  method: 'POST', path: '/api/regions/:regionId/municipalities/:municipalityId/schools/:school/administrators/:id/release', summary: 'Releases an administrator of a school', stream: true,
  access: { permission: 'identity.school.appoint' }, params: Type.Object({ regionId: Id, municipalityId: Id, school: Id, id: Id }), body: endBody, reply: Done, problems: ['identity.signature_needed'],
})
