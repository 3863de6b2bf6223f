import assert from 'node:assert/strict'
import test from 'node:test'
import { readProgrammeRows, rowsOfText } from './read-table.ts'

const short = (read: ReturnType<typeof readProgrammeRows>) => read.items.map((one) => [one.section, one.topic, one.hours, one.control, one.homework])

test('a table with a header, sections as rows, totals and work of control', () => {
  const read = readProgrammeRows([
    ['Календарно-тематическое планирование'], ['№', 'Тема урока', 'Кол-во часов', 'Контроль', 'Домашнее задание', 'ЭОР'],
    ['', 'Раздел 1. Выражения (5 ч)', '5'], [1, 'Числовые выражения', 2, '', '§ 1', 'https://example.org/a; https://example.org/b'], [2, 'Контрольная работа № 1', 1, 'да', ''], ['', 'Итого', 3],
    [3, 'Уравнения', 'много', '', ''],
  ])
  assert.deepEqual(short(read), [['Раздел 1. Выражения', 'Числовые выражения', 2, '', '§ 1'], ['Раздел 1. Выражения', 'Контрольная работа № 1', 1, 'Контрольная работа', '']])
  assert.deepEqual(read.items[0]?.links.map((one) => one.href), ['https://example.org/a', 'https://example.org/b'])
  assert.deepEqual(read.faults, [{ row: 7, code: 'bad_hours', value: 'много' }])
})

test('a pasted list without a header: hours stand at the end or are one', () => {
  assert.deepEqual(short(readProgrammeRows(rowsOfText('Раздел 1. Клетка\nСтроение клетки — 2 ч\n2. Ткани растений\n'))), [['Раздел 1. Клетка', 'Строение клетки', 2, '', ''], ['Раздел 1. Клетка', 'Ткани растений', 1, '', '']])
})

test('pasted columns without a header are guessed', () => {
  const read = readProgrammeRows(rowsOfText('1\tВведение в предмет\t1\t§ 1\n2\tСтроение вещества\t2\t§ 2\n3\tДиффузия в газах\t1\t§ 3'))
  assert.deepEqual(short(read).map((one) => one.slice(1)), [['Введение в предмет', 1, '', '§ 1'], ['Строение вещества', 2, '', '§ 2'], ['Диффузия в газах', 1, '', '§ 3']])
  assert.deepEqual(readProgrammeRows([]).items, [])
})
