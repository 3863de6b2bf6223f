import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fictionalSnils } from '@school/contract'
import { bestOf, checkOf, compare, differingOf, faultOf } from './compare.ts'
import { addWorkingDays, datesOf } from './terms.ts'

const petr = { lastName: 'Журавлёв', firstName: 'Пётр', middleName: 'Алексеевич', birthDate: '2014-03-04', snils: fictionalSnils(5) }
const judged = (right: typeof petr | null, more = {}) => checkOf({ kind: 'child', fromEsia: true, byBirth: true, found: right !== null, compared: right ? compare(petr, right) : [], ...more })

test('ё is е; a typo is a difference; a record without СНИЛС proves nothing', () => {
  assert.equal(judged({ ...petr, lastName: 'Журавлев' }), 'matched')
  assert.equal(judged({ ...petr, middleName: 'Алексеивич' }), 'differs')
  assert.equal(judged({ ...petr, snils: null as never }), 'noSnils')
  assert.equal(judged(null), 'notFound')
})

test('what a person typed needs a paper unless the СНИЛС agrees too; whoever is no parent by birth always needs one', () => {
  assert.equal(judged({ ...petr, snils: null as never }, { fromEsia: false }), 'document')
  assert.equal(judged(petr, { fromEsia: false }), 'matched')
  assert.equal(judged(petr, { byBirth: false }), 'document')
  assert.equal(checkOf({ kind: 'staff', fromEsia: true, byBirth: true, found: false, compared: [] }), 'document')
})

test('the mistake is where the state has not looked', () => {
  const swapped = { ...petr, snils: petr.snils.slice(0, 5) + petr.snils[6] + petr.snils[5] + petr.snils.slice(7) }
  assert.equal(faultOf(true, compare(petr, { ...petr, birthDate: '2014-04-03' })), 'registry')
  assert.equal(faultOf(false, compare(petr, { ...petr, birthDate: '2014-04-03' })), 'unknown')
  if (swapped.snils !== petr.snils) assert.equal(faultOf(false, compare(swapped, petr)), 'esia')
  assert.equal(faultOf(true, compare(petr, petr)), 'none')
  assert.deepEqual(differingOf(compare(petr, { ...petr, firstName: 'Павел', snils: null as never })), ['firstName'])
})

test('the only candidate for whom more than a name speaks is chosen', () => {
  const namesake = { ...petr, birthDate: '2010-01-01', middleName: 'Иванович', snils: null as never }
  assert.equal(bestOf(petr, [namesake]), null)
  assert.deepEqual(bestOf(petr, [namesake, { ...petr, lastName: 'Журовлёв', snils: null as never }])?.lastName, 'Журовлёв')
  const twin = { ...petr, firstName: 'Павел', snils: fictionalSnils(77) }
  assert.equal(bestOf(petr, [twin]), null, 'another first name and another number is another child')
  assert.equal(bestOf(petr, [{ ...petr, lastName: 'Иванов', snils: null as never }]), null, 'a birth date and a first name are shared by many')
  assert.equal(bestOf(petr, [{ ...petr, snils: null as never }, { ...petr, snils: null as never }]), null)
})

test('weekends give the school no lateness', () => {
  assert.equal(addWorkingDays(new Date('2026-10-15T09:00:00Z'), 1).toISOString(), '2026-10-16T09:00:00.000Z')
  assert.equal(addWorkingDays(new Date('2026-10-16T09:00:00Z'), 1).toISOString(), '2026-10-19T09:00:00.000Z')
  assert.equal(datesOf(new Date('2026-10-15T09:00:00Z')).expiresAt.toISOString(), '2026-10-29T09:00:00.000Z')
})
