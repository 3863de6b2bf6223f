import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { recommendedRules } from '../timetable/recommended.ts'
import { ranked, reasonsFor, type Candidate } from './rules.ts'

const { substitution } = recommendedRules([])
const someone = (given: Partial<Candidate> = {}): Candidate => ({ id: given.id ?? 'a', lastName: 'Ким', firstName: 'А', middleName: null, sameSubject: false, knowsClass: false, numbers: [], month: 0, ...given })
const kinds = (one: Candidate, number = 3) => reasonsFor(one, number, substitution, 6).map(({ kind }) => kind)

test('each reason is told', () => {
  assert.deepEqual(kinds(someone({ sameSubject: true, knowsClass: true, numbers: [2, 4], month: 2 })), ['subject', 'class', 'window', 'dayLoad', 'month'])
  assert.deepEqual(kinds(someone()), ['notHere'])
  assert.deepEqual(kinds(someone({ numbers: [1, 2] })), ['here', 'dayLoad'])
  assert.deepEqual(kinds(someone({ numbers: [1, 2, 4, 5, 6, 7] })), ['window', 'overloaded'])
})

test('the same subject goes before everything, then who is in school anyway', () => {
  const order = ranked([someone({ id: 'home' }), someone({ id: 'here', numbers: [1, 2] }), someone({ id: 'gap', numbers: [2, 4] }), someone({ id: 'same', sameSubject: true })], 3, substitution, 6)
  assert.deepEqual(order.map(({ teacher }) => teacher.id), ['same', 'gap', 'here', 'home'])
})

test('the order does not depend on the order of the question, and every score is the sum of its reasons', () => {
  const people = fc.uniqueArray(fc.record({ id: fc.uuid(), sameSubject: fc.boolean(), knowsClass: fc.boolean(), numbers: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 6 }), month: fc.nat(9) }), { selector: ({ id }) => id, maxLength: 12 })
  fc.assert(fc.property(people, (list) => {
    const all = list.map((one) => someone(one))
    const order = ranked(all, 3, substitution, 6)
    assert.deepEqual(ranked(all.toReversed(), 3, substitution, 6), order)
    for (const one of order) assert.equal(one.score, one.reasons.reduce((sum, { points }) => sum + points, 0))
  }))
})
