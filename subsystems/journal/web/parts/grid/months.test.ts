import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthsOf, rangeOfMonth } from './months.ts'

test('months of a quarter and the days of a month inside it', () => {
  assert.deepEqual(monthsOf('2026-09-01', '2026-10-25'), ['2026-09', '2026-10'])
  assert.deepEqual(monthsOf('2026-11-02', '2027-01-10'), ['2026-11', '2026-12', '2027-01'])
  assert.deepEqual(rangeOfMonth('2026-10', '2026-09-01', '2026-10-25'), { from: '2026-10-01', to: '2026-10-25' })
  assert.deepEqual(rangeOfMonth('2027-02', '2027-01-11', '2027-03-26'), { from: '2027-02-01', to: '2027-02-28' })
})
