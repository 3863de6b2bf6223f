import assert from 'node:assert/strict'
import { test } from 'node:test'
import { momentOf } from './lesson-line.ts'

const lesson = (number: number, starts: string, ends: string, state: 'planned' | 'cancelled' = 'planned') => ({ id: String(number), number, starts, ends, subject: 'Алгебра', room: null, state })
const day = [lesson(1, '08:30', '09:15'), lesson(2, '09:25', '10:10', 'cancelled'), lesson(3, '10:25', '11:10')]

test('a day without lessons, or with all of them cancelled, has nothing to tell', () => {
  assert.equal(momentOf([], '09:00').kind, 'none')
  assert.equal(momentOf([lesson(1, '08:30', '09:15', 'cancelled')], '09:00').kind, 'none')
})

test('the bell belongs to what begins with it', () => {
  assert.equal(momentOf(day, '08:29').kind, 'before')
  assert.equal(momentOf(day, '08:30').kind, 'lesson')
  assert.equal(momentOf(day, '09:15').kind, 'break')
  assert.equal(momentOf(day, '11:10').kind, 'over')
})

test('a lesson that goes on names the next one that is held', () => {
  const [first, last] = [momentOf(day, '08:40'), momentOf(day, '10:30')]
  assert.ok(first.kind === 'lesson' && last.kind === 'lesson')
  assert.deepEqual([first.next?.number, last.next], [3, null])
})

test('a cancelled lesson is a break until the next one', () => {
  const moment = momentOf(day, '09:30')
  assert.ok(moment.kind === 'break')
  assert.equal(moment.next.number, 3)
  assert.equal(moment.ends, '11:10')
})
