import { createCipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto'

/** The keys of a browser's subscription, base64url as it gives them. */
export interface Receiver { readonly p256dh: string; readonly auth: string }
/** Chance that the standard's example fixes. */
export interface Chance { readonly sender: ECDH; readonly salt: Buffer }

const recordSize = 4096
const fresh = (): Chance => {
  const sender = createECDH('prime256v1')
  sender.generateKeys()
  return { sender, salt: randomBytes(16) }
}
const derived = (key: Buffer, salt: Buffer, info: Buffer, length: number) => Buffer.from(hkdfSync('sha256', key, salt, info, length))

/** One message for one browser: RFC 8291 over the `aes128gcm` coding of RFC 8188, in a single record. Throws when the receiver's key is no point of the curve. */
export function encrypted(text: string, { p256dh, auth }: Receiver, { sender, salt }: Chance = fresh()): Buffer {
  const theirs = Buffer.from(p256dh, 'base64url')
  const ours = sender.getPublicKey()
  const shared = derived(sender.computeSecret(theirs), Buffer.from(auth, 'base64url'), Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]), 32)
  const key = derived(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derived(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.update(Buffer.of(2)), cipher.final(), cipher.getAuthTag()])
  const size = Buffer.alloc(4)
  size.writeUInt32BE(recordSize)
  return Buffer.concat([salt, size, Buffer.of(ours.length), ours, body])
}

/** Whether a browser's keys are what the standard wants: an uncompressed point of the curve and sixteen bytes. */
export function isReceiver({ p256dh, auth }: Receiver): boolean {
  if (Buffer.from(p256dh, 'base64url').length !== 65 || Buffer.from(auth, 'base64url').length !== 16) return false
  try {
    encrypted('', { p256dh, auth })
    return true
  } catch {
    return false
  }
}
