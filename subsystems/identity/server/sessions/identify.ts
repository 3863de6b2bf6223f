import { scopeOfRole, type Role, type ScopeKind } from '@school/contract'
import { reading, rightsChanged, sessionEnded, type Grant, type Kit, type Session } from '@school/server'
import type { FastifyRequest } from 'fastify'
import { findSettings } from '../settings.ts'
import { cookieName, hashOf, plainCookieName } from './cookie.ts'
import { findLiveSession, touchSession, type LiveSession } from './store.ts'

/** A cached session lives this long at most; a nudge about its person or its end removes it at once. */
const cacheMs = 5000
const touchMs = 60_000

interface Cached { readonly session: Session; readonly until: number; readonly seenAt: number }

/** Resolves the cookie of a request to a session with every right in force today. */
export class Sessions {
  readonly #cache = new Map<string, Cached>()

  /** Forgets what a nudge says has changed; without the bus nothing would be cached. */
  watch(kit: Kit): void {
    kit.bus.subscribe((announced) => {
      for (const { name, payload } of announced) {
        if (name === sessionEnded) this.#cache.delete((payload as { sessionId: string }).sessionId)
        if (name === rightsChanged) this.#forget((payload as { personId: string }).personId)
      }
    })
    kit.bus.onGap(() => this.#cache.clear())
  }

  async identify(kit: Kit, request: FastifyRequest): Promise<Session | null> {
    const secret = request.cookies[cookieName] ?? (findSettings(kit)?.secureCookies === false ? request.cookies[plainCookieName] : undefined)
    if (!secret || secret.length > 100) return null
    const id = hashOf(secret)
    const now = kit.clock().getTime()
    const cached = this.#cache.get(id)
    if (cached && cached.until > now && now - cached.seenAt < touchMs) return cached.session
    const found = await reading(kit, {}, (read) => findLiveSession(read, id))
    if (!found) { this.#cache.delete(id); return null }
    if (now - found.last_seen_at.getTime() >= touchMs) await touchSession(kit, id)
    const session = sessionOf(id, found)
    if (this.#cache.size > 100_000) this.#cache.clear()
    this.#cache.set(id, { session, until: now + cacheMs, seenAt: Math.max(found.last_seen_at.getTime(), now - touchMs + cacheMs) })
    return session
  }

  #forget(personId: string): void {
    for (const [id, { session }] of this.#cache) if (session.personId === personId || session.grants.some((grant) => grant.recordId === personId)) this.#cache.delete(id)
  }
}

function sessionOf(id: string, found: LiveSession): Session {
  const grants = found.roles.filter((row) => scopeOfRole[row.role as Role] === row.scope_kind).map((row): Grant => ({
    role: row.role as Role, scopeKind: row.scope_kind as ScopeKind, scopeId: row.scope_id, schoolId: row.school_id, classId: row.class_id,
    ...(row.record_id === found.person_id ? {} : { recordId: row.record_id }),
  }))
  return { id, personId: found.person_id, grants, acr: found.acr }
}
