import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addUp, dayReason, isWholeDay } from './rules.ts'

const day = (given: Partial<{ missed: number; illness: number; excused: number; unexcused: number; late: number; held: number }>) => ({ missed: 0, illness: 0, excused: 0, unexcused: 0, late: 0, held: 6, ...given })

test('a day is missed only when every lesson of it was', () => {
  assert.deepEqual([isWholeDay(day({ missed: 6 })), isWholeDay(day({ missed: 5 })), isWholeDay(day({ late: 1 })), isWholeDay(day({ missed: 2, held: 0 }))], [true, false, false, false])
})

test('the reason of a day', () => {
  assert.deepEqual([
    dayReason(day({ missed: 6, illness: 6 })), dayReason(day({ missed: 6, illness: 4, excused: 2 })), dayReason(day({ missed: 6, illness: 5, unexcused: 1 })), dayReason(day({ missed: 6, illness: 5 })),
  ], ['illness', 'excused', 'unexcused', 'unknown'])
})

test('days and lessons add up, lateness is counted by itself', () => {
  assert.deepEqual(addUp([day({ missed: 6, illness: 6 }), day({ missed: 1, late: 2 }), day({ missed: 2, unexcused: 2, held: 2 })]),
    { days: 2, dayReasons: { illness: 1, excused: 0, unexcused: 1, unknown: 0 }, lessons: 9, illness: 6, excused: 0, unexcused: 2, unknown: 1, late: 2 })
})
