import test from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { fictionalSnils, isFictionalSnils, normalSnils, printSnils, whySnilsWrong } from './snils.ts'
import { fictionalInn, whyInnWrong } from './inn.ts'
import { fictionalOgrn, whyOgrnWrong } from './ogrn.ts'
import { fictionalKpp, whyKppWrong } from './kpp.ts'

test('СНИЛС: known numbers', () => {
  for (const right of ['112-233-445 95', '11223344595', '087-654-303 00', '001-001-998 12', '112 233 445 95']) assert.equal(whySnilsWrong(right), null, right)
  assert.equal(whySnilsWrong('112-233-454 95'), 'check_digit')
  assert.equal(whySnilsWrong('000-000-000 00'), 'all_zeros')
  assert.equal(whySnilsWrong('112-233-445 9'), 'length')
  assert.equal(whySnilsWrong('112-233-44А 95'), 'length')
  assert.equal(whySnilsWrong(' '), 'empty')
  assert.equal(printSnils('11223344595'), '112-233-445 95')
  assert.equal(printSnils('11'), '11')
})

test('ИНН, ОГРН, КПП: known numbers', () => {
  assert.equal(whyInnWrong('7707083893'), null)
  assert.equal(whyInnWrong('7707083894'), 'check_digit')
  assert.equal(whyInnWrong('500100732259'), null)
  assert.equal(whyInnWrong('500100732258'), 'check_digit')
  assert.equal(whyInnWrong('7707083893', 'person'), 'length')
  assert.equal(whyInnWrong('0000000000'), 'all_zeros')
  assert.equal(whyInnWrong('123'), 'length')
  assert.equal(whyOgrnWrong('1027700132195'), null)
  assert.equal(whyOgrnWrong('1027700132196'), 'check_digit')
  assert.equal(whyOgrnWrong('304500116000157'), null)
  assert.equal(whyOgrnWrong('304500116000158'), 'check_digit')
  assert.equal(whyOgrnWrong('0000000000000'), 'all_zeros')
  assert.equal(whyKppWrong('773601001'), null)
  assert.equal(whyKppWrong('7736ав001'), 'form')
  assert.equal(whyKppWrong('7736AB001'), null)
  assert.equal(whyKppWrong('77360100'), 'length')
})

test('fictional numbers are valid, recognisable and repeatable', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 98_999_999 }), (n) => {
    assert.equal(whySnilsWrong(fictionalSnils(n)), null)
    assert.ok(isFictionalSnils(printSnils(fictionalSnils(n))))
    assert.equal(fictionalSnils(n), fictionalSnils(n))
    assert.equal(whyInnWrong(fictionalInn(n), 'organisation'), null)
    assert.equal(whyInnWrong(fictionalInn(n, 'person'), 'person'), null)
    assert.equal(whyOgrnWrong(fictionalOgrn(n)), null)
    assert.equal(whyKppWrong(fictionalKpp(n)), null)
  }))
})

test('one wrong digit never passes, printing loses nothing', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 98_999_999 }), fc.nat(10), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
    const right = fictionalSnils(n)
    assert.equal(normalSnils(printSnils(right)), right)
    const digits = [...right]
    digits[at] = String((Number(digits[at]) + by) % 10)
    const wrong = digits.join('')
    if (Number(wrong.slice(0, 9)) > 1001998) assert.equal(whySnilsWrong(wrong), printsAlike(right, wrong) ? null : 'check_digit')
  }))
})

/** The rests 0 and 100 both print as 00, so a slip from one to the other is the one hole of the rule. */
const printsAlike = (right: string, wrong: string) => right.slice(9) === wrong.slice(9) && [right, wrong].every((digits) => [0, 100].includes(rest(digits)))
const rest = (digits: string) => [...digits.slice(0, 9)].reduce((total, digit, i) => total + Number(digit) * (9 - i), 0) % 101
