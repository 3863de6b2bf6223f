import test from 'node:test'
import assert from 'node:assert/strict'
import fc from 'fast-check'
import { explainDifference, explainField, typingDistance } from './differences.ts'
import { foldLookAlikes, foldName } from './fold.ts'

test('a request and the register: two fields differ', () => {
  const stated = { lastName: 'Журавлёв', firstName: 'Пётр', middleName: 'Алексеевич', snils: '112-233-445 95', birthDate: '2014-03-04', gender: 'male' }
  const known = { lastName: 'Журавлев', firstName: 'Пётр', middleName: 'Алексеивич', snils: '112-233-454 95', birthDate: '2014-03-04', gender: 'male' }
  const [last, first, middle, birth, snils, gender] = explainDifference(stated, known)
  assert.equal(last!.verdict, 'same_folded')
  assert.deepEqual(last!.spans, { left: [[6, 7]], right: [[6, 7]] })
  assert.equal(first!.verdict, 'same')
  assert.equal(middle!.verdict, 'typo')
  assert.deepEqual(middle!.spans, { left: [[6, 7]], right: [[6, 7]] })
  assert.equal(birth!.verdict, 'same')
  assert.equal(snils!.verdict, 'swapped_digits')
  assert.deepEqual(snils!.spans.right, [[7, 9]])
  assert.equal(snils!.wrongCheckDigit, 'right')
  assert.equal(gender!.verdict, 'same')
})

test('one field, many ways to differ', () => {
  const cases = [
    ['lastName', 'ИВАНОВА', 'Иванова', 'same_folded'],
    ['lastName', 'Римский-Корсаков', 'Римский Корсаков', 'same_folded'],
    ['lastName', 'Aнна', 'Анна', 'same_folded'], // a Latin A
    ['firstName', 'Наталья', 'Наталия', 'typo'],
    ['firstName', 'Данил', 'Данила', 'typo'],
    ['firstName', 'Ян', 'Ия', 'different'],
    ['lastName', 'Иванова', 'Петрова', 'different'],
    ['middleName', '', 'Ильич', 'missing'],
    ['middleName', '', '', 'same'],
    ['birthDate', '2014-03-04', '2014-04-03', 'swapped_digits'],
    ['birthDate', '2014-03-12', '2014-03-21', 'swapped_digits'],
    ['birthDate', '2014-03-12', '2014-03-13', 'typo'],
    ['birthDate', '2014-03-12', '2015-07-13', 'different'],
    ['snils', '112-233-445 95', '11223344595', 'same'],
    ['snils', '112-233-445 95', '112-233-446 95', 'typo'],
    ['gender', 'male', 'female', 'different'],
  ] as const
  for (const [field, left, right, verdict] of cases) assert.equal(explainField(field, left, right).verdict, verdict, `${left} / ${right}`)
})

const word = fc.string({ unit: fc.constantFrom(...'абвеёжиой-'), maxLength: 12 })

test('what is marked is exactly what differs', () => {
  fc.assert(fc.property(word, word, (a, b) => {
    const found = explainField('lastName', a, b)
    const rest = (text: string, spans: readonly [number, number][]) =>
      [...text].filter((_, i) => !spans.some(([from, to]) => i >= from && i < to)).join('')
    if (found.verdict !== 'missing') assert.equal(rest(found.left, found.spans.left), rest(found.right, found.spans.right))
    assert.equal(explainField('lastName', b, a).verdict, found.verdict)
    assert.equal(explainField('lastName', a, a).verdict, 'same')
  }))
})

test('the distance is a distance', () => {
  fc.assert(fc.property(word, word, (a, b) => {
    assert.equal(typingDistance(a, b), typingDistance(b, a))
    assert.equal(typingDistance(a, b) === 0, a === b)
  }))
  assert.equal(typingDistance('алексей', 'алескей'), 1)
})

test('folding twice changes nothing', () => {
  fc.assert(fc.property(fc.string(), (text) => assert.equal(foldName(foldName(text)), foldName(text))))
  assert.equal(foldLookAlikes('5A'), '5A')
  assert.equal(foldLookAlikes('Ивaнов'), 'Иванов')
})
