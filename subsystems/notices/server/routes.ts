import { addresses, Id } from '@school/contract'
import { notFound, Problem, serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { noticeDelivered } from '../contract/facts.ts'
import * as contract from '../contract/notices.ts'
import { kindsOf } from './listeners.ts'
import { countOwnUnread, findOwn, listOwn, listSilenced, markRead, setSilenced } from './store.ts'
import type { NoticeTable } from './tables.ts'

const usual = 30
const isId = new RegExp((Id as unknown as { readonly pattern: string }).pattern)

const present = (row: NoticeTable) => ({ id: row.id, kind: row.kind, data: row.data, link: row.link, schoolId: row.school_id, createdAt: row.created_at.toISOString(), read: row.read_at !== null })

export function noticeRoutes(app: FastifyInstance): void {
  const kinds = () => kindsOf(app.kit.subsystems)
  serve(app, contract.listNotices, async (read, { query }) => {
    const limit = query.limit ?? usual
    const before = query.cursor !== undefined && isId.test(query.cursor) ? query.cursor : null
    const rows = await listOwn(read, limit + 1, before, query.unread ?? false)
    return {
      rows: rows.slice(0, limit).map(present),
      next: rows.length > limit ? rows[limit - 1]!.id : null,
    }
  })
  serve(app, contract.getNotice, async (read, { params }) => {
    const row = await findOwn(read, params.noticeId)
    if (!row) throw notFound()
    return present(row)
  })
  serve(app, contract.countUnread, async (read) => ({ unread: await countOwnUnread(read) }))
  serve(app, contract.readNotices, async (work, { body }) => {
    await markRead(work, body.ids ?? null)
    work.announce(noticeDelivered, { personId: work.by.personId }, [addresses.person(work.by.personId)])
    return { done: true as const }
  })
  serve(app, contract.getNoticeSettings, async (read) => {
    const silenced = new Set(await listSilenced(read))
    return kinds().map((kind) => ({ kind, wanted: !silenced.has(kind) }))
  })
  serve(app, contract.putNoticeSetting, async (work, { params, body }) => {
    if (!kinds().includes(params.kind)) throw new Problem(409, 'notices.unknown_kind', { kind: params.kind })
    await setSilenced(work, params.kind, !body.wanted)
    work.audit('notices.setting.put', { about: work.by.personId, after: { kind: params.kind, wanted: body.wanted } })
    return { done: true as const }
  })
}
