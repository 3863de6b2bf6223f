import { Id } from '@school/contract'
import { notFound, serve, type Read } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/nodes.ts'
import { findRule } from '../blobs/store.ts'
import { changeableNodes, openFolder, readableFolder, readableNode, readableNodes, standing, trashedNodes, writableNode } from './access.ts'
import { findListed, findSpaceName, listCrumbs, listInside, listOfView, listSpaceRows, listTrash, listVersionRows, type ListedNode } from './list-store.ts'
import { copy, makeFolder, move, purge, rename, restore, restoreVersion, trash } from './nodes.ts'
import { presentNode, presentSpace, presentVersion } from './present.ts'
import type { Standing } from './standing-store.ts'
import { findQuota, setStar } from './store.ts'

const usual = 100
const isId = new RegExp((Id as unknown as { readonly pattern: string }).pattern)

export function nodeRoutes(app: FastifyInstance): void {
  readingRoutes(app)
  changingRoutes(app)
  serve(app, contract.listVersions, async (read, { params }) => {
    const node = await readableNode(read, await standing(read), params.nodeId)
    return (await listVersionRows(read, node.id)).map(presentVersion)
  })
  serve(app, contract.restoreVersion, async (work, { params, body }) => {
    const st = await standing(work)
    await restoreVersion(work, await writableNode(work, st, params.nodeId), params.versionId, body.basedOn)
    return one(work, st, params.nodeId)
  })
}

function readingRoutes(app: FastifyInstance): void {
  serve(app, contract.listSpaces, async (read) => {
    const st = await standing(read)
    const own = [st.personId, ...[...st.classes, ...st.schools].filter((id) => st.edits.includes(id) || st.views.includes(id))]
    const rows = await listSpaceRows(read, own, st.edits.filter((id) => !own.includes(id)))
    const rule = await findRule(read)
    return { spaces: await Promise.all(rows.map(async (row) => presentSpace(row, st.edits.includes(row.id) ? 'edit' : 'view', await findQuota(read, row)))), largest: rule.largest_bytes, trashDays: rule.trash_days }
  })
  serve(app, contract.listFolder, async (read, { params, query }) => {
    const st = await standing(read)
    await readableFolder(read, st, params.folderId)
    const limit = query.limit ?? usual
    const after = query.cursor !== undefined && isId.test(query.cursor) ? query.cursor : null
    const rows = await listInside(read, st, params.folderId, { key: query.key ?? 'name', down: query.down ?? false, after, limit: limit + 1 })
    return { rows: rows.slice(0, limit).map(presentNode), next: rows.length > limit ? rows[limit - 1]!.id : null }
  })
  serve(app, contract.getFolder, async (read, { params }) => folderOf(read, await standing(read), params.folderId))
  serve(app, contract.listView, async (read, { params, query }) => {
    const st = await standing(read)
    const limit = query.limit ?? usual
    const offset = query.cursor !== undefined && /^\d{1,6}$/.test(query.cursor) ? Number(query.cursor) : 0
    const rows: ListedNode[] = params.view === 'trash' ? await listTrash(read, st, offset, limit + 1) : await listOfView(read, st, params.view, offset, limit + 1)
    return { rows: rows.slice(0, limit).map(presentNode), next: rows.length > limit ? String(offset + limit) : null }
  })
  serve(app, contract.getNode, async (read, { params }) => {
    const st = await standing(read)
    await readableNode(read, st, params.nodeId)
    return one(read, st, params.nodeId)
  })
}

async function one(read: Read, st: Standing, id: string) {
  const row = await findListed(read, st, id)
  if (!row) throw notFound()
  return presentNode(row)
}

/** The way to a folder begins at its root, or at the highest folder that was shared. */
async function folderOf(read: Read, st: Standing, id: string) {
  const { node, right } = await readableFolder(read, st, id)
  const spaceId = node?.space_id ?? id
  const space = await findSpaceName(read, spaceId)
  if (!space) throw notFound()
  const crumbs = (node ? await listCrumbs(read, st, node.path) : []).filter((crumb) => crumb.right > 0).map((crumb) => ({ id: crumb.id, name: crumb.name }))
  const rooted = st.edits.includes(spaceId) || st.views.includes(spaceId)
  return { id, spaceKind: space.kind, own: spaceId === st.personId, name: node?.name ?? space.name, crumbs: rooted ? [{ id: spaceId, name: space.name }, ...crumbs] : crumbs, right: right === 2 ? 'edit' as const : 'view' as const }
}

const done = { done: true as const }

function changingRoutes(app: FastifyInstance): void {
  serve(app, contract.putFolder, async (work, { params, body }) => {
    const st = await standing(work)
    await makeFolder(work, await openFolder(work, st, body.parentId), params.folderId, body.name)
    return one(work, st, params.folderId)
  })
  serve(app, contract.renameNode, async (work, { params, body }) => {
    const st = await standing(work)
    const [node] = await changeableNodes(work, st, [params.nodeId])
    await rename(work, node!, body.name, body.basedOn)
    return one(work, st, params.nodeId)
  })
  serve(app, contract.moveNodes, async (work, { body }) => {
    const st = await standing(work)
    const into = await openFolder(work, st, body.folderId)
    const nodes = await changeableNodes(work, st, body.ids)
    if (nodes.some((node) => node.space_id !== into.spaceId && node.rooted < 2)) throw notFound()
    await move(work, nodes, into)
    return done
  })
  serve(app, contract.copyNodes, async (work, { body }) => {
    const st = await standing(work)
    await copy(work, await readableNodes(work, st, body.ids), await openFolder(work, st, body.folderId))
    return done
  })
  serve(app, contract.trashNodes, async (work, { body }) => {
    await trash(work, await changeableNodes(work, await standing(work), body.ids))
    return done
  })
  serve(app, contract.restoreNodes, async (work, { body }) => {
    await restore(work, await trashedNodes(work, await standing(work), body.ids))
    return done
  })
  serve(app, contract.purgeNodes, async (work, { body }) => {
    await purge(work, await trashedNodes(work, await standing(work), body.ids))
    return done
  })
  serve(app, contract.starNode, async (work, { params, body }) => {
    const node = await readableNode(work, await standing(work), params.nodeId)
    await setStar(work, node.id, body.starred)
    return done
  })
}
