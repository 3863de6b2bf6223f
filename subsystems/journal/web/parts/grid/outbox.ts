/** What the server holds in one place: a value and its revision. */
export interface Held<V> { readonly value: V; readonly revision: number }

/** What becomes of a write: kept, contradicted by another's newer value, refused for good, or not delivered. */
export type Outcome<V> =
  | { readonly kind: 'kept'; readonly now: Held<V> }
  | { readonly kind: 'conflict'; readonly now: Held<V> | null }
  | { readonly kind: 'refused'; readonly why: unknown }
  | { readonly kind: 'lost' }

export type PostState = 'waiting' | 'sending' | 'offline' | 'conflict'
/** A value that was typed here and is not yet the server's. */
export interface Post<V> { readonly wanted: V; readonly basedOn: number | null; readonly state: PostState; readonly theirs: Held<V> | null; readonly since: number }

export interface Delivery<V> {
  send(place: string, value: V, basedOn: number | null): Promise<Outcome<V>>
  same(a: V, b: V): boolean
  /** The post of a place changed; `kept` is the server's value when the post is done. */
  changed(place: string, kept: Held<V> | null): void
  refused(place: string, wanted: V, why: unknown): void
  now(): number
  later(ms: number, run: () => void): void
}

const pauses = [1000, 3000, 8000, 20_000]
const mostAtOnce = 200

/** Sends what is typed, one write per place at a time; what is not delivered waits for the network, and what is contradicted waits for the person. */
export class Outbox<V> {
  readonly #posts = new Map<string, Post<V>>()
  readonly #to: Delivery<V>
  #flying = 0
  #tries = 0
  #retrying = false

  constructor(to: Delivery<V>) { this.#to = to }

  get size(): number { return this.#posts.size }
  get offline(): boolean { return [...this.#posts.values()].some((post) => post.state === 'offline') }
  postOf(place: string): Post<V> | null { return this.#posts.get(place) ?? null }
  places(): string[] { return [...this.#posts.keys()] }

  /** Keeps the value until the server has it; `basedOn` is the revision that was seen when typing began. */
  put(place: string, wanted: V, basedOn: number | null): void {
    const before = this.#posts.get(place)
    if (before?.state === 'sending') this.#set(place, { ...before, wanted })
    else this.#set(place, { wanted, basedOn: before ? before.basedOn : basedOn, state: before?.state === 'conflict' ? 'conflict' : 'waiting', theirs: before?.theirs ?? null, since: before?.since ?? this.#to.now() })
    this.#pump()
  }

  /** The person decided a conflict: their own value over the other's, or the other's. */
  settle(place: string, whose: 'mine' | 'theirs'): void {
    const post = this.#posts.get(place)
    if (post?.state !== 'conflict') return
    if (whose === 'theirs') { this.#posts.delete(place); this.#to.changed(place, post.theirs); return }
    this.#set(place, { ...post, basedOn: post.theirs?.revision ?? null, state: 'waiting', theirs: null })
    this.#pump()
  }

  /** The network is back: everything that waited goes out at once. */
  wake(): void {
    this.#tries = 0
    for (const [place, post] of this.#posts) if (post.state === 'offline') this.#set(place, { ...post, state: 'waiting' })
    this.#pump()
  }

  #set(place: string, post: Post<V>): void {
    this.#posts.set(place, post)
    this.#to.changed(place, null)
  }

  #pump(): void {
    for (const [place, post] of this.#posts) {
      if (this.#flying >= mostAtOnce) return
      if (post.state === 'waiting') void this.#send(place, post)
    }
  }

  async #send(place: string, post: Post<V>): Promise<void> {
    this.#flying++
    this.#set(place, { ...post, state: 'sending' })
    const outcome = await this.#to.send(place, post.wanted, post.basedOn)
    this.#flying--
    this.#settleOutcome(place, post.wanted, outcome)
    this.#pump()
  }

  #settleOutcome(place: string, sent: V, outcome: Outcome<V>): void {
    const post = this.#posts.get(place)
    if (!post) return
    if (outcome.kind === 'kept') {
      this.#tries = 0
      if (!this.#to.same(post.wanted, sent)) return this.#set(place, { ...post, basedOn: outcome.now.revision, state: 'waiting' })
      this.#posts.delete(place)
      this.#to.changed(place, outcome.now)
    } else if (outcome.kind === 'conflict') {
      if (outcome.now && this.#to.same(outcome.now.value, post.wanted)) { this.#posts.delete(place); this.#to.changed(place, outcome.now) }
      else this.#set(place, { ...post, state: 'conflict', theirs: outcome.now })
    } else if (outcome.kind === 'refused') {
      this.#posts.delete(place)
      this.#to.changed(place, null)
      this.#to.refused(place, post.wanted, outcome.why)
    } else this.#wait(place, post)
  }

  #wait(place: string, post: Post<V>): void {
    this.#set(place, { ...post, state: 'offline' })
    if (this.#retrying) return
    this.#retrying = true
    this.#to.later(pauses[Math.min(this.#tries++, pauses.length - 1)] ?? 20_000, () => {
      this.#retrying = false
      const tries = this.#tries
      this.wake()
      this.#tries = tries
    })
  }
}
