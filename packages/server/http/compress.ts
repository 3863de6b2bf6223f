import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const pack = promisify(gzip)
/** Shorter replies fit into one packet anyhow. */
const leastBytes = 1400

/**
 * Packs replies that are texts: on a phone's line a week of a diary takes half a second otherwise. Nothing secret stands beside
 * what a stranger could make us repeat (cookies are not sent with requests of other sites), so the length of a packed reply tells nothing.
 */
export function packReplies(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    if (typeof payload !== 'string' || payload.length < leastBytes || reply.hasHeader('content-encoding')) return payload
    reply.header('vary', 'accept-encoding')
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload
    reply.header('content-encoding', 'gzip').removeHeader('content-length')
    return pack(payload, { level: 4 })
  })
}
