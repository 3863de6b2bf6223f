import { createHash } from 'node:crypto'
import { registryFace } from '@school/registry/server'
import { notFound, Problem, reading, serve, serveOpen, type Read } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/feed.ts'
import { addDays } from '../lessons/rules.ts'
import { listLessons } from '../lessons/store.ts'
import { icsOf } from './ics.ts'
import { findFeedOf, findFeedRow, findOpenFeed, listFeedRows, removeFeedRow, saveFeed } from './store.ts'
import { words } from './words.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url')
const [daysBack, daysAhead, mostFeeds] = [14, 60, 20]

/** A pupil subscribes to the own lessons, a parent to those of a child, the staff to what they teach. */
function refuseForeign(read: Read, studentId: string | null): void {
  const { role, personId, acting } = read.by
  const own = role === 'pupil' ? studentId === personId : role === 'parent' ? acting.some((grant) => grant.scopeId === studentId) : studentId === null
  if (!own) throw notFound()
}

async function calendarOf(read: Read, secret: string): Promise<string> {
  const day = await registryFace.schoolDay(read)
  const feed = await findOpenFeed(read, hashOf(secret), day)
  if (!feed) throw notFound()
  const lessons = await listLessons(read, addDays(day, -daysBack), addDays(day, daysAhead), feed.studentId === null ? { teacherId: feed.personId } : { studentId: feed.studentId })
  return icsOf({ lessons, timeZone: feed.timeZone, stampedAt: read.now, words: { ...words, name: words.name(feed.whose) } })
}

export function feedRoutes(app: FastifyInstance): void {
  serve(app, contract.listFeeds, (read) => listFeedRows(read))
  serve(app, contract.putFeed, async (work, { params, body }) => {
    refuseForeign(work, body.studentId)
    const before = await findFeedRow(work, params.id)
    if (before && (before.personId !== work.by.personId || before.studentId !== body.studentId)) throw notFound()
    if (!before && (await listFeedRows(work)).length >= mostFeeds) throw new Problem(409, 'schedule.feed_limit')
    const holder = await findFeedOf(work, hashOf(body.secret))
    if (holder && holder.id !== params.id) throw new Problem(409, 'schedule.feed_secret_used', { field: 'secret' })
    await saveFeed(work, { id: params.id, studentId: body.studentId, hash: hashOf(body.secret) })
    work.audit('schedule.feed.put', { about: body.studentId ?? work.by.personId })
    const { personId: _, ...feed } = (await findFeedRow(work, params.id))!
    return feed
  })
  serve(app, contract.removeFeed, async (work, { params }) => {
    if ((await removeFeedRow(work, params.id)).length === 0) throw notFound()
    work.audit('schedule.feed.remove', { about: work.by.personId })
    return { done: true as const }
  })
  serveOpen(app, contract.readFeed, async ({ params }, { kit, request, reply }) => {
    const text = await reading(kit, { schoolId: params.schoolId }, (read) => calendarOf(read, params.secret))
    const tag = `W/"${hashOf(text.replace(/^DTSTAMP:.*$/gm, ''))}"` // weak: the stamp of the reading is no change
    reply.headers({ etag: tag, 'cache-control': 'private, max-age=300', 'referrer-policy': 'no-referrer' })
    if (request.headers['if-none-match'] === tag) return reply.code(304).send()
    return reply.type('text/calendar; charset=utf-8').send(text)
  })
}
