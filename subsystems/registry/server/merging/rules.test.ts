import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inOrder, mergeTerms, saidTwice, whyNotOne, type Compared, type PlaceOfRecord } from './rules.ts'

const at = new Date('2026-09-01T08:00:00Z')
const record = (id: string, more: Partial<Compared> = {}): Compared => ({ id, last_name: 'Журавлёв', first_name: 'Пётр', birth_date: '2014-03-04', snils: null, esia_oid: null, created_at: at, merged_to: null, ...more })
const nothing = { represents: false, regions: 1 }

test('the record with the account stays, then the one with a СНИЛС, then the older', () => {
  assert.equal(inOrder(record('a', { snils: '1' }), record('b', { esia_oid: '7' })).kept.id, 'b')
  assert.equal(inOrder(record('a'), record('b', { snils: '1' })).kept.id, 'b')
  assert.equal(inOrder(record('a'), record('b', { created_at: new Date(at.getTime() - 1) })).kept.id, 'b')
  assert.equal(inOrder(record('b'), record('a')).kept.id, 'a', 'the order of asking decides nothing')
})

test('papers that contradict each other stop a merge; ё and е do not', () => {
  const why = (a: Partial<Compared>, b: Partial<Compared>) => whyNotOne(record('a', a), record('b', b), [], nothing)
  assert.deepEqual(why({}, { last_name: 'ЖУРАВЛЕВ', snils: '1' }), [])
  assert.deepEqual(why({}, { birth_date: '2014-04-03' }), ['birthDate'])
  assert.deepEqual(why({ snils: '2' }, { snils: '1' }), ['snils'])
  assert.deepEqual(why({ esia_oid: '2' }, { esia_oid: '1' }), ['accounts'])
  assert.deepEqual(why({}, { last_name: 'Берёзов' }), [], 'a name is changed by a marriage')
  assert.deepEqual(why({}, { last_name: 'Берёзов', first_name: 'Олег' }), ['names'])
  assert.deepEqual(why({}, { merged_to: 'a' }), ['alreadyOne'])
  assert.deepEqual(whyNotOne(record('a'), record('b'), [], { represents: true, regions: 2 }), ['ownGuardian', 'regions'])
})

test('two lives in one school at once stop a merge; one after the other does not', () => {
  const place = (person_id: string, school_id: string, now: boolean, relation: PlaceOfRecord['relation'] = 'pupil'): PlaceOfRecord => ({ person_id, school_id, relation, now })
  const why = (...places: PlaceOfRecord[]) => whyNotOne(record('a'), record('b'), places, nothing)
  assert.deepEqual(why(place('a', 's', true), place('b', 's', true)), ['bothEnrolled'])
  assert.deepEqual(why(place('a', 's', true), place('b', 's', false)), [])
  assert.deepEqual(why(place('a', 's', true), place('b', 'other', true)), [])
  assert.deepEqual(why(place('a', 's', true, 'staff'), place('b', 's', true, 'staff')), ['bothEmployed'])
  assert.deepEqual(why(place('a', 's', true, 'staff'), place('b', 's', true, 'guardian')), [])
})

test('what is said twice is closed once, and a restriction stays', () => {
  const row = (id: string, restricted: boolean, valid_from = '2026-09-01') => ({ id, guardian: 'g', student: 's', restricted, valid_from })
  assert.deepEqual(saidTwice([row('1', false), row('2', true), row('3', false, '2025-09-01')]).map(({ id }) => id), ['3', '1'])
  assert.deepEqual(saidTwice([row('1', false), { ...row('2', false), student: 'other' }]), [])
  assert.equal(mergeTerms('2026-11-24').undoDays, 30)
})
