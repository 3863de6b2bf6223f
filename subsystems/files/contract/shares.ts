import { Done, Id, Instant, Nullable, OneOf, roles, route } from '@school/contract'
import { Type, type Static } from 'typebox'
import { FileKind, Right } from './nodes.ts'

export const ShareTo = Type.Union([
  Type.Object({ kind: Type.Literal('person'), personId: Id }),
  Type.Object({ kind: Type.Literal('class'), classId: Id }),
  Type.Object({ kind: Type.Literal('role'), schoolId: Id, role: OneOf(...roles) }),
  Type.Object({ kind: Type.Literal('link') }),
])
export type ShareTo = Static<typeof ShareTo>
/** Who else may see; `name` is the person's, class's or school's, `link` the address shown once when it is made. */
export const Share = Type.Object({ id: Id, to: ShareTo, kind: OneOf('person', 'class', 'role', 'link'), name: Type.String(), role: Nullable(Type.String()), right: Right, expiresAt: Nullable(Instant), link: Nullable(Type.String()) })
export type Share = Static<typeof Share>

const ofShare = Type.Object({ nodeId: Id, shareId: Id })
export const listShares = route({ method: 'GET', path: '/api/files/nodes/:nodeId/shares', summary: 'With whom a file or folder is shared', access: 'signedIn', params: Type.Object({ nodeId: Id }), reply: Type.Object({ shares: Type.Array(Share), links: Type.Boolean() }) })
export const putShare = route({
  method: 'PUT', path: '/api/files/nodes/:nodeId/shares/:shareId', summary: 'Shares with a person, a class, a role of the school or by link', access: 'signedIn', params: ofShare,
  body: Type.Object({ to: ShareTo, right: Right, expiresAt: Nullable(Instant) }), reply: Share, problems: ['files.link_minor', 'files.not_reachable', 'files.expiry_past', 'files.shared_already'],
})
export const removeShare = route({ method: 'DELETE', path: '/api/files/nodes/:nodeId/shares/:shareId', summary: 'Ends a share at once', access: 'signedIn', params: ofShare, reply: Done })

/** People, classes and schools this person may share with. */
export const findReaders = route({
  method: 'GET', path: '/api/files/readers', summary: 'People, classes and roles one may share with', access: 'signedIn', query: Type.Object({ words: Type.String({ maxLength: 100 }) }),
  reply: Type.Object({
    people: Type.Array(Type.Object({ id: Id, name: Type.String(), note: Type.String(), role: Type.String() })),
    classes: Type.Array(Type.Object({ id: Id, name: Type.String(), school: Type.String() })),
    schools: Type.Array(Type.Object({ id: Id, name: Type.String(), roles: Type.Array(Type.String()) })),
  }),
})

const Entry = Type.Object({ id: Id, name: Type.String(), kind: OneOf('folder', 'file'), fileKind: FileKind, size: Type.Integer() })
const secret = Type.String({ minLength: 20, maxLength: 60, pattern: '^[A-Za-z0-9_-]+$' })
/** What a link opens, without a sign-in. */
export const openLink = route({
  method: 'GET', path: '/api/public/files/:secret', summary: 'What a link shows to whoever holds it', access: 'public', limit: { max: 60, per: 'minute' }, params: Type.Object({ secret }), query: Type.Object({ folderId: Type.Optional(Id) }),
  reply: Type.Object({ node: Entry, crumbs: Type.Array(Type.Object({ id: Id, name: Type.String() })), inside: Type.Array(Entry), expiresAt: Nullable(Instant) }),
})
export const downloadByLink = route({
  method: 'GET', path: '/api/public/files/:secret/content', summary: 'The file of a link, or a zip of its folder', access: 'public', stream: true, limit: { max: 120, per: 'minute' }, params: Type.Object({ secret }), query: Type.Object({ nodeId: Id }), reply: Type.Unknown(),
})
