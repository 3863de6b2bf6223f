import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCell, readTable, writeTable } from './paste.ts'

test('a block copied from Excel', () => {
  assert.deepEqual(readTable('5\t4\r\n\t3\r\n'), [['5', '4'], ['', '3']])
  assert.deepEqual(readTable('5'), [['5']])
  assert.deepEqual(readTable('"a ""b"""\t"x\ny"'), [['a "b"', 'x\ny']])
  assert.deepEqual(readTable(writeTable([['5', ''], ['Н', '5/4']])), [['5', ''], ['Н', '5/4']])
})

test('an empty last cell of a row keeps its place', () => {
  assert.deepEqual(readTable('5\t\n4\t'), [['5', ''], ['4', '']])
})

test('several marks and an absence in one cell', () => {
  assert.deepEqual(readCell('5/4'), { marks: ['5', '4'], absence: null, unread: null })
  assert.deepEqual(readCell('3 оп'), { marks: ['3'], absence: { code: 'late', reason: null }, unread: null })
  assert.deepEqual(readCell(''), { marks: [], absence: null, unread: null })
})

test('what is not a mark is told, not guessed', () => {
  assert.equal(readCell('5-').unread, '5-')
  assert.equal(readCell('Иванов').unread, 'Иванов')
})
