import { createHash, randomBytes } from 'node:crypto'

/** The session cookie. Its `__Host-` prefix binds it to this host, to HTTPS (or localhost) and to the whole site. */
export const cookieName = '__Host-sid'
/** The same where the product is reached over plain HTTP in a local network; used only when the installation says so. */
export const plainCookieName = 'sid'

/** A fresh secret for the browser and what the database keeps of it. */
export function newSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url')
  return { secret, hash: hashOf(secret) }
}

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** How the browser must keep a cookie of ours; Lax, because Strict would not survive the return from ЕСИА. */
export const cookieOptions = (secure: boolean, maxAge?: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure, ...(maxAge === undefined ? {} : { maxAge }) }) as const
