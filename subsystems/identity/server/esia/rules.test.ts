import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ageOn } from './age.ts'
import { refusalOf } from './failures.ts'
import { kidsFrom, organisationsFrom, personFrom } from './people.ts'
import { scopeOf } from './scopes.ts'
import { authorizationText, tokenText } from './signed-text.ts'
import { esiaTimestamp } from './timestamp.ts'

test('a timestamp has the one shape, names the same second and no locale in it', () => {
  const shape = /^(\d{4})\.(\d{2})\.(\d{2}) (\d{2}):(\d{2}):(\d{2}) ([+-]\d{2})(\d{2})$/
  const moments = fc.date({ min: new Date('1970-01-02T00:00:00Z'), max: new Date('2999-12-30T00:00:00Z'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, fc.integer({ min: -12 * 60, max: 14 * 60 }), (at, offset) => {
      const [, year, month, day, hour, minute, second, zone, zoneMinute] = shape.exec(esiaTimestamp(at, offset)) ?? []
      const back = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}:${zoneMinute}`)
      return back.getTime() === Math.floor(at.getTime() / 1000) * 1000
    }),
    { numRuns: 2000 },
  )
})

test('a timestamp is in Moscow time unless said otherwise', () => {
  assert.equal(esiaTimestamp(new Date('2026-11-24T06:15:00.999Z')), '2026.11.24 09:15:00 +0300')
  assert.equal(esiaTimestamp(new Date('2026-12-31T22:00:00Z')), '2027.01.01 01:00:00 +0300')
  assert.equal(esiaTimestamp(new Date('2026-11-24T06:15:00Z'), -210), '2026.11.24 02:45:00 -0330')
})

test('the signed texts are the fields in their order with nothing between', () => {
  const fields = {
    clientId: 'MYSCHOOL',
    scope: 'openid fullname birthdate gender snils',
    timestamp: '2026.11.24 09:15:00 +0300',
    state: '00000000-0000-4000-8000-000000000001',
    redirectUri: 'https://school.example/auth/esia/return',
  }
  const golden =
    'MYSCHOOLopenid fullname birthdate gender snils2026.11.24 09:15:00 +030000000000-0000-4000-8000-000000000001https://school.example/auth/esia/return'
  assert.equal(authorizationText(fields), golden)
  assert.equal(tokenText({ ...fields, code: 'c0de-1' }), `${golden}c0de-1`)
  assert.equal(authorizationText({ ...fields, scopeOrg: 'ORG' }), golden.replace('snils', 'snilsORG'))
})

test('each profile asks for no more than it needs', () => {
  assert.equal(scopeOf('pupil'), 'openid fullname birthdate gender snils')
  assert.equal(scopeOf('staff'), 'openid fullname birthdate gender snils usr_org')
  assert.equal(scopeOf('parent'), 'openid fullname birthdate gender snils kid_fullname kid_birthdate kid_snils kid_gender')
})

test('age counts full years on the given day', () => {
  const cases: [string, string, number][] = [
    ['2012-11-24', '2026-11-23', 13],
    ['2012-11-24', '2026-11-24', 14],
    ['2012-02-29', '2026-02-28', 13],
    ['2012-02-29', '2026-03-01', 14],
    ['2020-01-01', '2026-12-31', 6],
  ]
  for (const [birth, day, years] of cases) assert.equal(ageOn(birth, day), years, `${birth} on ${day}`)
})

test('errors of ЕСИА become our codes, and what only an operator can mend alerts', () => {
  const cases: [string, string, string, boolean][] = [
    ['access_denied', 'ESIA-007004: отказ', 'identity.consent_refused', false],
    ['access_denied', 'ESIA-007055: нет', 'identity.account_unconfirmed', false],
    ['invalid_grant', 'ESIA-007011', 'identity.sign_in_expired', false],
    ['server_error', 'ESIA-007007', 'identity.esia_unavailable', false],
    ['temporarily_unavailable', 'ESIA-007008', 'identity.esia_unavailable', false],
    ['', 'ESIA-007019', 'identity.permission_revoked', false],
    ['', 'ESIA-007046', 'identity.second_factor_unavailable', false],
    ['', 'ESIA-007194', 'identity.wrong_account_kind', false],
    ['access_denied', 'ESIA-007053', 'identity.esia_unavailable', true],
    ['access_denied', 'ESIA-008010', 'identity.esia_unavailable', true],
    ['invalid_request', 'ESIA-007015', 'identity.esia_unavailable', true],
    ['invalid_request', 'ESIA-007023', 'identity.esia_unavailable', true],
    ['invalid_scope', 'ESIA-007006', 'identity.esia_unavailable', true],
    ['invalid_request', 'ESIA-007040', 'identity.esia_unavailable', true],
    ['', 'ESIA-036701', 'identity.esia_unavailable', true],
    ['access_denied', '', 'identity.consent_refused', false],
    ['something_new', '', 'identity.esia_unavailable', true],
  ]
  for (const [error, description, code, alert] of cases) {
    const refusal = refusalOf(error, description)
    assert.deepEqual([refusal.code, refusal.alert], [code, alert], `${error} ${description}`)
  }
})

test('a person record is read into our words', () => {
  const raw = { firstName: 'Анна', lastName: 'Смирнова', birthDate: '01.02.1985', gender: 'F', snils: '112-233-445 95', trusted: true, status: 'REGISTERED' }
  assert.deepEqual(personFrom(raw), {
    lastName: 'Смирнова', firstName: 'Анна', middleName: null, birthDate: '1985-02-01', gender: 'F', snils: '11223344595', trusted: true, closed: false,
  })
})

test('a record without a name or with an impossible birth date is refused', () => {
  for (const raw of [null, {}, { firstName: 'А' }, { firstName: 'А', birthDate: '31.02.2000' }, { firstName: 'А', birthDate: '2000-02-01' }])
    assert.throws(() => personFrom(raw), { code: 'identity.esia_answer_refused', alert: true })
})

test('children are known by id or by oid, links instead of records are no children', () => {
  const kid = { firstName: 'Пётр', lastName: 'Смирнов', middleName: 'Ильич', birthDate: '05.06.2015', gender: 'M', snils: '' }
  assert.deepEqual(kidsFrom({ elements: [{ ...kid, id: 7 }, { ...kid, oid: '12345678901234567890' }] }).map((one) => one.oid), ['7', '12345678901234567890'])
  assert.equal(kidsFrom({ elements: [{ ...kid, id: 7 }] })[0]?.snils, null)
  assert.deepEqual(kidsFrom({ size: 0 }), [])
})

test('organisations keep their ОГРН and say who is the head', () => {
  const [school] = organisationsFrom({ elements: [{ oid: 5, ogrn: '1027700132195', fullName: 'Школа № 1', chief: true, active: true }, 'https://x/5'] })
  assert.deepEqual(school, {
    oid: '5', ogrn: '1027700132195', fullName: 'Школа № 1', shortName: null, type: null, chief: true, admin: false, active: true, liquidated: false,
  })
})
