/** What the server holds in one place: a value and its revision. */
export interface Held<V> { readonly value: V; readonly revision: number | null }
/** Why an entry was not taken, in a form that survives a reload. */
export interface Refusal { readonly status: number; readonly code: string; readonly details: Readonly<Record<string, unknown>> }

/** What becomes of an entry: kept, contradicted by another's newer value, refused for good, or not delivered. */
export type Outcome<V> =
  | { readonly kind: 'kept'; readonly now: Held<V> }
  | { readonly kind: 'conflict'; readonly now: Held<V> | null }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'lost' }

/** What stays the same about an entry while its value is typed over. */
export interface About<V> {
  /** Who sends it: `journal.cell`. */
  readonly kind: string
  /** The role it was written in. */
  readonly role: string
  /** How people call the thing, and what was written into it. */
  readonly title: string
  readonly text: string
  /** The page on which it was written. */
  readonly page: string
  /** The value that was seen when typing began: as long as it still stands, nobody contradicts. */
  readonly seen?: V | null
  /** The place of an entry that must be kept before this one. */
  readonly after?: string | null
  /** Under which reason it was written, where one is needed. */
  readonly reason?: string | null
}

export type PostState = 'waiting' | 'sending' | 'offline' | 'conflict' | 'refused'
/** A value that was typed here and is not yet the server's. */
export interface Post<V> {
  readonly place: string
  readonly wanted: V
  readonly basedOn: number | null
  readonly state: PostState
  readonly theirs: Held<V> | null
  readonly why: Refusal | null
  /** When typing into this place began, and the device's time of the last change. */
  readonly since: number
  readonly at: number
  /** Values of which we do not know whether the server got them. */
  readonly tried: readonly V[]
  readonly about: About<V>
}

export interface Delivery<V> {
  send(post: Post<V>): Promise<Outcome<V>>
  same(a: V, b: V, kind: string): boolean
  /** The post of a place changed (null: it is done); `kept` is the server's value when it is. */
  changed(place: string, post: Post<V> | null, kept: Held<V> | null): void
  now(): number
  later(ms: number, run: () => void): void
}

const pauses = [1000, 3000, 8000, 20_000]
const mostAtOnce = 200
const unknown: About<never> = { kind: '', role: '', title: '', text: '', page: '' }

/** Sends what is typed, one write per place at a time. What is not delivered waits for the network; what is contradicted or refused waits for the person. */
export class Outbox<V> {
  readonly #posts = new Map<string, Post<V>>()
  readonly #to: Delivery<V>
  #flying = 0
  #tries = 0
  #retrying = false
  #closed = false

  constructor(to: Delivery<V>) { this.#to = to }

  get size(): number { return this.#posts.size }
  postOf(place: string): Post<V> | null { return this.#posts.get(place) ?? null }
  posts(): Post<V>[] { return [...this.#posts.values()] }

  /** Keeps the value until the server has it; `basedOn` is the revision that was seen when typing began. */
  put(place: string, wanted: V, basedOn: number | null, about: About<V> = unknown): void {
    const before = this.#posts.get(place)
    const now = this.#to.now()
    if (!before || before.state === 'refused') this.#set({ place, wanted, basedOn, state: 'waiting', theirs: null, why: null, since: now, at: now, tried: [], about })
    else this.#set({ ...before, wanted, at: now, state: before.state === 'offline' ? 'waiting' : before.state, tried: before.state === 'sending' ? withValue(before.tried, before.wanted) : before.tried, about: { ...about, seen: before.about.seen ?? null, after: about.after ?? before.about.after ?? null } })
    this.#pump()
  }

  /** Takes entries of an earlier visit; what was typed meanwhile is newer and replaces them. */
  restore(posts: readonly Post<V>[]): void {
    for (const old of posts.toSorted((a, b) => a.since - b.since)) {
      const mine = this.#posts.get(old.place)
      const tried = withValue(old.tried, old.wanted)
      if (!mine) this.#set({ ...old, tried, state: old.state === 'conflict' || old.state === 'refused' ? old.state : 'waiting' })
      else this.#set({ ...mine, tried: [...tried, ...mine.tried] })
    }
    this.#pump()
  }

  /** The person decided a conflict: their own value over the other's, or the other's. */
  settle(place: string, whose: 'mine' | 'theirs'): void {
    const post = this.#posts.get(place)
    if (post?.state !== 'conflict') return
    if (whose === 'theirs') return this.#drop(place, post.theirs)
    this.#set({ ...post, basedOn: post.theirs?.revision ?? null, state: 'waiting', theirs: null, tried: [], about: { ...post.about, seen: post.theirs?.value ?? null } })
    this.#pump()
  }

  /** Tries a refused entry again, or puts it away for good. */
  again(place: string): void {
    const post = this.#posts.get(place)
    if (post?.state !== 'refused') return
    this.#set({ ...post, state: 'waiting', why: null })
    this.#pump()
  }
  dismiss(place: string): void { if (this.#posts.get(place)?.state === 'refused') this.#drop(place, null) }

  /** The network is back: everything that waited goes out at once. */
  wake(): void {
    this.#tries = 0
    for (const post of this.#posts.values()) if (post.state === 'offline') this.#set({ ...post, state: 'waiting' })
    this.#pump()
  }

  /** Nothing is sent from here any more. */
  close(): void { this.#closed = true }

  #set(post: Post<V>): void {
    this.#posts.set(post.place, post)
    this.#to.changed(post.place, post, null)
  }
  #drop(place: string, kept: Held<V> | null): void {
    this.#posts.delete(place)
    this.#to.changed(place, null, kept)
  }

  #pump(): void {
    if (this.#closed) return
    for (const post of [...this.#posts.values()]) {
      if (this.#flying >= mostAtOnce) return
      if (post.state !== 'waiting') continue
      const first = post.about.after ? this.#posts.get(post.about.after) : undefined
      if (first?.state === 'refused') this.#set({ ...post, state: 'refused', why: first.why })
      else if (!first) void this.#send(post)
    }
  }

  async #send(post: Post<V>): Promise<void> {
    this.#flying++
    const sent: Post<V> = { ...post, state: 'sending' }
    this.#set(sent)
    const outcome = await this.#to.send(sent)
    this.#flying--
    if (this.#closed) return
    this.#conclude(sent, outcome)
    this.#pump()
  }

  #conclude(sent: Post<V>, outcome: Outcome<V>): void {
    const post = this.#posts.get(sent.place)
    if (!post) return
    const same = (a: V, b: V) => this.#to.same(a, b, post.about.kind)
    if (outcome.kind === 'lost') return this.#wait({ ...post, tried: withValue(post.tried, sent.wanted) })
    if (outcome.kind === 'refused') return this.#set({ ...post, state: 'refused', why: outcome.why })
    const { now } = outcome
    if (outcome.kind === 'kept') this.#tries = 0
    if (now && same(outcome.kind === 'kept' ? sent.wanted : now.value, post.wanted)) return this.#drop(post.place, now)
    if (outcome.kind === 'kept' || (now && this.#isOurs(post, now, same))) return this.#set({ ...post, basedOn: now?.revision ?? null, state: 'waiting', tried: [], about: { ...post.about, seen: now?.value ?? null } })
    this.#set({ ...post, state: 'conflict', theirs: now })
  }

  /** Whether what stands is our own earlier value whose receipt was lost, or still what was seen when typing began. */
  #isOurs(post: Post<V>, now: Held<V>, same: (a: V, b: V) => boolean): boolean {
    if (now.revision === post.basedOn) return false
    const lostReceipt = now.revision === (post.basedOn ?? 0) + 1 && post.tried.some((value) => same(value, now.value))
    return lostReceipt || (post.about.seen !== undefined && post.about.seen !== null && same(post.about.seen, now.value))
  }

  #wait(post: Post<V>): void {
    this.#set({ ...post, state: 'offline' })
    if (this.#retrying) return
    this.#retrying = true
    this.#to.later(pauses[Math.min(this.#tries++, pauses.length - 1)] ?? 20_000, () => {
      this.#retrying = false
      if (this.#closed) return
      const tries = this.#tries
      this.wake()
      this.#tries = tries
    })
  }
}

const withValue = <V>(tried: readonly V[], value: V): readonly V[] => [...tried, value].slice(-20)
