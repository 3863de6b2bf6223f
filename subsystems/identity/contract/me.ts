import { Id, Nullable, OneOf, roles, route, type Role } from '@school/contract'
import { Type, type Static } from 'typebox'

/** One way in which a person acts: a role in a scope, named as the switcher shows it. */
export const Context = Type.Object({
  role: OneOf(...roles), scopeKind: OneOf('federation', 'region', 'municipality', 'school', 'child'), scopeId: Type.String(),
  schoolId: Nullable(Id), childId: Nullable(Id), classId: Nullable(Id), recordId: Nullable(Id), schoolKind: Nullable(OneOf('school', 'college')), title: Type.String(), subtitle: Type.String(),
})
export type Context = Static<typeof Context> & { role: Role }

export const Me = Type.Object({
  person: Type.Object({ id: Id, lastName: Type.String(), firstName: Type.String(), middleName: Nullable(Type.String()) }),
  contexts: Type.Array(Context), permissionsByRole: Type.Record(Type.String(), Type.Array(Type.String())),
  unread: Type.Integer(), consentsNeeded: Type.Boolean(),
})
export type Me = Static<typeof Me>

export const getMe = route({ method: 'GET', path: '/api/me', summary: 'Who is signed in: contexts, rights, what waits', access: 'signedIn', reply: Me })
