import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Outbox, type Held, type Outcome, type Post } from './outbox.ts'

interface Revision { readonly value: string; readonly by: number }
interface Request { readonly device: number; readonly post: Post<string>; readonly answer: (outcome: Outcome<string>) => void }

/** The rule by which the server takes a cell: the same again changes nothing, another base is contradicted, a closed place is refused. */
class Server {
  readonly history = new Map<string, Revision[]>()
  readonly closed = new Set<string>()

  held(place: string): Held<string> | null {
    const all = this.history.get(place) ?? []
    return all.length > 0 ? { value: all.at(-1)!.value, revision: all.length } : null
  }
  take({ device, post: { place, wanted, basedOn } }: Request): Outcome<string> {
    const now = this.held(place)
    if (now && now.value === wanted && now.revision === basedOn) return { kind: 'kept', now }
    if (this.closed.has(place)) return { kind: 'refused', why: { status: 409, code: 'journal.lesson_closed', details: {} } }
    if ((now?.revision ?? null) !== basedOn) return { kind: 'conflict', now }
    this.history.set(place, [...this.history.get(place) ?? [], { value: wanted, by: device }])
    return { kind: 'kept', now: this.held(place)! }
  }
}

/** A device: its queue, what it stores, and every entry that was typed into it. */
class Device {
  readonly stored = new Map<string, Post<string>>()
  readonly typed: { place: string; value: string }[] = []
  readonly told = new Set<string>()
  online = true
  box: Outbox<string>
  readonly #line: (request: Request) => void
  readonly #n: number

  constructor(n: number, line: (request: Request) => void) { this.#n = n; this.#line = line; this.box = this.#open() }

  #open(): Outbox<string> {
    const box: Outbox<string> = new Outbox<string>({
      send: (post) => this.online ? new Promise((answer) => this.#line({ device: this.#n, post, answer })) : Promise.resolve({ kind: 'lost' }),
      same: (a, b) => a === b,
      changed: (place, post) => {
        if (box !== this.box) return
        if (post) this.stored.set(place, structuredClone(post)); else this.stored.delete(place)
        if (post?.state === 'conflict' || post?.state === 'refused') this.told.add(`${place} ${post.wanted}`)
      },
      now: () => 0, later() {},
    })
    return box
  }
  /** The page is closed in the middle of anything and opened again. */
  reload(): void {
    this.box.close()
    const left = [...this.stored.values()]
    this.box = this.#open()
    this.box.restore(left)
  }
}

const settled = () => new Promise(setImmediate)
const places = ['a', 'b', 'c']
const device = fc.integer({ min: 0, max: 2 })
const place = fc.constantFrom(...places)
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('type' as const), device, place }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('deliver' as const), which: fc.nat(), fate: fc.constantFrom('answered' as const, 'answered' as const, 'replyLost' as const, 'requestLost' as const, 'twice' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('network' as const), device, on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reload' as const), device }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settle' as const), device, place, whose: fc.constantFrom('mine' as const, 'theirs' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('close' as const), place }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

async function play(steps: readonly Step[]) {
  const server = new Server()
  let line: Request[] = []
  const devices = [0, 1, 2].map((n) => new Device(n, (request) => { line.push(request) }))
  let typed = 0
  function deliver(which: number, fate: 'answered' | 'replyLost' | 'requestLost' | 'twice') {
    const request = line[which % Math.max(1, line.length)]
    if (!request) return
    line = line.filter((one) => one !== request)
    if (fate === 'requestLost') return request.answer({ kind: 'lost' })
    const outcome = server.take(request)
    if (fate === 'twice') server.take(request)
    request.answer(fate === 'replyLost' ? { kind: 'lost' } : outcome)
  }
  for (const one of steps) {
    if (one.kind === 'type') {
      const value = `v${++typed}`
      devices[one.device]!.typed.push({ place: one.place, value })
      devices[one.device]!.box.put(one.place, value, server.held(one.place)?.revision ?? null)
    } else if (one.kind === 'deliver') deliver(one.which, one.fate)
    else if (one.kind === 'network') { devices[one.device]!.online = one.on; if (one.on) devices[one.device]!.box.wake() }
    else if (one.kind === 'reload') devices[one.device]!.reload()
    else if (one.kind === 'settle') devices[one.device]!.box.settle(one.place, one.whose)
    else server.closed.add(one.place)
    await settled()
  }
  for (const one of devices) one.online = true
  for (let round = 0; round < 60; round++) {
    for (const one of devices) one.box.wake()
    await settled()
    while (line.length > 0) { deliver(0, 'answered'); await settled() }
  }
  return { server, devices }
}

test('whatever devices do and networks lose, no entry is lost and all devices come to the same', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
    const { server, devices } = await play(steps)
    for (const { typed, box, told } of devices) {
      for (const place of places) {
        const here = typed.filter((entry) => entry.place === place).map(({ value }) => value)
        const last = here.at(-1)
        const post = box.postOf(place)
        // what waits for the person is the newest that was typed, and nothing else waits once the network is back
        if (post) { assert.ok(post.state === 'conflict' || post.state === 'refused'); assert.equal(post.wanted, last) }
        // the newest entry of a device in a place is current, in the history, or was shown as a conflict or a refusal
        if (last !== undefined) assert.ok((server.history.get(place) ?? []).some(({ value }) => value === last) || told.has(`${place} ${last}`))
        // a conflict shows what really stands in another's hand
        if (post?.state === 'conflict') assert.ok((server.history.get(place) ?? []).some(({ value }) => value === post.theirs?.value))
      }
    }
    // every value was taken once: neither retries nor duplicates made a second revision of it
    for (const revisions of server.history.values()) assert.equal(new Set(revisions.map(({ value }) => value)).size, revisions.length)
  }), { numRuns: 400 })
})

test('with nobody to decide between, every device ends with an empty queue and the server with the newest value', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step.filter((one) => one.kind !== 'close' && (!('device' in one) || one.device === 0)), { maxLength: 40 }), async (steps) => {
    const { server, devices } = await play(steps)
    assert.equal(devices[0]!.box.size, 0)
    for (const place of places) assert.equal(server.held(place)?.value, devices[0]!.typed.findLast((entry) => entry.place === place)?.value)
  }), { numRuns: 400 })
})
