import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decisionsOf, proposePromotion, whyNotAttempt, whyNotDecided, type PupilYear } from './rules.ts'

const year: PupilYear = { grade: 7, marksFromGrade: 2, missing: 0, debts: 0, admissionWork: null }
const rule = { debtsAtMost: 2, admissionDebts: 0 }
const proposed = (of: Partial<PupilYear>) => { const { decision, by } = proposePromotion({ ...year, ...of }, rule); return [decision, by] }
const refused = (decision: Parameters<typeof whyNotDecided>[2]['decision'], of: Partial<PupilYear> = {}, familyChoice = false) => whyNotDecided({ ...year, ...of }, rule, { decision, familyChoice, admissionWork: of.admissionWork ?? null })

test('what the rule proposes', () => {
  assert.deepEqual(proposed({}), ['promoted', 'allPassed'])
  assert.deepEqual(proposed({ grade: 1, missing: 5 }), ['promoted', 'noMarksInGrade'])
  assert.deepEqual(proposed({ missing: 1 }), [null, 'marksMissing'])
  assert.deepEqual(proposed({ debts: 2 }), ['conditional', 'debtsWithin'])
  assert.deepEqual(proposed({ debts: 3 }), [null, 'debtsOver'])
  assert.deepEqual(proposed({ grade: 9 }), [null, 'workMissing'])
  assert.deepEqual(proposed({ grade: 9, admissionWork: 'pass' }), ['admitted', 'allPassed'])
  assert.deepEqual(proposed({ grade: 11, admissionWork: 'fail' }), ['notAdmitted', 'workFailed'])
  assert.deepEqual(proposed({ grade: 11, debts: 1, admissionWork: 'pass' }), ['notAdmitted', 'debtsOver'])
})

test('each refusal has its own name', () => {
  assert.equal(refused('admitted'), 'journal.decision_not_of_grade')
  assert.equal(refused('promoted', { missing: 1 }), 'journal.year_not_marked')
  assert.equal(refused('promoted', { debts: 1 }), 'journal.has_debts')
  assert.equal(refused('conditional'), 'journal.no_debts')
  assert.equal(refused('conditional', { debts: 3 }), 'journal.too_many_debts')
  assert.equal(refused('repeat', { debts: 3 }), 'journal.family_choice_needed')
  assert.equal(refused('repeat', { debts: 3 }, true), null)
  assert.equal(refused('admitted', { grade: 9 }), 'journal.admission_work_needed')
  assert.equal(refused('admitted', { grade: 9, debts: 1, admissionWork: 'pass' }), 'journal.has_debts')
  assert.equal(refused('notAdmitted', { grade: 9, admissionWork: 'pass' }), 'journal.no_debts')
})

test('what is proposed may always be decided', () => fc.assert(fc.property(
  fc.record({ grade: fc.integer({ min: 1, max: 11 }), marksFromGrade: fc.constant(2), missing: fc.nat(2), debts: fc.nat(5), admissionWork: fc.constantFrom('pass' as const, 'fail' as const, null) }), fc.record({ debtsAtMost: fc.integer({ min: 1, max: 4 }), admissionDebts: fc.nat(2) }),
  (of, act) => { const { decision } = proposePromotion(of, act); return decision === null || (decisionsOf(of.grade).includes(decision) && whyNotDecided(of, act, { decision, familyChoice: false, admissionWork: of.admissionWork }) === null) })))

test('two attempts, in order and by their days, the second by a commission', () => {
  const debt = { firstDue: '2026-10-01', secondDue: '2027-05-01', today: '2026-10-15', before: [] }
  const [at, protocol] = ['2026-09-20', false]
  assert.equal(whyNotAttempt(debt, 1, { date: at, protocol }), null)
  assert.equal(whyNotAttempt(debt, 1, { date: '2026-10-02', protocol }), 'journal.attempt_late')
  assert.equal(whyNotAttempt(debt, 1, { date: '2026-10-16', protocol }), 'journal.lesson_ahead')
  assert.equal(whyNotAttempt(debt, 2, { date: at, protocol }), 'journal.attempt_out_of_order')
  const failed = { ...debt, before: [{ attempt: 1, date: at, value: '2' }] }
  assert.equal(whyNotAttempt(failed, 2, { date: '2026-10-10', protocol }), 'journal.protocol_needed')
  assert.equal(whyNotAttempt(failed, 2, { date: '2026-10-10', protocol: true }), null)
  assert.equal(whyNotAttempt({ ...debt, before: [{ attempt: 1, date: at, value: '3' }] }, 2, { date: '2026-10-10', protocol: true }), 'journal.attempt_out_of_order')
})
