import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whyNotDecide } from './rules.ts'

test('one person asks and another decides, once', () => {
  assert.equal(whyNotDecide({ state: 'asked', askedBy: 'a', by: 'b' }), null)
  assert.equal(whyNotDecide({ state: 'asked', askedBy: 'a', by: 'a' }), 'journal.two_people')
  for (const state of ['granted', 'declined', 'ended']) assert.equal(whyNotDecide({ state, askedBy: 'a', by: 'b' }), 'journal.unlock_decided')
})
