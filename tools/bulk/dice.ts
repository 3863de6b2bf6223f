/** A small seeded generator: the same seed always makes the same world. */
export class Dice {
  #state: number
  #ids = 0
  readonly #prefix: string

  constructor(seed: number) {
    this.#state = seed >>> 0
    this.#prefix = (seed >>> 0).toString(16).padStart(8, '0')
  }

  /** A number in [0, 1). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  chance(probability: number): boolean { return this.next() < probability }
  below(limit: number): number { return Math.floor(this.next() * limit) }
  pick<T>(list: readonly T[]): T { return list[this.below(list.length)]! }

  /** An id in the form of a UUIDv7 that lies in order of making. */
  id(): string {
    const n = (++this.#ids).toString(16).padStart(12, '0')
    return `${this.#prefix}-${n.slice(0, 4)}-7${n.slice(4, 7)}-8${n.slice(7, 10)}-${n.slice(10)}${this.#prefix}${'00'}`
  }
}
