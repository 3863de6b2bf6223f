import type { Address } from '@school/contract'
import type { Work } from '@school/server'
import { folderChanged } from '../../contract/facts.ts'

/** Where people hear of a root or of what was shared with them. */
export const followersOf = (id: string): Address => `files:${id}`

/** Tells everyone who sees a folder, or anything above it, that something in it changed. */
export const tellFolder = (work: Work, path: readonly string[]): void => work.announce(folderChanged, { folderId: path.at(-1)! }, path.map(followersOf))
