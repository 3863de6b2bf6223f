import { Done, Id, Instant, Nullable, OneOf, Page, pageQuery, route } from '@school/contract'
import { Type, type Static } from 'typebox'

/** A name as people give it; what no file system bears is refused or cleaned by the server. */
export const Name = Type.String({ minLength: 1, maxLength: 200 })
export const Right = OneOf('view', 'edit')
export type Right = Static<typeof Right>
/** What a file is to a person: chosen by its bytes and its name. */
export const FileKind = OneOf('folder', 'image', 'video', 'audio', 'pdf', 'document', 'table', 'slides', 'text', 'archive', 'other')
export type FileKind = Static<typeof FileKind>

/** A folder or a file; `place` names the folder it lies in when it is shown outside of it. */
export const Node = Type.Object({
  id: Id, parentId: Id, spaceId: Id, kind: OneOf('folder', 'file'), name: Type.String(), fileKind: FileKind, size: Type.Integer(), revision: Type.Integer(),
  changedAt: Instant, changedBy: Type.String(), starred: Type.Boolean(), shared: Type.Boolean(), trashedAt: Nullable(Instant), place: Nullable(Type.String()),
  can: Type.Object({ change: Type.Boolean(), write: Type.Boolean(), share: Type.Boolean() }),
})
export type Node = Static<typeof Node>

/** A root a person may open, with how full it is. */
export const Space = Type.Object({ id: Id, kind: OneOf('person', 'class', 'school'), name: Type.String(), right: Right, used: Type.Integer(), quota: Type.Integer() })
export type Space = Static<typeof Space>
const Crumb = Type.Object({ id: Id, name: Type.String() })

export const listSpaces = route({ method: 'GET', path: '/api/files/spaces', summary: 'The roots this person may open: own, of classes, of schools', access: 'signedIn', reply: Type.Object({ spaces: Type.Array(Space), largest: Type.Integer(), trashDays: Type.Integer() }) })

/** `key` asks for the order: the folders always come first. */
export const listFolder = route({
  method: 'GET', path: '/api/files/folders/:folderId/nodes', summary: 'What lies in a folder or a root', access: 'signedIn', params: Type.Object({ folderId: Id }),
  query: Type.Object({ ...pageQuery, key: Type.Optional(OneOf('name', 'changed', 'size')), down: Type.Optional(Type.Boolean()) }), reply: Page(Node),
})
/** Where a folder stands: the way to it as far as this person may see it, first the root or what was shared. */
export const getFolder = route({
  method: 'GET', path: '/api/files/folders/:folderId', summary: 'A folder and the way to it', access: 'signedIn', params: Type.Object({ folderId: Id }),
  reply: Type.Object({ id: Id, spaceKind: OneOf('person', 'class', 'school'), own: Type.Boolean(), name: Type.String(), crumbs: Type.Array(Crumb), right: Right }),
})
export const listView = route({
  method: 'GET', path: '/api/files/views/:view', summary: 'Shared with me, starred, recent, or the trash', access: 'signedIn',
  params: Type.Object({ view: OneOf('shared', 'starred', 'recent', 'trash') }), query: Type.Object(pageQuery), reply: Page(Node),
})
export const getNode = route({ method: 'GET', path: '/api/files/nodes/:nodeId', summary: 'One folder or file', access: 'signedIn', params: Type.Object({ nodeId: Id }), reply: Node })

const changed = ['files.name_taken', 'files.name_wrong', 'files.changed_meanwhile'] as const
export const putFolder = route({
  method: 'PUT', path: '/api/files/folders/:folderId', summary: 'Makes a folder', access: 'signedIn', params: Type.Object({ folderId: Id }),
  body: Type.Object({ parentId: Id, name: Name }), reply: Node, problems: [...changed, 'files.too_deep'],
})
export const renameNode = route({
  method: 'PUT', path: '/api/files/nodes/:nodeId/name', summary: 'Renames a folder or file', access: 'signedIn', params: Type.Object({ nodeId: Id }),
  body: Type.Object({ name: Name, basedOn: Type.Integer({ minimum: 1 }) }), reply: Node, problems: changed,
})
const Ids = Type.Array(Id, { minItems: 1, maxItems: 200 })
const into = Type.Object({ ids: Ids, folderId: Id })
export const moveNodes = route({ method: 'POST', path: '/api/files/move', summary: 'Moves folders and files', access: 'signedIn', body: into, reply: Done, problems: ['files.name_taken', 'files.into_itself', 'files.quota', 'files.too_deep'] })
export const copyNodes = route({ method: 'POST', path: '/api/files/copy', summary: 'Copies folders and files; the bytes are kept once', access: 'signedIn', body: into, reply: Done, problems: ['files.into_itself', 'files.quota', 'files.too_deep', 'files.too_many'] })
export const trashNodes = route({ method: 'POST', path: '/api/files/trash', summary: 'Puts folders and files into the trash', access: 'signedIn', body: Type.Object({ ids: Ids }), reply: Done })
export const restoreNodes = route({ method: 'POST', path: '/api/files/restore', summary: 'Takes folders and files out of the trash, back to where they lay', access: 'signedIn', body: Type.Object({ ids: Ids }), reply: Done })
export const purgeNodes = route({ method: 'POST', path: '/api/files/purge', summary: 'Removes folders and files of the trash for ever', access: 'signedIn', body: Type.Object({ ids: Ids }), reply: Done })
export const starNode = route({
  method: 'PUT', path: '/api/files/nodes/:nodeId/star', summary: 'Marks or unmarks with a star', access: 'signedIn', audit: false, // one's own bookmarks are nobody's business
  params: Type.Object({ nodeId: Id }), body: Type.Object({ starred: Type.Boolean() }), reply: Done,
})

export const Version = Type.Object({ id: Id, number: Type.Integer(), size: Type.Integer(), madeAt: Instant, madeBy: Type.String(), current: Type.Boolean() })
export type Version = Static<typeof Version>
const ofNode = Type.Object({ nodeId: Id })
export const listVersions = route({ method: 'GET', path: '/api/files/nodes/:nodeId/versions', summary: 'Versions of a file, newest first', access: 'signedIn', params: ofNode, reply: Type.Array(Version) })
export const restoreVersion = route({
  method: 'POST', path: '/api/files/nodes/:nodeId/versions/:versionId/restore', summary: 'Makes an older version the newest again', access: 'signedIn',
  params: Type.Object({ nodeId: Id, versionId: Id }), body: Type.Object({ basedOn: Type.Integer({ minimum: 1 }) }), reply: Node, problems: ['files.changed_meanwhile', 'files.quota'],
})
