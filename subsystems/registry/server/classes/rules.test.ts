import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classNameOf, whyNotOfClasses } from './rules.ts'

test('a class is named by grade and letter, a group of a course by its own sign', () => {
  assert.equal(classNameOf({ gradeLevel: 7, course: null, letter: 'Б' }), '7 «Б»')
  assert.equal(classNameOf({ gradeLevel: 7, course: null, letter: '' }), '7')
  assert.equal(classNameOf({ gradeLevel: null, course: 2, letter: 'ИС-21' }), 'ИС-21')
  assert.equal(classNameOf({ gradeLevel: 10, course: null, letter: 'А', name: ' 10 инженерный ' }), '10 инженерный')
})

test('a class has a grade or a course, never both or neither', () => {
  assert.throws(() => classNameOf({ gradeLevel: 7, course: 1, letter: '' }))
  assert.throws(() => classNameOf({ gradeLevel: null, course: null, letter: '' }))
})

test('a subgroup is of one class, other groups of several', () => {
  assert.equal(whyNotOfClasses('subgroup', 1), null)
  assert.equal(whyNotOfClasses('subgroup', 2), 'one')
  assert.equal(whyNotOfClasses('crossClass', 1), 'several')
  assert.equal(whyNotOfClasses('combined', 2), null)
})
