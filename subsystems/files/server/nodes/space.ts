import { Problem, type Read, type Work } from '@school/server'
import type { SpaceTable } from '../tables.ts'
import { addBytes, findQuota, lockSpaces } from './store.ts'

/** The root of an act, locked until its end. */
export async function lockSpace(work: Work, id: string): Promise<SpaceTable> {
  return (await lockSpaces(work, [id])).get(id)!
}

/** Refuses what would not fit into a root any more. */
export async function refuseOverQuota(read: Read, space: SpaceTable, more: number): Promise<void> {
  if (more <= 0) return
  const quota = await findQuota(read, space)
  if (space.bytes + more > quota) throw new Problem(409, 'files.quota', { quota, used: space.bytes, more })
}

/** Counts bytes that come into a locked root, if they fit. */
export async function fill(work: Work, space: SpaceTable, more: number): Promise<void> {
  await refuseOverQuota(work, space, more)
  await addBytes(work, space.id, more)
}
