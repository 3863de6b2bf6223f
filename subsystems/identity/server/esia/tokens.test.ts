import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chooseSigner, signJwt, type Claims } from '@school/gost'
import type { EsiaConfig } from './config.ts'
import { SignInRefused } from './failures.ts'
import { readTokens } from './tokens.ts'

const now = new Date('2026-11-24T06:15:00Z')
const second = now.getTime() / 1000
const signer = await chooseSigner({ commonName: 'ESIA', profile: 'rsa', now })
const config: EsiaConfig = {
  host: 'http://esia', issuer: 'http://esia/', clientId: 'MYSCHOOL', redirectUri: 'https://school.example/', signer, trusted: [signer], tokenAlgorithm: 'RS256',
  clock: () => now,
}
const times = { iss: 'http://esia/', iat: second, nbf: second, exp: second + 3600, 'urn:esia:sid': 'sid' }
const access: Claims = { ...times, client_id: 'MYSCHOOL', 'urn:esia:sbj_id': 1000000001 }
const subject = { 'urn:esia:sbj:typ': 'P', 'urn:esia:sbj:is_tru': true, 'urn:esia:sbj:oid': 1000000001 }
const id: Claims = { ...times, aud: 'MYSCHOOL', sub: 1000000001, amr: 'DS', 'urn:esia:sbj': subject }

const tokens = async (accessClaims = access, idClaims = id, sbt = ['access', 'id']) =>
  readTokens(config, await signJwt(signer, { sbt: sbt[0] }, accessClaims), await signJwt(signer, { sbt: sbt[1] }, idClaims))

test('two good tokens say who it is, how they signed in and in which session', async () => {
  assert.deepEqual(await tokens(), { oid: '1000000001', confirmed: true, amr: ['DS'], esiaSid: 'sid' })
})

test('an account is confirmed only by the word true itself', async () => {
  for (const is_tru of [undefined, false, 'true', 1]) {
    const facts = await tokens(access, { ...id, 'urn:esia:sbj': { ...subject, 'urn:esia:sbj:is_tru': is_tru } })
    assert.equal(facts.confirmed, false, String(is_tru))
  }
})

test('a clock may differ by a minute, not by two', async () => {
  const shifted = (by: number) => ({ nbf: second + by, exp: second + by + 60 })
  for (const by of [59, -119]) await tokens({ ...access, ...shifted(by) }, { ...id, ...shifted(by) })
  for (const by of [61, -120]) await assert.rejects(tokens(access, { ...id, ...shifted(by) }), SignInRefused)
})

const otherSubject = (change: object): Claims => ({ ...id, 'urn:esia:sbj': { ...subject, ...change } })
const spoilt: Record<string, () => Promise<unknown>> = {
  'the two tokens exchanged': () => tokens(access, id, ['id', 'access']),
  'two access tokens': () => tokens(access, id, ['access', 'access']),
  'another issuer': () => tokens({ ...access, iss: 'https://esia/' }),
  'another client': () => tokens({ ...access, client_id: 'OTHER' }),
  'another audience': () => tokens(access, { ...id, aud: 'OTHER' }),
  'no audience': () => tokens(access, { ...id, aud: undefined }),
  'a subject that is an organisation': () => tokens(access, otherSubject({ 'urn:esia:sbj:typ': 'L' })),
  'another person in the subject': () => tokens(access, otherSubject({ 'urn:esia:sbj:oid': 2 })),
  'another person in the access token': () => tokens({ ...access, 'urn:esia:sbj_id': 2 }),
  'no person at all': () => tokens({ ...access, 'urn:esia:sbj_id': undefined }, { ...id, sub: undefined, 'urn:esia:sbj': undefined }),
  'an expired token': () => tokens({ ...access, exp: second - 60 }),
  'no end': () => tokens({ ...access, exp: undefined }),
  'an end in words': () => tokens({ ...access, exp: '9999999999' }),
  'no beginning': () => tokens(access, { ...id, nbf: undefined }),
}
for (const [what, work] of Object.entries(spoilt)) {
  test(`${what} is not believed`, () => assert.rejects(work(), { code: 'identity.esia_answer_refused', alert: true }))
}
