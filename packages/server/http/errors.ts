import type { ProblemBody } from '@school/contract'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Kit } from '../kit.ts'
import { Problem } from '../problem.ts'

/** The one place where errors become replies: codes for people, causes for the log. */
export function answerErrors(app: FastifyInstance, kit: Kit): void {
  const answer = (request: FastifyRequest, reply: FastifyReply, status: number, body: ProblemBody) => {
    kit.metrics.refused.inc({ code: body.code })
    return reply.status(status).type('application/json; charset=utf-8').send({ ...body, requestId: request.id })
  }
  app.setErrorHandler((error: FastifyError | Problem, request, reply) => {
    if (error instanceof Problem) return answer(request, reply, error.status, { code: error.code, ...(error.details ? { details: error.details } : {}) })
    if (error.validation) return answer(request, reply, 400, { code: 'bad_input', details: fieldOf(error) })
    const known = byStatus(error)
    if (known) return answer(request, reply, known[0], { code: known[1] })
    if (isBadText(error)) return answer(request, reply, 400, { code: 'bad_input' })
    request.log.error({ err: error }, 'our fault')
    return answer(request, reply, 500, { code: 'our_fault' })
  })
  app.setNotFoundHandler((request, reply) => answer(request, reply, 404, { code: 'not_found' }))
}

function fieldOf(error: FastifyError): Record<string, unknown> {
  const first = error.validation?.[0]
  const extra = first?.params as Record<string, unknown> | undefined
  const name = extra?.['missingProperty'] ?? extra?.['additionalProperty']
  const path = (first?.instancePath ?? '').replace(/^\//, '').replaceAll('/', '.')
  return { part: error.validationContext, field: [path, name].filter(Boolean).join('.'), rule: first?.keyword, ...(extra && 'limit' in extra ? { limit: extra['limit'] } : {}) }
}

function byStatus(error: FastifyError): readonly [number, string] | undefined {
  switch (error.statusCode) {
    case 400: return [400, 'bad_input']
    case 413: return [413, 'too_large']
    case 415: return [415, 'unsupported_type']
    case 429: return [429, 'too_many_requests']
    case 503: return [503, 'overloaded']
    default: return undefined
  }
}

/** PostgreSQL's refusals of text or numbers that no column can hold: the caller's input, not our fault. */
const badText = new Set(['22021', '22P02', '22P05', '22003', '22007', '22008'])
const isBadText = (error: { code?: string }) => error.code !== undefined && badText.has(error.code)
