import { newId } from '@school/contract'
import { notFound, Problem, type Work } from '@school/server'
import { sniff } from '../blobs/sniff.ts'
import { findRule, takeBlob } from '../blobs/store.ts'
import { openFolder, standing, writableNode, type OpenFolder } from '../nodes/access.ts'
import { givenName } from '../nodes/nodes.ts'
import { deepest, isTooDeep, nameKey } from '../nodes/rules.ts'
import { fill, lockSpace, refuseOverQuota } from '../nodes/space.ts'
import { confirmPlaces, findNamed, findSpace, insertNodes, insertVersions, nextNumber, pointAt } from '../nodes/store.ts'
import { tellFolder } from '../nodes/tell.ts'
import { settings } from '../settings.ts'
import type { UploadTable } from '../tables.ts'
import { headOf, stagedFile } from './staging.ts'
import { deleteUpload, insertUpload, lockUpload, sumPending } from './store.ts'

const mostPending = 500

export interface Beginning { readonly name: string; readonly size: number; readonly folderId: string; readonly path: string; readonly nodeId: string | null }

/** Begins an upload into a folder that may be filled, or of a new version of a file that may be written. */
export async function begin(work: Work, given: Beginning): Promise<UploadTable> {
  const rule = await findRule(work)
  if (given.size > rule.largest_bytes) throw new Problem(413, 'files.too_large', { most: rule.largest_bytes })
  const st = await standing(work)
  const node = given.nodeId === null ? null : await writableNode(work, st, given.nodeId)
  if (node?.kind === 'folder') throw notFound()
  const spaceId = node?.space_id ?? (await openFolder(work, st, given.folderId)).spaceId
  const pending = await sumPending(work)
  if (pending.n >= mostPending) throw new Problem(429, 'too_many_requests')
  const space = await findSpace(work, spaceId) ?? { id: spaceId, kind: spaceId === st.personId ? 'person' : st.schools.includes(spaceId) ? 'school' : 'class', school_id: null, bytes: 0 } as const
  await refuseOverQuota(work, space, given.size + pending.bytes)
  const row = {
    id: newId(), person_id: st.personId, folder_id: node?.parent_id ?? given.folderId, folders: given.path.split('/').filter(Boolean).map(givenName), node_id: node?.id ?? null,
    name: givenName(given.name), size: given.size, received: 0, begun_at: work.now, expires_at: new Date(work.now.getTime() + rule.upload_hours * 3_600_000),
  }
  await insertUpload(work, row)
  return row
}

/** A whole file becomes a version: of the file it was sent for, of the one with its name in the folder, or of a new one. Its bytes stay in the staging until this commits, so that a crash at any point can be tried again. */
export async function finish(work: Work, id: string, hash: string): Promise<string> {
  const upload = await lockUpload(work, id)
  if (!upload || upload.received !== upload.size) throw notFound()
  const st = await standing(work)
  const target = upload.node_id === null ? null : await writableNode(work, st, upload.node_id)
  const base = target ? null : await openFolder(work, st, upload.folder_id)
  const space = await lockSpace(work, target?.space_id ?? base!.spaceId)
  await confirmPlaces(work, target ? [target] : [base!])
  const folder = base ? await makeWay(work, base, upload.folders) : null
  const there = target ?? await findNamed(work, folder!.id, nameKey(upload.name))
  if (there?.kind === 'folder') throw new Problem(409, 'files.name_taken', { name: there.name })
  await fill(work, space, upload.size)
  const type = sniff(await headOf(id), there?.name ?? upload.name)
  await takeBlob(work, { hash, size: upload.size, type })
  await settings().blobs.keep(hash, stagedFile(id))
  const nodeId = there?.id ?? newId()
  const version = { id: newId(), node_id: nodeId, number: await nextNumber(work, nodeId), blob: hash, size: upload.size, type }
  if (!there) await insertNodes(work, [{ id: nodeId, space_id: folder!.spaceId, parent_id: folder!.id, path: [...folder!.path, nodeId], kind: 'file', name: upload.name, name_key: nameKey(upload.name), version_id: version.id, size: upload.size, type }])
  await insertVersions(work, [version])
  if (there) await pointAt(work, nodeId, version)
  await deleteUpload(work, id)
  work.audit('files.version.put', { about: nodeId, after: { name: there?.name ?? upload.name, number: version.number, size: version.size, sha256: hash } })
  tellFolder(work, there ? there.path.slice(0, -1) : folder!.path)
  return nodeId
}

/** The folders of a way below a folder, made where they are missing. */
async function makeWay(work: Work, base: OpenFolder, names: readonly string[]): Promise<Pick<OpenFolder, 'id' | 'spaceId' | 'path'>> {
  let at: Pick<OpenFolder, 'id' | 'spaceId' | 'path'> = base
  for (const name of names) {
    const there = await findNamed(work, at.id, nameKey(name))
    if (there?.kind === 'file') throw new Problem(409, 'files.name_taken', { name: there.name })
    const id = there?.id ?? newId()
    const path = [...at.path, id]
    if (!there) {
      if (isTooDeep(at.path, 1)) throw new Problem(409, 'files.too_deep', { deepest })
      await insertNodes(work, [{ id, space_id: at.spaceId, parent_id: at.id, path, kind: 'folder', name, name_key: nameKey(name), version_id: null, size: 0, type: '' }])
      work.audit('files.folder.make', { about: id, after: { name } })
      tellFolder(work, at.path)
    }
    at = { id, spaceId: at.spaceId, path }
  }
  return at
}
