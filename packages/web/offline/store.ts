import { openDB, type DBSchema, type IDBPDatabase } from 'idb'
import type { Post } from './outbox.ts'

/** A reply kept on this device for the time without a network. */
export interface KeptReply { readonly id: string; readonly person: string; readonly key: readonly unknown[]; readonly data: unknown; readonly at: number; readonly size: number }
/** An entry on its way, with the tab that sends it. */
export interface KeptPost { readonly id: string; readonly person: string; readonly tab: string; readonly post: Post<unknown> }

interface Shape extends DBSchema {
  replies: { key: string; value: KeptReply; indexes: { person: string } }
  posts: { key: string; value: KeptPost; indexes: { person: string } }
}

let opened: Promise<IDBPDatabase<Shape>> | null = null
const open = () => opened ??= openDB<Shape>('school', 1, {
  upgrade(db) {
    db.createObjectStore('replies', { keyPath: 'id' }).createIndex('person', 'person')
    db.createObjectStore('posts', { keyPath: 'id' }).createIndex('person', 'person')
  },
  terminated() { opened = null },
})

/** Does something with the store of this device; a browser that keeps nothing (a private window, a full disk) only forgets. */
async function quietly<T>(act: (db: IDBPDatabase<Shape>) => Promise<T>, otherwise: T): Promise<T> {
  try { return await act(await open()) } catch { return otherwise }
}

export const readReply = (id: string) => quietly<KeptReply | undefined>((db) => db.get('replies', id), undefined)
export const writeReply = (reply: KeptReply) => quietly<unknown>((db) => db.put('replies', reply), null)
export const dropReply = (id: string) => quietly<unknown>((db) => db.delete('replies', id), null)
export const listReplies = (person: string) => quietly<KeptReply[]>((db) => db.getAllFromIndex('replies', 'person', person), [])

/** Erases every kept reply that is not this person's; without a person, all of them. */
export const eraseReplies = (exceptOf: string | null) => quietly<unknown>(async (db) => {
  if (exceptOf === null) return db.clear('replies')
  const all = await db.getAllKeysFromIndex('replies', 'person')
  const own = new Set(await db.getAllKeysFromIndex('replies', 'person', exceptOf))
  return Promise.all(all.filter((id) => !own.has(id)).map((id) => db.delete('replies', id)))
}, null)

/** False when this browser keeps nothing. */
export const writePost = (post: KeptPost) => quietly(async (db) => { await db.put('posts', post); return true }, false)
export const dropPost = (id: string) => quietly<unknown>((db) => db.delete('posts', id), null)

/** Entries of this tab from before, and those that tabs no longer open have left behind, become this tab's; each is taken by one tab only. */
export const adoptPosts = (person: string, tab: string, alive: ReadonlySet<string>) => quietly<Post<unknown>[]>(async (db) => {
  const write = db.transaction('posts', 'readwrite')
  const left = (await write.store.index('person').getAll(person)).filter((one) => one.tab === tab || !alive.has(one.tab))
  await Promise.all(left.map((one) => write.store.delete(one.id)))
  await Promise.all(left.map(({ post }) => write.store.put({ id: postId(person, tab, post.place), person, tab, post })))
  await write.done
  return left.map((one) => one.post)
}, [])

export const postId = (person: string, tab: string, place: string) => `${person} ${tab} ${place}`
