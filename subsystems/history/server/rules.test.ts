import assert from 'node:assert/strict'
import { test } from 'node:test'
import { coverPersonal, cursorOf, idsIn, isAhead, placeOf, toldOf } from './rules.ts'

const id = '01a20d12-f7af-742b-9c71-5f69a0d1d4b0'

test('numbers and addresses of people are covered at any depth, names and roles stay', () => {
  assert.deepEqual(coverPersonal({ lastName: 'Осипова', snils: '90000100085', email: null, inner: [{ birthDate: '1978-06-05', role: 'teacher' }] }),
    { lastName: 'Осипова', snils: '•••', email: null, inner: [{ birthDate: '•••', role: 'teacher' }] })
})

test('a family is told the mark and the code, and nothing of any other act', () => {
  assert.equal(toldOf('journal.mark.put', { value: '5', note: 'тайна' }), '5')
  assert.equal(toldOf('journal.attendance.put', { code: 'absent', why: 'тайна' }), 'absent')
  assert.equal(toldOf('registry.guardianship.begin', { value: 'x', guardianId: id }), null)
  assert.equal(toldOf('journal.mark.put', null), null)
})

test('an act whose hour has not come is told to nobody of the family', () => {
  const at = new Date('2026-10-15T07:30:00Z')
  assert.deepEqual([isAhead({ hiddenUntil: '2026-10-15T07:30:01Z' }, at), isAhead({ hiddenUntil: '2026-10-15T07:30:00Z' }, at), isAhead({ value: '5' }, at), isAhead(null, at)], [true, false, false, false])
})

test('ids are found wherever they stand', () => assert.deepEqual(idsIn({ a: id, b: [{ c: id }, 'x', 5, null] }), [id, id]))

test('a cursor names a place, and nothing else does', () => {
  const place = { at: '2026-10-15T07:30:00.000Z', key: id }
  assert.deepEqual(placeOf(cursorOf(place)), place)
  for (const wrong of [undefined, '', 'x', '-'.repeat(36), "2026-10-15T07:30:00.000Z_'; drop", '2026-19-45T07:30:00.000Z_x']) assert.equal(placeOf(wrong), null)
})
