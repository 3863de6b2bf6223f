import { timedJob, type Work } from '@school/server'
import { strayBlobs } from './blobs/check.ts'
import { adoptStrays, deleteBlobs, findRule, lockOrphans } from './blobs/store.ts'
import { purge } from './nodes/nodes.ts'
import { listDueTrash } from './nodes/store.ts'
import { settings } from './settings.ts'
import { dropStaged, listStaged, stagedAge } from './uploads/staging.ts'
import { listUploadIds, takeExpired } from './uploads/store.ts'

const batch = 500
const hour = 3_600_000

/** Every hour: uploads nobody finished, trash whose days are over, blobs nobody has used for the grace period. */
export const sweep = timedJob('files.sweep', 3600, async (work) => {
  const rule = await findRule(work)
  for (const { id } of await takeExpired(work, batch)) await dropStaged(id)
  const due = await listDueTrash(work, new Date(work.now.getTime() - rule.trash_days * 24 * hour), batch)
  if (due.length > 0) await purge(work, due)
  await removeOrphans(work, new Date(work.now.getTime() - rule.orphan_hours * hour))
})

/** The bytes go first: a crash between the two leaves a row without bytes that nobody points at, and the next turn removes it. */
async function removeOrphans(work: Work, before: Date): Promise<void> {
  const orphans = await lockOrphans(work, before, batch)
  for (const { hash } of orphans) await settings().blobs.remove(hash)
  await deleteBlobs(work, orphans.map((row) => row.hash))
}

/** Every day: what a crash left on the disk, so that it goes the way of every unused blob. */
export const adopt = timedJob('files.adopt_strays', 24 * 3600, async (work) => {
  const rule = await findRule(work)
  const before = new Date(work.now.getTime() - rule.orphan_hours * hour)
  const strays = await strayBlobs(work, before)
  if (strays.length > 0) await adoptStrays(work, strays.map((hash) => ({ hash, size: 0 })))
  const staged = (await listStaged()).filter((name) => /^[0-9a-f-]{36}$/.test(name))
  const known = await listUploadIds(work, staged)
  for (const id of staged) if (!known.has(id) && await stagedAge(id) < before) await dropStaged(id)
})
