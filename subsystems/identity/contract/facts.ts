import { fact, Id, OneOf } from '@school/contract'
import { Type } from 'typebox'

/** A request to join a school was made, compared anew, decided, withdrawn or ran out. */
export const requestChanged = fact('identity.request.changed', Type.Object({ schoolId: Id, requestId: Id, askedBy: Id }))
/** A session is over; its sockets close at once. `sessionId` is the hash that the server keeps, not the cookie. */
export const sessionEnded = fact('identity.session.ended', Type.Object({ sessionId: Type.String(), personId: Id }))
/** An operator, a curator or an administrator was appointed or released. */
export const grantChanged = fact('identity.grant.changed', Type.Object({ scopeKind: OneOf('federation', 'region', 'municipality', 'school'), scopeId: Type.String(), personId: Id }))
/** A consent was given or withdrawn; `subjectId` is whose data it is about. */
export const consentChanged = fact('identity.consent.changed', Type.Object({ subjectId: Id, purpose: Type.String() }))
/** A person signed in, `first` for the first time ever. */
export const signedIn = fact('identity.person.signedIn', Type.Object({ personId: Id, first: Type.Boolean() }))
