import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { controlShare, lay, mergeProposal, progressOf, restoreProposal, type LaidItem, type Slot } from './rules.ts'

const item = (id: string, hours = 1, given: Partial<LaidItem> = {}): LaidItem => ({ id, section: 'A', topic: id, hours, laidHours: hours, control: '', planned: [], ...given })
const day = (n: number) => `2026-09-${String(n).padStart(2, '0')}`
const slot = (n: number, given: Partial<Slot> = {}): Slot => ({ date: day(n), number: 1, lessonId: `l${n}`, lost: false, told: null, ...given })
const text = (laid: ReturnType<typeof lay>) => laid.lessons.map((one) => `${one.slot.date.slice(8)}${one.given ? '*' : ''}:${one.itemIds.join('+')}`)

test('held lessons advance the plan, a cancelled one gives nothing, what is told counts before what follows', () => {
  const items = [item('a', 2), item('b'), item('c')]
  assert.deepEqual(text(lay(items, [1, 2, 3, 4].map((n) => slot(n)), day(3))), ['01*:a', '02*:a', '03:b', '04:c'])
  const lost = lay(items, [slot(1), slot(2, { lost: true }), slot(3), slot(4)], day(3))
  assert.deepEqual([text(lost), [...lost.over]], [['01*:a', '03:a', '04:b'], [['c', 1]]])
  assert.deepEqual(text(lay(items, [slot(1, { told: ['b'] }), slot(2, { told: [] }), slot(3), slot(4), slot(5)], day(3))), ['01*:b', '02*:', '03:a', '04:a', '05:c'])
  assert.equal(lay(items, [1, 2, 3, 4, 5, 6].map((n) => slot(n)), day(1)).spare, 2)
})

test('an item without own hours goes with the last hour of the one before it', () => {
  assert.deepEqual(text(lay([item('a', 2), item('b', 1, { laidHours: 0 }), item('c')], [1, 2, 3].map((n) => slot(n)), day(1))), ['01:a', '02:a+b', '03:c'])
})

test('behind is what was due and not given; a merged topic counts with the hours of the plan', () => {
  const items = [item('a', 2, { planned: [day(1), day(2)] }), item('b', 1, { planned: [day(3)] })]
  assert.deepEqual(progressOf(items, lay(items, [slot(1), slot(2, { lost: true }), slot(3), slot(4)], day(4)), day(4)), { hours: 3, due: 3, given: 2, behind: 1, left: 1, lessons: 1 })
  const merged = [item('a', 2, { laidHours: 1, planned: [day(1), day(2)] }), item('b', 1, { planned: [day(3)] })]
  assert.deepEqual(progressOf(merged, lay(merged, [slot(1), slot(3)], day(4)), day(4)), { hours: 3, due: 3, given: 3, behind: 0, left: 0, lessons: 0 })
})

test('merging begins with reviews, leaves work of control and what has begun alone', () => {
  const items = [item('a', 3), item('Повторение', 2), item('k', 1, { control: 'Контрольная' }), item('d'), item('e')]
  assert.deepEqual(mergeProposal(items, new Set(['a']), 1), { changes: [{ itemId: 'Повторение', topic: 'Повторение', from: 2, to: 1, joins: null }], rest: 0 })
  assert.deepEqual(mergeProposal(items, new Set(['a']), 9), { changes: [{ itemId: 'Повторение', topic: 'Повторение', from: 2, to: 1, joins: null }, { itemId: 'e', topic: 'e', from: 1, to: 0, joins: 'd' }], rest: 7 })
  assert.deepEqual(restoreProposal([item('a', 2, { laidHours: 1 }), item('b', 1, { laidHours: 0 })], new Set(), 1).changes.map((one) => [one.itemId, one.to]), [['a', 2]])
})

test('laying loses and doubles no hour, whatever was cancelled or told', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 12 }), fc.array(fc.tuple(fc.boolean(), fc.option(fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 2 }))), { maxLength: 40 }), (hours, days) => {
    const items = hours.map((n, i) => item(`i${i}`, n))
    const laid = lay(items, days.map(([lost, told], n) => ({ date: `2026-10-${String(n % 28 + 1).padStart(2, '0')}`, number: n, lessonId: null, lost, told: told?.map((i) => `i${i}`) ?? null })), '2026-10-15')
    for (const one of items) {
      const times = laid.lessons.filter((lesson) => lesson.itemIds.includes(one.id)).length
      assert.equal(Math.max(0, one.hours - times), laid.over.get(one.id) ?? 0)
    }
    const untold = laid.lessons.filter((lesson) => lesson.slot.told === null)
    for (const lesson of untold) assert.ok(lesson.itemIds.length <= 1)
  }))
})

test('works of control are counted against all lessons', () => {
  assert.deepEqual(controlShare([item('a', 9), item('b', 1, { control: 'КР' })]), { controls: 1, hours: 10, percent: 10 })
})
