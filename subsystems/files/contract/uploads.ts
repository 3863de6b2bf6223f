import { Id, route } from '@school/contract'
import { Type } from 'typebox'

/**
 * Uploads speak tus 1.0 (core, creation, termination, expiration, checksum). The metadata of a creation are `filename`, `folder` (an id),
 * and at will `path` (folders below, parted by `/`) or `node` (the file that gets a new version).
 */
const ofUpload = Type.Object({ uploadId: Id })
const audit = false // the trace is left when the file stands in its folder
export const beginUpload = route({ method: 'POST', path: '/api/files/uploads', summary: 'tus: begins an upload', access: 'signedIn', stream: true, audit, limit: { max: 600, per: 'minute' }, reply: Type.Object({ id: Id }), problems: ['files.quota', 'files.too_large', 'files.tus_version', 'files.name_wrong', 'files.name_taken'] })
export const getUpload = route({ method: 'GET', path: '/api/files/uploads/:uploadId', summary: 'tus: how much has arrived (HEAD)', access: 'signedIn', stream: true, params: ofUpload, reply: Type.Object({ received: Type.Integer(), size: Type.Integer() }), problems: ['files.upload_lost'] })
export const sendChunk = route({ method: 'PATCH', path: '/api/files/uploads/:uploadId', summary: 'tus: the next bytes', access: 'signedIn', stream: true, audit, params: ofUpload, reply: Type.Unknown(), problems: ['files.offset', 'files.checksum', 'files.tus_version', 'files.quota', 'files.name_taken', 'files.upload_lost'] })
export const stopUpload = route({ method: 'DELETE', path: '/api/files/uploads/:uploadId', summary: 'tus: gives an upload up', access: 'signedIn', stream: true, audit, params: ofUpload, reply: Type.Unknown() })
