import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enteredAtOf } from './device-time.ts'

const received = new Date('2026-10-15T12:00:00.000Z')

test('what a device says of its time is taken only when it can be so', () => {
  assert.equal(enteredAtOf('2026-10-14T06:30:00.000Z', received), '2026-10-14T06:30:00.000Z')
  for (const said of [undefined, '2026-10-15T12:00:01.000Z', '2026-09-01T06:30:00.000Z', '1970-01-01T00:00:00.000Z']) assert.equal(enteredAtOf(said, received), received.toISOString())
})
