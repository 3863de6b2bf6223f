import assert from 'node:assert/strict'
import { test } from 'node:test'
import { notices } from '../../server/notices.ts'
import { en } from './notices.en.ts'
import { ru } from './notices.ru.ts'

test('every declared kind has a name and a sentence in both languages, and nothing else has', () => {
  const declared = [...new Set(notices.map((one) => one.kind))].sort()
  for (const words of [ru, en]) assert.deepEqual([Object.keys(words.kinds).sort(), Object.keys(words.sentence).sort()], [declared, declared])
})
