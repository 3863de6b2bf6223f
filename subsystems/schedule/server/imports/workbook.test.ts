import test from 'node:test'
import assert from 'node:assert/strict'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import writeExcelFile, { type SheetData } from 'write-excel-file/node'
import { fictionalSnils, printSnils } from '@school/contract'
import { dayOfCell, genderOfCell, numberOfCell, roleOfCell, tidyName } from './workbook-cells.ts'
import { readWorkbook } from './workbook-read.ts'
import { writeTemplate } from './workbook-template.ts'
import { whyNotWorkbook, WORKBOOK_LIMITS } from '@school/workbook'

const context = { today: '2026-11-24' }
const book = async (...sheets: [string, SheetData][]) => new Uint8Array(await writeExcelFile(sheets.map(([sheet, data]) => ({ sheet, data }))).toBuffer())
const cells = (...values: (string | number | null)[]) => values.map((value) => (value === null ? null : { value }))

test('the empty template reads as an empty file without errors', async () => {
  assert.deepEqual(await readWorkbook(await writeTemplate(), context), { people: [], classes: [], groups: [], loads: [], errors: [], ignored: [] })
})

test('the filled template is read whole', async () => {
  const bytes = await writeTemplate({
    people: [
      { lastName: 'ЖУРАВЛЁВА', firstName: 'алёна', middleName: 'Игоревна', birthDate: '04.03.2014', gender: 'Ж', snils: printSnils(fictionalSnils(7)), role: 'ученица', className: '5 «А»', guardian: 'Журавлёва Дина Ренатовна', guardianKind: 'Мать' },
      { fullName: 'Белов Игорь Павлович', birthDate: 30937, role: 'Учитель', position: 'учитель математики', email: 'Belov@School.example' },
    ],
    classes: [{ parallel: 5, letter: 'а', homeroom: 'Белов И. П.' }, { collegeGroup: 'ЛД101', course: 1 }],
    groups: [{ title: '5А англ 1', classes: '5А', subject: 'Английский', members: 'первая половина' }],
    loads: [{ students: '5-А', subject: 'Математика', teacher: 'Белов И. П.', hours: '0,5' }, { students: '5А англ 1', subject: 'Английский', hours: 3 }],
  })
  const read = await readWorkbook(bytes, context)
  assert.deepEqual(read.errors, [])
  assert.deepEqual(read.people.map(({ lastName, firstName, birthDate, gender, role, snils, email }) => [lastName, firstName, birthDate, gender, role, snils, email]), [
    ['Журавлёва', 'Алёна', '2014-03-04', 'female', 'pupil', fictionalSnils(7), null], ['Белов', 'Игорь', '1984-09-12', null, 'teacher', null, 'belov@school.example']])
  assert.deepEqual(read.people[0]!.guardian, { lastName: 'Журавлёва', firstName: 'Дина', middleName: 'Ренатовна', snils: null, kind: 'мать', birthDate: null })
  assert.deepEqual(read.classes.map((row) => [row.title, row.shift, row.daysPerWeek]), [['5А', 1, 5], ['ЛД101', 1, 5]])
  assert.deepEqual(read.loads.map((row) => row.hours), [0.5, 3])
})

test('sloppy headers, any order, and every mistake with its place', async () => {
  const bytes = await book(['ученики', [
    cells('Список учеников на 1 сентября'),
    cells('Класс', 'Кто', 'фамилия ', 'ИМЯ', 'дата рожд.', 'СНИЛС (без пробелов)', 'Любимый цвет'),
    cells('5А', 'ученик', 'Ким', 'Ян', '31.02.2014', '112-233-454 95', 'синий'),
    cells('5Б', 'пират', 'Лыткин', 'Пётр', '2014-05-06', null, null),
    cells(null, 'ученик', 'Носов', null, null, null, null),
    cells('7Я', 'ученик', 'Орлов', 'Глеб', '01.01.2099', '11223344595', null),
    cells('5А', 'ученик', 'Павлов', 'Лев', 41764, '112-233-445 95', null),
  ]], ['Классы', [cells('Параллель', 'Буква'), cells(5, 'А'), cells('5', 'Б'), cells(15, 'В'), cells(5, 'a')]], ['Разное', [cells('что-то')]])
  const read = await readWorkbook(bytes, context)
  const seen = read.errors.map(({ sheet, row, column, code }) => `${sheet} ${row} ${column} ${code}`).sort()
  assert.deepEqual(seen, [
    'Классы 4 Параллель bad_number', 'Классы 5 Класс duplicate_class', 'Люди 6 Класс unknown_class', 'Люди 7 СНИЛС duplicate_snils',
    'ученики 3 Дата рождения bad_date', 'ученики 3 СНИЛС snils_check_digit', 'ученики 4 Роль bad_role', 'ученики 5 Дата рождения required', 'ученики 5 Имя required', 'ученики 5 Класс required',
    'ученики 6 Дата рождения future_date',
  ].sort())
  assert.deepEqual(read.ignored, ['ученики: Любимый цвет'])
  assert.equal(read.people.find((row) => row.lastName === 'Павлов')!.birthDate, '2014-05-05')
})

test('needed columns and known sheets', async () => {
  assert.deepEqual((await readWorkbook(await book(['Люди', [cells('Фамилия', 'Имя'), cells('А', 'Б')]]), context)).errors.map((error) => [error.code, error.column]), [['missing_column', 'Роль']])
  assert.deepEqual((await readWorkbook(await book(['Лист1', [cells('а')]]), context)).errors.map((error) => error.code), ['no_known_sheet'])
})

test('cells', () => {
  const day = (cell: unknown) => { const found = dayOfCell(cell, context.today); return 'value' in found ? found.value : found.fault }
  assert.deepEqual(['4.3.2014', '04/03/2014', '2014-03-04', '04.03.2014 г.', 41702, new Date('2014-03-04T00:00:00Z')].map(day), Array(6).fill('2014-03-04'))
  assert.deepEqual(['04.13.2014', '29.02.2015', 'вчера', '14.03.14', 12, '01.01.1850'].map(day), Array(6).fill('bad_date'))
  assert.deepEqual(['М', 'жен.', 'девочка'].map((cell) => genderOfCell(cell)), [{ value: 'male' }, { value: 'female' }, { value: 'female' }])
  assert.deepEqual(roleOfCell('Учитель математики'), { value: 'teacher' })
  assert.deepEqual(numberOfCell('2 смена', 1, 2), { value: 2 })
  assert.deepEqual(['ИВАНОВ-ПЕТРОВ', 'анна', 'МакКей', 'АЛИ ОГЛЫ'].map(tidyName), ['Иванов-Петров', 'Анна', 'МакКей', 'Али оглы'])
  fc.assert(fc.property(fc.date({ min: new Date('1930-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }), (date) => {
    const iso = date.toISOString().slice(0, 10)
    assert.equal(day(iso.split('-').reverse().join('.')), iso)
    assert.equal(day((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000), iso)
  }))
})

/** A zip of one entry that claims to be small. */
function zipOf(content: Buffer): Uint8Array {
  const packed = deflateRawSync(content)
  const name = Buffer.from('xl/workbook.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(8, 8); local.writeUInt32LE(packed.length, 18); local.writeUInt32LE(10, 22); local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(8, 10); entry.writeUInt32LE(packed.length, 20); entry.writeUInt32LE(10, 24); entry.writeUInt16LE(name.length, 28)
  const body = Buffer.concat([local, name, packed])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(1, 8); end.writeUInt16LE(1, 10); end.writeUInt32LE(46 + name.length, 12); end.writeUInt32LE(body.length, 16)
  return new Uint8Array(Buffer.concat([body, entry, name, end]))
}

test('bombs and other files are refused before they are opened', async () => {
  assert.equal(whyNotWorkbook(zipOf(Buffer.alloc(WORKBOOK_LIMITS.unpacked + 1))), 'unpacks_too_large')
  assert.equal(whyNotWorkbook(zipOf(Buffer.from('x'))), null)
  assert.equal(whyNotWorkbook(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)), 'old_format')
  assert.equal(whyNotWorkbook(new Uint8Array(WORKBOOK_LIMITS.bytes + 1)), 'too_large')
  for (const bytes of [new Uint8Array(), new TextEncoder().encode('Фамилия;Имя'), zipOf(Buffer.from('x')).slice(0, 60)])
    assert.deepEqual((await readWorkbook(bytes, context)).errors.map((error) => error.code), ['not_a_workbook'])
  assert.deepEqual((await readWorkbook(zipOf(Buffer.from('x')), context)).errors.length, 1)
  await fc.assert(fc.asyncProperty(fc.nat(200), fc.uint8Array({ maxLength: 40 }), async (at, junk) => {
    const bytes = zipOf(Buffer.from('<a/>'))
    bytes.set(junk.slice(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length))
    assert.ok((await readWorkbook(bytes, context)).errors.length > 0)
  }), { numRuns: 40 })
})
