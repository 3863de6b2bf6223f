import { Id, Instant, Nullable, OneOf, Page, pageQuery, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, inSchool, Revision } from './shapes.ts'

export const SchoolKind = OneOf('school', 'college')

const own = {
  kind: SchoolKind, fullName: Text(300, 3), shortName: Text(120, 2), ogrn: Text(20), inn: Text(20), kpp: Text(20), address: Text(300), phone: Text(40), email: Text(200), timeZone: Text(60, 3),
}
export const School = Type.Object({
  id: Id, municipalityId: Id, municipalityName: Type.String(), regionId: Id, regionName: Type.String(), ...own, openedAt: Instant, revision: Revision,
  can: Type.Object({ edit: Type.Boolean() }),
})
export type School = Static<typeof School>

/** A school as curators see it: sizes without people; a figure below ten is null. */
export const SchoolOverview = Type.Object({
  id: Id, municipalityId: Id, municipalityName: Type.String(), kind: SchoolKind, shortName: Type.String(), fullName: Type.String(), ogrn: Type.String(), openedAt: Instant,
  hasAdmin: Type.Boolean(), classes: Type.Integer(), staff: Nullable(Type.Integer()), pupils: Nullable(Type.Integer()),
})
export type SchoolOverview = Static<typeof SchoolOverview>

const listQuery = Type.Object({ ...pageQuery, search: Type.Optional(Text(100)), municipalityId: Type.Optional(Id) })
const oneSchool = Type.Object({ regionId: Id, municipalityId: Id, id: Id })

export const listSchoolsOfRegion = route({
  method: 'GET', path: '/api/regions/:regionId/schools', summary: 'Schools of a region with their sizes', access: { permission: 'registry.overview.read' },
  params: Type.Object({ regionId: Id }), query: listQuery, reply: Page(SchoolOverview),
})
export const listSchoolsOfMunicipality = route({
  method: 'GET', path: '/api/municipalities/:municipalityId/schools', summary: 'Schools of a municipality with their sizes', access: { permission: 'registry.overview.read' },
  params: Type.Object({ municipalityId: Id }), query: listQuery, reply: Page(SchoolOverview),
})
export const getSchoolOverview = route({
  method: 'GET', path: '/api/regions/:regionId/municipalities/:municipalityId/schools/:id', summary: 'A school as its curators see it', access: { permission: 'registry.overview.read' },
  params: oneSchool, reply: Type.Object({ school: School, overview: SchoolOverview }),
})
/** Opens a school (`basedOn` null) or corrects its registration. The time zone is the municipality's unless told. */
export const putSchool = route({
  method: 'PUT', path: '/api/regions/:regionId/municipalities/:municipalityId/schools/:id', summary: 'Opens a school or corrects its registration', access: { permission: 'registry.school.open' },
  params: oneSchool,
  body: Type.Object({
    kind: own.kind, fullName: own.fullName, shortName: own.shortName, ogrn: own.ogrn, inn: own.inn, kpp: own.kpp,
    address: Type.Optional(own.address), phone: Type.Optional(own.phone), email: Type.Optional(own.email), timeZone: Type.Optional(own.timeZone), basedOn: BasedOn,
  }),
  reply: School, problems: ['registry.identifier_wrong', 'registry.ogrn_taken', 'registry.unknown_time_zone', 'registry.changed_meanwhile'],
})

/** The school's own card: what everyone in it may see. */
export const getSchool = route({
  method: 'GET', path: '/api/schools/:schoolId/card', summary: 'The card of the school', access: { permission: 'registry.school.read' }, params: inSchool, reply: School,
})
export const editSchool = route({
  method: 'PUT', path: '/api/schools/:schoolId/card', summary: 'Corrects names and contacts of the school', access: { permission: 'registry.school.edit' }, params: inSchool,
  body: Type.Object({ fullName: own.fullName, shortName: own.shortName, address: own.address, phone: own.phone, email: own.email, basedOn: Revision }),
  reply: School, problems: ['registry.changed_meanwhile'],
})

/** The public directory: for whoever chooses a school in a request. */
export const findSchools = route({
  method: 'GET', path: '/api/school-directory', summary: 'Finds a school by name, ОГРН, ИНН, municipality or region', access: 'signedIn',
  query: Type.Object({ search: Type.Optional(Text(100)), regionId: Type.Optional(Id), municipalityId: Type.Optional(Id) }),
  reply: Type.Array(Type.Object({ id: Id, kind: SchoolKind, shortName: Type.String(), municipalityId: Id, municipalityName: Type.String(), regionId: Id, regionName: Type.String() })),
})
export const listTerritories = route({
  method: 'GET', path: '/api/territory-directory', summary: 'Open regions and their municipalities, names only', access: 'signedIn',
  reply: Type.Array(Type.Object({ id: Id, code: Type.String(), name: Type.String(), municipalities: Type.Array(Type.Object({ id: Id, name: Type.String() })) })),
})
export const listClassNames = route({
  method: 'GET', path: '/api/schools/:schoolId/class-directory', summary: 'Names of the classes of this year, for whoever asks to join', access: 'signedIn', params: inSchool,
  reply: Type.Array(Type.Object({ id: Id, name: Type.String(), gradeLevel: Nullable(Type.Integer()), course: Nullable(Type.Integer()) })),
})
