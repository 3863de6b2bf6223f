import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Outbox, type Held, type Outcome } from './outbox.ts'

/** A server of one column whose answers the test gives one by one. */
function desk() {
  const sent: { place: string; value: string; basedOn: number | null; answer(outcome: Outcome<string>): Promise<void> }[] = []
  const kept: [string, Held<string> | null][] = []
  const refused: string[] = []
  const timers: (() => void)[] = []
  const box = new Outbox<string>({
    send: (place, value, basedOn) => new Promise((resolve) => sent.push({ place, value, basedOn, async answer(outcome) { resolve(outcome); await new Promise(setImmediate) } })),
    same: (a, b) => a === b,
    changed: (place, now) => { if (now) kept.push([place, now]) },
    refused: (place) => { refused.push(place) },
    now: () => 0,
    later: (_ms, run) => { timers.push(run) },
  })
  return { box, sent, kept, refused, timers }
}

test('what is typed while a write flies goes out after it, on top of its revision', async () => {
  const { box, sent, kept } = desk()
  box.put('a', '5', null)
  box.put('a', '4', null)
  assert.equal(sent.length, 1)
  await sent[0]?.answer({ kind: 'kept', now: { value: '5', revision: 1 } })
  assert.deepEqual([sent[1]?.value, sent[1]?.basedOn], ['4', 1])
  await sent[1]?.answer({ kind: 'kept', now: { value: '4', revision: 2 } })
  assert.equal(box.size, 0)
  assert.deepEqual(kept, [['a', { value: '4', revision: 2 }]])
})

test('a great many writes do not fly at once', async () => {
  const { box, sent } = desk()
  for (let n = 0; n < 250; n++) box.put(`${n}`, '5', null)
  assert.equal(sent.length, 200)
  await sent[0]?.answer({ kind: 'kept', now: { value: '5', revision: 1 } })
  assert.equal(sent.length, 201)
})

test('a conflict keeps both values until the person decides', async () => {
  const { box, sent, kept } = desk()
  box.put('a', '5', 1)
  await sent[0]?.answer({ kind: 'conflict', now: { value: '3', revision: 2 } })
  assert.deepEqual([box.postOf('a')?.wanted, box.postOf('a')?.theirs?.value], ['5', '3'])
  box.settle('a', 'mine')
  assert.deepEqual([sent[1]?.value, sent[1]?.basedOn], ['5', 2])
  await sent[1]?.answer({ kind: 'conflict', now: { value: '4', revision: 3 } })
  box.settle('a', 'theirs')
  assert.equal(box.size, 0)
  assert.deepEqual(kept.at(-1), ['a', { value: '4', revision: 3 }])
})

test('two people who typed the same do not contradict each other', async () => {
  const { box, sent } = desk()
  box.put('a', '5', 1)
  await sent[0]?.answer({ kind: 'conflict', now: { value: '5', revision: 2 } })
  assert.equal(box.size, 0)
})

test('without a network nothing is lost and everything goes out when it returns', async () => {
  const { box, sent, timers } = desk()
  box.put('a', '5', null)
  await sent[0]?.answer({ kind: 'lost' })
  assert.equal(box.offline, true)
  assert.equal(timers.length, 1)
  box.wake()
  assert.equal(sent.length, 2)
  await sent[1]?.answer({ kind: 'kept', now: { value: '5', revision: 1 } })
  assert.equal(box.size, 0)
})

test('a refused value leaves the cell as it was and is told', async () => {
  const { box, sent, refused } = desk()
  box.put('a', '5', null)
  await sent[0]?.answer({ kind: 'refused', why: 'journal.lesson_closed' })
  assert.equal(box.size, 0)
  assert.deepEqual(refused, ['a'])
})
