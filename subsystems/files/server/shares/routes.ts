import { notFound, reading, serve, serveOpen, type Read } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/shares.ts'
import { fileKindOf } from '../blobs/sniff.ts'
import { packedRows, sendBytes, sendZip } from '../content/send.ts'
import { findContent } from '../content/store.ts'
import { shareableNode, standing } from '../nodes/access.ts'
import type { NodeTable } from '../tables.ts'
import { rolesReached } from './rules.ts'
import { hashOfSecret, mayLink, presentShare, reachOf, share, unshare } from './shares.ts'
import { findBelow, findLinked, listClassNames, listEntries, listNames, listReaders, listSchoolNames, listShareRows } from './store.ts'

const mostFound = 8

export function shareRoutes(app: FastifyInstance): void {
  serve(app, contract.listShares, async (read, { params }) => {
    const st = await standing(read)
    const node = await shareableNode(read, st, params.nodeId)
    return { shares: (await listShareRows(read, node.id)).map((row) => presentShare(row)), links: await mayLink(read, st) }
  })
  serve(app, contract.putShare, async (work, { params, body }) => {
    const st = await standing(work)
    return share(work, st, await shareableNode(work, st, params.nodeId), params.shareId, body)
  })
  serve(app, contract.removeShare, async (work, { params }) => {
    await unshare(work, await shareableNode(work, await standing(work), params.nodeId), params.shareId)
    return { done: true as const }
  })
  serve(app, contract.findReaders, async (read, { query }) => {
    const st = await standing(read)
    const words = query.words.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 4).join(' ')
    const offices = st.schools.filter((id) => st.edits.includes(id))
    return {
      people: words === '' ? [] : await listReaders(read, { ...reachOf(st), words, id: null, limit: mostFound }),
      classes: await listClassNames(read, st.classes, offices, words, mostFound),
      schools: (await listSchoolNames(read, st.schools)).map((row) => ({ ...row, roles: [...rolesReached(st.isStaff)] })),
    }
  })
  linkRoutes(app)
}

function linkRoutes(app: FastifyInstance): void {
  serve(app, contract.openLink, async (read, { params, query }) => {
    const { top, node } = await linked(read, params.secret, query.folderId)
    const inside = node.kind === 'folder' ? await listEntries(read, node.id) : []
    const way = node.path.slice(node.path.indexOf(top.id))
    return { node: entryOf(node), crumbs: await listNames(read, way), inside: inside.map(entryOf), expiresAt: top.expires_at?.toISOString() ?? null }
  })
  serveOpen(app, contract.downloadByLink, async ({ params, query }, { kit, request, reply }) => {
    const found = await reading(kit, { requestId: request.id }, async (read) => {
      const { node } = await linked(read, params.secret, query.nodeId)
      return node.kind === 'folder' ? { node, rows: await packedRows(read, [node.id]) } : { node, content: await findContent(read, node.id, null) }
    })
    if ('rows' in found && found.rows) return sendZip(reply, found.rows, [found.node.id], found.node.name)
    if (!found.content) throw notFound()
    return sendBytes(request, reply, found.content, { inline: false })
  })
}

/** What a secret opens, or a node below it. */
async function linked(read: Read, secret: string, id: string | undefined) {
  const top = await findLinked(read, `link:${hashOfSecret(secret)}`)
  if (!top) throw notFound()
  const node = id === undefined || id === top.id ? top : await findBelow(read, id, top.id)
  if (!node) throw notFound()
  return { top, node }
}

const entryOf = (node: NodeTable) => ({ id: node.id, name: node.name, kind: node.kind, fileKind: node.kind === 'folder' ? 'folder' as const : fileKindOf(node.type), size: node.size })
