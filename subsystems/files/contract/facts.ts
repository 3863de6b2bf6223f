import { fact, Id } from '@school/contract'
import { Type } from 'typebox'

/** Something in a folder appeared, changed or went. Sent to everyone who may see the folder or anything above it. */
export const folderChanged = fact('files.folder.changed', Type.Object({ folderId: Id }))
/** A file or folder was shared or is not shared any more. Sent to the person concerned and to those who see it. */
export const shareChanged = fact('files.share.changed', Type.Object({ nodeId: Id }))
