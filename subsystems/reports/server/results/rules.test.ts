import assert from 'node:assert/strict'
import { test } from 'node:test'
import { average, categoryOf, countedIn, good, learned, learnedSum, oneShort, spreadOf, succeeded } from './rules.ts'

const spread = spreadOf(['5', '5', '4', '4', '4', '3', '3', '2', 'notAttested', 'exempt', null, 'pass'])

test('N takes the not attested and leaves out the exempt, the unmarked and pass/fail', () => {
  assert.deepEqual([countedIn(spread), succeeded(spread), good(spread), spread.exempt, spread.unmarked, spread.passFail], [9, 7, 5, 1, 1, 1])
})

test('СОУ = (100·n5 + 64·n4 + 36·n3 + 16·n2 + 7·n н/а) / N', () => {
  assert.equal(learnedSum(spread), 200 + 192 + 72 + 16 + 7)
  assert.equal(learned(spread), 541) // 487 ÷ 9 = 54,11
  assert.equal(learned(spreadOf([null])), null)
})

test('the average has no place for the not attested', () => {
  assert.equal(average(spread), 375) // 30 ÷ 8
})

test('the worst mark decides the category', () => {
  assert.deepEqual([['5', '5'], ['5', '4'], ['4', '3'], ['5', '2'], ['5', 'fail'], ['5', 'notAttested'], ['2', 'notAttested'], ['pass', 'exempt'], []].map(categoryOf),
    ['excellent', 'good', 'passing', 'failing', 'failing', 'notAttested', 'failing', 'unmarked', 'unmarked'])
})

test('one mark short', () => {
  assert.deepEqual([['5', '4', '5'], ['5', '4', '4'], ['5', '3', '4'], ['3', '3', '4'], ['5', '5']].map(oneShort), ['4', null, '3', null, null])
})
