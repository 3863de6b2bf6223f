import { randomBytes } from 'node:crypto'

/** Things that live for a while under an unguessable name. */
export class Expiring<T> {
  #kept = new Map<string, { value: T; until: number }>()
  #lifeMs: number
  #clock: () => Date

  constructor(lifeMs: number, clock: () => Date) {
    this.#lifeMs = lifeMs
    this.#clock = clock
  }

  put(value: T, name = randomBytes(24).toString('base64url')): string {
    const now = this.#clock().getTime()
    for (const [old, { until }] of this.#kept) if (until <= now) this.#kept.delete(old)
    this.#kept.set(name, { value, until: now + this.#lifeMs })
    return name
  }

  find(name: string): T | undefined {
    const found = this.#kept.get(name)
    return found && found.until > this.#clock().getTime() ? found.value : undefined
  }

  /** Finds and removes in one step, so that nothing is used twice. */
  take(name: string): T | undefined {
    const value = this.find(name)
    this.#kept.delete(name)
    return value
  }
}
