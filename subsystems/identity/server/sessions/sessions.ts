import { addresses, type Role } from '@school/contract'
import { notFound, type Work } from '@school/server'
import { sessionEnded } from '../../contract/facts.ts'
import { newSecret } from './cookie.ts'
import { insertSession, listLiveSessions, listRolesOf, revokeSession } from './store.ts'
import { termsFor } from './terms.ts'

export interface NewSession { readonly personId: string; readonly acr: string; readonly amr: string; readonly esiaSid: string; readonly shared: boolean; readonly network: string; readonly device: string }

/** Opens a session with a fresh secret and ends the oldest ones beyond what the person's roles allow. */
export async function openSession(work: Work, given: NewSession): Promise<{ secret: string; maxAge: number }> {
  const roles = (await listRolesOf(work, given.personId)).map((row) => row.role as Role)
  const terms = termsFor(roles, given.shared, work.now.toISOString().slice(0, 10))
  const { secret, hash } = newSecret()
  const before = await listLiveSessions(work, given.personId)
  for (const old of before.toSorted((a, b) => a.created_at.getTime() - b.created_at.getTime()).slice(0, Math.max(0, before.length - terms.most + 1))) await endSession(work, old.id, 'parallel')
  await insertSession(work, {
    id: hash, person_id: given.personId, acr: given.acr, amr: given.amr, esia_sid: given.esiaSid, created_at: work.now, last_seen_at: work.now, idle_minutes: terms.idleMinutes,
    ends_at: new Date(work.now.getTime() + terms.hours * 3_600_000), ip_net: given.network, device: given.device, shared: given.shared, revoked_at: null, revoke_reason: null,
  })
  work.audit('identity.session.open', { about: given.personId, after: { acr: given.acr, shared: given.shared, device: given.device, network: given.network } })
  return { secret, maxAge: terms.hours * 3600 }
}

/** Ends a session; its sockets close on the nudge. Ending an ended one changes nothing. */
export async function endSession(work: Work, id: string, reason: 'signOut' | 'revoked' | 'parallel' | 'rotated'): Promise<boolean> {
  const [ended] = await revokeSession(work, id, reason)
  work.audit('identity.session.end', { about: ended?.person_id ?? work.by.personId, after: { session: id.slice(0, 12), reason, ended: ended !== undefined } })
  if (ended) work.announce(sessionEnded, { sessionId: id, personId: ended.person_id }, [addresses.person(ended.person_id)])
  return ended !== undefined
}

/** The short name of a session in lists: enough to point at it, useless as a cookie. */
export const shortId = (id: string): string => id.slice(0, 16)

/** One of this person's own live sessions, by its short name. */
export async function ownSession(work: Work, short: string): Promise<string> {
  const found = (await listLiveSessions(work, work.by.personId)).find((one) => shortId(one.id) === short)
  if (!found) throw notFound()
  return found.id
}
