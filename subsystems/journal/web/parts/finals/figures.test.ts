import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FinalCell } from '../../../contract/index.ts'
import { valueOfKey, waits } from './figures.ts'

test('keys of both layouts put values', () => {
  assert.deepEqual(['5', 'н', 'Y', 'о', 'З', 'Delete', '7', 'Enter'].map(valueOfKey), ['5', 'notAttested', 'notAttested', 'exempt', 'pass', '', null, null])
})

test('a proposal waits until a mark stands or the period is closed', () => {
  const cell: FinalCell = { studentId: 'a', kind: 'period', periodId: 'p', marks: 3, average: '4.00', proposed: '4', by: 'whole', enough: true, mark: null, closed: false }
  assert.deepEqual([waits(cell), waits({ ...cell, closed: true }), waits({ ...cell, proposed: null }), waits({ ...cell, mark: { id: 'm', value: '4', proposed: '4', revision: 1, corrected: false } })], [true, false, false, false])
})
