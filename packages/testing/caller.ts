import { addressOf, type CallInput, type Reply, type Role, type Route } from '@school/contract'
import type { Caller } from '@school/server'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'

export const testOrigin = 'http://localhost:3000'

/** A refusal as a caller sees it. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  readonly details: Record<string, unknown>
  constructor(route: Route, response: LightMyRequestResponse) {
    const body = response.headers['content-type']?.includes('json') ? (response.json() as { code?: string; details?: Record<string, unknown> }) : {}
    super(`${route.method} ${route.path}: ${response.statusCode} ${body.code ?? ''} ${JSON.stringify(body.details ?? {})}`)
    this.status = response.statusCode
    this.code = body.code ?? ''
    this.details = body.details ?? {}
  }
}

export interface TestCaller extends Caller {
  /** The raw answer, whatever its status. */
  raw(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<LightMyRequestResponse>
  readonly cookie: string | null
}

/** Calls routes through HTTP as one person, in one role when it is named. */
export function callerOf(app: FastifyInstance, personId: string | null, cookie: string | null, role?: Role): TestCaller {
  const raw: TestCaller['raw'] = (method, url, body, headers = {}) => app.inject({
    method: method as 'GET', url,
    headers: { origin: testOrigin, ...(cookie ? { cookie } : {}), ...(role ? { 'x-role': role } : {}), ...headers },
    ...(body === undefined ? {} : { payload: body as object }),
  })
  return {
    personId, cookie, raw,
    async call<R extends Route>(route: R, input: CallInput<R>): Promise<Reply<R>> {
      const { body } = input as { body?: unknown }
      const response = await raw(route.method, addressOf(route, input as never), body)
      if (response.statusCode !== 200) throw new Refused(route, response)
      return response.json() as Reply<R>
    },
  }
}
