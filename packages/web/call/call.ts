import { addressOf, type CallInput, type ProblemBody, type Reply, type Route } from '@school/contract'
import { actingIn } from './acting-path.ts'
import { ProblemError } from './problem-error.ts'

const pauses = [300, 1200]
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Calls a route, in the role of the address unless another is given; only reads and puts are tried again when the network fails, because repeating them is harmless. */
export async function call<R extends Route>(route: R, input: CallInput<R>, signal?: AbortSignal, role?: string): Promise<Reply<R>> {
  const response = await reach(route, input as Parts, signal, role)
  if (response.status === 204) return undefined as Reply<R>
  if (response.ok) return await response.json() as Reply<R>
  throw await problemOf(response)
}

/** Sends one file to a route that reads it (multipart/form-data, field `file`). */
export function callWithFile<R extends Route>(route: R, params: NonNullable<CallInput<R>['params']>, file: File): Promise<Reply<R>> {
  const body = new FormData()
  body.set('file', file, file.name)
  return call(route, { params, body } as never)
}

interface Parts { params?: unknown; query?: unknown; body?: unknown }

async function reach(route: Route, input: Parts, signal: AbortSignal | undefined, role: string | undefined): Promise<Response> {
  const again = route.method === 'GET' || route.method === 'PUT' ? pauses : []
  for (let attempt = 0; ; attempt++) {
    try {
      const response = await send(route, input, signal, role)
      if (response.status !== 502 && response.status !== 504) return response
      if (attempt >= again.length) return response
    } catch (cause) {
      if (signal?.aborted) throw cause
      if (attempt >= again.length || !navigator.onLine) throw new ProblemError(0, 'offline')
    }
    await wait(again[attempt] ?? 0)
  }
}

function send(route: Route, input: Parts, signal: AbortSignal | undefined, role: string | undefined = actingIn(location.pathname)?.role): Promise<Response> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (role) headers['x-role'] = role
  const isFile = input.body instanceof FormData || input.body instanceof Blob
  if (input.body !== undefined && !isFile) headers['content-type'] = 'application/json'
  const body = input.body === undefined ? null : isFile ? input.body as BodyInit : JSON.stringify(input.body)
  return fetch(addressOf(route, input), { method: route.method, headers, body, credentials: 'same-origin', signal: signal ?? null })
}

/** What a response that is not a success says. */
export async function problemOf(response: Response): Promise<ProblemError> {
  const body = await response.json().catch(() => null) as ProblemBody | null
  const requestId = body?.requestId ?? response.headers.get('x-request-id') ?? undefined
  return new ProblemError(response.status, body?.code ?? (response.status === 429 ? 'too_many_requests' : 'our_fault'), body?.details, requestId)
}
