import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ordinaryRule, sumsOf } from '../averages/rules.ts'
import { firstPolicy } from '../settings/data.ts'
import { needsReason, proposeFinal, proposePeriod, proposeYear, whyNotFinal, type FinalFacts, type FinalRule, type PeriodMark } from './rules.ts'

const rule: FinalRule = { ...ordinaryRule, marksFromGrade: 2, policy: firstPolicy }
const like = (change: Partial<FinalRule>, policy: Partial<FinalRule['policy']> = {}): FinalRule => ({ ...rule, ...change, policy: { ...firstPolicy, ...policy } })
const five = (value: string, weight = 1, isControl = false, retake: string | null = null): PeriodMark => ({ value, weight, scale: 'five', isControl, retake })
const around = { hoursPerWeek: 2, lessonsHeld: 16, missed: 0, grade: 7 }
const aMark = fc.record({ value: fc.constantFrom('1', '2', '3', '4', '5', 'debt', 'pass'), weight: fc.integer({ min: 0, max: 9 }), scale: fc.constant('five'), isControl: fc.boolean(), retake: fc.constantFrom(null, null, '3', '5') })
const someMarks = fc.array(aMark, { maxLength: 40 })

test('the order of marks does not matter, nor a common factor of the weights', () => fc.assert(fc.property(someMarks, fc.integer({ min: 2, max: 5 }), fc.constantFrom('none', 'border', 'cap'), (marks, factor, controlPriority) => {
  const by = like({}, { controlPriority: controlPriority as 'none' })
  const now = proposePeriod(marks, by, around)
  assert.deepEqual(proposePeriod(marks.toReversed(), by, around), now)
  const scaled = proposePeriod(marks.map((mark) => ({ ...mark, weight: mark.weight * factor })), by, around)
  assert.deepEqual([scaled.value, scaled.by, scaled.enough], [now.value, now.by, now.enough])
})))

test('4,495 is not 4,50: the threshold is judged on the fraction', () => {
  const marks = [...Array.from({ length: 101 }, () => five('4')), ...Array.from({ length: 99 }, () => five('5'))] // 899 ÷ 200 = 4.495
  assert.deepEqual([proposePeriod(marks, rule, around).value, proposePeriod([...marks, five('5'), five('5')], rule, around).value], ['4', '5'])
  assert.equal(proposePeriod(marks, like({ roundUpFrom: 49 }), around).value, '5')
  for (const roundUpFrom of [60, 65]) assert.equal(proposePeriod([five('4'), five('5')], like({ roundUpFrom }), around).value, '4')
})

test('at the border control works decide, up and down; far from it they do not', () => {
  const border = like({}, { controlPriority: 'border' })
  const low = [...Array.from({ length: 5 }, () => five('4')), ...Array.from({ length: 3 }, () => five('5')), five('5', 1, true)] // 40 ÷ 9 = 4.44
  assert.deepEqual([proposePeriod(low, rule, around).value, proposePeriod(low, border, around).value, proposePeriod(low, border, around).by], ['4', '5', 'controlsUp'])
  const high = [five('4', 1, true), five('4'), five('5'), five('5')] // 4.50
  assert.deepEqual([proposePeriod(high, border, around).value, proposePeriod(high, border, around).by], ['4', 'controlsDown'])
  assert.equal(proposePeriod([five('4', 1, true), five('5'), five('5'), five('5')], border, around).value, '5')
  assert.deepEqual(proposePeriod([five('3', 1, true), five('5'), five('5'), five('5'), five('5')], like({}, { controlPriority: 'cap' }), around).by, 'controlsCap')
})

test('a retake counts as the act says', () => {
  const marks = [five('2', 1, false, '4')]
  assert.deepEqual((['last', 'best', 'both'] as const).map((retakeCounts) => sumsOf(marks, { ...ordinaryRule, retakeCounts })), [{ marks: 1, sum: 4, weights: 1 }, { marks: 1, sum: 4, weights: 1 }, { marks: 2, sum: 6, weights: 2 }])
  assert.equal(sumsOf([five('4', 1, false, '3')], { ...ordinaryRule, retakeCounts: 'best' }).sum, 4)
})

test('passed and not, nothing, grade one, too many absences', () => {
  const pass = (value: string): PeriodMark => ({ value, weight: 0, scale: 'pass', isControl: false })
  assert.equal(proposePeriod([pass('pass'), pass('pass')], rule, around).value, 'pass')
  assert.equal(proposePeriod([pass('pass'), pass('fail')], rule, around).by, 'notPassed')
  assert.equal(proposePeriod([{ ...pass('fail'), retake: 'pass' }], rule, around).value, 'pass')
  assert.deepEqual([proposePeriod([], rule, around).value, proposePeriod([five('5')], rule, { ...around, grade: 1 }).by], [null, 'noMarksInGrade'])
  assert.equal(proposePeriod([five('5')], like({ leastMarks: [{ hoursUpTo: 99, marks: 3 }] }), { ...around, missed: 9 }).value, 'notAttested')
})

test('the year waits for its periods, н/а in half of them is н/а in the year', () => {
  assert.deepEqual([proposeYear(['4', '5', null, null], null, rule, 7).by, proposeYear(['4', '4', '5', '5'], null, rule, 7).value, proposeYear(['4', '4', '4', '5'], null, rule, 7).value], ['notYet', '5', '4'])
  assert.equal(proposeYear(['4', 'notAttested', '5', '5'], null, rule, 7).value, '5')
  assert.equal(proposeYear(['4', 'notAttested'], null, rule, 10).by, 'periodsNotAttested')
  assert.equal(proposeYear(['4', '4', '4', '4'], '5', like({}, { yearFrom: 'periodsAndExam', yearRoundUpFrom: 20 }), 7).value, '5')
  assert.equal(proposeYear(['pass', 'fail'], null, rule, 7).value, 'fail')
})

test('certificates go by their own rules', () => {
  assert.equal(proposeFinal('4', '5', [], rule, 9).value, '5')
  assert.equal(proposeFinal('4', '5', [], rule, 8).value, '4')
  assert.equal(proposeFinal('4', null, ['3', '3', '4', '4', '4'], rule, 11).value, '4')
  assert.equal(proposeFinal(null, '5', [], rule, 9).by, 'notYet')
})

test('each refusal has its own name; a departure from the proposal needs a reason', () => {
  const facts: FinalFacts = { today: '2026-10-24', starts: '2026-09-01', closed: false, inClass: true, office: false, grade: 7, marksFromGrade: 2, proposed: '4' }
  const put = (value: string, change: Partial<FinalFacts> = {}, reason = '', protocol = false) => whyNotFinal({ ...facts, ...change }, { value, reason, protocol })
  assert.deepEqual([put('4'), put('5'), put('5', {}, 'олимпиада'), put('')], [null, 'journal.reason_needed', null, null])
  assert.deepEqual([put('4', { closed: true }), put('4', { starts: '2026-11-02' }), put('4', { inClass: false }), put('4', { office: true }), put('4', { office: true }, 'болезнь')], ['journal.period_closed', 'journal.period_ahead', 'journal.not_in_class', 'journal.reason_needed', null])
  assert.deepEqual([put('4', {}, '', true), put('5', { office: true }, '', true), put('5', { grade: 1 }, 'x')], ['journal.protocol_is_offices', null, 'journal.no_marks_in_grade'])
  assert.deepEqual([needsReason(null, 'pass'), needsReason(null, '4'), needsReason('notAttested', '3'), needsReason('4', 'exempt')], [false, true, true, true])
})
