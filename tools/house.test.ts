import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blobOf, changedMigrations } from './house.ts'

const path = 'subsystems/journal/server/migrations/20260902100000_mark__create.sql'

test('the name of a text is the one git gives it', () => {
  assert.equal(blobOf('hello\n'), 'ce013625030ba8dba906f756967f9e9ca394464a')
})

test('a landed migration may neither change nor vanish', () => {
  const landed = new Map([[path, blobOf('create table a ();')]])
  assert.deepEqual(changedMigrations(new Map([[path, 'create table a ();']]), landed), [])
  assert.match(changedMigrations(new Map([[path, 'create table b ();']]), landed)[0]?.says ?? '', /may not be changed/)
  assert.match(changedMigrations(new Map(), landed)[0]?.says ?? '', /may not be removed/)
})
