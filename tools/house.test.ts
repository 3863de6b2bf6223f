import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changedMigrations, digestOf, landedMigrations } from './house.ts'

const path = 'subsystems/journal/server/migrations/20260902100000_mark__create.sql'

test('a landed migration may neither change nor vanish', () => {
  const landed = new Map([[path, digestOf('create table a ();')]])
  assert.deepEqual(changedMigrations(new Map([[path, 'create table a ();']]), landed), [])
  assert.match(changedMigrations(new Map([[path, 'create table b ();']]), landed)[0]?.says ?? '', /may not be changed/)
  assert.match(changedMigrations(new Map(), landed)[0]?.says ?? '', /may not be removed/)
})

test('the foundation has landed', () => {
  assert.ok(landedMigrations().size >= 12)
})
