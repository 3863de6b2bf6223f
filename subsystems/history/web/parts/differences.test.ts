import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differencesOf } from './differences.ts'

const id = '01a20d12-f7af-742b-9c71-5f69a0d1d4b0'

test('only what differs, ids by their names, machinery left out', () => {
  assert.deepEqual(differencesOf({ value: '4', note: 'x', revision: 1 }, { value: '5', note: 'x', revision: 2 }, {}), [{ key: 'value', was: '4', became: '5' }])
  assert.deepEqual(differencesOf(null, { classId: id, unknownId: '01a20d12-f7af-742b-9c71-5f69a0d1d4b1' }, { [id]: '7Б' }), [{ key: 'classId', was: null, became: '7Б' }])
  assert.deepEqual(differencesOf(null, { counts: { enrol: 3 }, teacherIds: [id] }, { [id]: 'Осипова' }), [{ key: 'counts.enrol', was: null, became: 3 }, { key: 'teacherIds', was: null, became: 'Осипова' }])
  assert.deepEqual(differencesOf(null, null, {}), [])
})
