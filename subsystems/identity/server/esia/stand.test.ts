import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { chooseSigner, findGost, type Profile, type Signer } from '@school/gost'
import { startStand, type RunningStand, type StandPerson } from '@school/esia-stand'
import { aStandPerson, walkThrough, type Walk } from '@school/esia-stand/testing'
import type { EsiaConfig } from './config.ts'
import { SignInRefused } from './failures.ts'
import type { CallbackQuery, ScopeProfile } from './provider.ts'
import { esiaV2 } from './v2.ts'

const redirectUri = 'https://school.example/auth/esia/return'
const scopes = 'openid fullname birthdate gender snils usr_org kid_fullname kid_birthdate kid_snils kid_gender'.split(' ')
const school = { oid: '2000000001', fullName: 'МБОУ «Школа № 1»', shortName: 'Школа № 1', ogrn: '1027700132195', chief: true }

const people: StandPerson[] = [
  aStandPerson({ oid: '1000000001', organisations: [school] }),
  aStandPerson({ oid: '1000000002', firstName: 'Ирина', kids: ['1000000003', '1000000004'], label: 'мама' }),
  aStandPerson({ oid: '1000000003', firstName: 'Пётр', middleName: null, birthDate: '2015-06-05', gender: 'M', snils: '08765430300', confirmed: false }),
  aStandPerson({ oid: '1000000004', firstName: 'Ольга', birthDate: '2012-11-24', snils: '08765430201', confirmed: false }),
  aStandPerson({ oid: '1000000005', firstName: 'Олег', gender: 'M', confirmed: false }),
  aStandPerson({ oid: '1000000006', firstName: 'Вера', closed: true }),
  aStandPerson({ oid: '12345678901234567890', firstName: 'Зоя', snils: null }),
]

const gostIsHere = (await findGost()) !== undefined

for (const profile of ['gost', 'rsa'] as Profile[]) {
  const skip = profile === 'gost' && !gostIsHere ? 'OpenSSL with the ГОСТ engine is not installed here' : false
  describe(`the adapter and the stand, ${profile} signatures`, { skip }, () => {
    let now = new Date('2026-11-24T06:15:00Z')
    let stand: RunningStand
    let signer: Signer
    before(async () => {
      signer = await chooseSigner({ commonName: 'MYSCHOOL', profile, now })
      const client = { mnemonic: 'MYSCHOOL', title: 'Моя школа', certificates: [signer.certificatePem], redirects: ['https://school.example/auth/'], scopes }
      const standSigner = await chooseSigner({ commonName: 'STAND', profile, now })
      stand = await startStand({ port: 0, clients: [client], persons: async () => people, clock: () => now, signer: standSigner })
    })
    after(() => stand.close())

    const config = (change: Partial<EsiaConfig> = {}): EsiaConfig => ({
      host: stand.url, issuer: stand.issuer, clientId: 'MYSCHOOL', redirectUri, signer, trusted: [stand], tokenAlgorithm: stand.algorithm,
      clock: () => now, ...change,
    })
    const control = (method: string, path: string, body?: unknown) =>
      fetch(`${stand.url}/_stand/${path}`, { method, ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}) })
    const queryOf = (address: URL) => Object.fromEntries(address.searchParams) as CallbackQuery

    async function signIn(walk: Walk, as: ScopeProfile = 'staff', change: Partial<EsiaConfig> = {}) {
      const provider = esiaV2(config(change))
      const start = await provider.start(as)
      const back = await walkThrough(start.url, walk)
      assert.equal(back.origin + back.pathname, redirectUri)
      return provider.finish(queryOf(back), start)
    }
    async function withFaults<T>(faults: object, work: () => Promise<T>): Promise<T> {
      assert.equal((await control('PUT', 'faults', faults)).status, 200)
      return work().finally(() => control('DELETE', 'faults'))
    }
    const refuses = (work: Promise<unknown>, code: string, alert: boolean) =>
      assert.rejects(work, (error) => {
        assert.ok(error instanceof SignInRefused, String(error))
        assert.deepEqual([error.code, error.alert], [code, alert], error.message)
        return true
      })

    test('an employee signs in with an electronic signature and brings the organisation', async () => {
      const { esiaSid, ...person } = await signIn({ oid: '1000000001', method: 'DS' })
      assert.match(esiaSid, /^[0-9a-f-]{36}$/)
      assert.deepEqual(person, {
        oid: '1000000001', lastName: 'Смирнова', firstName: 'Анна', middleName: 'Ильинична', birthDate: '1985-02-01', gender: 'F', snils: '11223344595',
        confirmed: true, childAccount: false, amr: ['DS'], kids: [],
        organisations: [{
          oid: '2000000001', ogrn: '1027700132195', fullName: 'МБОУ «Школа № 1»', shortName: 'Школа № 1', type: 'LEGAL', chief: true, admin: false,
          active: true, liquidated: false,
        }],
      })
    })

    test('a parent brings the children and no organisations', async () => {
      const person = await signIn({ oid: '1000000002' }, 'parent')
      assert.deepEqual(person.kids.map((kid) => [kid.oid, kid.firstName, kid.middleName, kid.birthDate, kid.snils]), [
        ['1000000003', 'Пётр', null, '2015-06-05', '08765430300'],
        ['1000000004', 'Ольга', 'Ильинична', '2012-11-24', '08765430201'],
      ])
      assert.deepEqual(person.organisations, [])
    })

    test('an unconfirmed account is refused by ЕСИА to adults, and to pupils by us from the day they are 14', async () => {
      await refuses(signIn({ oid: '1000000005' }), 'identity.account_unconfirmed', false)
      await refuses(signIn({ oid: '1000000005' }, 'pupil'), 'identity.account_unconfirmed', false)
      assert.equal((await signIn({ oid: '1000000003' }, 'pupil')).childAccount, true)
      await refuses(signIn({ oid: '1000000004' }, 'pupil'), 'identity.account_unconfirmed', false)
      now = new Date('2026-11-23T20:00:00Z') // the evening before, in Moscow
      assert.equal((await signIn({ oid: '1000000004' }, 'pupil')).confirmed, false)
      now = new Date('2026-11-24T06:15:00Z')
    })

    test('a closed account and a very long object id', async () => {
      await refuses(signIn({ oid: '1000000006' }), 'identity.account_closed', false)
      assert.equal((await signIn({ oid: '12345678901234567890' })).oid, '12345678901234567890')
    })

    test('refused consent is told; given consent is remembered per scope', async () => {
      await control('DELETE', 'consents')
      await refuses(signIn({ oid: '1000000001', decision: 'deny' }), 'identity.consent_refused', false)
      await signIn({ oid: '1000000001' })
      await signIn({ oid: '1000000001', decision: 'deny' }) // never asked again
      await refuses(signIn({ oid: '1000000001', decision: 'deny' }, 'parent'), 'identity.consent_refused', false)
    })

    test('a code is good once, for three minutes, and only with its own verifier and state', async () => {
      const provider = esiaV2(config())
      const start = await provider.start('staff')
      const back = queryOf(await walkThrough(start.url, { oid: '1000000001' }))
      await refuses(provider.finish({ ...back, state: 'other' }, start), 'identity.sign_in_expired', false)
      await provider.finish(back, start)
      await refuses(provider.finish(back, start), 'identity.sign_in_expired', false)

      const stolen = queryOf(await walkThrough(start.url, { oid: '1000000001' }))
      await refuses(provider.finish(stolen, { ...start, codeVerifier: 'another' }), 'identity.esia_unavailable', true)

      const late = queryOf(await walkThrough(start.url, { oid: '1000000001' }))
      now = new Date(now.getTime() + 181_000)
      await refuses(provider.finish(late, start), 'identity.sign_in_expired', false)
      now = new Date('2026-11-24T06:15:00Z')
    })

    test('PKCE may be left out, but not added or dropped halfway', async () => {
      await signIn({ oid: '1000000001' }, 'staff', { pkce: false })
      const without = esiaV2(config({ pkce: false }))
      const start = await without.start('staff')
      const back = queryOf(await walkThrough(start.url, { oid: '1000000001' }))
      await refuses(esiaV2(config()).finish(back, start), 'identity.esia_unavailable', true)
    })

    test('a wrong clock, an unregistered scope or return address and a foreign key alert the operator', async () => {
      const off = { clock: () => new Date(now.getTime() - 6 * 60_000) }
      await refuses(signIn({ oid: '1000000001' }, 'staff', off), 'identity.esia_unavailable', true)
      const foreign = await chooseSigner({ commonName: 'MYSCHOOL', profile, now })
      const unknown = { ...signer, sign: foreign.sign }
      const starts: Partial<EsiaConfig>[] = [{ redirectUri: 'https://evil.example/' }, { signer: foreign }, { signer: unknown }, { clientId: 'OTHER' }]
      const codes = ['ESIA-007023', 'ESIA-007053', 'ESIA-007053', 'ESIA-007002']
      for (const [index, change] of starts.entries()) {
        const page = await fetch((await esiaV2(config(change)).start('staff')).url, { redirect: 'manual' })
        assert.deepEqual([page.status, page.headers.get('location')], [400, null])
        assert.match(await page.text(), new RegExp(codes[index] ?? 'never'))
      }
    })

    test('faults of ЕСИА: one 5xx is survived, more are not, pages and silence are told', async () => {
      await withFaults({ status: 503, times: 1 }, () => signIn({ oid: '1000000001' }))
      await withFaults({ status: 503 }, () => refuses(signIn({ oid: '1000000001' }), 'identity.esia_unavailable', false))
      await withFaults({ html: true }, () => refuses(signIn({ oid: '1000000001' }), 'identity.esia_unavailable', true))
      await withFaults({ latencyMs: 700 }, () =>
        refuses(signIn({ oid: '1000000001' }, 'staff', { timeoutMs: 250 }), 'identity.esia_unavailable', false))
    })

    test('a revoked consent, an expired code and another state', async () => {
      await withFaults({ revokedGrant: true }, () => refuses(signIn({ oid: '1000000001' }), 'identity.permission_revoked', false))
      await withFaults({ expiredCode: true }, () => refuses(signIn({ oid: '1000000001' }), 'identity.sign_in_expired', false))
      await withFaults({ wrongState: true }, () => refuses(signIn({ oid: '1000000001' }), 'identity.esia_answer_refused', true))
    })

    test('tokens: 30 s ahead pass, 90 s do not; an old certificate, its issuer and its algorithm are not believed', async () => {
      await withFaults({ nbfAheadSeconds: 30 }, () => signIn({ oid: '1000000001' }))
      await withFaults({ nbfAheadSeconds: 90 }, () => refuses(signIn({ oid: '1000000001' }), 'identity.esia_answer_refused', true))
      await withFaults({ oldCertificate: true }, () => refuses(signIn({ oid: '1000000001' }), 'identity.esia_answer_refused', true))
      const other = profile === 'gost' ? 'RS256' : 'GOST3410_2012_256'
      await refuses(signIn({ oid: '1000000001' }, 'staff', { tokenAlgorithm: other }), 'identity.esia_answer_refused', true)
      await refuses(signIn({ oid: '1000000001' }, 'staff', { issuer: 'http://esia.gosuslugi.ru/' }), 'identity.esia_answer_refused', true)
    })

    test('a changed certificate is believed while both are listed, and not outside its dates', async () => {
      const next = await chooseSigner({ commonName: 'NEXT', profile, now })
      await signIn({ oid: '1000000001' }, 'staff', { trusted: [next, stand] })
      const over = [{ certificatePem: stand.certificatePem, validUntil: new Date('2026-11-01T00:00:00Z') }]
      await refuses(signIn({ oid: '1000000001' }, 'staff', { trusted: over }), 'identity.esia_answer_refused', true)
    })

    test('signing out returns only to registered addresses', async () => {
      const leave = (address: string) => fetch(esiaV2(config()).signOutUrl(address), { redirect: 'manual' })
      assert.equal((await leave('https://school.example/')).headers.get('location'), 'https://school.example/')
      assert.equal((await leave('https://school.example.evil.ru/')).status, 400)
    })

    test('a stopped ЕСИА is told as unavailable', async () => {
      const provider = esiaV2(config({ host: 'http://127.0.0.1:9' }))
      const start = await provider.start('staff')
      await refuses(provider.finish({ code: 'x', state: start.state }, start), 'identity.esia_unavailable', false)
    })
  })
}
