import { holds, pathAs, type Acting, type Me, type NavEntry } from '@school/web'
import { subsystems } from './subsystems.ts'

const place = 'school.context'
const entries = subsystems.flatMap((room) => room.nav ?? []).toSorted((a, b) => a.order - b.order)

/** The sections this context may enter, in their order. */
export const sectionsOf = (me: Me, acting: Acting): readonly NavEntry[] =>
  entries.filter((entry) => (!entry.roles || entry.roles.includes(acting.role)) && (!entry.needs || holds(me, acting.role, entry.needs)))

/** Whether a path within a context lies in the section. */
export const isInside = (entry: NavEntry, rest: string) => [entry.path, ...entry.also ?? []].some((root) => rest === root || rest.startsWith(root === '/' ? '//' : `${root}/`))

/** Where a context begins: the same section if it has it, otherwise its first one. */
export function startOf(me: Me, acting: Acting, rest?: string): string {
  const sections = sectionsOf(me, acting)
  const same = rest === undefined ? undefined : sections.find((entry) => isInside(entry, rest))
  return pathAs(acting.role, acting.scopeId, (same ?? sections[0])?.path ?? '/')
}

/** The context used last on this device, or the first one. */
export function usualContext(me: Me): Acting | null {
  let last: string | null = null
  try { last = localStorage.getItem(place) } catch { /* a closed store only forgets */ }
  return me.contexts.find((context) => `${context.role}/${context.scopeId}` === last) ?? me.contexts[0] ?? null
}

/** Remembers the context for the next visit. */
export function rememberContext({ role, scopeId }: Acting) {
  try { localStorage.setItem(place, `${role}/${scopeId}`) } catch { /* a closed store only forgets */ }
}
