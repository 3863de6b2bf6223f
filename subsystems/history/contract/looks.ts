import { Id, Instant, Nullable, OneOf, Page, pageQuery, route } from '@school/contract'
import { Type, type Static } from 'typebox'
import { Person } from './audit.ts'

/** Somebody opened a person's record, or changed it: for a mark and an absence also what it was and became. */
export const Look = Type.Object({
  key: Type.String(), at: Instant, by: Nullable(Person), role: Type.String(), kind: OneOf('opened', 'changed'), what: Type.String(), place: Type.String(), was: Nullable(Type.String()), became: Nullable(Type.String()),
})
export type Look = Static<typeof Look>

/** For the family and the pupil. */
export const listLooks = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/looks', summary: 'Who opened and changed the record of a pupil', access: { permission: 'history.own.read' }, params: Type.Object({ schoolId: Id, studentId: Id }),
  query: Type.Object(pageQuery), reply: Page(Look),
})
/** For anyone, about oneself, over all schools. */
export const listOwnLooks = route({ method: 'GET', path: '/api/me/looks', summary: 'Who opened and changed what is kept about this person', access: 'signedIn', query: Type.Object(pageQuery), reply: Page(Look) })
