import { federation } from '@school/contract'
import { notFound, type Actor, type Read } from '@school/server'
import type { Level } from '../contract/news.ts'
import { findRegionOf, findSchoolScopes, type Scope } from './store.ts'

declare const granted: unique symbol
/** A scope whose items this person may write; only `writableScope` makes one. */
export type WritableScope = Scope & { readonly [granted]: 'write' }

/** The scope of an address, if one of the acting grants is exactly of that level and place. */
export function writableScope(by: Actor, level: Level, scopeId: string): WritableScope {
  const kind = by.acting[0]?.scopeKind
  const mine = by.acting.some((grant) => grant.scopeKind === level && (level === 'federation' ? scopeId === federation : grant.scopeId === scopeId))
  if (!mine || kind === undefined) throw notFound()
  return { level, scopeId } as WritableScope
}

/** Every place whose items are meant for a person in this context: from the school up to the country. */
export async function readableScopes(read: Read, role: string, scopeId: string): Promise<Scope[]> {
  const grant = read.by.grants.find((one) => one.role === role && one.scopeId === scopeId)
  if (!grant) throw notFound()
  const country: Scope = { level: 'federation', scopeId: federation }
  if (grant.schoolId !== null) {
    const above = await findSchoolScopes(read, grant.schoolId)
    return [{ level: 'school', scopeId: grant.schoolId }, ...(above ? [{ level: 'municipality' as const, scopeId: above.municipality_id }, { level: 'region' as const, scopeId: above.region_id }] : []), country]
  }
  if (grant.scopeKind === 'municipality') {
    const regionId = await findRegionOf(read, grant.scopeId)
    return [{ level: 'municipality', scopeId: grant.scopeId }, ...(regionId ? [{ level: 'region' as const, scopeId: regionId }] : []), country]
  }
  return grant.scopeKind === 'region' ? [{ level: 'region', scopeId: grant.scopeId }, country] : [country]
}
