import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { en } from './en.ts'
import { ru } from './ru.ts'

test('both languages name the same things', () => {
  for (const group of ['action', 'fields', 'values', 'roles', 'rooms', 'read', 'subs', 'looksSubs'] as const) assert.deepEqual(Object.keys(en[group]).sort(), Object.keys(ru[group]).sort(), group)
})

test('every act that a room leaves in the audit has a name', () => {
  const files = globSync(fileURLToPath(new URL('../../../*/server/**/*.ts', import.meta.url))).filter((path) => !path.endsWith('.test.ts'))
  const left = files.flatMap((path) => [...readFileSync(path, 'utf8').matchAll(/\.audit\('([a-zA-Z._]+)'/g)].map((found) => found[1]!))
  assert.ok(left.length > 30)
  assert.deepEqual([...new Set(left)].filter((action) => !(action in ru.action)), [], 'name it in both catalogues')
})
