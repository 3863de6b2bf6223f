import assert from 'node:assert/strict'
import { test } from 'node:test'
import { genderOf, recognition } from './rules.ts'

const record = { last_name: 'Журавлёв', first_name: 'Пётр', birth_date: '2014-03-04', esia_oid: null }
const came = { lastName: 'Журавлев', firstName: 'Пётр', birthDate: '2014-03-04' }

test('the account decides, then the СНИЛС of a record that is not plainly another person', () => {
  assert.equal(recognition({ ...record, esia_oid: '1' }, undefined, came), 'known')
  assert.equal(recognition(undefined, undefined, came), 'new')
  assert.equal(recognition(undefined, record, came), 'tie')
  assert.equal(recognition(undefined, { ...record, birth_date: '2014-04-03' }, came), 'tie')
  assert.equal(recognition(undefined, { ...record, last_name: 'Иванов', first_name: 'Олег' }, came), 'tie')
  assert.equal(recognition(undefined, { ...record, last_name: 'Иванов', first_name: 'Олег', birth_date: '1980-01-01' }, came), 'clash')
  assert.equal(recognition(undefined, { ...record, esia_oid: '2' }, came), 'clash')
})

test('a missing gender follows the patronymic', () => {
  assert.deepEqual([genderOf('M', 'Ильинична'), genderOf(null, 'Ильинична'), genderOf(null, 'Алексеевич'), genderOf(null, null)], ['M', 'F', 'M', 'M'])
})
