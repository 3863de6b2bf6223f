import { addresses, type Address } from '@school/contract'
import { notFound, Problem, timedJob, type Work } from '@school/server'
import { newsPublished } from '../contract/facts.ts'
import type { Item, Level } from '../contract/news.ts'
import type { WritableScope } from './access.ts'
import { deleteItem, findItem, lockItem, saveItem, takeDue, type ItemRow, type LockedItem } from './store.ts'

export const presentItem = (row: ItemRow, change: boolean): Item => ({
  id: row.id, kind: row.kind, level: row.level, place: row.place, title: row.title, text: row.text, href: row.href, audience: row.audience, pinned: row.pinned, showFrom: row.show_from, showTo: row.show_to,
  published: row.published, publishedAt: row.published_at?.toISOString() ?? null, revision: row.revision, can: { change },
})

type Given = Omit<Item, 'id' | 'level' | 'place' | 'publishedAt' | 'revision' | 'can'> & { basedOn: number | null }

/** Writes an item of a level; its readers hear of it, of one for a coming day when that day begins. */
export async function putItem(work: Work, scope: WritableScope, id: string, given: Given): Promise<Item> {
  const before = await lockItem(work, id)
  if (before && (before.level !== scope.level || before.scope_id !== scope.scopeId)) throw notFound()
  refuseWrong(before, given)
  const { basedOn: _, showFrom, showTo, audience, ...rest } = given
  const due = await saveItem(work, {
    ...rest, id, level: scope.level, scope_id: scope.scopeId, audience: audience === null ? null : [...audience], show_from: showFrom, show_to: showTo,
    published_at: given.published ? work.now : null, revision: (before?.revision ?? 0) + 1, changed_by: work.by.personId, changed_at: work.now,
  })
  const after = await findItem(work, scope, id)
  if (!after) throw notFound()
  work.audit('portal.item.put', { about: id, before: before ? traceOf(before) : null, after: traceOf(given) })
  if (due || before?.announced_at) work.announce(newsPublished, { id, kind: given.kind }, [readersOf(scope.level, scope.scopeId)])
  return presentItem(after, true)
}

/** Every minute: what was written for a coming day is told of when that day has begun where it is read; once, however often this runs. */
export const announceDue = timedJob('portal.item.announce_due', 60, async (work) => {
  for (const { id, kind, level, scope_id } of await takeDue(work)) work.announce(newsPublished, { id, kind }, [readersOf(level, scope_id)])
})

/** What of an item is worth a line of history; its text may be long and is public anyway. */
const traceOf = ({ kind, title, published }: { kind: string; title: string; published: boolean }) => ({ kind, title, published })

function refuseWrong(before: LockedItem | undefined, given: Given): void {
  const repeated = before?.revision === 1 && given.basedOn === null // the same creation sent again
  if ((before?.revision ?? null) !== given.basedOn && !repeated) throw new Problem(409, 'portal.changed_meanwhile', { revision: before?.revision ?? null })
  if (given.showTo !== null && given.showTo < given.showFrom) throw new Problem(409, 'portal.dates_wrong', { field: 'showTo' })
  if (given.kind === 'link' && given.href === null) throw new Problem(409, 'portal.link_needed', { field: 'href' })
}

/** Removes an item of a level. */
export async function removeItem(work: Work, scope: WritableScope, id: string): Promise<void> {
  const gone = await deleteItem(work, scope, id)
  if (!gone) throw notFound()
  work.audit('portal.item.remove', { about: id, before: traceOf(gone) })
  work.announce(newsPublished, { id, kind: gone.kind }, [readersOf(scope.level, scope.scopeId)])
}

/** Where readers of a level listen. A territory's own address is heard only by its curators, so its readers have another. */
export function readersOf(level: Level, scopeId: string): Address {
  if (level === 'school') return addresses.school(scopeId)
  return level === 'federation' ? 'country:all' : `readers:${scopeId}`
}
