import { Id, Nullable, OneOf, route } from '@school/contract'
import { Type } from 'typebox'

const ofNode = Type.Object({ nodeId: Id })
const version = Type.Optional(Id)
export const downloadFile = route({ method: 'GET', path: '/api/files/nodes/:nodeId/content', summary: 'The bytes of a file, to be saved; knows Range and ETag', access: 'signedIn', stream: true, params: ofNode, query: Type.Object({ versionId: version }), reply: Type.Unknown() })
/** `ids` are parted by commas. */
export const downloadZip = route({ method: 'GET', path: '/api/files/zip', summary: 'Folders and files in one zip, written while it is read', access: 'signedIn', stream: true, query: Type.Object({ ids: Type.String({ minLength: 36, maxLength: 7400 }) }), reply: Type.Unknown() })
/** How a file can be looked at: an address on the content host that lives for minutes, or its text. */
export const previewFile = route({
  method: 'GET', path: '/api/files/nodes/:nodeId/preview', summary: 'How a file can be looked at', access: 'signedIn', stream: true, params: ofNode, query: Type.Object({ versionId: version }),
  reply: Type.Object({ look: OneOf('image', 'pdf', 'audio', 'video', 'text', 'none'), url: Nullable(Type.String()), text: Nullable(Type.String()), cut: Type.Boolean() }),
})
/** Only on the content host: no cookie reaches it, the ticket in the address is the right. */
export const showContent = route({ method: 'GET', path: '/content/:ticket', summary: 'Bytes for a preview, on the content host only', access: 'public', stream: true, params: Type.Object({ ticket: Type.String({ maxLength: 200, pattern: '^[A-Za-z0-9_.-]+$' }) }), reply: Type.Unknown() })
