import { parseExact } from '@school/gost'
import { SignInRefused, esiaCodeIn, refusalOf } from './failures.ts'

export interface Ask {
  readonly url: string
  readonly init?: RequestInit
}

interface Answer {
  readonly status: number
  readonly body: string
  readonly json: unknown
}

/** Sends a request and gives its JSON. A 5xx is tried once more with a newly built request; anything but JSON is a refusal. */
export async function send(timeoutMs: number, build: () => Promise<Ask> | Ask): Promise<unknown> {
  const first = await once(timeoutMs, await build())
  const answer = first.status >= 500 ? await once(timeoutMs, await build()) : first
  if (answer.status === 200 && answer.json !== undefined) return answer.json
  throw refused(answer)
}

async function once(timeoutMs: number, { url, init }: Ask): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
    const body = await response.text()
    const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')
    return { status: response.status, body, json: isJson ? parsed(body) : undefined }
  } catch (cause) {
    throw new SignInRefused('identity.esia_unavailable', { detail: `no answer from ${new URL(url).pathname}` }, cause)
  }
}

function parsed(body: string): unknown {
  try {
    return parseExact(body)
  } catch {
    return undefined
  }
}

function refused({ status, body, json }: Answer): SignInRefused {
  const { error, error_description: description } = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>
  const esiaCode = esiaCodeIn(body)
  if (typeof error === 'string' || esiaCode) {
    return refusalOf(String(error ?? ''), typeof description === 'string' ? description : `ESIA-${esiaCode}`)
  }
  if (status === 401) return new SignInRefused('identity.sign_in_expired', { detail: 'status 401' })
  if (status === 403) return new SignInRefused('identity.permission_revoked', { detail: 'status 403' })
  return new SignInRefused('identity.esia_unavailable', { alert: status < 500, detail: `status ${status}, not the expected JSON` })
}
