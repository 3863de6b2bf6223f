import { schemeFor } from './choose.ts'
import { validityOf } from './certificate.ts'
import type { Algorithm, Signer } from './scheme.ts'

const longestToken = 16_384
const segment = /^[A-Za-z0-9_-]+$/

export type Claims = Readonly<Record<string, unknown>>
export interface Jwt {
  readonly header: Claims
  readonly claims: Claims
}

/** A certificate whose signatures are believed, from one moment to another; the certificate's own dates when none are given. */
export interface TrustedCertificate {
  readonly certificatePem: string
  readonly validFrom?: Date
  readonly validUntil?: Date
}

export interface JwtTrust {
  readonly algorithms: readonly Algorithm[]
  readonly certificates: readonly TrustedCertificate[]
  readonly now: Date
}

/** A token that is not believed. `reason` is for the operator's journal, never for the person signing in. */
export class JwtRefused extends Error {
  readonly reason: string
  constructor(reason: string) {
    super(`The token is refused: ${reason}`)
    this.reason = reason
  }
}

/** A signed token; `alg` is always the signer's own. */
export async function signJwt(signer: Signer, header: Claims, claims: Claims): Promise<string> {
  const signed = `${encode({ ...header, alg: signer.algorithm })}.${encode(claims)}`
  return `${signed}.${(await signer.sign(signed)).toString('base64url')}`
}

/** The content of a token that one of the trusted certificates signed with an allowed algorithm; anything else throws. */
export async function verifyJwt(token: string, trust: JwtTrust): Promise<Jwt> {
  const { header, claims, signed, signature } = take(token)
  const algorithm = trust.algorithms.find((allowed) => allowed === header.alg)
  if (!algorithm) throw new JwtRefused(`algorithm ${String(header.alg)} is not allowed`)
  const scheme = await schemeFor(algorithm)
  if (!scheme) throw new JwtRefused(`this machine cannot check ${algorithm}`)
  for (const trusted of trust.certificates) {
    if (!believedAt(trusted, trust.now)) continue
    if (await scheme.verify(signed, signature, trusted.certificatePem)) return { header, claims }
  }
  throw new JwtRefused('no trusted certificate fits the signature')
}

/** Parses JSON and keeps whole numbers that JavaScript would round as text, because object ids may be that long. */
export function parseExact(json: string): unknown {
  const reviver = (_key: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value) ? context?.source : value
  return JSON.parse(json, reviver as (key: string, value: unknown) => unknown)
}

function take(token: string) {
  const parts = token.split('.')
  const [head, body, tail] = parts
  if (token.length > longestToken || parts.length !== 3 || !head || !body || !tail) throw new JwtRefused('it has not three parts')
  if (![head, body, tail].every((part) => segment.test(part))) throw new JwtRefused('it is not base64url')
  return { header: decode(head), claims: decode(body), signed: `${head}.${body}`, signature: Buffer.from(tail, 'base64url') }
}

function believedAt(trusted: TrustedCertificate, now: Date): boolean {
  const own = validityOf(trusted.certificatePem)
  return (trusted.validFrom ?? own.validFrom) <= now && now <= (trusted.validUntil ?? own.validUntil)
}

const encode = (value: Claims) => Buffer.from(JSON.stringify(value)).toString('base64url')

function decode(part: string): Claims {
  try {
    const value = parseExact(Buffer.from(part, 'base64url').toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Claims
  } catch {
    // falls through: broken JSON is refused like any other shape
  }
  throw new JwtRefused('it is not a JSON object')
}
