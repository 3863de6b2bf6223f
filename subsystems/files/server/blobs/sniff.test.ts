import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileKindOf, lookOf, sniff } from './sniff.ts'

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((one) => typeof one === 'string' ? Buffer.from(one, 'utf8') : Buffer.from(one)))

test('bytes decide, the name only tells apart what looks the same', () => {
  const cases: [Buffer, string, string][] = [
    [bytes([0x89], 'PNG\r\n', [0x1a], '\n'), 'a.txt', 'image/png'], [bytes([0xff, 0xd8, 0xff, 0xe0]), 'a.png', 'image/jpeg'],
    [bytes('%PDF-1.7'), 'a.jpg', 'application/pdf'], [bytes('PK\x03\x04rest'), 'план.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [bytes('PK\x03\x04rest'), 'a.html', 'application/zip'], [bytes('<!DOCTYPE html><p>'), 'a.png', 'text/html'], [bytes('  <svg xmlns="x">'), 'a.txt', 'image/svg+xml'],
    [bytes('<?xml version="1.0"?><svg '), 'a.png', 'image/svg+xml'], [bytes('просто текст'), 'a.txt', 'text/plain'], [bytes('alert(1)'), 'a.js', 'text/javascript'],
    [bytes([0, 1, 2, 3]), 'a.txt', 'application/octet-stream'], [bytes([7, 7, 7]), 'a.txt', 'application/octet-stream'], [bytes([0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2]), 'привет.txt', 'text/plain'], [bytes('MZ', [0x90, 0]), 'a.pdf', 'application/x-executable'], [bytes(), 'a', 'text/plain'],
  ]
  for (const [head, name, type] of cases) assert.equal(sniff(head, name), type, `${name} ${head.toString('latin1')}`)
})

test('a text that was cut in the middle of a letter is a text', () => {
  assert.equal(sniff(Buffer.from('ж'.repeat(3000)).subarray(0, 4100), 'a.txt'), 'text/plain')
  assert.equal(sniff(Buffer.from(`x${'ж'.repeat(3000)}`).subarray(0, 4100), 'a.txt'), 'text/plain')
})

test('what a browser would run is never looked at as itself', () => {
  for (const type of ['text/html', 'image/svg+xml', 'text/xml', 'text/javascript']) assert.equal(lookOf(type), 'text')
  assert.deepEqual(['image/png', 'application/pdf', 'video/mp4', 'application/zip', 'image/heic'].map(lookOf), ['image', 'pdf', 'video', 'none', 'none'])
  assert.deepEqual(['application/msword', 'text/csv', 'application/zip', 'application/x-executable'].map(fileKindOf), ['document', 'table', 'archive', 'other'])
})
