import { federation } from '@school/contract'
import { serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../contract/news.ts'
import { readableScopes, writableScope } from './access.ts'
import { presentItem, putItem, removeItem } from './news.ts'
import { listOf, listShown } from './store.ts'

const usual = 20
const dayOf = (at: Date) => at.toISOString().slice(0, 10)

export function portalRoutes(app: FastifyInstance): void {
  serve(app, contract.publicPage, async (read, { query }, { reply }) => {
    const scopes = [{ level: 'federation' as const, scopeId: federation }, ...(query.regionId ? [{ level: 'region' as const, scopeId: query.regionId }] : [])]
    const rows = (await listShown(read, scopes, null, null, dayOf(read.now), 60, null)).map((row) => presentItem(row, false))
    reply.header('cache-control', 'public, max-age=60')
    const of = (kind: contract.Kind) => rows.filter((row) => row.kind === kind)
    return { news: of('news'), questions: of('question'), links: of('link'), contacts: of('contact') }
  })
  serve(app, contract.listItems, async (read, { query }) => {
    const limit = query.limit ?? usual
    const cursor = query.cursor !== undefined && /^[0-9a-f-]{36}$/.test(query.cursor) ? query.cursor : null
    const rows = await listShown(read, await readableScopes(read, query.role, query.scopeId), query.kind, query.role, dayOf(read.now), limit + 1, cursor)
    return { rows: rows.slice(0, limit).map((row) => presentItem(row, false)), next: rows.length > limit ? rows[limit - 1]!.id : null }
  })
  serve(app, contract.listOwnItems, async (read, { params, query }) => (await listOf(read, writableScope(read.by, params.level, params.scopeId), query.kind)).map((row) => presentItem(row, true)))
  serve(app, contract.putItem, async (work, { params, body }) => putItem(work, writableScope(work.by, params.level, params.scopeId), params.id, body))
  serve(app, contract.removeItem, async (work, { params }) => {
    await removeItem(work, writableScope(work.by, params.level, params.scopeId), params.id)
    return { done: true as const }
  })
}
