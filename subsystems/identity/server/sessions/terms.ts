import type { Role } from '@school/contract'

/** How long sessions live and how many one person may hold; every edition keeps its first day. */
interface Terms { readonly idleMinutes: number; readonly hours: number; readonly most: number }
interface Edition { readonly from: string; readonly usual: Terms; readonly office: Terms; readonly operator: Terms; readonly shared: Pick<Terms, 'idleMinutes' | 'hours'> }

const editions: readonly Edition[] = [
  {
    from: '2026-01-01',
    usual: { idleMinutes: 12 * 60, hours: 30 * 24, most: 5 },
    office: { idleMinutes: 15, hours: 8, most: 1 },
    operator: { idleMinutes: 15, hours: 4, most: 1 },
    shared: { idleMinutes: 30, hours: 8 },
  },
]

const officeRoles: readonly Role[] = ['schoolAdmin', 'municipalCurator', 'regionalCurator']

/** The terms of a new session: the strictest of the person's roles, and short on somebody else's computer. */
export function termsFor(roles: readonly Role[], shared: boolean, day: string): Terms {
  const edition = editions.findLast((one) => one.from <= day) ?? editions[0]!
  const own = roles.includes('operator') ? edition.operator : roles.some((role) => officeRoles.includes(role)) ? edition.office : edition.usual
  if (!shared) return own
  return { idleMinutes: Math.min(own.idleMinutes, edition.shared.idleMinutes), hours: Math.min(own.hours, edition.shared.hours), most: own.most }
}
