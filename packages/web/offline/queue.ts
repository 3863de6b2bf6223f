import type { EntryKind } from './kinds.ts'
import { Outbox, type About, type Held, type Outcome, type Post } from './outbox.ts'
import { adoptPosts, dropPost, postId, writePost } from './store.ts'
import { aliveTabs, tab } from './tab.ts'

export type LoadKinds = () => Promise<Readonly<Record<string, unknown>>>
type Watcher = (place: string, post: Post<unknown> | null, kept: Held<unknown> | null) => void

const rooms = new Map<string, LoadKinds>()
const known = new Map<string, EntryKind<unknown>>()
const watchers = new Set<Watcher>()
let owner: string | null = null
let outbox = fresh()
let durable = true
const written = new Map<string, unknown>()
let snapshot: readonly Post<unknown>[] = []

/** Tells which rooms write entries; the first part of a kind's name is its room. */
export function knowEntries(all: ReadonlyArray<{ readonly name: string; readonly entries?: LoadKinds }>): void {
  for (const { name, entries } of all) if (entries) rooms.set(name, entries)
}

/** The entries of the person at this device that are not the server's yet: kept here, sent in order, merged by place. */
export const queue = {
  put: <V>(place: string, wanted: V, basedOn: number | null, about: About<V>) => outbox.put(place, wanted, basedOn, about),
  postOf: <V>(place: string) => outbox.postOf(place) as Post<V> | null,
  posts: () => snapshot,
  settle: (place: string, whose: 'mine' | 'theirs') => outbox.settle(place, whose),
  again: (place: string) => outbox.again(place),
  dismiss: (place: string) => outbox.dismiss(place),
  wake: () => outbox.wake(),
  /** Whether entries survive the closing of this tab. */
  isDurable: () => durable,
  watch(watcher: Watcher): () => void {
    watchers.add(watcher)
    return () => { watchers.delete(watcher) }
  },
}

/** Opens the queue of a person, with what earlier visits have left; nobody's queue is empty. */
export async function openQueue(person: string | null): Promise<void> {
  if (person === owner) return
  owner = person
  outbox.close()
  outbox = fresh()
  snapshot = []
  watchers.forEach((tell) => tell('', null, null))
  if (person === null) return
  const left = await adoptPosts(person, tab, await aliveTabs())
  if (owner === person) outbox.restore(left)
}

/** Entries go out as soon as the network is back; a tab whose browser keeps nothing is not closed without a question. */
export function followNetwork(): void {
  addEventListener('online', () => outbox.wake())
  addEventListener('beforeunload', (event) => { if (!durable && outbox.size > 0) event.preventDefault() })
}

/** Setting off changes nothing worth keeping: what may have been sent is compared anyway after a reload. */
function keep(person: string, place: string, post: Post<unknown> | null): void {
  const id = postId(person, tab, place)
  if (post?.state === 'sending' && written.get(id) === post.wanted) return
  if (post) { written.set(id, post.wanted); void writePost({ id, person, tab, post }).then((wrote) => { durable = wrote }) } else { written.delete(id); void dropPost(id) }
}

async function kindOf(name: string): Promise<EntryKind<unknown> | undefined> {
  if (!known.has(name)) {
    const module = await rooms.get(name.split('.')[0] ?? '')?.()
    for (const kind of (module?.['kinds'] ?? []) as readonly EntryKind<unknown>[]) known.set(kind.name, kind)
  }
  return known.get(name)
}

function fresh(): Outbox<unknown> {
  const person = owner
  const own: Outbox<unknown> = new Outbox<unknown>({
    send,
    same: (a, b, kind) => known.get(kind)?.same(a, b) ?? false,
    changed(place, post, kept) {
      if (own !== outbox) return
      snapshot = own.posts()
      if (person !== null) keep(person, place, post)
      watchers.forEach((tell) => tell(place, post, kept))
    },
    now: () => Date.now(),
    later: (ms, run) => { setTimeout(run, ms) },
  })
  return own
}

/** The code that sends may itself be out of reach. */
async function send(post: Post<unknown>): Promise<Outcome<unknown>> {
  const kind = await kindOf(post.about.kind).catch(() => undefined)
  return kind ? kind.send(post) : { kind: 'lost' }
}
