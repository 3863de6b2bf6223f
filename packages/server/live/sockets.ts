import type { Address } from '@school/contract'
import type { Kit } from '../kit.ts'
import type { Announced } from '../work.ts'
import { addressesOf } from './holders.ts'

/** One open page: a socket or a waiting poll. */
export interface Listener {
  readonly personId: string
  readonly sessionId: string
  send(message: unknown): void
  close(code: number, reason: string): void
}

interface Held { readonly listener: Listener; addresses: Set<Address> }

/** Announced by identity whenever a person's rights may have changed; every process recomputes at once. */
export const rightsChanged = 'identity.rights.changed'
export const sessionEnded = 'identity.session.ended'

/** The open pages of this process and what each may hear. */
export class Sockets {
  readonly #kit: Kit
  readonly #held = new Set<Held>()
  readonly #timer: NodeJS.Timeout
  readonly #stop: () => void

  constructor(kit: Kit) {
    this.#kit = kit
    this.#stop = kit.bus.subscribe((announced) => this.#hear(announced))
    kit.bus.onGap(() => this.#all({ type: 'gap' }))
    // Dated rights end without an event.
    this.#timer = setInterval(() => void this.#recompute(() => true), 60_000)
    this.#timer.unref()
  }

  async add(listener: Listener): Promise<() => void> {
    const held: Held = { listener, addresses: await addressesOf(this.#kit, listener.personId) }
    this.#held.add(held)
    this.#kit.metrics.sockets.set(this.#held.size)
    return () => {
      this.#held.delete(held)
      this.#kit.metrics.sockets.set(this.#held.size)
    }
  }

  #hear(announced: readonly Announced[]): void {
    const sessions = announced.filter((one) => one.name === sessionEnded).map((one) => (one.payload as { sessionId: string }).sessionId)
    for (const { listener } of [...this.#held]) if (sessions.includes(listener.sessionId)) listener.close(4401, 'signed out')
    const people = new Set(announced.filter((one) => one.name === rightsChanged).map((one) => (one.payload as { personId: string }).personId))
    if (people.size > 0) void this.#recompute((held) => people.has(held.listener.personId) || [...people].some((id) => held.addresses.has(`person:${id}`)))
    for (const held of this.#held) {
      const facts = announced.filter((one) => one.to.some((address) => held.addresses.has(address))).map(({ name, payload }) => ({ name, payload }))
      if (facts.length === 0) continue
      held.listener.send({ type: 'facts', facts })
      for (const { name } of facts) this.#kit.metrics.facts.inc({ name })
    }
  }

  async #recompute(which: (held: Held) => boolean): Promise<void> {
    for (const held of [...this.#held].filter(which)) {
      try {
        const now = await addressesOf(this.#kit, held.listener.personId)
        const lost = [...held.addresses].filter((address) => !now.has(address))
        held.addresses = now
        // A page cannot know which of its data came through a lost right, so it forgets everything and asks again.
        if (lost.length > 0) held.listener.send({ type: 'forget', lost })
      } catch {
        held.listener.close(1013, 'try again')
      }
    }
  }

  #all(message: unknown): void { for (const { listener } of this.#held) listener.send(message) }

  close(): void {
    clearInterval(this.#timer)
    this.#stop()
    for (const { listener } of [...this.#held]) listener.close(1001, 'going away')
  }
}
