import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { chooseSigner, findGost, type Profile, type Signer } from '@school/gost'
import { startStand, type RunningStand, type StandClient } from '../index.ts'
import { aStandPerson, walkThrough } from '../testing.ts'

type Fields = Record<string, string>
const redirectUri = 'https://school.example/auth/return'
const state = '00000000-0000-4000-8000-000000000001'
const scope = 'openid fullname usr_org'
const now = new Date('2026-11-24T06:15:00Z')
const timestamp = '2026.11.24 09:15:00 +0300'
const kid = aStandPerson({ oid: '1000000002', firstName: 'Пётр', birthDate: '2015-06-05', snils: null, confirmed: false })
const organisations = [{ oid: '2000000001', fullName: 'МБОУ «Школа № 1»', shortName: 'Школа № 1', ogrn: '1027700132195' }]
const mother = aStandPerson({ kids: [kid.oid], organisations, email: 'anna@school.example', hint: '<script>alert(1)</script>' })
const gostIsHere = (await findGost()) !== undefined

const clientOf = (signer: Signer): StandClient => ({
  mnemonic: 'MYSCHOOL', title: 'Моя школа', certificates: [signer.certificatePem], redirects: ['https://school.example/auth/'],
  scopes: ['openid', 'fullname', 'usr_org', 'kid_fullname'],
})

for (const profile of ['gost', 'rsa'] as Profile[]) {
  const skip = profile === 'gost' && !gostIsHere ? 'OpenSSL with the ГОСТ engine is not installed here' : false
  describe(`the protocol, ${profile} signatures`, { skip }, () => {
    let stand: RunningStand
    let signer: Signer
    before(async () => {
      signer = await chooseSigner({ commonName: 'MYSCHOOL', profile, now })
      stand = await startStand({ port: 0, clients: [clientOf(signer)], persons: async () => [mother, kid], clock: () => now, signer })
    })
    after(() => stand.close())

    /** A correct request, then spoilt as wished; `signed` is what the signature is made over, when not the right text. */
    async function request(order: string[], fields: Fields, spoil: Fields, signed?: string, turn = (signature: Buffer) => signature) {
      const text = signed ?? order.map((name) => fields[name] ?? '').join('')
      const client_secret = turn(await signer.sign(text)).toString('base64url')
      return new URLSearchParams({ ...fields, client_secret, client_certificate_hash: signer.certificateHash, ...spoil })
    }
    const acOrder = ['client_id', 'scope', 'scope_org', 'timestamp', 'state', 'redirect_uri']
    const acFields: Fields = { client_id: 'MYSCHOOL', scope, timestamp, state, redirect_uri: redirectUri, response_type: 'code', access_type: 'offline' }
    const authorize = async (spoil: Fields = {}, signed?: string, turn?: (signature: Buffer) => Buffer) =>
      `${stand.url}/aas/oauth2/v2/ac?${await request(acOrder, acFields, spoil, signed, turn)}`
    async function pageOf(url: string) {
      const response = await fetch(url, { redirect: 'manual' })
      return [response.status, /ESIA-\d{6}/.exec(await response.text())?.[0], response.headers.get('location')]
    }
    async function backWith(fields: Fields) {
      const url = `${stand.url}/aas/oauth2/v2/ac?${await request(acOrder, { ...acFields, ...fields }, {})}`
      const location = (await fetch(url, { redirect: 'manual' })).headers.get('location') ?? ''
      return new URL(location).searchParams.get('error_description')?.slice(0, 11)
    }
    async function token(fields: Fields, order: string[], spoil: Fields = {}) {
      const body = await request(order, { client_id: 'MYSCHOOL', scope, timestamp, state, redirect_uri: redirectUri, ...fields }, spoil)
      const response = await fetch(`${stand.url}/aas/oauth2/v3/te`, { method: 'POST', body })
      return { status: response.status, ...((await response.json()) as Record<string, string>) } as Record<string, string | number>
    }
    const teOrder = [...acOrder, 'code']
    const codeFor = async (oid = mother.oid) => (await walkThrough(await authorize(), { oid })).searchParams.get('code') ?? ''
    const byCode = (code: string, spoil?: Fields) => token({ grant_type: 'authorization_code', code }, teOrder, spoil)
    const read = (path: string, bearer: unknown) => fetch(stand.url + path, { headers: { authorization: `Bearer ${String(bearer)}` } })

    test('requests whose signature, hash or client does not fit stay on the page', async () => {
      const fieldsOfFirstDialect = scope + timestamp + 'MYSCHOOL' + state
      const cases: [string, string][] = [
        [await authorize({ scope: 'openid fullname' }), 'ESIA-007053'],
        [await authorize({}, fieldsOfFirstDialect), 'ESIA-007053'],
        [await authorize({}, undefined, (signature) => Buffer.from(signature).reverse()), 'ESIA-007053'],
        [await authorize({ client_certificate_hash: 'A'.repeat(40) }), 'ESIA-007053'],
        [await authorize({ client_certificate_hash: signer.certificateHash.toLowerCase() }), 'ESIA-007053'],
        [await authorize({ client_certificate_hash: '' }), 'ESIA-007014'],
        [await authorize({ client_secret: '' }), 'ESIA-007014'],
        [await authorize({ client_id: 'OTHER' }), 'ESIA-007002'],
        [await authorize({ redirect_uri: 'https://school.example.evil.ru/auth/' }), 'ESIA-007023'],
        [await authorize({ redirect_uri: 'https://school.example/authority' }), 'ESIA-007023'],
      ]
      for (const [url, code] of cases) assert.deepEqual(await pageOf(url), [400, code, null])
      const padded = new URL(await authorize())
      padded.searchParams.set('client_secret', `${padded.searchParams.get('client_secret')}==`)
      assert.equal((await pageOf(padded.href))[0], 303)
    })

    test('a signed request that is wrong in itself goes back with the error', async () => {
      assert.equal(await backWith({ timestamp: '2026.11.24 09:09:00 +0300' }), 'ESIA-007015')
      assert.equal(await backWith({ timestamp: '24.11.2026 09:15:00' }), 'ESIA-007015')
      assert.equal(await backWith({ scope: 'openid medical_doc' }), 'ESIA-007006')
      assert.equal(await backWith({ response_type: 'token' }), 'ESIA-007009')
      assert.equal(await backWith({ state: 'not-a-uuid' }), 'ESIA-007003')
    })

    test('a code gives tokens once; the state is echoed', async () => {
      const code = await codeFor()
      const first = await byCode(code)
      assert.deepEqual([first.status, first.state, first.token_type, first.expires_in], [200, state, 'Bearer', 3600])
      const again = await byCode(code)
      assert.deepEqual([again.status, again.error], [400, 'invalid_grant'])
      assert.equal((await byCode(await codeFor(), { client_secret: 'AA' })).status, 401)
    })

    test('a refresh token is good once and signed with the return address last', async () => {
      const { refresh_token } = await byCode(await codeFor())
      const renew = () => token({ grant_type: 'refresh_token', refresh_token: String(refresh_token) }, acOrder)
      assert.equal((await renew()).status, 200)
      assert.equal((await renew()).error, 'invalid_grant')
    })

    test('records are the own ones, as far as the scopes go, links unless embedded', async () => {
      const { access_token } = await byCode(await codeFor())
      const own = (await (await read(`/rs/prns/${mother.oid}?embed=(organizations.elements,contacts.elements)`, access_token)).json()) as Record<string, unknown>
      assert.deepEqual([own.lastName, own.birthDate, own.snils, own.contacts], ['Смирнова', undefined, undefined, undefined])
      assert.equal((own.organizations as { size: number }).size, 1)
      const roles = (path: string) => read(`/rs/prns/${mother.oid}/roles${path}`, access_token).then((answer) => answer.json()) as Promise<{ elements: unknown[] }>
      assert.equal(typeof (await roles('')).elements[0], 'string')
      assert.deepEqual((await roles('?embed=(elements)')).elements[0], {
        oid: '2000000001', prnOid: mother.oid, fullName: 'МБОУ «Школа № 1»', shortName: 'Школа № 1', ogrn: '1027700132195', type: 'LEGAL', chief: false,
        admin: false, active: true, hasRightOfSubstitution: false, hasApprovalTabAccess: false, isLiquidated: false,
      })
      assert.equal((await read(`/rs/prns/${kid.oid}`, access_token)).status, 403)
      assert.equal((await read(`/rs/prns/${mother.oid}/kids?embed=(elements)`, access_token)).status, 403)
      assert.equal((await read(`/rs/prns/${mother.oid}`, 'nonsense')).status, 401)
    })

    test('a refresh may be set to be signed with the refresh token last', async () => {
      const other = await startStand({
        port: 0, clients: [clientOf(signer)], persons: async () => [mother], clock: () => now, signer, refreshText: 'refresh_token',
      })
      const kept = stand
      stand = other
      try {
        const refresh_token = String((await byCode(await codeFor())).refresh_token)
        const renewed = await token({ grant_type: 'refresh_token', refresh_token }, ['client_id', 'scope', 'timestamp', 'state', 'refresh_token'])
        assert.equal(renewed.status, 200)
      } finally {
        stand = kept
        await other.close()
      }
    })
  })
}

describe('the stand itself', () => {
  let stand: RunningStand
  let folder: string
  let file: string
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'esia-stand-'))
    file = join(folder, 'persons.json')
    writeFileSync(file, JSON.stringify([mother]))
    const signer = await chooseSigner({ commonName: 'MYSCHOOL', profile: 'rsa' })
    stand = await startStand({ port: 0, clients: [clientOf(signer)], persons: file, signer, directory: folder })
  })
  after(async () => {
    await stand.close()
    rmSync(folder, { recursive: true })
  })
  const control = (path: string, init: RequestInit = {}) => fetch(`${stand.url}/_stand/${path}`, init)
  const put = (path: string, body: unknown) =>
    control(path, { method: 'PUT', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

  test('it never starts in production', async () => {
    await assert.rejects(startStand({ port: 0, clients: [], persons: async () => [], production: true }), /production/)
    const before = process.env.NODE_ENV
    process.env.NODE_ENV = 'production'
    await assert.rejects(startStand({ port: 0, clients: [], persons: async () => [] }), /production/)
    if (before === undefined) delete process.env.NODE_ENV
    else process.env.NODE_ENV = before
  })

  test('a changed file is read again and persons can be put over it', async () => {
    writeFileSync(file, JSON.stringify([mother, kid]))
    utimesSync(file, new Date(), new Date(Date.now() + 5_000))
    assert.equal(((await (await control('persons')).json()) as unknown[]).length, 2)
    assert.equal((await put('persons', [{ ...kid, firstName: 'Павел' }])).status, 200)
    const names = ((await (await control('persons')).json()) as { firstName: string }[]).map((person) => person.firstName)
    assert.deepEqual(names, ['Анна', 'Павел'])
    assert.equal((await put('persons', [{ oid: 'x' }])).status, 400)
  })

  test('control is for programs of this machine: no proxy, no page of another site', async () => {
    assert.equal((await control('journal')).status, 200)
    assert.equal((await control('journal', { headers: { 'x-forwarded-for': '203.0.113.5' } })).status, 403)
    assert.equal((await control('faults', { headers: { 'sec-fetch-site': 'cross-site' } })).status, 403)
    assert.equal((await put('faults', { unknown: 1 })).status, 400)
    assert.equal((await put('faults', { latencyMs: 'long' })).status, 400)
  })

  test('an old address says that the sign-in took too long', async () => {
    for (const path of ['/login?tx=old', '/consent?tx=old', '/login']) assert.equal((await fetch(stand.url + path)).status, 410)
  })
})
