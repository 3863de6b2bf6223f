import type { Address } from '@school/contract'
import type { Read } from '@school/server'
import { standingOf } from './nodes/standing-store.ts'
import { followersOf } from './nodes/tell.ts'
import { listSharedIds } from './shares/store.ts'

/** Where a person hears of files: the roots they see and what is shared with them. */
export async function followedAddresses(read: Read, personId: string): Promise<Address[]> {
  const st = await standingOf(read, personId)
  return [...new Set([...st.edits, ...st.views, ...await listSharedIds(read, st.audiences)])].map(followersOf)
}
