import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnAt, columnStarts, scrollTo, shownColumns } from './window.ts'

const hundred = columnStarts(Array.from({ length: 100 }, () => 55), 600)

test('only columns near the sight are drawn', () => {
  const shown = shownColumns(hundred, 2000, 600)
  assert.ok(shown.from <= 36 && shown.from > 24)
  assert.ok(shown.to >= 48 && shown.to < 60)
  assert.deepEqual(shownColumns(hundred, 2010, 600), shown)
  assert.deepEqual(shownColumns(columnStarts([55, 55], 600), 0, 600), { from: 0, to: 2 })
})

test('a column is found by its place', () => {
  assert.equal(columnAt(hundred, 0), 0)
  assert.equal(columnAt(hundred, 54), 0)
  assert.equal(columnAt(hundred, 55), 1)
  assert.equal(columnAt(hundred, 99_999), 99)
})

test('few columns share the room, many keep their least width', () => {
  assert.deepEqual(columnStarts([50, 50], 140), [0, 70, 140])
  assert.equal(hundred.at(-1), 5500)
  assert.deepEqual(columnStarts([], 100), [0])
})

test('the sight follows the cursor only when it must', () => {
  assert.equal(scrollTo(hundred, 3, 0, 600), null)
  assert.equal(scrollTo(hundred, 20, 0, 600), 21 * 55 - 600)
  assert.equal(scrollTo(hundred, 2, 300, 600), 110)
})
