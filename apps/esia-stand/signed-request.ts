import { schemeOfCertificate } from '@school/gost'
import type { StandClient } from './clients.ts'
import type { Stand } from './context.ts'
import { Refusal } from './refusal.ts'

const toleranceMs = 5 * 60_000
const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Parameters of a request; a name given twice or left out is an empty text. */
export type Fields = Readonly<Record<string, string>>

export function fieldsOf(raw: unknown): Fields {
  const entries = Object.entries((raw ?? {}) as Record<string, unknown>)
  const single = entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.assign(Object.create(null) as Record<string, string>, Object.fromEntries(single))
}

export const field = (fields: Fields, name: string) => fields[name] ?? ''

/** A field that has to be there. */
export function need(fields: Fields, name: string): string {
  const value = field(fields, name)
  if (!value) throw new Refusal('007014', name)
  return value
}

export function clientNamed(stand: Stand, fields: Fields): StandClient {
  const client = stand.clients.find((one) => one.mnemonic === need(fields, 'client_id'))
  if (!client) throw new Refusal('007002', field(fields, 'client_id'))
  return client
}

/** Refuses a request whose certificate hash or signature over `text` is not the client's. */
export async function checkSignature(client: StandClient, fields: Fields, text: string) {
  const secret = need(fields, 'client_secret').replace(/=+$/, '')
  const hash = need(fields, 'client_certificate_hash')
  for (const certificatePem of client.certificates) {
    const scheme = await schemeOfCertificate(certificatePem)
    if ((await scheme.certificateHash(certificatePem)) !== hash) continue
    if (await scheme.verify(text, Buffer.from(secret, 'base64url'), certificatePem)) return
    throw new Refusal('007053', 'client_secret')
  }
  throw new Refusal('007053', 'client_certificate_hash')
}

/** Refuses a stale or oddly written timestamp and a state that is no UUID. */
export function checkFreshness(stand: Stand, fields: Fields) {
  const shape = /^(\d{4})\.(\d{2})\.(\d{2}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{2})(\d{2})$/
  const [, year, month, day, hour, minute, second, zone, zoneMinute] = shape.exec(need(fields, 'timestamp')) ?? []
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${zoneMinute}`)
  if (!(Math.abs(stand.clock().getTime() - at) <= toleranceMs)) throw new Refusal('007015', field(fields, 'timestamp'))
  if (!uuid.test(need(fields, 'state'))) throw new Refusal('007003', 'state')
}

/** Refuses scopes that the client was not registered for. */
export function checkScope(client: StandClient, scope: string) {
  const foreign = scope.split(' ').find((one) => !client.scopes.includes(one))
  if (foreign !== undefined) throw new Refusal('007006', foreign)
}
