import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hundredths, partsText, tenths } from './figures.ts'

test('shares are rounded once, halves upwards, and nothing has no share', () => {
  assert.deepEqual([tenths(5, 8), tenths(1, 3), tenths(2, 3), tenths(1, 2000), tenths(0, 7), tenths(7, 7), tenths(0, 0)], [625, 333, 667, 1, 0, 1000, null])
})

test('quotients keep two digits: 4.495 is 4.50', () => {
  assert.deepEqual([hundredths(40, 9), hundredths(899, 200), hundredths(3, 1), hundredths(0, 0)], [444, 450, 300, null])
})

test('parts are written with the comma of the language', () => {
  assert.deepEqual([partsText(625, 1, ','), partsText(5, 1, ','), partsText(450, 2, '.'), partsText(1000, 1, ','), partsText(null, 1, ',')], ['62,5', '0,5', '4.50', '100,0', ''])
})
