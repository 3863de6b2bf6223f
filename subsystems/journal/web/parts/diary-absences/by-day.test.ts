import assert from 'node:assert/strict'
import { test } from 'node:test'
import { byDay, isAsked, yearOf } from './by-day.ts'

const absence = (date: string, number: number, reason: 'illness' | null, code: 'absent' | 'late' = 'absent') => ({ lessonId: `${date} ${number}`, courseId: 'c', date, number, subject: 'Алгебра', code, minutes: null, reason, reasonNote: '' })
const excuse = { from: '2026-10-09', to: '2026-10-10', state: 'asked' as const }

test('days go back in time, lessons of a day forward', () => {
  const days = byDay([absence('2026-09-22', 1, 'illness'), absence('2026-10-10', 5, null), absence('2026-10-10', 2, 'illness')], [])
  assert.deepEqual(days.map((day) => [day.date, day.absences.map((one) => one.number), day.unexplained]), [['2026-10-10', [2, 5], true], ['2026-09-22', [1], false]])
})

test('being late needs no reason', () => {
  assert.equal(byDay([absence('2026-10-10', 1, null, 'late')], [])[0]?.unexplained, false)
})

test('a reason sent covers its days until it is answered', () => {
  assert.equal(byDay([absence('2026-10-10', 5, null)], [excuse])[0]?.asked, true)
  assert.ok(!isAsked([excuse], '2026-10-11'))
  assert.ok(!isAsked([{ ...excuse, state: 'declined' }], '2026-10-10'))
})

test('a school year begins in September', () => {
  assert.deepEqual(yearOf('2026-10-14'), { from: '2026-09-01', to: '2027-08-31' })
  assert.deepEqual(yearOf('2027-05-01'), { from: '2026-09-01', to: '2027-08-31' })
})
