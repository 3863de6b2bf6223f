import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countPoints, markOf } from './points.ts'

const usual = [{ from: 0, mark: '2' }, { from: 85, mark: '5' }, { from: 45, mark: '3' }, { from: 65, mark: '4' }]

test('the border belongs to the better mark, judged on the fraction', () => {
  assert.deepEqual([85, 84, 65, 64, 45, 44, 0, 100].map((points) => markOf(points, 100, usual)), ['5', '4', '4', '3', '3', '2', '2', '5'])
  assert.equal(markOf(17, 20, usual), '5')
  assert.equal(markOf(11, 13, usual), '4', '84.6 of a hundred is not 85')
})

test('more points never make a worse mark', () => fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.nat(200), fc.nat(200), (outOf, a, b) =>
  Number(markOf(Math.max(a, b), outOf, usual)) >= Number(markOf(Math.min(a, b), outOf, usual)))))

test('points fit the work or are refused', () => {
  const criteria = [{ max: 4 }, { max: 6 }]
  assert.deepEqual(countPoints('hundred', [], { points: 87 }), { points: 87, criteria: null, outOf: 100 })
  assert.deepEqual(countPoints('criteria', criteria, { criteria: [3, 6] }), { points: 9, criteria: [3, 6], outOf: 10 })
  for (const wrong of [countPoints('hundred', [], { points: 101 }), countPoints('criteria', criteria, { criteria: [5, 1] }), countPoints('criteria', criteria, { criteria: [1] }), countPoints('criteria', [], { criteria: [] }), countPoints('criteria', criteria, { points: 9 }), countPoints('five', [], { points: 5 })]) assert.equal(wrong, null)
})
