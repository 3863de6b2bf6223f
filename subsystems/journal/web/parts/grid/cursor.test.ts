import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blockOf, cursorAt, moved } from './cursor.ts'

const size = { rows: 25, columns: 11 }
const move = (rows: number, columns: number, extend = false) => ({ act: 'move', rows, columns, extend } as const)

test('the cursor stays on the page', () => {
  const corner = cursorAt(24, 10)
  assert.equal(moved(corner, move(1, 0), size), corner)
  assert.deepEqual(moved(corner, move(-10, 0), size), cursorAt(14, 10))
  assert.deepEqual(moved(corner, { act: 'edge', to: 'first', extend: false }, size), cursorAt(0, 0))
})

test('a selection grows from where it began and falls together on a plain move', () => {
  const drawn = moved(moved(cursorAt(3, 3), move(2, 0, true), size), move(0, -1, true), size)
  assert.deepEqual(blockOf(drawn), { top: 3, bottom: 5, left: 2, right: 3 })
  assert.deepEqual(moved(drawn, move(1, 0), size), cursorAt(6, 2))
})
