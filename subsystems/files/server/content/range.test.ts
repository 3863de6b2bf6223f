import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dispositionOf, isHeld, readRange } from './range.ts'

test('ranges', () => {
  const cases: [string | undefined, number, ReturnType<typeof readRange>][] = [
    [undefined, 10, null], ['bytes=0-3', 10, { start: 0, end: 3 }], ['bytes=5-', 10, { start: 5, end: 9 }], ['bytes=-3', 10, { start: 7, end: 9 }], ['bytes=-99', 10, { start: 0, end: 9 }], ['bytes=0-99', 10, { start: 0, end: 9 }],
    ['bytes=10-', 10, 'impossible'], ['bytes=-0', 10, 'impossible'], ['bytes=0-', 0, 'impossible'], ['bytes=5-2', 10, null], ['bytes=0-1,3-4', 10, null], ['items=0-1', 10, null], ['bytes=-', 10, null],
  ]
  for (const [header, size, slice] of cases) assert.deepEqual(readRange(header, size), slice, String(header))
})

test('a name travels as it is and as ASCII, and breaks no header', () => {
  assert.equal(dispositionOf('attachment', 'План "7А".pdf'), 'attachment; filename="____ _7__.pdf"; filename*=UTF-8\'\'%D0%9F%D0%BB%D0%B0%D0%BD%20%227%D0%90%22.pdf')
  assert.ok(!/[\r\n]/.test(dispositionOf('inline', 'a\r\nb')))
})

test('tags', () => {
  assert.deepEqual([isHeld('"a"', '"a"'), isHeld('W/"a"', '"a"'), isHeld('"b", "a"', '"a"'), isHeld('*', '"a"'), isHeld('"b"', '"a"'), isHeld(undefined, '"a"')], [true, true, true, true, false, false])
})
