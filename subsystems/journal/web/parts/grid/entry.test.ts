import assert from 'node:assert/strict'
import { test } from 'node:test'
import { entryOf, figureOf, lettersOf, letterOf, typeLetter } from './entry.ts'

/** Types keys one after another as a teacher would and returns the last meaning. */
const typed = (keys: string) => {
  let buffer = ''
  let entry = null
  for (const key of keys) {
    const letter = letterOf(key)
    if (letter) ({ buffer, entry } = typeLetter(buffer, letter))
  }
  return entry
}

test('figures are marks', () => {
  for (const figure of ['5', '4', '3', '2', '1']) assert.deepEqual(typed(figure), { mark: figure })
  assert.deepEqual(typed('54'), { mark: '4' })
  assert.deepEqual(typed('.'), { mark: 'debt' })
  assert.deepEqual(typed('ю'), { mark: 'debt' })
})

test('letters mean the same in both layouts', () => {
  for (const keys of ['н', 'Н', 'y', 'n']) assert.deepEqual(typed(keys), { absence: { code: 'absent', reason: null } }, keys)
  for (const keys of ['б', ',', 'b']) assert.deepEqual(typed(keys), { absence: { code: 'absent', reason: 'illness' } }, keys)
  for (const keys of ['о', 'оп', 'ОП', 'j', 'jg', 'o']) assert.deepEqual(typed(keys), { absence: { code: 'late', reason: null } }, keys)
  for (const keys of ['уп', 'у', 'eg', 'u']) assert.deepEqual(typed(keys), { absence: { code: 'absent', reason: 'excused' } }, keys)
})

test('longer codes grow out of shorter ones', () => {
  assert.deepEqual(typed('нп'), { absence: { code: 'absent', reason: 'unexcused' } })
  assert.deepEqual(typed('осв'), { absence: { code: 'exempt', reason: null } })
  assert.deepEqual(typed('нз'), { mark: 'fail' })
  assert.deepEqual(typed('н5'), { mark: '5' })
})

test('keys that mean nothing are left alone', () => {
  assert.equal(entryOf('9'), null, 'a digit of points only')
  for (const key of ['F2', 'Enter', '+']) assert.equal(letterOf(key), null)
  assert.equal(typed('ж'), null)
})

test('codes are read whole from a pasted table', () => {
  assert.deepEqual(entryOf(' оп '), { absence: { code: 'late', reason: null } })
  assert.deepEqual(entryOf('H'), null)
  assert.equal(entryOf('хорошо'), null)
  assert.equal(lettersOf('absent', 'illness'), 'Б')
  assert.equal(lettersOf('late', null), 'ОП')
  assert.equal(figureOf('pass'), 'зач')
})
