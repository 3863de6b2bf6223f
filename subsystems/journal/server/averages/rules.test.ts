import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { averageText, forecast, ordinaryRule, propose, quotientText, roundedMark, sumsOf, type Counted, type Rule } from './rules.ts'

const five = (value: number, weight: number): Counted => ({ value: String(value), weight, scale: 'five' })
const ruleFrom = (roundUpFrom: number): Rule => ({ ...ordinaryRule, roundUpFrom })
const aMark = fc.record({ value: fc.constantFrom('1', '2', '3', '4', '5', 'pass', 'fail', 'debt', ''), weight: fc.integer({ min: 0, max: 20 }), scale: fc.constantFrom('five', 'pass') })
const marks = fc.array(aMark, { maxLength: 60 })

test('the worked example: 5 (weight 3), 5 (1), 4 (5) is 4.44', () => {
  const sums = sumsOf([five(5, 3), five(5, 1), five(4, 5)], ordinaryRule)
  assert.deepEqual(sums, { marks: 3, sum: 40, weights: 9 })
  assert.equal(averageText(sums), '4.44')
  assert.deepEqual(quotientText(sums), { quotient: '4.4444', exact: false })
})

test('half up at the last printed figure, without floating error', () => {
  assert.equal(averageText({ marks: 1, sum: 4495, weights: 1000 }), '4.50')
  assert.equal(averageText({ marks: 1, sum: 44949, weights: 10_000 }), '4.49')
  assert.equal(averageText({ marks: 1, sum: 1005, weights: 1000 }), '1.01')
  assert.equal(averageText({ marks: 0, sum: 0, weights: 0 }), '')
})

test('the proposal is judged on the fraction, not on its printed decimals', () => {
  assert.deepEqual(roundedMark({ marks: 1, sum: 4495, weights: 1000 }, ruleFrom(50)), { mark: '4', by: 'roundedDown' })
  assert.deepEqual(roundedMark({ marks: 1, sum: 9, weights: 2 }, ruleFrom(50)), { mark: '5', by: 'roundedUp' })
  assert.deepEqual(roundedMark({ marks: 1, sum: 9, weights: 2 }, ruleFrom(60)), { mark: '4', by: 'roundedDown' })
  assert.deepEqual(roundedMark({ marks: 1, sum: 465, weights: 100 }, ruleFrom(65)), { mark: '5', by: 'roundedUp' })
  assert.deepEqual(roundedMark({ marks: 1, sum: 8, weights: 2 }, ruleFrom(1)), { mark: '4', by: 'whole' })
})

test('the order of marks does not matter', () => fc.assert(fc.property(marks, fc.integer(), (all, seed) => {
  const shuffled = [...all].sort((a, b) => (JSON.stringify(a).length * seed) % 7 - (JSON.stringify(b).length * seed) % 7)
  assert.deepEqual(sumsOf(shuffled, ordinaryRule), sumsOf(all, ordinaryRule))
})))

test('a weighted mark counts like that many plain marks', () => fc.assert(fc.property(fc.array(fc.record({ value: fc.integer({ min: 1, max: 5 }), weight: fc.integer({ min: 1, max: 6 }) }), { minLength: 1, maxLength: 20 }), (all) => {
  const weighted = sumsOf(all.map((one) => five(one.value, one.weight)), ordinaryRule)
  const plain = sumsOf(all.flatMap((one) => Array.from({ length: one.weight }, () => five(one.value, 9))), { ...ordinaryRule, averaging: 'plain' })
  assert.equal(averageText(weighted), averageText(plain))
  assert.deepEqual(roundedMark(weighted, ordinaryRule), roundedMark(plain, ordinaryRule))
})))

test('the average lies between the least and the greatest mark, and the printed one is nearest', () => fc.assert(fc.property(marks, (all) => {
  const sums = sumsOf(all, ordinaryRule)
  if (sums.weights === 0) return
  const printed = Math.round(Number(averageText(sums)) * 100)
  assert.ok(Math.abs(printed * sums.weights - 100 * sums.sum) * 2 <= sums.weights)
  assert.ok(printed >= 100 && printed <= 500)
})))

test('a stricter threshold never proposes more', () => fc.assert(fc.property(marks, fc.integer({ min: 1, max: 98 }), (all, from) => {
  const sums = sumsOf(all, ordinaryRule)
  const [mild, strict] = [roundedMark(sums, ruleFrom(from)), roundedMark(sums, ruleFrom(from + 1))]
  assert.ok(Number(mild?.mark ?? 0) >= Number(strict?.mark ?? 0))
})))

test('every way of the forecast does what it says and changes the proposal', () => fc.assert(fc.property(marks, fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 5 }), (all, weights) => {
  const sums = sumsOf(all, ordinaryRule)
  const now = roundedMark(sums, ordinaryRule)?.mark
  for (const way of forecast(sums, ordinaryRule, weights)) {
    const then = sumsOf([...all, ...Array.from({ length: way.count }, () => five(Number(way.value), way.weight))], ordinaryRule)
    assert.equal(roundedMark(then, ordinaryRule)?.mark, way.proposed)
    assert.equal(averageText(then), way.average)
    assert.notEqual(way.proposed, now)
  }
})))

test('an example: 58 of 13 is 4.46, and a five of weight two brings 4.53', () => {
  const [up] = forecast({ marks: 8, sum: 58, weights: 13 }, ordinaryRule, [2])
  assert.deepEqual(up, { value: '5', weight: 2, count: 1, average: '4.53', proposed: '5' })
})

test('too many absences and too few marks: not attested; enough marks: the mark', () => {
  const rule: Rule = { ...ordinaryRule, leastMarks: [{ hoursUpTo: 1, marks: 3 }, { hoursUpTo: 99, marks: 5 }] }
  const around = { hoursPerWeek: 2, lessonsHeld: 10, missed: 6 }
  assert.deepEqual(propose(sumsOf([five(4, 1)], rule), rule, around), { proposed: 'notAttested', by: 'tooManyAbsences', enough: false })
  assert.deepEqual(propose(sumsOf([five(4, 1)], rule), rule, { ...around, missed: 5 }), { proposed: '4', by: 'whole', enough: false })
  assert.deepEqual(propose(sumsOf(Array.from({ length: 5 }, () => five(4, 1)), rule), rule, around), { proposed: '4', by: 'whole', enough: true })
  assert.deepEqual(propose(sumsOf([], rule), rule, { ...around, missed: 0 }), { proposed: null, by: 'nothing', enough: false })
})
