import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanName, freeName, isInside, isTooDeep, nameKey, splitName } from './rules.ts'

test('names are what every file system bears', () => {
  const cases: [string, string | null][] = [
    ['Отчёт.docx', 'Отчёт.docx'], ['  a  b  ', 'a b'], ['../../etc/passwd', '.. .. etc passwd'], ['a\u0000b', 'a b'], ['..', null], ['   ', null], ['', null], ['CON', '_CON'], ['con.txt', '_con.txt'], ['console', 'console'],
    ['и\u0306.txt', 'й.txt'], ['план\u202Efdp.exe', 'план fdp.exe'], ['конец. ', 'конец'], ['a\ud800b', 'a\ufffdb'], ['.gitignore', '.gitignore'],
  ]
  for (const [given, name] of cases) assert.equal(cleanName(given), name, JSON.stringify(given))
})

test('a long name keeps its extension', () => {
  const name = cleanName(`${'я'.repeat(400)}.docx`)!
  assert.equal(name.length, 200)
  assert.ok(name.endsWith('.docx'))
})

test('a taken name gets the first free number', () => {
  const taken = new Set(['отчет.docx', 'отчет (2).docx'])
  assert.equal(freeName('Отчёт.docx', taken), 'Отчёт (3).docx')
  assert.equal(freeName('Другой.docx', taken), 'Другой.docx')
  assert.equal(nameKey('ЁЛКА'), 'елка')
  assert.deepEqual(splitName('архив.tar.gz'), ['архив.tar', '.gz'])
  assert.deepEqual(splitName('.gitignore'), ['.gitignore', ''])
})

test('a folder does not come to lie in itself, nor too deep', () => {
  assert.ok(isInside(['s', 'a', 'b'], { id: 'a' }))
  assert.ok(!isInside(['s', 'b'], { id: 'a' }))
  assert.ok(!isTooDeep(['s', ...Array.from({ length: 29 }, String)], 1))
  assert.ok(isTooDeep(['s', ...Array.from({ length: 30 }, String)], 1))
})
