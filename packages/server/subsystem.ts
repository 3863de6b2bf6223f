import type { Address, Fact, PayloadOf, Permission, Route } from '@school/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Session } from './actor.ts'
import type { DemoWorld } from './demo.ts'
import type { Kit } from './kit.ts'
import type { Read, Work } from './work.ts'

/** What a room does when another announces; runs once, in its own transaction of the same school. */
export interface Listener {
  readonly name: string
  readonly fact: string
  run(work: Work, payload: never): Promise<void>
}

/** Declares a listener; it must leave the same state when it runs twice. */
export const listen = <F extends Fact>(name: string, fact: F, run: (work: Work, payload: PayloadOf<F>) => Promise<void>): Listener =>
  ({ name, fact: fact.name, run: run as Listener['run'] })

export interface Job { readonly name: string; run(work: Work, payload: never): Promise<void> }
export interface TimedJob { readonly name: string; readonly everySeconds: number; run(work: Work): Promise<void> }

/** Declares a job that `work.enqueue` can order. */
export const job = <P>(name: string, run: (work: Work, payload: P) => Promise<void>): Job => ({ name, run: run as Job['run'] })

/** Declares work that repeats; it runs outside any school, on one process at a time. */
export const timedJob = (name: string, everySeconds: number, run: (work: Work) => Promise<void>): TimedJob => ({ name, everySeconds, run })

/** What people may be told about: whom, and what it is; `notices` delivers. */
export interface Notice<F extends Fact = Fact> {
  readonly on: F
  readonly kind: string
  to(read: Read, payload: PayloadOf<F>): Promise<readonly NoticeFor[]>
}
export interface NoticeFor {
  readonly personId: string
  /** Unique per person and kind: a second announcement of the same thing tells nothing twice. */
  readonly about: string
  /** Small data for the sentence, ids and words already visible to this person. */
  readonly data: Record<string, unknown>
  /** Path below the person's context page, e.g. `/diary/…`. */
  readonly link: string
}
export const notice = <F extends Fact>(declared: Notice<F>): Notice => declared as unknown as Notice

/** What a room keeps that stands in the way of an act of a room below: counts by name. The room below asks by the name of its act and learns nothing else. */
export interface Obstacle { readonly act: string; count(read: Read, id: string): Promise<Readonly<Record<string, number>>> }

/** Counts what stands in the way of an act in all rooms; empty when nothing does. */
export async function obstaclesTo(kit: Kit, act: string, read: Read, id: string): Promise<Record<string, number>> {
  const found: Record<string, number> = {}
  for (const obstacle of kit.subsystems.flatMap((room) => room.obstacles ?? [])) {
    if (obstacle.act !== act) continue
    for (const [name, count] of Object.entries(await obstacle.count(read, id))) if (count > 0) found[name] = (found[name] ?? 0) + count
  }
  return found
}

/** How a room hooks into the house without anyone importing it. */
export interface Subsystem {
  readonly name: string
  readonly migrations: string
  /** Every route of the room, so that contracts can be printed and tested. */
  readonly contract: readonly Route[]
  routes(app: FastifyInstance): void
  readonly permissions?: readonly Permission[]
  readonly facts?: readonly Fact[]
  readonly listeners?: readonly Listener[]
  /** Listeners that follow from what other rooms declare; asked once, when the process starts. */
  listenersOf?(rooms: readonly Subsystem[]): readonly Listener[]
  readonly jobs?: readonly (Job | TimedJob)[]
  readonly notices?: readonly Notice[]
  readonly obstacles?: readonly Obstacle[]
  /** The live addresses this person holds because of this room. */
  addresses?(read: Read, personId: string): Promise<readonly Address[]>
  /** Only the registry: records of the same human being under other ids. */
  otherRecords?(read: Read, personId: string): Promise<readonly string[]>
  /** Only identity: who sent this request. */
  identify?(kit: Kit, request: FastifyRequest): Promise<Session | null>
  /** Called once when the app is ready, with what other rooms registered. */
  ready?(kit: Kit): Promise<void> | void
  demo?(world: DemoWorld): Promise<void>
}
