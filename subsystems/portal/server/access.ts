import { federation } from '@school/contract'
import { dayIn } from '@school/registry/server'
import { notFound, type Actor, type Read } from '@school/server'
import type { Level } from '../contract/news.ts'
import { findMunicipalityPlace, findRegionZone, findSchoolPlace } from './places-store.ts'
import type { Scope } from './store.ts'

declare const granted: unique symbol
/** A scope whose items this person may write; only `writableScope` makes one. */
export type WritableScope = Scope & { readonly [granted]: 'write' }

export const country: Scope = { level: 'federation', scopeId: federation }
/** The country's own day changes in its capital. */
export const capitalZone = 'Europe/Moscow'

/** The scope of an address, if one of the acting grants is exactly of that level and place. */
export function writableScope(by: Actor, level: Level, scopeId: string): WritableScope {
  const mine = by.acting.some((grant) => grant.scopeKind === level && (level === 'federation' ? scopeId === federation : grant.scopeId === scopeId))
  if (!mine) throw notFound()
  return { level, scopeId } as WritableScope
}

/** What a reader stands in: every place whose items are meant for them, and the day it is there. */
export interface Standing { readonly scopes: readonly Scope[]; readonly today: string }

/** Where a person in this context stands: from the school up to the country. */
export async function standingOf(read: Read, role: string, scopeId: string): Promise<Standing> {
  const grant = read.by.grants.find((one) => one.role === role && (one.scopeKind === 'federation' ? scopeId === federation : one.scopeId === scopeId))
  if (!grant) throw notFound()
  if (grant.schoolId !== null) return standingInSchool(read, grant.schoolId)
  if (grant.scopeKind === 'municipality') {
    const place = await findMunicipalityPlace(read, grant.scopeId)
    return standing(read, place?.time_zone, [{ level: 'municipality', scopeId: grant.scopeId }, ...(place ? [{ level: 'region' as const, scopeId: place.region_id }] : [])])
  }
  return grant.scopeKind === 'region' ? standing(read, await findRegionZone(read, grant.scopeId), [{ level: 'region', scopeId: grant.scopeId }]) : standing(read, capitalZone, [])
}

async function standingInSchool(read: Read, schoolId: string): Promise<Standing> {
  const place = await findSchoolPlace(read, schoolId)
  const above: Scope[] = place ? [{ level: 'municipality', scopeId: place.municipality_id }, { level: 'region', scopeId: place.region_id }] : []
  return standing(read, place?.time_zone, [{ level: 'school', scopeId: schoolId }, ...above])
}

const standing = (read: Read, timeZone: string | undefined, below: readonly Scope[]): Standing => ({ scopes: [...below, country], today: dayIn(timeZone ?? capitalZone, read.now) })
