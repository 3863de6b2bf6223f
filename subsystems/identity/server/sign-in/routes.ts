import { serveOpen, writing } from '@school/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { finishSignIn as finishRoute, signOut, startSignIn } from '../../contract/sign-in.ts'
import { SignInRefused } from '../esia/failures.ts'
import { cookieName, cookieOptions, plainCookieName } from '../sessions/cookie.ts'
import { deviceOf, networkOf, safeNext } from '../sessions/places.ts'
import { endSession } from '../sessions/sessions.ts'
import { findSettings, settingsOf } from '../settings.ts'
import { beginSignIn, finishSignIn, startMinutes, troubleOf } from './sign-in.ts'

const names = (secure: boolean) => (secure ? { session: cookieName, start: '__Host-tx' } : { session: plainCookieName, start: 'tx' })

/** Serves the way to ЕСИА and back, and the way out. */
export function signInRoutes(app: FastifyInstance): void {
  serveOpen(app, startSignIn, async ({ query }, { kit, request, reply }) => {
    const elsewhere = sameMachine(request.host, findSettings(kit)?.publicUrl)
    if (elsewhere) return reply.redirect(elsewhere + request.url, 303)
    try {
      const begun = await beginSignIn(kit, { profile: query.profile ?? 'staff', next: safeNext(query.next), shared: query.shared === '1' })
      const secure = settingsOf(kit).secureCookies
      return reply.setCookie(names(secure).start, begun.secret, cookieOptions(secure, startMinutes * 60)).header('cache-control', 'no-store').redirect(begun.url, 303)
    } catch (error) {
      return explain(reply, error)
    }
  })
  serveOpen(app, finishRoute, async ({ query }, { kit, request, reply }) => {
    const secure = findSettings(kit)?.secureCookies ?? true
    reply.clearCookie(names(secure).start, cookieOptions(secure))
    try {
      const finished = await finishSignIn(kit, { query, txSecret: request.cookies[names(secure).start], oldSession: request.session?.id ?? null, ...placeOf(request) })
      return reply.setCookie(names(secure).session, finished.secret, cookieOptions(secure, finished.maxAge ?? undefined)).header('cache-control', 'no-store').redirect(finished.next, 303)
    } catch (error) {
      if (error instanceof SignInRefused && error.alert) request.log.error({ esia: error.esiaCode, detail: error.detail }, 'sign-in refused, an operator has to look')
      return explain(reply, error)
    }
  })
  serveOpen(app, signOut, async (_input, { kit, by, request, reply }) => {
    const { session } = request
    if (session) await writing(kit, { by, requestId: request.id }, (work) => endSession(work, session.id, 'signOut'))
    const settings = findSettings(kit)
    for (const secure of [true, false]) reply.clearCookie(names(secure).session, cookieOptions(secure))
    return { next: session && settings ? settings.provider.signOutUrl(`${settings.publicUrl}/`) : null }
  })
}

const local = new Set(['localhost', '127.0.0.1', '[::1]'])

/** ЕСИА sends browsers back to one address only; whoever came by another name of this machine begins there, or the cookie would be missing. */
function sameMachine(host: string, publicUrl: string | undefined): string | null {
  if (publicUrl === undefined) return null
  const ours = new URL(publicUrl)
  const theirs = new URL(`${ours.protocol}//${host}`)
  return theirs.hostname !== ours.hostname && theirs.port === ours.port && local.has(theirs.hostname) && local.has(ours.hostname) ? ours.origin : null
}

const placeOf = (request: FastifyRequest) => ({ network: networkOf(request.ip), device: deviceOf(request.headers['user-agent'] ?? '') })

const explain = (reply: FastifyReply, error: unknown) => reply.header('cache-control', 'no-store').redirect(`/sign-in?problem=${encodeURIComponent(troubleOf(error))}`, 303)
