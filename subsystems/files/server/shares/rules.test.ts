import assert from 'node:assert/strict'
import { test } from 'node:test'
import { audienceOf, isOfAge } from './rules.ts'

test('audiences', () => {
  assert.equal(audienceOf({ kind: 'person', personId: 'a' }, ''), 'person:a')
  assert.equal(audienceOf({ kind: 'role', schoolId: 's', role: 'teacher' }, ''), 'role:s:teacher')
  assert.equal(audienceOf({ kind: 'link' }, 'abc'), 'link:abc')
})

test('a birthday counts from its morning', () => {
  assert.deepEqual([isOfAge('2012-10-15', '2026-10-14', 14), isOfAge('2012-10-15', '2026-10-15', 14), isOfAge('2012-02-29', '2026-02-28', 14), isOfAge('2012-02-29', '2026-03-01', 14)], [false, true, false, true])
})
