import { nobody, Problem, writing, type Actor, type Kit } from '@school/server'
import { addresses } from '@school/contract'
import { rightsChanged } from '@school/registry/contract'
import { signedIn } from '../../contract/facts.ts'
import type { Profile } from '../../contract/sign-in.ts'
import { saveAccount } from '../accounts/store.ts'
import { recognise } from '../accounts/accounts.ts'
import { SignInRefused } from '../esia/failures.ts'
import type { CallbackQuery, SignedInPerson } from '../esia/provider.ts'
import { linkKids } from '../requests/auto-link.ts'
import { askForCorrection } from '../requests/mismatch.ts'
import { noteKids } from '../requests/kids.ts'
import { hashOf, newSecret } from '../sessions/cookie.ts'
import { endSession, openSession } from '../sessions/sessions.ts'
import { settingsOf } from '../settings.ts'
import type { SignInTable } from '../tables.ts'
import { keepStart, takeStart } from './store.ts'

/** A sign-in must come back within this time. */
export const startMinutes = 10

export interface Begun { readonly url: string; readonly secret: string }

/** Keeps what the return will be judged by and gives the address to send the browser to. */
export async function beginSignIn(kit: Kit, wish: { profile: Profile; next: string; shared: boolean }): Promise<Begun> {
  const start = await settingsOf(kit).provider.start(wish.profile)
  const { secret, hash } = newSecret()
  await writing(kit, {}, (work) => keepStart(work, {
    state: start.state, cookie_hash: hash, verifier: start.codeVerifier, profile: start.profile, next_path: wish.next, shared: wish.shared,
    created_at: work.now, expires_at: new Date(work.now.getTime() + startMinutes * 60_000),
  }))
  return { url: start.url, secret }
}

export interface Arrival { readonly query: CallbackQuery; readonly txSecret: string | undefined; readonly oldSession: string | null; readonly network: string; readonly device: string }
export interface Finished { readonly secret: string; readonly maxAge: number | null; readonly next: string }

/** Ends a sign-in: the start is used up before anybody is asked, then the person is recognised and gets a session. */
export async function finishSignIn(kit: Kit, arrival: Arrival): Promise<Finished> {
  const started = await takeStarted(kit, arrival)
  const came = await settingsOf(kit).provider.finish(arrival.query, { state: started.state, codeVerifier: started.verifier, profile: started.profile })
  const personId = await writing(kit, {}, (work) => recognise(work, came))
  if (personId === null) throw new Problem(409, 'identity.merge_waits')
  const session = await openFor(kit, personId, came, started, arrival)
  if (came.kids.length > 0) await linkKids(kit, actorOf(personId))
  await askForCorrection(kit, actorOf(personId), came)
  return { secret: session.secret, maxAge: started.shared ? null : session.maxAge, next: started.next_path }
}

async function takeStarted(kit: Kit, { query, txSecret }: Arrival): Promise<SignInTable> {
  const state = /^[0-9a-f-]{36}$/.test(query.state ?? '') ? query.state! : null
  const started = state === null || txSecret === undefined ? undefined : await writing(kit, {}, (work) => takeStart(work, state, hashOf(txSecret)))
  if (!started) throw new SignInRefused('identity.sign_in_expired', { detail: 'no start waits for this return' })
  return started
}

function openFor(kit: Kit, personId: string, came: SignedInPerson, started: SignInTable, arrival: Arrival) {
  return writing(kit, { by: actorOf(personId) }, async (work) => {
    if (arrival.oldSession !== null) await endSession(work, arrival.oldSession, 'rotated')
    const first = await saveAccount(work, personId, came.oid, started.profile)
    if (started.profile === 'parent') await noteKids(work, personId, came.kids)
    work.announce(signedIn, { personId, first }, [])
    work.announce(rightsChanged, { personId }, [addresses.person(personId)])
    return openSession(work, {
      personId, acr: came.amr.includes('DS') ? 'ds' : 'esia', amr: came.amr.join(' '), esiaSid: came.esiaSid, shared: started.shared, network: arrival.network, device: arrival.device,
    })
  })
}

const actorOf = (personId: string): Actor => ({ ...nobody, personId })

/** The code under which a failed sign-in is explained; what is nobody's fault we know of stays ours. */
export function troubleOf(error: unknown): string {
  if (error instanceof SignInRefused) return error.code
  if (error instanceof Problem) return error.code.startsWith('identity.') ? error.code : 'identity.esia_answer_refused'
  throw error
}
