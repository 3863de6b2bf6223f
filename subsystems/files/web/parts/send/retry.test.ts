import assert from 'node:assert/strict'
import { test } from 'node:test'
import { metadataOf, pauseAfter, secondsLeft } from './retry.ts'

test('pauses grow to half a minute', () => {
  assert.deepEqual([0, 1, 2, 5, 50].map(pauseAfter), [1000, 2000, 4000, 30_000, 30_000])
})

test('metadata carry Russian names and leave out what is empty', () => {
  assert.equal(metadataOf({ filename: 'ё.txt', path: '', folder: 'x' }), `filename ${Buffer.from('ё.txt').toString('base64')},folder eA==`)
})

test('time left follows the latest speed and waits until it knows it', () => {
  assert.equal(secondsLeft([{ at: 0, sent: 0 }], 100), null)
  assert.equal(secondsLeft([{ at: 0, sent: 0 }, { at: 500, sent: 10 }], 100), null)
  assert.equal(secondsLeft([{ at: 0, sent: 0 }, { at: 2000, sent: 20 }], 100), 8)
})
