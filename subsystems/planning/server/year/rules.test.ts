import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isReady, stepsOf } from './rules.ts'
import type { YearRow } from './store.ts'

const none = { count: 0, names: [] }
const ready: YearRow = {
  today: '2026-08-20', starts: '2026-09-01', has_year: true, classes: 2, timetabled: 32, courses: 32, planned_courses: 32,
  unset: none, unrolled: none, without_plan: none, drafts: none, not_made: none, without_teacher: none, not_placed: none, without_lessons: none, bells: 1, opened_at: null, opened_by: null,
}
const step = (row: Partial<YearRow>, key: string) => { const { state, done, total } = stepsOf({ ...ready, ...row }).find((one) => one.key === key)!; return [state, done, total] }

test('a year with everything in it is ready before it is opened', () => {
  assert.equal(isReady(stepsOf(ready)), true)
  assert.deepEqual(step({}, 'opened'), ['todo', 0, 1])
})

test('what is not there at all leaves nothing done; what lacks a part says how much', () => {
  assert.deepEqual(step({ timetabled: 0 }, 'timetable'), ['todo', 0, 32])
  assert.deepEqual(step({ not_placed: { count: 3, names: [] } }, 'timetable'), ['part', 29, 32])
  assert.deepEqual(step({ bells: 0 }, 'bells'), ['todo', 0, 2])
  assert.deepEqual(step({ unset: { count: 1, names: ['7А'] } }, 'bells'), ['part', 1, 2])
})

test('programmes may come later', () => assert.equal(isReady(stepsOf({ ...ready, without_lessons: { count: 32, names: [] } })), true))
