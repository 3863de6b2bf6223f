import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countDays, isFullDay, percentOf, ruleOn, whyOfDay, type StudentDay } from './rules.ts'

const usual = { valid_from: '2026-09-01', full_day_lessons: null, illness_percent: 20 }
const three = { valid_from: '2026-11-01', full_day_lessons: 3, illness_percent: 30 }
const day = (more: Partial<StudentDay>): StudentDay => ({ class_id: 'c', student_id: 's', date: '2026-10-15', missed: 0, illness: 0, excused: 0, unexcused: 0, late: 0, held: 6, ...more })

test('a full day is one whose every lesson was missed, or as many as the school says', () => {
  assert.deepEqual([isFullDay(usual, 6, 6), isFullDay(usual, 5, 6), isFullDay(usual, 0, 0), isFullDay(usual, 1, 1)], [true, false, false, true])
  assert.deepEqual([isFullDay(three, 3, 6), isFullDay(three, 2, 6), isFullDay(three, 2, 2)], [true, false, true])
})

test('each day is judged by the rule that held on it', () => {
  const rules = [usual, three]
  assert.equal(ruleOn(rules, '2026-10-31'), usual)
  assert.equal(ruleOn(rules, '2026-11-01'), three)
  assert.equal(ruleOn([], '2026-11-01').illness_percent, 20)
  const half = { missed: 3, illness: 3 }
  const counted = countDays(rules, [day({ ...half, date: '2026-10-15' }), day({ ...half, date: '2026-11-15' })])
  assert.deepEqual([counted.lessons, counted.days, counted.illnessDays], [6, 1, 1])
})

test('a day of several reasons goes by what still asks for an act', () => {
  assert.equal(whyOfDay(day({ missed: 6, illness: 5 })), 'unknown')
  assert.equal(whyOfDay(day({ missed: 6, illness: 4, unexcused: 2 })), 'unexcused')
  assert.equal(whyOfDay(day({ missed: 6, illness: 4, excused: 2 })), 'excused')
  assert.equal(whyOfDay(day({ missed: 6, illness: 6 })), 'illness')
  const sum = countDays([usual], [day({ missed: 6, illness: 2, unexcused: 1, late: 1 })])
  assert.deepEqual([sum.unknown, sum.unexcused, sum.illness, sum.late, sum.unknownDays, sum.days], [3, 1, 2, 1, 1, 1])
})

test('the share of the ill', () => {
  assert.deepEqual([percentOf(5, 25), percentOf(1, 30), percentOf(0, 0)], [20, 3, 0])
})
