import { newId } from '@school/contract'
import { employmentChanged } from '@school/registry/contract'
import { dayIn } from '@school/registry/server'
import { job, listen, type Work } from '@school/server'
import { findLastDay, findShortName, listRoots } from './hand-over-store.ts'
import { freeName, nameKey } from './nodes/rules.ts'
import { addBytes, hang, insertNodes, listTaken, lockSpaces, weigh } from './nodes/store.ts'
import { tellFolder } from './nodes/tell.ts'

/** What a person who works nowhere any more leaves behind goes into a folder with their name in the root of the school, which its office keeps. Run again, it finds nothing left. */
async function handOver(work: Work, schoolId: string, personId: string): Promise<void> {
  const last = await findLastDay(work, personId)
  if (!last) return
  const today = dayIn('Europe/Moscow', work.now)
  if (last.open || (last.last !== null && last.last >= today)) {
    // The end is known but has not come: looked at again on the day after it.
    if (!last.open && last.last !== null) work.enqueue(handOverLater, { schoolId, personId }, new Date(Date.parse(`${last.last}T00:00:00Z`) + 30 * 3_600_000))
    return
  }
  await lockSpaces(work, [personId, schoolId])
  const left = await listRoots(work, personId)
  if (left.length === 0) return
  const id = newId()
  const name = freeName(await findShortName(work, personId) ?? personId, await listTaken(work, schoolId, ''))
  const into = { id, spaceId: schoolId, path: [schoolId, id] }
  await insertNodes(work, [{ id, space_id: schoolId, parent_id: schoolId, path: into.path, kind: 'folder', name, name_key: nameKey(name), version_id: null, size: 0, type: '' }])
  // What the school must keep is not refused for its quota: the meter shows it.
  const bytes = await weigh(work, left.map((node) => node.id))
  await addBytes(work, schoolId, bytes)
  await addBytes(work, personId, -bytes)
  for (const node of left) await hang(work, node, into, node.name, node.name_key)
  work.audit('files.handed_over', { about: personId, after: { folder: id, nodes: left.length } })
  tellFolder(work, [schoolId])
  tellFolder(work, [personId])
}

export const handOverLater = job<{ schoolId: string; personId: string }>('files.hand_over', (work, { schoolId, personId }) => handOver(work, schoolId, personId))

export const listeners = [listen('files.hand_over', employmentChanged, (work, { schoolId, personId }) => handOver(work, schoolId, personId))]
