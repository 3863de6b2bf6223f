import { Day, Id, Instant, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'

export const RequestKind = OneOf('staff', 'child', 'pupil', 'correction')
export type RequestKind = Static<typeof RequestKind>
export const RequestState = OneOf('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED')
export type RequestState = Static<typeof RequestState>

const names = { lastName: Text(100, 1), firstName: Text(100, 1), middleName: Nullable(Text(100)), birthDate: Day, snils: Nullable(Text(20)) }
/** The person whom a request is about, as Госуслуги or the asker gives them. */
export const Named = Type.Object(names)
export type Named = Static<typeof Named>

const StaffWish = Type.Object({ role: OneOf('teacher', 'deputyHead', 'principal', 'staff'), position: Text(200, 2), wish: Text(300) })
const ChildWish = Type.Object({ child: Named, kidOid: Nullable(Text(20)), basis: OneOf('parent', 'adopter', 'guardian', 'custodian', 'representative'), classId: Nullable(Id) })
const PupilWish = Type.Object({ classId: Nullable(Id) })
/** What is asked: a place on the staff, a child's diary, or one's own. */
export const Wish = Type.Union([
  Type.Object({ kind: Type.Literal('staff'), staff: StaffWish }),
  Type.Object({ kind: Type.Literal('child'), child: ChildWish }),
  Type.Object({ kind: Type.Literal('pupil'), pupil: PupilWish }),
])
export type Wish = Static<typeof Wish>

export const ComparedField = OneOf('lastName', 'firstName', 'middleName', 'birthDate', 'snils')
export type ComparedField = Static<typeof ComparedField>
/** One field of both sources: what ours says, whether the rule takes them for one, and why. */
export const Compared = Type.Object({
  field: ComparedField, esia: Type.String(), registry: Type.String(), matches: Type.Boolean(),
  verdict: OneOf('same', 'same_folded', 'typo', 'swapped_digits', 'different', 'missing'), wrongCheckDigit: Nullable(OneOf('left', 'right', 'both')),
})
export type Compared = Static<typeof Compared>
/** The result in a word: everything matched, fields differ, no record was found, no СНИЛС to compare, a paper is needed. */
export const Check = OneOf('matched', 'differs', 'notFound', 'noSnils', 'document')
export type Check = Static<typeof Check>

const own = { id: Id, schoolId: Id, schoolName: Type.String(), kind: RequestKind, state: RequestState, check: Check, mismatches: Type.Integer(), about: Type.String(), createdAt: Instant, dueAt: Instant, expiresAt: Instant, decidedAt: Nullable(Instant), reason: Nullable(Type.String()) }
/** A request as its asker sees it: only which fields differ, never what the registry says. */
export const OwnRequest = Type.Object({ ...own, differing: Type.Array(ComparedField), fault: OneOf('none', 'registry', 'esia', 'unknown'), can: Type.Object({ withdraw: Type.Boolean() }) })
export type OwnRequest = Static<typeof OwnRequest>

export const RequestRow = Type.Object({
  id: Id, asker: Type.String(), kind: RequestKind, role: Type.String(), state: RequestState, check: Check, mismatches: Type.Integer(), differing: Type.Array(ComparedField),
  about: Type.String(), createdAt: Instant, overdue: Type.Boolean(), decidedAt: Nullable(Instant), can: Type.Object({ approve: Type.Boolean() }),
})
export type RequestRow = Static<typeof RequestRow>
export const RequestStep = Type.Object({ id: Id, at: Instant, step: Type.String(), by: Nullable(Type.String()), note: Nullable(Type.String()) })
export const RequestCard = Type.Object({
  row: RequestRow, askerId: Id, matchedId: Nullable(Id), comparison: Type.Array(Compared), fault: OneOf('none', 'registry', 'esia', 'unknown'), reason: Nullable(Type.String()), dueAt: Instant, expiresAt: Instant,
  facts: Type.Array(Type.Object({ term: Type.String(), value: Type.String() })), candidates: Type.Array(Type.Object({ id: Id, name: Type.String(), birthDate: Day, className: Nullable(Type.String()) })),
  steps: Type.Array(RequestStep), revision: Type.Integer(),
  can: Type.Object({ approve: Type.Boolean(), approveByDocument: Type.Boolean(), correct: Type.Boolean(), reject: Type.Boolean(), match: Type.Boolean() }),
})
export type RequestCard = Static<typeof RequestCard>

export const RequestTab = OneOf('waiting', 'matched', 'differs', 'document', 'decided')
export type RequestTab = Static<typeof RequestTab>

/** A child of the account of Госуслуги, and how far it is from the diary. */
export const Kid = Type.Object({ oid: Nullable(Type.String()), lastName: Type.String(), firstName: Type.String(), middleName: Nullable(Type.String()), birthDate: Nullable(Day), hasSnils: Type.Boolean(), state: OneOf('linked', 'requested', 'free') })
export type Kid = Static<typeof Kid>
export const listKids = route({ method: 'GET', path: '/api/me/kids', summary: 'Children of the ЕСИА account at the last sign-in', access: 'signedIn', reply: Type.Array(Kid) })
export const listOwnRequests = route({ method: 'GET', path: '/api/me/join-requests', summary: 'Requests of this person with their states', access: 'signedIn', reply: Type.Array(OwnRequest) })

const inSchool = Type.Object({ schoolId: Id })
const one = Type.Object({ schoolId: Id, id: Id })
/** A repeat with the same id changes nothing. When every key of an ЕСИА child agrees with a pupil of the school, it is approved at once. */
export const askToJoin = route({
  method: 'PUT', path: '/api/schools/:schoolId/join-requests/:id', summary: 'Asks a school to confirm who one is', access: 'signedIn', params: one, body: Wish, reply: OwnRequest, limit: { max: 20, per: 'hour' },
  problems: ['identity.already_asked', 'identity.already_here', 'identity.snils_wrong', 'identity.too_many_requests', 'identity.birth_date_wrong'],
})
export const withdrawRequest = route({
  method: 'POST', path: '/api/schools/:schoolId/join-requests/:id/withdraw', summary: 'Takes an own request back', access: 'signedIn', params: one, reply: OwnRequest, problems: ['identity.already_decided'],
})
export const listRequests = route({
  method: 'GET', path: '/api/schools/:schoolId/join-requests', summary: 'Requests to the school', access: { permission: 'identity.request.read' }, params: inSchool,
  query: Type.Object({ tab: Type.Optional(RequestTab), role: Type.Optional(RequestKind), search: Type.Optional(Text(100)), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })) }),
  reply: Type.Object({ rows: Type.Array(RequestRow), counts: Type.Object({ waiting: Type.Integer(), matched: Type.Integer(), differs: Type.Integer(), document: Type.Integer(), decided: Type.Integer() }), overdue: Type.Integer() }),
})
export const getRequest = route({
  method: 'GET', path: '/api/schools/:schoolId/join-requests/:id', summary: 'A request with both sources compared', access: { permission: 'identity.request.read' }, params: one, reply: RequestCard,
})
const decide = { permission: 'identity.request.decide' } as const
export const approveRequest = route({
  method: 'POST', path: '/api/schools/:schoolId/join-requests/:id/approve', summary: 'Approves a request; `document` says by which paper when the sources differ', access: decide, params: one,
  body: Type.Object({ document: Nullable(Text(300, 3)), basedOn: Type.Integer() }), reply: RequestCard, problems: ['identity.already_decided', 'identity.changed_meanwhile', 'identity.own_request', 'identity.document_needed', 'identity.no_record'],
})
/** Approves those of the list in which everything matched; the others are named with the reason. */
export const approveRequests = route({
  method: 'POST', path: '/api/schools/:schoolId/join-requests/approve', summary: 'Approves several matching requests at once', access: decide, stream: true, params: inSchool,
  body: Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 200 }) }), reply: Type.Object({ approved: Type.Array(Id), left: Type.Array(Type.Object({ id: Id, code: Type.String() })) }),
})
export const rejectRequest = route({
  method: 'POST', path: '/api/schools/:schoolId/join-requests/:id/reject', summary: 'Rejects a request with a reason for its asker', access: decide, params: one,
  body: Type.Object({ reason: Text(300, 3), basedOn: Type.Integer() }), reply: RequestCard, problems: ['identity.already_decided', 'identity.changed_meanwhile'],
})
/** Puts what Госуслуги says into the registry, with history, and compares anew. */
export const correctByRequest = route({
  method: 'POST', path: '/api/schools/:schoolId/join-requests/:id/correct', summary: 'Corrects the registry by a request', access: decide, params: one,
  body: Type.Object({ fields: Type.Array(ComparedField, { minItems: 1, maxItems: 5 }), basedOn: Type.Integer() }), reply: RequestCard,
  problems: ['identity.already_decided', 'identity.changed_meanwhile', 'identity.no_record', 'identity.nothing_to_correct'],
})
/** Says which pupil of the registry is meant when the search found none or several. */
export const matchRequest = route({
  method: 'POST', path: '/api/schools/:schoolId/join-requests/:id/match', summary: 'Compares a request with a pupil chosen by hand', access: decide, params: one,
  body: Type.Object({ pupilId: Id, basedOn: Type.Integer() }), reply: RequestCard, problems: ['identity.already_decided', 'identity.changed_meanwhile', 'identity.no_record'],
})

/** A school whose requests wait, as curators see it: counts without people. */
export const WaitingSchool = Type.Object({ schoolId: Id, schoolName: Type.String(), municipalityId: Id, municipalityName: Type.String(), waiting: Type.Integer(), overdue: Type.Integer(), oldestAt: Nullable(Instant), hasAdmin: Type.Boolean() })
export type WaitingSchool = Static<typeof WaitingSchool>
export const listWaitingOfRegion = route({
  method: 'GET', path: '/api/regions/:regionId/waiting-requests', summary: 'Schools of a region whose requests wait', access: { permission: 'identity.waiting.read' }, params: Type.Object({ regionId: Id }), reply: Type.Array(WaitingSchool),
})
export const listWaitingOfMunicipality = route({
  method: 'GET', path: '/api/municipalities/:municipalityId/waiting-requests', summary: 'Schools of a municipality whose requests wait', access: { permission: 'identity.waiting.read' }, params: Type.Object({ municipalityId: Id }), reply: Type.Array(WaitingSchool),
})
