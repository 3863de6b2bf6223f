import { Day, Id, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, inSchool, PersonName, Revision } from './shapes.ts'

export const GroupKind = OneOf('class', 'subgroup', 'crossClass', 'combined')

/** Who is taught together; a whole class is the group with the id of the class. */
export const Group = Type.Object({
  id: Id, schoolYear: Type.Integer(), kind: GroupKind, name: Type.String(), classes: Type.Array(Type.Object({ id: Id, name: Type.String() })), members: Type.Integer(), revision: Revision,
  can: Type.Object({ change: Type.Boolean() }),
})
export type Group = Static<typeof Group>

const one = Type.Object({ schoolId: Id, groupId: Id })

export const listGroups = route({
  method: 'GET', path: '/api/schools/:schoolId/groups', summary: 'Groups of a school year', access: { permission: 'registry.class.read' }, params: inSchool,
  query: Type.Object({ year: Type.Optional(Type.Integer({ minimum: 2000, maximum: 2100 })), classId: Type.Optional(Id) }), reply: Type.Array(Group),
})
/** The members on a day (today unless told) whom this person may see. */
export const getGroup = route({
  method: 'GET', path: '/api/schools/:schoolId/groups/:groupId', summary: 'A group with its members', access: { permission: 'registry.class.read' }, params: one, query: Type.Object({ date: Type.Optional(Day) }),
  reply: Type.Object({ group: Group, members: Type.Array(Type.Object({ ...PersonName.properties, className: Nullable(Type.String()), validFrom: Day, validTo: Nullable(Day) })) }),
})
export const putGroup = route({
  method: 'PUT', path: '/api/schools/:schoolId/groups/:groupId', summary: 'Makes or corrects a group', access: { permission: 'registry.group.put' }, params: one,
  body: Type.Object({ schoolYear: Type.Integer({ minimum: 2000, maximum: 2100 }), kind: OneOf('subgroup', 'crossClass', 'combined'), name: Text(80, 1), classIds: Type.Array(Id, { minItems: 1, maxItems: 40 }), basedOn: BasedOn }),
  reply: Group, problems: ['registry.name_taken', 'registry.group_classes', 'registry.changed_meanwhile', 'registry.group_is_class'],
})
/** From a day on the group has exactly these members; earlier membership keeps its dates. */
export const putGroupMembers = route({
  method: 'PUT', path: '/api/schools/:schoolId/groups/:groupId/members', summary: 'Sets the members of a group from a day on', access: { permission: 'registry.group.put' }, params: one,
  body: Type.Object({ from: Day, memberIds: Type.Array(Id, { maxItems: 500 }), basedOn: Revision }), reply: Group,
  problems: ['registry.not_in_classes', 'registry.changed_meanwhile', 'registry.group_is_class', 'registry.members_later'],
})
