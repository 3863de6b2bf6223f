import { createHmac, timingSafeEqual } from 'node:crypto'

/** Who may see which version until when. */
export interface Ticket { readonly nodeId: string; readonly versionId: string; readonly personId: string; readonly until: number }

const bare = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')
const dashed = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
const length = 16 * 3 + 6

const sign = (key: Buffer, body: Buffer) => createHmac('sha256', key).update('files preview 1').update(body).digest()

/** The ticket as it stands in an address. */
export function writeTicket(key: Buffer, { nodeId, versionId, personId, until }: Ticket): string {
  const body = Buffer.concat([bare(nodeId), bare(versionId), bare(personId), Buffer.alloc(6)])
  body.writeUIntBE(until, length - 6, 6)
  return `${body.toString('base64url')}.${sign(key, body).toString('base64url')}`
}

/** A ticket of ours that has not run out, or null. */
export function readTicket(key: Buffer, text: string, now: number): Ticket | null {
  const [left = '', right = ''] = text.split('.')
  const body = Buffer.from(left, 'base64url')
  const given = Buffer.from(right, 'base64url')
  const own = sign(key, body)
  if (body.length !== length || given.length !== own.length || !timingSafeEqual(given, own)) return null
  const until = body.readUIntBE(length - 6, 6)
  return until > now ? { nodeId: dashed(body.subarray(0, 16)), versionId: dashed(body.subarray(16, 32)), personId: dashed(body.subarray(32, 48)), until } : null
}
