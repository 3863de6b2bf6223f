// not messages: words compared
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asCollege } from './college-words.ts'

test('a college has groups, courses and students; words that only begin alike stay', () => {
  assert.equal(asCollege('По классам: Учеников, Параллель', 'ru'), 'По группам: Студентов, Курс')
  assert.equal(asCollege('Отчёт классного руководителя', 'ru'), 'Отчёт куратора группы')
  assert.equal(asCollege('Классный час, классификация', 'ru'), 'Классный час, классификация')
  assert.equal(asCollege('Pupils by class', 'en'), 'Students by group')
})
