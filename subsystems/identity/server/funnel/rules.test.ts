import assert from 'node:assert/strict'
import { test } from 'node:test'
import { few, partsBy, summed } from './rules.ts'

const school = { id: '1', name: 'Школа № 1', municipality_id: 'm', municipality_name: 'Город', region_id: 'r', region_name: 'Область', admin_in: true, staff: 20, staff_in: 9, pupils: 300, classes: 12, with_parent: 160, first_marks: false }

test('a figure of people that could point at somebody is not given', () => assert.deepEqual([0, 1, 9, 10].map(few), [0, null, null, 10]))

test('a step of people counts from the half on', () => {
  assert.deepEqual(summed([school]).steps.map((step) => step.schools), [1, 1, 1, 0, 1, 1, 0])
  assert.deepEqual(summed([{ ...school, staff_in: 10, with_parent: 149, first_marks: true }]).steps.map((step) => step.schools), [1, 1, 1, 1, 1, 0, 1])
  assert.deepEqual(summed([]).steps.map((step) => step.schools), [0, 0, 0, 0, 0, 0, 0])
})

test('parts add up to the whole and stand in order', () => {
  const schools = [school, { ...school, id: '2', name: 'Школа № 10', municipality_id: 'n', municipality_name: 'Район' }, { ...school, id: '3', name: 'Школа № 2' }]
  const parts = partsBy(schools, (one) => one.municipality_id, (one) => one.municipality_name)
  assert.deepEqual(parts.map((part) => [part.name, part.steps[0]!.schools]), [['Город', 2], ['Район', 1]])
  assert.deepEqual(partsBy(schools, (one) => one.id, (one) => one.name).map((part) => part.name), ['Школа № 1', 'Школа № 2', 'Школа № 10'])
})
