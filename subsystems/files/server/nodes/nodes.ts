import { newId } from '@school/contract'
import { Problem, type Work } from '@school/server'
import { countBlobs } from '../blobs/store.ts'
import type { NodeTable } from '../tables.ts'
import type { ChangeableNode, OpenFolder, ReadableNode, WritableNode } from './access.ts'
import { cleanName, deepest, freeName, isInside, isTooDeep, nameKey, splitName } from './rules.ts'
import { fill, lockSpace } from './space.ts'
import { addBytes, confirmPlaces, findNamed, findNode, getVersion, hang, insertNodes, insertVersions, listBelow, listTaken, lockSpaces, nextNumber, pointAt, removeBelow, renameTo, setRestored, setTrashed, weigh } from './store.ts'
import { tellFolder } from './tell.ts'

/** How many nodes one act may copy. */
const mostCopied = 5000
const mostBelow = 100_000

export function givenName(name: string): string {
  const clean = cleanName(name)
  if (clean === null) throw new Problem(400, 'files.name_wrong', { field: 'name' })
  return clean
}

async function refuseTaken(work: Work, folderId: string, name: string, but?: string): Promise<void> {
  const there = await findNamed(work, folderId, nameKey(name))
  if (there && there.id !== but) throw new Problem(409, 'files.name_taken', { name: there.name })
}

const refuseStale = (node: Pick<NodeTable, 'revision'>, basedOn: number): void => {
  if (node.revision !== basedOn) throw new Problem(409, 'files.changed_meanwhile', { revision: node.revision })
}

/** Makes a folder; made twice with the same id it is made once. */
export async function makeFolder(work: Work, into: OpenFolder, id: string, given: string): Promise<void> {
  const name = givenName(given)
  await lockSpace(work, into.spaceId)
  await confirmPlaces(work, [into])
  const there = await findNode(work, id)
  if (there && (there.parent_id !== into.id || there.name !== name || there.made_by !== work.by.personId)) throw new Problem(409, 'files.changed_meanwhile')
  work.audit('files.folder.make', { about: id, after: { name } })
  if (there) return
  if (isTooDeep(into.path, 1)) throw new Problem(409, 'files.too_deep', { deepest })
  await refuseTaken(work, into.id, name)
  await insertNodes(work, [{ id, space_id: into.spaceId, parent_id: into.id, path: [...into.path, id], kind: 'folder', name, name_key: nameKey(name), version_id: null, size: 0, type: '' }])
  tellFolder(work, into.path)
}

/** Renames, unless somebody else changed the node since it was seen. */
export async function rename(work: Work, node: ChangeableNode, given: string, basedOn: number): Promise<void> {
  const name = givenName(given)
  await lockSpace(work, node.space_id)
  refuseStale((await findNode(work, node.id)) ?? node, basedOn)
  await refuseTaken(work, node.parent_id, name, node.id)
  await renameTo(work, node.id, name, nameKey(name))
  work.audit('files.node.rename', { about: node.id, before: { name: node.name }, after: { name } })
  tellFolder(work, node.path.slice(0, -1))
}

/** Moves nodes into a folder; out of a root only who may change that root takes anything. */
export async function move(work: Work, nodes: readonly ChangeableNode[], into: OpenFolder): Promise<void> {
  const spaces = await lockSpaces(work, [into.spaceId, ...nodes.map((node) => node.space_id)])
  await confirmPlaces(work, [into, ...nodes])
  for (const node of nodes) {
    if (isInside(into.path, node)) throw new Problem(409, 'files.into_itself', { name: node.name })
    if (node.parent_id === into.id) continue
    const below = await listBelow(work, [node.id], mostBelow)
    const height = Math.max(...below.map((one) => one.path.length)) - node.path.length + 1
    if (isTooDeep(into.path, height)) throw new Problem(409, 'files.too_deep', { deepest })
    await refuseTaken(work, into.id, node.name)
    if (node.space_id !== into.spaceId) {
      const bytes = await weigh(work, [node.id])
      const target = spaces.get(into.spaceId)!
      await fill(work, target, bytes)
      target.bytes += bytes
      await addBytes(work, node.space_id, -bytes)
    }
    await hang(work, node, into, node.name, nameKey(node.name))
    work.audit('files.node.move', { about: node.id, before: { folder: node.parent_id }, after: { folder: into.id } })
    tellFolder(work, node.path.slice(0, -1))
  }
  work.audit('files.node.move', { about: into.id, after: { moved: nodes.length } })
  tellFolder(work, into.path)
}

/** Copies nodes with all below them, the newest version of each file; the bytes themselves are kept once. */
export async function copy(work: Work, nodes: readonly ReadableNode[], into: OpenFolder): Promise<void> {
  const space = await lockSpace(work, into.spaceId)
  await confirmPlaces(work, [into])
  for (const node of nodes) {
    if (isInside(into.path, node)) throw new Problem(409, 'files.into_itself', { name: node.name })
    const below = await listBelow(work, [node.id], mostCopied + 1)
    if (below.length > mostCopied) throw new Problem(409, 'files.too_many', { most: mostCopied })
    if (isTooDeep(into.path, Math.max(...below.map((one) => one.path.length)) - node.path.length + 1)) throw new Problem(409, 'files.too_deep', { deepest })
    const bytes = below.reduce((sum, one) => sum + one.size, 0)
    await fill(work, space, bytes)
    space.bytes += bytes
    const name = freeName(node.name, await listTaken(work, into.id, nameKey(splitName(node.name)[0]).slice(0, 100)))
    await insertCopies(work, node, below, into, name)
    work.audit('files.node.copy', { about: node.id, after: { folder: into.id, nodes: below.length } })
  }
  tellFolder(work, into.path)
}

async function insertCopies(work: Work, top: ReadableNode, below: ReadonlyArray<NodeTable & { blob: string | null }>, into: OpenFolder, name: string): Promise<void> {
  const ids = new Map(below.map((one) => [one.id, newId()]))
  const versions = new Map(below.filter((one) => one.kind === 'file').map((one) => [one.id, newId()]))
  await insertNodes(work, below.map((one) => ({
    ...one, id: ids.get(one.id)!, space_id: into.spaceId, parent_id: ids.get(one.parent_id) ?? into.id, version_id: versions.get(one.id) ?? null,
    path: [...into.path, ...one.path.slice(top.path.length - 1).map((id) => ids.get(id)!)], ...(one.id === top.id ? { name, name_key: nameKey(name) } : {}),
  })))
  const files = below.flatMap((one) => (one.blob === null ? [] : [{ ...one, blob: one.blob }]))
  await insertVersions(work, files.map((one) => ({ id: versions.get(one.id)!, node_id: ids.get(one.id)!, number: 1, blob: one.blob, size: one.size, type: one.type })))
  await countBlobs(work, [...Map.groupBy(files, (one) => one.blob)].map(([hash, list]) => ({ hash, by: list.length })))
}

/** Puts nodes with all below them into the trash. */
export async function trash(work: Work, nodes: readonly ChangeableNode[]): Promise<void> {
  await lockSpaces(work, nodes.map((node) => node.space_id))
  await confirmPlaces(work, nodes)
  for (const node of nodes) {
    await setTrashed(work, node.id)
    work.audit('files.node.trash', { about: node.id, before: { name: node.name } })
    tellFolder(work, node.path.slice(0, -1))
  }
}

/** Takes nodes out of the trash: back where they lay, or into the root when that folder is gone; a name that was taken meanwhile gets a number. */
export async function restore(work: Work, nodes: readonly ChangeableNode[]): Promise<void> {
  await lockSpaces(work, nodes.map((node) => node.space_id))
  await confirmPlaces(work, nodes, true)
  for (const node of nodes) {
    const parent = node.parent_id === node.space_id ? undefined : await findNode(work, node.parent_id)
    const home = parent && parent.trashed_at === null ? parent : null
    const into = { id: home?.id ?? node.space_id, spaceId: node.space_id, path: home?.path ?? [node.space_id] }
    const name = freeName(node.name, await listTaken(work, into.id, nameKey(splitName(node.name)[0]).slice(0, 100)))
    await hang(work, node, into, name, nameKey(name))
    await setRestored(work, node.id)
    work.audit('files.node.restore', { about: node.id, after: { name } })
    tellFolder(work, into.path)
  }
}

/** Removes nodes for ever; their bytes go with the last version that points at them, after a grace period. */
export async function purge(work: Work, nodes: ReadonlyArray<Pick<ChangeableNode, 'id' | 'space_id'>>): Promise<void> {
  await lockSpaces(work, nodes.map((node) => node.space_id))
  const { blobs, bytes } = await removeBelow(work, nodes.map((node) => node.id))
  await countBlobs(work, blobs)
  for (const one of bytes) await addBytes(work, one.space_id, one.bytes)
  for (const node of nodes) work.audit('files.node.purge', { about: node.id })
  for (const id of new Set(nodes.map((node) => node.space_id))) tellFolder(work, [id])
}

/** Makes an older version the newest: a new version of the same bytes, so that nothing of the history is lost. */
export async function restoreVersion(work: Work, node: WritableNode, versionId: string, basedOn: number): Promise<void> {
  const space = await lockSpace(work, node.space_id)
  refuseStale((await findNode(work, node.id)) ?? node, basedOn)
  const old = await getVersion(work, node.id, versionId)
  await fill(work, space, old.size)
  const version = { id: newId(), node_id: node.id, number: await nextNumber(work, node.id), blob: old.blob, size: old.size, type: old.type }
  await countBlobs(work, [{ hash: old.blob, by: 1 }])
  await insertVersions(work, [version])
  await pointAt(work, node.id, version)
  work.audit('files.version.restore', { about: node.id, after: { number: version.number, from: old.number } })
  tellFolder(work, node.path.slice(0, -1))
}
