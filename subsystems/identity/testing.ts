export { cookieName, newSecret } from './server/sessions/cookie.ts'
import { newId, type Role, type ScopeKind } from '@school/contract'
import type { Builder } from '@school/testing'
import { cookieName, newSecret } from './server/sessions/cookie.ts'

/** Signs a person in; returns the cookie header. */
export async function aSession(make: Builder, personId: string, now: Date, acr = 'ukep'): Promise<string> {
  const { secret, hash } = newSecret()
  await make.insert('identity.session', { id: hash, person_id: personId, acr, created_at: now, last_seen_at: now, idle_minutes: 720, ends_at: new Date(now.getTime() + 30 * 86_400_000) })
  return `${cookieName}=${secret}`
}

export async function aGrant(make: Builder, personId: string, role: Role & ('operator' | 'regionalCurator' | 'municipalCurator'), scopeId: string): Promise<void> {
  const kinds = { operator: 'federation', regionalCurator: 'region', municipalCurator: 'municipality' } as const satisfies Record<typeof role, ScopeKind>
  await make.insert('identity.grant_of_role', { id: newId(), person_id: personId, role, scope_kind: kinds[role], scope_id: scopeId, valid_from: '2026-08-01', granted_by: personId })
}
