import { Id, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { inSchool } from './shapes.ts'

export const Subject = Type.Object({ id: Id, name: Type.String(), shortName: Type.String(), kind: OneOf('core', 'extracurricular'), sort: Type.Integer() })
export type Subject = Static<typeof Subject>
export const Building = Type.Object({ id: Id, name: Type.String(), address: Type.String() })
export type Building = Static<typeof Building>
export const Room = Type.Object({ id: Id, buildingId: Nullable(Id), name: Type.String(), capacity: Nullable(Type.Integer()) })
export type Room = Static<typeof Room>

const one = Type.Object({ schoolId: Id, id: Id })
const read = { permission: 'registry.place.read' } as const
const put = { permission: 'registry.place.put' } as const
const problems = ['registry.name_taken'] as const

export const listSubjects = route({ method: 'GET', path: '/api/schools/:schoolId/subjects', summary: 'Subjects taught in the school', access: read, params: inSchool, reply: Type.Array(Subject) })
export const putSubject = route({
  method: 'PUT', path: '/api/schools/:schoolId/subjects/:id', summary: 'Adds or corrects a subject', access: put, params: one, problems,
  body: Type.Object({ name: Text(120, 2), shortName: Text(40, 1), kind: OneOf('core', 'extracurricular'), sort: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000 })) }), reply: Subject,
})
export const listPlaces = route({
  method: 'GET', path: '/api/schools/:schoolId/places', summary: 'Buildings and rooms of the school', access: read, params: inSchool,
  reply: Type.Object({ buildings: Type.Array(Building), rooms: Type.Array(Room) }),
})
export const putBuilding = route({
  method: 'PUT', path: '/api/schools/:schoolId/buildings/:id', summary: 'Adds or corrects a building', access: put, params: one, problems,
  body: Type.Object({ name: Text(120, 1), address: Text(300) }), reply: Building,
})
export const putRoom = route({
  method: 'PUT', path: '/api/schools/:schoolId/rooms/:id', summary: 'Adds or corrects a room', access: put, params: one, problems,
  body: Type.Object({ name: Text(60, 1), buildingId: Nullable(Id), capacity: Nullable(Type.Integer({ minimum: 1, maximum: 5000 })) }), reply: Room,
})
