import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { blocksOf } from './plain-text.ts'

test('paragraphs, lists, bold and links', () => {
  assert.deepEqual(blocksOf('Первый **важный**\n\n- один\n- [два](https://a.example/x)'), [
    { kind: 'paragraph', lines: [[{ text: 'Первый ' }, { text: 'важный', bold: true }]] },
    { kind: 'list', lines: [[{ text: 'один' }], [{ text: 'два', href: 'https://a.example/x' }]] },
  ])
})

test('a link leads only to the web, mail or telephone, whatever is written', () => {
  assert.deepEqual(blocksOf('[x](javascript:alert)')[0]!.lines, [[{ text: '[x](javascript:alert)' }]])
  fc.assert(fc.property(fc.string(), (text) => {
    for (const block of blocksOf(text)) for (const line of block.lines) for (const piece of line) if (piece.href) assert.match(piece.href, /^(https?:\/\/|mailto:|tel:)/)
  }))
})
