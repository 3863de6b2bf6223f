import { Day, Id, Instant, Nullable, OneOf, route } from '@school/contract'
import { Type, type Static } from 'typebox'

export const Audience = OneOf('everyone', 'staff', 'parent', 'pupil')

/** One purpose, one document, one edition. `required` documents open the product; the others never close it. */
export const ConsentDocument = Type.Object({
  purpose: Type.String(), edition: Type.Integer(), title: Type.String(), body: Type.String(), hash: Type.String(), inForceFrom: Day, required: Type.Boolean(), audience: Audience,
})
export type ConsentDocument = Static<typeof ConsentDocument>

/** The answer of one subject to one document; `givenBy` is the subject or, under fourteen, the representative. */
export const ConsentState = Type.Object({
  purpose: Type.String(), state: OneOf('given', 'withdrawn', 'none', 'oldEdition'), edition: Nullable(Type.Integer()), givenAt: Nullable(Instant), withdrawnAt: Nullable(Instant), givenBy: Nullable(Type.String()),
})
export type ConsentState = Static<typeof ConsentState>
export const ConsentSubject = Type.Object({
  id: Id, name: Type.String(), self: Type.Boolean(),
  /** Whether this person answers for the subject; a pupil under fourteen reads and does not answer. */
  mayAnswer: Type.Boolean(), states: Type.Array(ConsentState),
})
export type ConsentSubject = Static<typeof ConsentSubject>

export const listConsents = route({
  method: 'GET', path: '/api/me/consents', summary: 'Documents and answers: own, and for children under fourteen', access: 'signedIn',
  reply: Type.Object({ documents: Type.Array(ConsentDocument), subjects: Type.Array(ConsentSubject) }),
})
const one = Type.Object({ subjectId: Id, purpose: Type.String({ maxLength: 40 }) })
/** `hash` is of the text that was read; another edition in force is told, not swallowed. */
export const giveConsent = route({
  method: 'PUT', path: '/api/me/consents/:subjectId/:purpose', summary: 'Gives a consent', access: 'signedIn', params: one,
  body: Type.Object({ edition: Type.Integer({ minimum: 1 }), hash: Type.String({ maxLength: 64 }) }), reply: ConsentState, problems: ['identity.other_edition', 'identity.not_your_answer'],
})
export const withdrawConsent = route({
  method: 'POST', path: '/api/me/consents/:subjectId/:purpose/withdraw', summary: 'Withdraws a consent', access: 'signedIn', params: one, reply: ConsentState, problems: ['identity.not_given', 'identity.not_your_answer'],
})
