import assert from 'node:assert/strict'
import { test } from 'node:test'
import { movementOf } from './rules.ts'

const stay = (valid_from: string, valid_to: string | null = null, begun_by = 'enrolled', end_reason: string | null = null) => ({ valid_from, valid_to, begun_by, end_reason })

test('start plus arrived minus left is the end; transfers between classes are told apart', () => {
  const stays = [stay('2026-09-01'), stay('2026-09-01', '2026-10-25'), stay('2026-09-01', '2026-10-10', 'enrolled', 'otherSchool'), stay('2026-09-01', '2026-10-11', 'enrolled', 'transferred'), stay('2026-09-20', null, 'transferred'), stay('2026-10-01', '2026-10-05')]
  assert.deepEqual(movementOf(stays, '2026-09-01', '2026-10-25'), { start: 4, arrived: 2, fromClass: 1, left: 3, toClass: 1, end: 3 })
})
