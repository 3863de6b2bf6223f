import { timingSafeEqual } from 'node:crypto'
import { Problem, type Kit } from '@school/server'
import type { FastifyInstance } from 'fastify'

const local = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Serves Prometheus figures to whoever holds the token, or to this machine when none is set. */
export function serveMetrics(app: FastifyInstance, kit: Kit, token: string): void {
  app.get('/metrics', { config: { access: 'public' } }, async (request, reply) => {
    const allowed = token ? sameText(request.headers.authorization ?? '', `Bearer ${token}`) : local.has(request.ip)
    if (!allowed) throw new Problem(404, 'not_found')
    return reply.type(kit.metrics.registry.contentType).send(await kit.metrics.registry.metrics())
  })
}

function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
