import { Id } from '@school/contract'
import { dayIn } from '@school/registry/server'
import { serve, type Read } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../contract/news.ts'
import { capitalZone, country, standingOf, writableScope } from './access.ts'
import { presentItem, putItem, removeItem } from './news.ts'
import { listTellingRegions } from './places-store.ts'
import { listOf, listShown } from './store.ts'

const usual = 20
const mostPublic = { news: 6, question: 20, link: 20, contact: 20 } as const
const isId = new RegExp((Id as unknown as { readonly pattern: string }).pattern)

export function portalRoutes(app: FastifyInstance): void {
  serve(app, contract.publicPage, async (read, { query }, { reply }) => {
    reply.header('cache-control', 'public, max-age=60')
    return publicPageOf(read, query.regionId)
  })
  serve(app, contract.listItems, async (read, { query }) => {
    const limit = query.limit ?? usual
    const { scopes, today } = await standingOf(read, query.role, query.scopeId)
    const after = query.cursor !== undefined && isId.test(query.cursor) ? query.cursor : null
    const rows = await listShown(read, scopes, query.kind, query.role, today, limit + 1, after)
    return { rows: rows.slice(0, limit).map((row) => presentItem(row, false)), next: rows.length > limit ? rows[limit - 1]!.id : null }
  })
  serve(app, contract.listOwnItems, async (read, { params, query }) => (await listOf(read, writableScope(read.by, params.level, params.scopeId), query.kind)).map((row) => presentItem(row, true)))
  serve(app, contract.putItem, async (work, { params, body }) => putItem(work, writableScope(work.by, params.level, params.scopeId), params.id, body))
  serve(app, contract.removeItem, async (work, { params }) => {
    await removeItem(work, writableScope(work.by, params.level, params.scopeId), params.id)
    return { done: true as const }
  })
}

async function publicPageOf(read: Read, regionId: string | undefined) {
  const today = dayIn(capitalZone, read.now)
  const scopes = regionId === undefined ? [country] : [{ level: 'region' as const, scopeId: regionId }, country]
  const of = async (kind: contract.Kind) => (await listShown(read, scopes, kind, null, today, mostPublic[kind], null)).map((row) => presentItem(row, false))
  return { news: await of('news'), questions: await of('question'), links: await of('link'), contacts: await of('contact'), regions: await listTellingRegions(read, today) }
}
