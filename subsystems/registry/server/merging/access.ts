import { notFound, Problem, type Read, type Work } from '@school/server'
import { differingFields } from '../people/rules.ts'
import type { PersonMergeTable, PersonTable } from '../tables.ts'
import { findTwo, listPlacesOf, lockMerge, type NamedPlace } from './store.ts'

declare const granted: unique symbol
/** Two records of which this school may know that they look alike; made only by `comparablePair`. */
export interface ComparablePair { readonly a: PersonTable; readonly b: PersonTable; readonly places: readonly NamedPlace[]; readonly [granted]: 'compare' }
/** A merge whose last word is this reader's; made only by `decidableMerge`. */
export type DecidableMerge = PersonMergeTable & { readonly [granted]: 'decide' }

/** The pair, if one record is of this school and the other is too, or bears the same name and birth date: nobody leafs through foreign records. */
export async function comparablePair(read: Read, personId: string, otherId: string): Promise<ComparablePair> {
  const rows = await findTwo(read, personId, otherId)
  const [a, b] = [rows.find((row) => row.id === personId), rows.find((row) => row.id === otherId)]
  if (!a || !b || a.id === b.id) throw notFound()
  const places = await listPlacesOf(read, [a.id, b.id], read.now.toISOString().slice(0, 10))
  const own = (id: string) => places.some((one) => one.person_id === id && one.school_id === read.schoolId)
  const known = (own(a.id) && own(b.id)) || ((own(a.id) || own(b.id)) && differingFields(a, b).length === 0)
  if (!known) throw notFound()
  return { a, b, places } as unknown as ComparablePair
}

/** A merge that concerns the school of this work. */
export async function mergeOfSchool(work: Work, id: string): Promise<PersonMergeTable> {
  const row = await lockMerge(work, id)
  if (!row?.school_ids.includes(work.schoolId)) throw notFound()
  return row
}

/** Nobody joins their own record with another: with it come its rights. */
const notOneself = (read: Read, row: PersonMergeTable) => { if ([row.kept_id, row.gone_id].includes(read.by.personId)) throw new Problem(403, 'registry.not_own_merge') }

export async function decidableMerge(work: Work, id: string): Promise<DecidableMerge> {
  const row = work.schoolIdOrNull === null ? await lockMerge(work, id) : await mergeOfSchool(work, id)
  if (!row || (work.schoolIdOrNull === null && !inTerritory(work, row))) throw notFound()
  if (!mayDecide(work, row)) throw new Problem(409, 'registry.merge_elsewhere')
  notOneself(work, row)
  return row as DecidableMerge
}

/** Whether a merge of several schools lies in a territory of this curator. */
export function inTerritory(read: Read, row: PersonMergeTable): boolean {
  const scopes = read.by.acting.map((grant) => grant.scopeId)
  return row.school_id === null && (read.by.role === 'regionalCurator' ? scopes.includes(row.region_id) : row.municipality_id !== null && scopes.includes(row.municipality_id))
}

export const mayDecide = (read: Read, row: PersonMergeTable): boolean => (read.schoolIdOrNull === null ? inTerritory(read, row) : row.school_id === read.schoolId)

