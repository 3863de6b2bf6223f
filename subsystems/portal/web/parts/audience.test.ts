import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupOf, groups, rolesOf } from './audience.ts'

test('what was chosen is shown again, another choice is kept as it was', () => {
  for (const group of ['everyone', 'staff', 'families'] as const) assert.equal(groupOf(rolesOf(group, null)), group)
  assert.equal(groupOf(['teacher', 'parent']), 'chosen')
  assert.deepEqual(rolesOf('chosen', ['teacher', 'parent']), ['teacher', 'parent'])
  assert.equal(groupOf([...groups.families].reverse()), 'families')
})
