import { Done, Id, Instant, Nullable, route } from '@school/contract'
import { Type } from 'typebox'
import { inSchool, one } from './shapes.ts'

const own = { permission: 'schedule.lesson.read' } as const
/** Long and random; made where it is used, so that the server never sends it and only keeps its hash. */
const Secret = Type.String({ minLength: 40, maxLength: 80 })
const Feed = Type.Object({ id: Id, studentId: Nullable(Id), createdAt: Instant })

export const listFeeds = route({ method: 'GET', path: '/api/schools/:schoolId/calendar-feeds', summary: 'Own calendar subscriptions', access: own, params: inSchool, reply: Type.Array(Feed) })
/** A new secret ends the address that held before. */
export const putFeed = route({
  method: 'PUT', path: '/api/schools/:schoolId/calendar-feeds/:id', summary: 'Opens a calendar subscription or gives it a new secret', access: own, params: one,
  body: Type.Object({ studentId: Nullable(Id), secret: Secret }), reply: Feed, problems: ['schedule.feed_limit', 'schedule.feed_secret_used'],
})
export const removeFeed = route({ method: 'DELETE', path: '/api/schools/:schoolId/calendar-feeds/:id', summary: 'Ends a calendar subscription', access: own, params: one, reply: Done })
/** Whoever has the address may read it, as long as the person still has the right; calendar programs cannot sign in. */
export const readFeed = route({
  method: 'GET', path: '/api/schools/:schoolId/calendars/:secret/lessons.ics', summary: 'Lessons as an iCalendar feed (RFC 5545)', access: 'public', params: Type.Object({ schoolId: Id, secret: Secret }),
  limit: { max: 60, per: 'minute' }, stream: true, reply: Type.Unknown(),
})
