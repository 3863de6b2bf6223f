import type { Role, ScopeKind } from '@school/contract'
import { queryOptions, useQuery, useSuspenseQuery, type QueryClient } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import { actingIn, pathAs } from './call/acting-path.ts'
import { problemOf } from './call/call.ts'
import { ProblemError } from './call/problem-error.ts'
import { kitWords } from './language/kit-words.ts'
import { language, type Language } from './language/language.ts'
import { lastPerson, rememberPerson } from './offline/last-person.ts'

/** One way in which a person acts. */
export interface Acting {
  readonly role: Role
  readonly scopeKind: ScopeKind
  readonly scopeId: string
  readonly schoolId: string | null
  readonly childId: string | null
  /** The record by which the school knows the person, when it is another than their own: two were merged. */
  readonly recordId?: string | null
  /** Of a context in a school: whether it is a college, whose people are named otherwise. */
  readonly schoolKind?: 'school' | 'college' | null
  readonly title: string
  readonly subtitle: string
}
export interface Me {
  readonly person: { readonly id: string; readonly lastName: string; readonly firstName: string; readonly middleName: string | null }
  readonly contexts: readonly Acting[]
  readonly permissionsByRole: Readonly<Record<string, readonly string[]>>
  readonly unread: number
  /** A required document waits for this person's answer. */
  readonly consentsNeeded?: boolean
}

export const meKey = ['me'] as const

/** Who is signed in; null for a stranger. */
export const askMe = () => queryOptions<Me | null, ProblemError>({ queryKey: meKey, queryFn: ({ signal }) => fetchMe(signal), staleTime: 60_000, select: worded, structuralSharing: false })

const said = new WeakMap<Me, Partial<Record<Language, Me>>>()

/** Roles are named in the language of the interface; a child's context keeps the child's name. The same answer stays the same object, so that contexts may be compared. */
function worded(me: Me | null): Me | null {
  if (me === null) return null
  const known = said.get(me) ?? {}
  const now = language()
  known[now] ??= { ...me, contexts: me.contexts.map((one) => one.childId === null ? { ...one, title: (one.schoolKind === 'college' ? kitWords[now].collegeRoles[one.role] : undefined) ?? kitWords[now].roles[one.role] } : one) }
  said.set(me, known)
  return known[now]
}

declare global { interface Window { /** The answer that the first script of the document asked for. */ earlyMe?: Promise<Response> } }

const leaving = 'school.leaving'

/** Asks who is signed in; without a network, who was. */
async function fetchMe(signal: AbortSignal): Promise<Me | null> {
  const early = window.earlyMe
  delete window.earlyMe
  if (read(leaving)) return await signOutOfServer() ? fetchMe(signal) : null
  let response: Response
  try {
    response = await (early ?? fetch('/api/me', { credentials: 'same-origin', signal, headers: { accept: 'application/json' } }))
  } catch (cause) {
    const last = signal.aborted ? null : await lastPerson() as Me | null
    if (last) return last
    throw signal.aborted ? cause : new ProblemError(0, 'offline')
  }
  if (response.status === 401) return null
  if (!response.ok) throw await problemOf(response)
  const me = await response.json() as Me
  void rememberPerson(me.person.id, me)
  return me
}

const read = (name: string) => { try { return localStorage.getItem(name) } catch { return null } }

/** Ends the session on the server; without a network that is owed and done before anything else is asked. Where to go next, or null when it was not reached. */
export async function signOutOfServer(): Promise<{ next: string | null } | null> {
  try {
    const response = await fetch('/api/sign-out', { method: 'POST', credentials: 'same-origin' })
    localStorage.removeItem(leaving)
    return await response.json().catch(() => ({ next: null })) as { next: string | null }
  } catch {
    try { localStorage.setItem(leaving, '1') } catch { /* a closed store cannot owe */ }
    return null
  }
}

/** Nobody is signed in any more: the pages learn it first, so that none of them asks again for what is then taken out of the memory. */
export function forgetPerson(cache: QueryClient): void {
  cache.setQueryData(meKey, null)
  cache.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meKey[0] })
  cache.getMutationCache().clear()
}

/** The signed-in person with the contexts and rights, or null; waits until it is known. */
export const useMe = (): Me | null => useSuspenseQuery(askMe()).data

/** The key under which the number on the bell is cached. */
export const unreadKey = ['unread'] as const

/** The number on the bell, asked from the room that counts it. */
export const useUnread = (ask: (() => Promise<number>) | undefined): number => useQuery({ queryKey: unreadKey, queryFn: () => ask?.() ?? 0 }).data ?? 0

/** The id under which the school of the page keeps what it writes about the reader; empty to a stranger. */
export function useOwnId(): string {
  const me = useMe()
  return useActing()?.recordId ?? me?.person.id ?? ''
}

/** The context that the address names, if the person really has it. */
export function useActing(): Acting | null {
  const [path] = useLocation()
  const me = useMe()
  const acting = actingIn(path)
  return acting ? me?.contexts.find((context) => context.role === acting.role && context.scopeId === acting.scopeId) ?? null : null
}

/** The context of a page that exists only inside one. */
export function useContextOfPage(): Acting {
  const acting = useActing()
  if (!acting) throw new Error('this page needs an acting context')
  return acting
}

/** True when the context of the address holds the permission, or any of several. */
export function useCan(permission: string | readonly string[]): boolean {
  const me = useMe()
  const acting = useActing()
  return acting ? holds(me, acting.role, permission) : false
}

/** Whether the role of the person holds the permission, or any of several. */
export const holds = (me: Me | null, role: string, permission: string | readonly string[]) =>
  [permission].flat().some((one) => me?.permissionsByRole[role]?.includes(one) ?? false)

/** Addresses within the same context: `const to = useTo(); <a href={to('/journal')}>`. */
export function useTo(): (path: string) => string {
  const [path] = useLocation()
  const acting = actingIn(path)
  return (target) => acting ? pathAs(acting.role, acting.scopeId, target) : target
}
