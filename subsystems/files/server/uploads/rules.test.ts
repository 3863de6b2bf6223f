import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readChecksum, readCount, readMetadata } from './rules.ts'

const b64 = (text: string) => Buffer.from(text).toString('base64')

test('metadata are pairs with base64 values', () => {
  assert.deepEqual([...readMetadata(`filename ${b64('Отчёт.docx')}, empty ,folder ${b64('x')}`)!], [['filename', 'Отчёт.docx'], ['empty', ''], ['folder', 'x']])
  for (const wrong of ['filename ?', `a ${b64('1')},a ${b64('2')}`, `a ${Buffer.from([0xff]).toString('base64')}`, 'имя eA==']) assert.equal(readMetadata(wrong), null, wrong)
})

test('a checksum names a known algorithm', () => {
  assert.deepEqual(readChecksum('sha1 AQI='), { algorithm: 'sha1', value: Buffer.from([1, 2]) })
  for (const wrong of ['crc32 AQI=', 'sha1', 'sha1 %', '']) assert.equal(readChecksum(wrong), null, wrong)
})

test('counts are digits', () => {
  assert.deepEqual(['0', '15', '-1', '1.5', '1e3', '', undefined, '9'.repeat(20)].map(readCount), [0, 15, null, null, null, null, null, null])
})
