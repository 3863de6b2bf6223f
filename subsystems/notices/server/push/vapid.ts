import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Who sends: the key under which browsers subscribe and push services know us (RFC 8292). */
export interface Sender { readonly key: KeyObject; readonly publicKey: string; /** `https:` or `mailto:`, where a push service may complain. */ readonly contact: string }

const lifeSeconds = 12 * 3600
const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The kept key, or a new one at the first start. Whoever loses it must ask every browser to subscribe anew. */
export function keptSender(directory: string, contact: string): Sender {
  const file = join(directory, 'vapid-key.pem')
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  try {
    return senderOf(createPrivateKey(readFileSync(file, 'utf8')), contact)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const key = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey
  writeFileSync(file, key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' })
  return senderOf(key, contact)
}

export function senderOf(key: KeyObject, contact: string): Sender {
  const { x = '', y = '' } = createPublicKey(key).export({ format: 'jwk' })
  return { key, contact, publicKey: Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString('base64url') }
}

/** Proves to one push service that it is us. */
export function authorization(sender: Sender, origin: string, now: Date): string {
  const said = `${json({ typ: 'JWT', alg: 'ES256' })}.${json({ aud: origin, exp: Math.floor(now.getTime() / 1000) + lifeSeconds, sub: sender.contact })}`
  const signature = sign('sha256', Buffer.from(said), { key: sender.key, dsaEncoding: 'ieee-p1363' }).toString('base64url')
  return `vapid t=${said}.${signature}, k=${sender.publicKey}`
}
