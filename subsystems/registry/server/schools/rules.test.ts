import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf, normalIdentifiers } from './rules.ts'

const right = { ogrn: '1027700132195', inn: '7707083893', kpp: '770701001' }

test('right identifiers have no faults, spaces do not matter', () => {
  assert.deepEqual(faultsOf(right), {})
  assert.deepEqual(faultsOf({ ...right, ogrn: '1 027 700 132 195' }), {})
  assert.deepEqual(normalIdentifiers({ ogrn: ' 1027700132195', inn: '77070 83893', kpp: '7707 01001' }), right)
})

test('each fault is named by its field', () => {
  assert.deepEqual(faultsOf({ ogrn: '1027700132194', inn: '7707083894', kpp: '77070100' }), { ogrn: 'check_digit', inn: 'check_digit', kpp: 'length' })
  assert.deepEqual(faultsOf({ ...right, inn: '500100732259' }), { inn: 'length' }, 'twelve digits are a person')
  assert.deepEqual(faultsOf({ ...right, ogrn: '304500116000157' }), { ogrn: 'length' }, 'fifteen digits are an entrepreneur')
  assert.deepEqual(faultsOf({ ...right, inn: '0000000000' }), { inn: 'all_zeros' })
})
