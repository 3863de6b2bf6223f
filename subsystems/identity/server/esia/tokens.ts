import { JwtRefused, verifyJwt, type Claims, type Jwt } from '@school/gost'
import type { EsiaConfig } from './config.ts'
import { SignInRefused } from './failures.ts'

const leewaySeconds = 60

export interface TokenFacts {
  readonly oid: string
  /** ЕСИА says the account is confirmed; the person's record has to say it too. */
  readonly confirmed: boolean
  readonly amr: readonly string[]
  readonly esiaSid: string
}

/** What both tokens say about the person, after every signature, date and name in them has been checked. */
export async function readTokens(config: EsiaConfig, accessToken: string, idToken: string): Promise<TokenFacts> {
  const now = config.clock()
  const access = await believed(config, accessToken, 'access', now)
  const id = await believed(config, idToken, 'id', now)
  const subject = record(id['urn:esia:sbj'])
  const oid = numberText(id.sub)
  insist(access.client_id === config.clientId, 'the access token is for another client')
  insist([id.aud].flat().includes(config.clientId), 'the id token is for another client')
  insist(subject['urn:esia:sbj:typ'] === 'P', 'the subject is not a person')
  insist(oid !== '' && oid === numberText(subject['urn:esia:sbj:oid']), 'sub and subject differ')
  insist(oid === numberText(access['urn:esia:sbj_id']), 'the two tokens are about different people')
  return {
    oid,
    confirmed: subject['urn:esia:sbj:is_tru'] === true,
    amr: methodsOf(id),
    esiaSid: String(id['urn:esia:sid'] ?? access['urn:esia:sid'] ?? ''),
  }
}

async function believed(config: EsiaConfig, token: string, kind: 'access' | 'id', now: Date): Promise<Claims> {
  const trust = { algorithms: [config.tokenAlgorithm], certificates: config.trusted, now }
  const { header, claims }: Jwt = await verifyJwt(token, trust).catch((cause: unknown) => {
    throw cause instanceof JwtRefused ? notBelieved(`${kind} token: ${cause.reason}`, cause) : cause
  })
  const seconds = now.getTime() / 1000
  insist(header.sbt === kind, `the token is not an ${kind} token`)
  insist(claims.iss === config.issuer, `the ${kind} token has another issuer`)
  insist(typeof claims.exp === 'number' && seconds - leewaySeconds < claims.exp, `the ${kind} token has expired`)
  insist(typeof claims.nbf === 'number' && claims.nbf <= seconds + leewaySeconds, `the ${kind} token is not valid yet`)
  return claims
}

function methodsOf(id: Claims): string[] {
  const named = [id['urn:esia:amd'], id.amr].flat().filter((method): method is string => typeof method === 'string' && method !== '')
  return [...new Set(named.flatMap((method) => method.split(' ')))]
}

function insist(holds: boolean, detail: string): asserts holds {
  if (!holds) throw notBelieved(detail)
}

const notBelieved = (detail: string, cause?: unknown) => new SignInRefused('identity.esia_answer_refused', { alert: true, detail }, cause)

const record = (value: unknown) => (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>

const numberText = (value: unknown) => (/^\d+$/.test(String(value)) ? String(value) : '')
