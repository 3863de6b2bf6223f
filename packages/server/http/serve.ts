import type { Input, Reply, Route } from '@school/contract'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../actor.ts'
import { reading, writing, type Kit } from '../kit.ts'
import type { Read, Work } from '../work.ts'
import { strict } from './schema.ts'

export interface Wire { readonly request: FastifyRequest; readonly reply: FastifyReply }

type ContextOf<R extends Route> = R['method'] extends 'GET' ? Read : Work
type Handler<R extends Route> = (context: ContextOf<R>, input: Input<R>, wire: Wire) => Promise<Reply<R>>

/** Serves a route inside its transaction: a GET gets a `Read`, everything else a `Work` that must leave a trace. */
export function serve<const R extends Route>(app: FastifyInstance, to: R, run: Handler<R>): void {
  const readOnly = to.method === 'GET'
  declare(app, to, (input, wire) => {
    const scope = { by: wire.request.actor, schoolId: schoolOf(input), requestId: wire.request.id }
    return readOnly
      ? reading(app.kit, scope, (read) => run(read as ContextOf<R>, input, wire))
      : writing(app.kit, scope, (work) => run(work as unknown as ContextOf<R>, input, wire), to.audit === false ? undefined : `${to.method} ${to.path}`)
  })
}

export interface Open extends Wire { readonly kit: Kit; readonly by: Actor }

/** Serves a `stream: true` route, whose handler opens its own transactions. */
export function serveOpen<const R extends Route>(app: FastifyInstance, to: R, run: (input: Input<R>, open: Open) => Promise<Reply<R> | FastifyReply>): void {
  if (to.stream !== true) throw new Error(`${to.method} ${to.path} must say stream: true`)
  declare(app, to, (input, wire) => run(input, { ...wire, kit: app.kit, by: wire.request.actor }))
}

function schoolOf(input: { params: unknown }): string | null {
  return (input.params as { schoolId?: string } | undefined)?.schoolId ?? null
}

function declare<const R extends Route>(app: FastifyInstance, to: R, run: (input: Input<R>, wire: Wire) => Promise<unknown>): void {
  const { limit } = to
  app.route({
    method: to.method, url: to.path,
    config: {
      access: to.access, summary: to.summary, route: to,
      ...(limit && app.kit.config.rateLimits ? { rateLimit: { max: limit.max, timeWindow: limit.per === 'minute' ? 60_000 : 3_600_000 } } : {}),
    },
    schema: {
      ...(to.params ? { params: strict(to.params) } : {}),
      ...(to.query ? { querystring: strict(to.query) } : {}),
      ...(to.body ? { body: strict(to.body) } : {}),
      response: { 200: to.reply },
    },
    handler: (request, reply) => run({ params: request.params, query: request.query, body: request.body } as Input<R>, { request, reply }),
    ...(to.hot ? { serializerCompiler: plainJson } : {}),
  })
}

/** Hot replies are written by the engine's own JSON, which is faster than a compiled serializer. */
const plainJson = () => (data: unknown) => JSON.stringify(data)
