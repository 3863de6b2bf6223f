import type { Role } from '@school/contract'

const pattern = /^\/as\/([A-Za-z]+)\/([^/]+)(?=\/|$)/

/** The role and scope that an address speaks for, or null outside `/as/…`. */
export function actingIn(path: string): { role: Role; scopeId: string; rest: string } | null {
  const found = pattern.exec(path)
  if (!found?.[1] || !found[2]) return null
  return { role: found[1] as Role, scopeId: decodeURIComponent(found[2]), rest: path.slice(found[0].length) || '/' }
}

/** The address of a page in the given context. */
export const pathAs = (role: string, scopeId: string, path: string) => `/as/${role}/${encodeURIComponent(scopeId)}${path === '/' ? '' : path}`
