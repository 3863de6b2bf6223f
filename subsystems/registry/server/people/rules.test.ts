import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fictionalSnils, printSnils } from '@school/contract'
import { Problem } from '@school/server'
import { differingFields, fieldsOf, isRealDay } from './rules.ts'

const data = { lastName: '  Журавлёв ', firstName: 'Пётр', middleName: ' ', birthDate: '2014-03-04', gender: 'M', snils: null, email: '', phone: null } as const
const code = (expected: string) => (error: unknown) => error instanceof Problem && error.code === expected

test('stray spaces go, blanks become null, СНИЛС becomes digits', () => {
  const snils = fictionalSnils(7)
  assert.deepEqual(fieldsOf({ ...data, snils: printSnils(snils) }, '2026-10-15'), { last_name: 'Журавлёв', first_name: 'Пётр', middle_name: null, birth_date: '2014-03-04', gender: 'M', snils, email: null, phone: null })
})

test('a wrong СНИЛС and an impossible birth date are refused', () => {
  assert.throws(() => fieldsOf({ ...data, snils: '112-233-445 96' }, '2026-10-15'), code('registry.snils_wrong'))
  for (const birthDate of ['2026-10-16', '1899-12-31', '2014-02-30']) assert.throws(() => fieldsOf({ ...data, birthDate }, '2026-10-15'), code('registry.birth_date_wrong'), birthDate)
  assert.equal(isRealDay('2024-02-29'), true)
})

test('ё and е are one letter for recognising, another birth date is another person', () => {
  const known = { last_name: 'Журавлёв', first_name: 'Петр', birth_date: '2014-03-04' }
  assert.deepEqual(differingFields(known, { ...known, last_name: 'ЖУРАВЛЕВ', first_name: 'Пётр' }), [])
  assert.deepEqual(differingFields(known, { ...known, birth_date: '2014-04-03' }), ['birthDate'])
})
