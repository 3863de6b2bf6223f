import { buffer } from 'node:stream/consumers'
import { notFound, Problem, reading, serveOpen, writing, type Open, type Read } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/content.ts'
import { lookOf } from '../blobs/sniff.ts'
import { readableNode, readableNodes, standing } from '../nodes/access.ts'
import { standingOf } from '../nodes/standing-store.ts'
import { noteRecent } from '../nodes/store.ts'
import { settings } from '../settings.ts'
import { packedRows, sendBytes, sendZip } from './send.ts'
import { findContent, type ContentRow } from './store.ts'
import { decodeText } from './text.ts'
import { readTicket, writeTicket } from './tickets.ts'

const ticketMs = 15 * 60_000
const mostText = 256 * 1024

export function contentRoutes(app: FastifyInstance): void {
  keepHostsApart(app)
  serveOpen(app, contract.downloadFile, async ({ params, query }, open) =>
    sendBytes(open.request, open.reply, await reading(open.kit, scopeOf(open), (read) => contentOf(read, params.nodeId, query.versionId ?? null)), { inline: false }))
  serveOpen(app, contract.downloadZip, async ({ query }, open) => {
    const ids = [...new Set(query.ids.split(','))]
    if (ids.length > 200 || ids.some((id) => !/^[0-9a-f-]{36}$/.test(id))) throw new Problem(400, 'bad_input', { field: 'ids' })
    const found = await reading(open.kit, scopeOf(open), async (read) => ({ nodes: await readableNodes(read, await standing(read), ids), rows: await packedRows(read, ids) }))
    return sendZip(open.reply, found.rows, ids, found.nodes.length === 1 ? found.nodes[0]!.name : `files-${open.kit.clock().toISOString().slice(0, 10)}`)
  })
  serveOpen(app, contract.previewFile, async ({ params, query }, open) => {
    const row = await reading(open.kit, scopeOf(open), (read) => contentOf(read, params.nodeId, query.versionId ?? null))
    await writing(open.kit, scopeOf(open), (work) => noteRecent(work, row.node_id))
    return previewOf(open, row)
  })
  serveOpen(app, contract.showContent, async ({ params }, open) => {
    const { content } = settings()
    const ticket = content && readTicket(content.key, params.ticket, open.kit.clock().getTime())
    if (!content || !ticket || open.request.host !== content.host) throw notFound()
    // Judged again at every look, so that an ended share ends here as well.
    const row = await reading(open.kit, {}, async (read) => contentFor(read, ticket.personId, ticket.nodeId, ticket.versionId))
    if (!['image', 'pdf', 'audio', 'video'].includes(lookOf(row.type))) throw notFound()
    open.reply.raw.removeHeader('x-frame-options') // who may frame it is said by the policy below
    open.reply.headers({ 'content-security-policy': `default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; object-src 'self'; frame-ancestors ${content.opener}`, 'cross-origin-resource-policy': 'cross-origin', 'referrer-policy': 'no-referrer' })
    return sendBytes(open.request, open.reply, row, { inline: true })
  })
}

const scopeOf = ({ by, request }: Open) => ({ by, requestId: request.id })

const contentOf = async (read: Read, nodeId: string, versionId: string | null): Promise<ContentRow> => contentFor(read, read.by.personId, nodeId, versionId)

async function contentFor(read: Read, personId: string, nodeId: string, versionId: string | null): Promise<ContentRow> {
  const node = await readableNode(read, await standingOf(read, personId), nodeId)
  const row = await findContent(read, node.id, versionId)
  if (!row) throw notFound()
  return row
}

async function previewOf({ kit, by }: Open, row: ContentRow) {
  const look = lookOf(row.type)
  const nothing = { look, url: null, text: null, cut: false }
  if (look === 'none' || row.size === 0) return { ...nothing, look: 'none' as const }
  if (look === 'text') return { ...nothing, text: decodeText(await buffer(settings().blobs.open(row.blob, { start: 0, end: mostText - 1 })), row.size > mostText), cut: row.size > mostText }
  const { content } = settings()
  if (!content) return { ...nothing, look: 'none' as const }
  const ticket = writeTicket(content.key, { nodeId: row.node_id, versionId: row.version_id, personId: by.personId, until: kit.clock().getTime() + ticketMs })
  return { ...nothing, url: `${content.origin}/content/${ticket}` }
}

/** The content host answers nothing but content: whatever runs there finds no other door of ours. */
function keepHostsApart(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (request.host === settings().content?.host && request.routeOptions.url !== contract.showContent.path) throw notFound()
  })
}
