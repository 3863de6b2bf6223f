import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ordinaryRule } from '../averages/rules.ts'
import type { PeriodMark } from '../finals/rules.ts'
import { fallOf, missesMuch, neededBy, overloads } from './rules.ts'

const five = (value: string, weight = 1): PeriodMark => ({ value, weight, scale: 'five', isControl: false })

test('half of a period asks for half of its marks', () => {
  assert.deepEqual([neededBy(7, '2026-09-01', '2026-10-30', '2026-09-01'), neededBy(7, '2026-09-01', '2026-10-30', '2026-09-30'), neededBy(7, '2026-09-01', '2026-10-30', '2026-10-30'), neededBy(7, '2026-09-01', '2026-10-30', '2027-01-01')], [0, 3, 7, 7])
})

test('an average that fell by a half is told, a smaller fall is not', () => {
  assert.deepEqual(fallOf(['5', '5', '5', '4', '4', '4'].map((value) => five(value)), ordinaryRule), { before: '5.00', last: '4.00' })
  assert.deepEqual(fallOf(['5', '4', '5', '4', '4', '4'].map((value) => five(value)), ordinaryRule), { before: '4.67', last: '4.00' })
  assert.equal(fallOf(['4', '5', '4', '4', '4', '4'].map((value) => five(value)), ordinaryRule), null)
  assert.equal(fallOf(['5', '2'].map((value) => five(value)), ordinaryRule), null)
})

test('a third of the lessons is much', () => assert.deepEqual([missesMuch(4, 12), missesMuch(3, 12), missesMuch(2, 5)], [true, false, false]))

test('control works over the limit of a day and of a week', () => {
  const work = (date: string, classId = 'a') => ({ classId, date })
  const found = overloads([work('2026-10-12'), work('2026-10-12'), work('2026-10-14'), work('2026-10-15'), work('2026-10-14', 'b')], 1, 3)
  assert.deepEqual(found.map((one) => [one.classId, one.span, one.from, one.works.length]), [['a', 'week', '2026-10-12', 4], ['a', 'day', '2026-10-12', 2]])
})
