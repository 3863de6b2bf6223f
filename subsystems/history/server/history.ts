import type { Read } from '@school/server'
import type { Entry, Look } from '../contract/index.ts'
import type { LookRow } from './looks-store.ts'
import { coverPersonal, cursorOf, idsIn, isAhead, toldOf } from './rules.ts'
import { listNames, type EntryRow } from './store.ts'

interface PageOf<T> { rows: T[]; next: string | null }

/** One page of a history with the names of what it mentions; `cover` for readers who need not know numbers of people. */
export async function presentEntries(read: Read, found: readonly EntryRow[], limit: number, cover = false): Promise<PageOf<Entry>> {
  const page = found.slice(0, limit)
  const ids = [...new Set(page.flatMap((row) => [...idsIn(row.before), ...idsIn(row.after)]))]
  const names = new Map(ids.length === 0 ? [] : (await listNames(read, read.schoolIdOrNull, ids)).map((row) => [row.id, row.name]))
  const rows = page.map((row): Entry => ({
    ...row, at: row.at.toISOString(), before: cover ? coverPersonal(row.before) : row.before, after: cover ? coverPersonal(row.after) : row.after,
    names: Object.fromEntries([...idsIn(row.before), ...idsIn(row.after)].flatMap((id) => (names.has(id) ? [[id, names.get(id)!]] : []))),
  }))
  return { rows, next: nextOf(found, limit, (row) => ({ at: row.at.toISOString(), key: row.id })) }
}

/** One page of looks; of a change only what the family may read. */
export const presentLooks = (found: readonly LookRow[], limit: number, now: Date): PageOf<Look> => ({
  rows: found.slice(0, limit).filter(({ after }) => !isAhead(after, now)).map(({ before, after, ...row }) => ({ ...row, at: row.at.toISOString(), was: toldOf(row.what, before), became: toldOf(row.what, after) })),
  next: nextOf(found, limit, (row) => ({ at: row.at.toISOString(), key: row.key })),
})

function nextOf<T>(found: readonly T[], limit: number, place: (row: T) => { at: string; key: string }): string | null {
  const last = found[limit - 1]
  return found.length > limit && last !== undefined ? cursorOf(place(last)) : null
}
