import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Outbox, type About, type Held, type Outcome, type Post } from './outbox.ts'

/** A server of one column whose answers the test gives one by one. */
function desk() {
  const sent: { place: string; value: string; basedOn: number | null; answer(outcome: Outcome<string>): Promise<void> }[] = []
  const kept: [string, Held<string> | null][] = []
  const stored = new Map<string, Post<string>>()
  const timers: (() => void)[] = []
  const box = new Outbox<string>({
    send: ({ place, wanted, basedOn }) => new Promise((resolve) => sent.push({ place, value: wanted, basedOn, async answer(outcome) { resolve(outcome); await new Promise(setImmediate) } })),
    same: (a, b) => a === b,
    changed: (place, post, now) => { if (now) kept.push([place, now]); if (post) stored.set(place, post); else stored.delete(place) },
    now: () => 0,
    later: (_ms, run) => { timers.push(run) },
  })
  return { box, sent, kept, stored, timers }
}
const about = (more: Partial<About<string>>): About<string> => ({ kind: 'cell', role: '', title: '', text: '', page: '', ...more })

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
  assert.equal(box.postOf('a')?.state, 'offline')
  assert.equal(timers.length, 1)
  box.wake()
  assert.equal(sent.length, 2)
  await sent[1]?.answer({ kind: 'kept', now: { value: '5', revision: 1 } })
  assert.equal(box.size, 0)
})

test('our own value whose receipt was lost contradicts nobody', async () => {
  const { box, sent } = desk()
  box.put('a', '5', null)
  await sent[0]?.answer({ kind: 'lost' })
  box.put('a', '4', null)
  await sent[1]?.answer({ kind: 'conflict', now: { value: '5', revision: 1 } })
  assert.deepEqual([sent[2]?.value, sent[2]?.basedOn], ['4', 1])
})

test('a revision that moved while the value stood still contradicts nobody', async () => {
  const { box, sent } = desk()
  box.put('topic', 'Дроби', 1, about({ seen: 'Числа' }))
  await sent[0]?.answer({ kind: 'conflict', now: { value: 'Числа', revision: 3 } })
  assert.deepEqual([sent[1]?.value, sent[1]?.basedOn], ['Дроби', 3])
})

test('a refused entry stays with its reason until it is put away; what hangs on it is refused with it', async () => {
  const { box, sent } = desk()
  const why = { status: 409, code: 'journal.lesson_closed', details: {} }
  box.put('work', 'Ответ', null)
  box.put('mark', '5', null, about({ after: 'work' }))
  assert.equal(sent.length, 1)
  await sent[0]?.answer({ kind: 'refused', why })
  assert.deepEqual(box.posts().map(({ state, why: told }) => [state, told]), [['refused', why], ['refused', why]])
  box.dismiss('work')
  box.dismiss('mark')
  assert.equal(box.size, 0)
})

test('entries of an earlier visit go out, and what was typed since replaces them', async () => {
  const first = desk()
  first.box.put('a', '5', null)
  first.box.put('b', '3', null)
  const next = desk()
  next.box.put('b', '4', null)
  next.box.restore([...first.stored.values()])
  assert.deepEqual(next.sent.map(({ place, value }) => [place, value]), [['b', '4'], ['a', '5']])
  await next.sent[0]?.answer({ kind: 'conflict', now: { value: '3', revision: 1 } })
  assert.deepEqual([next.sent[2]?.value, next.sent[2]?.basedOn], ['4', 1])
})
