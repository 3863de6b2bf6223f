import { Done, Id, Instant, Nullable, OneOf, route } from '@school/contract'
import { Type, type Static } from 'typebox'

export const Profile = OneOf('staff', 'parent', 'pupil')
export type Profile = Static<typeof Profile>

/** Redirects to Госуслуги. `next` is a path of ours; `shared` makes a short session for somebody else's computer. */
export const startSignIn = route({
  method: 'GET', path: '/auth/esia/start', summary: 'Begins a sign-in through ЕСИА', access: 'public', stream: true, limit: { max: 20, per: 'minute' },
  query: Type.Object({ profile: Type.Optional(Profile), next: Type.Optional(Type.String({ maxLength: 500 })), shared: Type.Optional(OneOf('1', '0')) }),
  reply: Type.Unknown(),
})
const back = Type.Optional(Type.String({ maxLength: 2000 }))
/** Where Госуслуги sends the browser back; answers with a redirect, on failure to `/sign-in?problem=…`. */
export const finishSignIn = route({
  method: 'GET', path: '/auth/esia/return', summary: 'Ends a sign-in through ЕСИА', access: 'public', stream: true, limit: { max: 20, per: 'minute' },
  query: Type.Object({ code: back, state: back, error: back, error_description: back }, { additionalProperties: true }), reply: Type.Unknown(),
})
/** Ends the own session first; `next` is where the browser may end the session of Госуслуги too. */
export const signOut = route({
  method: 'POST', path: '/api/sign-out', summary: 'Ends the session', access: 'public', stream: true, reply: Type.Object({ next: Nullable(Type.String()) }),
})

/** The reasons for which a sign-in ends on the explaining page. */
export const signInTroubles = [
  'identity.consent_refused', 'identity.account_unconfirmed', 'identity.account_closed', 'identity.wrong_account_kind', 'identity.second_factor_unavailable',
  'identity.permission_revoked', 'identity.sign_in_expired', 'identity.esia_unavailable', 'identity.esia_answer_refused', 'identity.other_account', 'identity.merge_waits',
] as const

/** A signed-in device of the person. */
export const SessionRow = Type.Object({
  id: Type.String(), current: Type.Boolean(), device: Type.String(), network: Type.String(), shared: Type.Boolean(), acr: Type.String(),
  createdAt: Instant, lastSeenAt: Instant, endsAt: Instant,
})
export type SessionRow = Static<typeof SessionRow>

export const listSessions = route({ method: 'GET', path: '/api/me/sessions', summary: 'Devices on which this person is signed in', access: 'signedIn', reply: Type.Array(SessionRow) })
/** `id` is the short name of a session from the list. */
export const endSession = route({
  method: 'POST', path: '/api/me/sessions/:id/end', summary: 'Signs a device out at once', access: 'signedIn', params: Type.Object({ id: Type.String({ pattern: '^[0-9a-f]{16}$' }) }), reply: Done,
})
export const endOtherSessions = route({ method: 'POST', path: '/api/me/sessions/end-others', summary: 'Signs every other device out', access: 'signedIn', reply: Type.Object({ ended: Type.Integer() }) })

/** What a person reads about themselves in the profile. */
export const getProfile = route({
  method: 'GET', path: '/api/me/profile', summary: 'The person as the registry has them', access: 'signedIn',
  reply: Type.Object({
    lastName: Type.String(), firstName: Type.String(), middleName: Nullable(Type.String()), birthDate: Type.String(), snils: Nullable(Type.String()),
    confirmedBy: Type.String(), firstSignInAt: Nullable(Instant), lastSignInAt: Nullable(Instant),
  }),
})

/** Two accounts of ЕСИА claim one СНИЛС; an operator says which of them is the person. */
export const MergeCase = Type.Object({
  id: Id, at: Instant, snils: Type.String(), came: Type.Object({ name: Type.String(), birthDate: Type.String(), oid: Type.String() }),
  known: Type.Object({ name: Type.String(), birthDate: Type.String(), oid: Nullable(Type.String()) }), state: OneOf('OPEN', 'MOVED', 'REFUSED'),
})
export type MergeCase = Static<typeof MergeCase>
export const listMergeCases = route({ method: 'GET', path: '/api/merge-cases', summary: 'Sign-ins whose СНИЛС belongs to another ЕСИА account', access: { permission: 'identity.merge.decide' }, reply: Type.Array(MergeCase) })
/** `move` ties the record to the account that came; `refuse` leaves it with the one it has. */
export const decideMergeCase = route({
  method: 'POST', path: '/api/merge-cases/:id/decide', summary: 'Says to whom a СНИЛС belongs', access: { permission: 'identity.merge.decide' }, params: Type.Object({ id: Id }),
  body: Type.Object({ decision: OneOf('move', 'refuse'), reason: Type.String({ minLength: 3, maxLength: 300 }) }), reply: Done, problems: ['identity.already_decided'],
})
