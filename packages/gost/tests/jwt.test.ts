import assert from 'node:assert/strict'
import { test } from 'node:test'
import { JwtRefused, findGost, parseExact, rsaScheme, signJwt, signerOf, verifyJwt, type Algorithm } from '../index.ts'

const now = new Date('2026-11-24T06:00:00Z')
const wish = { commonName: 'STAND', validFrom: new Date('2026-01-01T00:00:00Z'), validUntil: new Date('2027-01-01T00:00:00Z') }
const gost = await findGost()
const both: Algorithm[] = ['GOST3410_2012_256', 'RS256']
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

for (const scheme of [gost, rsaScheme]) {
  const skip = scheme ? false : 'OpenSSL with the ГОСТ engine is not installed here'
  const name = scheme?.algorithm ?? 'GOST3410_2012_256'

  test(`${name}: a token is read back; a changed one is refused`, { skip }, async () => {
    const signer = await signerOf(await scheme!.generate(wish))
    const token = await signJwt(signer, { typ: 'JWT', sbt: 'id' }, { sub: 1000000001 })
    const trust = { algorithms: [signer.algorithm], certificates: [signer], now }
    assert.deepEqual(await verifyJwt(token, trust), { header: { typ: 'JWT', sbt: 'id', alg: name }, claims: { sub: 1000000001 } })
    const [head, , tail] = token.split('.')
    await assert.rejects(verifyJwt(`${head}.${part({ sub: 2 })}.${tail}`, trust), JwtRefused)
  })

  test(`${name}: the dates of a trusted certificate are kept, given dates go before its own`, { skip }, async () => {
    const signer = await signerOf(await scheme!.generate(wish))
    const token = await signJwt(signer, {}, {})
    const at = (now: string, validUntil?: string) =>
      verifyJwt(token, {
        algorithms: both,
        certificates: [{ certificatePem: signer.certificatePem, ...(validUntil ? { validUntil: new Date(validUntil) } : {}) }],
        now: new Date(now),
      })
    await at('2026-12-31T00:00:00Z')
    await assert.rejects(at('2027-01-02T00:00:00Z'), JwtRefused)
    await assert.rejects(at('2026-12-31T00:00:00Z', '2026-12-01T00:00:00Z'), JwtRefused)
  })
}

test('no algorithm, an unlisted algorithm and a broken token are refused', async () => {
  const signer = await signerOf(await rsaScheme.generate(wish))
  const trust = { algorithms: ['GOST3410_2012_256'] as Algorithm[], certificates: [signer], now }
  const signed = await signJwt(signer, {}, {})
  const none = `${part({ alg: 'none' })}.${part({ sub: 1 })}`
  for (const token of [signed, `${none}.`, `${none}.AA`, none, '', 'a.b.c', `${'a'.repeat(20_000)}.b.c`])
    await assert.rejects(verifyJwt(token, trust), JwtRefused)
})

test('a certificate listed for another algorithm does not help', async () => {
  const listed = await signerOf(await rsaScheme.generate(wish))
  const forged = `${part({ alg: 'GOST3410_2012_256' })}.${part({})}.${Buffer.alloc(64).toString('base64url')}`
  await assert.rejects(verifyJwt(forged, { algorithms: both, certificates: [listed], now }), JwtRefused)
})

test('long object ids keep every digit', () => {
  assert.deepEqual(parseExact('{"sub":12345678901234567890,"n":1000000001,"x":1.5}'), { sub: '12345678901234567890', n: 1000000001, x: 1.5 })
})
