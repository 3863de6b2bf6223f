import assert from 'node:assert/strict'
import { test } from 'node:test'
import { laws } from './lint/laws.ts'
import { scaffold } from './new.ts'

test('a new subsystem obeys every law of the house', () => {
  const tree = new Map(Object.entries(scaffold('canteen', 4)))
  assert.deepEqual(laws.flatMap((law) => [...law.check(tree)].map((breach) => `${law.name}: ${breach.path} ${breach.says}`)), [])
})
