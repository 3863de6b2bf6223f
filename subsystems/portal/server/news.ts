import { addresses, type Address } from '@school/contract'
import { notFound, Problem, type Work } from '@school/server'
import { newsPublished } from '../contract/facts.ts'
import type { Item, Level } from '../contract/news.ts'
import type { WritableScope } from './access.ts'
import { deleteItem, findItem, lockId, saveItem, type ItemRow } from './store.ts'

export const presentItem = (row: ItemRow, change: boolean): Item => ({
  id: row.id, kind: row.kind, level: row.level, place: row.place, title: row.title, text: row.text, href: row.href, audience: row.audience, pinned: row.pinned, showFrom: row.show_from, showTo: row.show_to,
  published: row.published, publishedAt: row.published_at?.toISOString() ?? null, revision: row.revision, can: { change },
})

type Given = Omit<Item, 'id' | 'level' | 'place' | 'publishedAt' | 'revision' | 'can'> & { basedOn: number | null }

/** Writes an item of a level; readers of that level hear of it. */
export async function putItem(work: Work, scope: WritableScope, id: string, given: Given): Promise<Item> {
  const before = await lockId(work, id)
  if (before && (before.level !== scope.level || before.scope_id !== scope.scopeId)) throw notFound()
  if ((before?.revision ?? null) !== given.basedOn && !(before?.revision === 1 && given.basedOn === null)) throw new Problem(409, 'portal.changed_meanwhile', { revision: before?.revision ?? null })
  if (given.showTo !== null && given.showTo < given.showFrom) throw new Problem(409, 'portal.dates_wrong', { field: 'showTo' })
  if (given.kind === 'link' && given.href === null) throw new Problem(409, 'portal.link_needed', { field: 'href' })
  const { basedOn: _, showFrom, showTo, ...rest } = given
  await saveItem(work, { ...rest, audience: given.audience === null ? null : [...given.audience], id, level: scope.level, scope_id: scope.scopeId, show_from: showFrom, show_to: showTo, published_at: given.published ? work.now : null, revision: (before?.revision ?? 0) + 1, changed_by: work.by.personId, changed_at: work.now })
  const after = await findItem(work, scope, id)
  if (!after) throw notFound()
  work.audit('portal.item.put', { about: id, after: { kind: given.kind, title: given.title, published: given.published } })
  if (given.published || before) work.announce(newsPublished, { id, kind: given.kind }, [addressOfScope(scope.level, scope.scopeId)])
  return presentItem(after, true)
}

/** Removes an item of a level. */
export async function removeItem(work: Work, scope: WritableScope, id: string): Promise<void> {
  const gone = await deleteItem(work, scope, id)
  if (!gone) throw notFound()
  work.audit('portal.item.remove', { about: id, before: gone })
  work.announce(newsPublished, gone, [addressOfScope(scope.level, scope.scopeId)])
}

/** Where readers of a level listen; the country is heard by everyone who has any page open. */
export function addressOfScope(level: Level, scopeId: string): Address {
  switch (level) {
    case 'school': return addresses.school(scopeId)
    case 'municipality': return addresses.municipality(scopeId)
    case 'region': return addresses.region(scopeId)
    case 'federation': return 'country:all'
  }
}
