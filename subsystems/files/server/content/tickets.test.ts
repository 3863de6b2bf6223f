import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newId } from '@school/contract'
import { readTicket, writeTicket } from './tickets.ts'

const key = Buffer.alloc(32, 7)
const ticket = { nodeId: newId(), versionId: newId(), personId: newId(), until: 1_800_000_000_000 }

test('a ticket is read as it was written, until it runs out', () => {
  const text = writeTicket(key, ticket)
  assert.deepEqual(readTicket(key, text, ticket.until - 1), ticket)
  assert.equal(readTicket(key, text, ticket.until), null)
})

test('nothing about a ticket can be changed', () => {
  const text = writeTicket(key, ticket)
  assert.equal(readTicket(Buffer.alloc(32, 8), text, 0), null)
  for (const wrong of ['', '.', 'x.y', text.slice(1), `${text}x`, text.replace('.', ''), `A${text.slice(1)}`]) if (wrong !== text) assert.equal(readTicket(key, wrong, 0), null, wrong)
})
