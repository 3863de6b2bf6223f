import { createHash, randomBytes } from 'node:crypto'

/** The session cookie. Its `__Host-` prefix binds it to this host, to HTTPS (or localhost) and to the whole site. */
export const cookieName = '__Host-sid'

/** A fresh secret for the browser and what the database keeps of it. */
export function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashOf(secret) }
}

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')
