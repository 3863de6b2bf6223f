import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spanOf, yearOf, type Frame, type PeriodRow } from './frame.ts'

const period = (id: string, starts: string, ends: string, schemeId = 'q', year = 2026): PeriodRow => ({ id, schemeId, name: id, starts, ends, year })
const periods = [period('I', '2026-09-01', '2026-10-25'), period('II', '2026-11-02', '2026-12-30'), period('h', '2026-09-01', '2026-12-30', 'half'), period('next', '2027-09-01', '2027-10-25', 'q2', 2027)]
const frame = (today: string): Frame => ({ today, clock: '12:00', timeZone: 'Europe/Moscow', school: 'Школа', year: 2026, periods })
const name = (year: number) => `${year}`

test('without a wish it is the period going on, or the last begun in a break', () => {
  assert.deepEqual([spanOf(frame('2026-10-15'), undefined, 'q', name).name, spanOf(frame('2026-10-28'), undefined, 'q', name).name, spanOf(frame('2026-08-20'), undefined, 'q', name).name], ['I', 'I', 'I'])
  assert.equal(spanOf(frame('2026-11-03'), undefined, 'q', name).name, 'II')
})

test('a report of marks that stand takes the last period that is over', () => {
  assert.deepEqual(['2026-10-15', '2026-11-03'].map((today) => spanOf(frame(today), undefined, 'q', name, 2026, true).name), ['I', 'I'])
})

test('a span counts until today and never beyond its end', () => {
  assert.equal(spanOf(frame('2026-10-15'), 'I', 'q', name).until, '2026-10-15')
  assert.equal(spanOf(frame('2026-12-01'), 'I', 'q', name).until, '2026-10-25')
})

test('the year runs from the first period to the last, a period of another scheme is not found', () => {
  assert.deepEqual({ ...spanOf(frame('2026-12-01'), 'year', 'q', name) }, { periodId: null, name: '2026', starts: '2026-09-01', ends: '2026-12-30', until: '2026-12-01', year: 2026 })
  assert.throws(() => spanOf(frame('2026-12-01'), 'h', 'q', name), { status: 404 })
})

test('the year that has begun is the current one', () => {
  assert.deepEqual([yearOf(periods, '2026-10-01'), yearOf(periods, '2027-09-02'), yearOf(periods, '2026-08-01')], [2026, 2027, 2026])
})
