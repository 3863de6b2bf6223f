import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { algorithmOf, chooseSigner, findGost, rsaScheme, schemeFor, schemeOfCertificate, signerOf, validityOf } from '../index.ts'

const golden = JSON.parse(readFileSync(new URL('./vectors.json', import.meta.url), 'utf8')) as {
  certificatePem: string
  certificateHash: string
  vectors: { name: string; text: string; signature: string }[]
}
const gost = await findGost()
const noGost = gost ? false : 'OpenSSL with the ГОСТ engine is not installed here (Debian: libengine-gost-openssl)'
const wish = { commonName: 'MYSCHOOL', validFrom: new Date('2026-01-01T00:00:00Z'), validUntil: new Date('2051-02-03T04:05:06Z') }

for (const vector of golden.vectors) {
  test(`the stored signature of ${vector.name} is accepted, and only over its own text`, { skip: noGost }, async () => {
    const signature = Buffer.from(vector.signature, 'base64url')
    const scheme = await schemeOfCertificate(golden.certificatePem)
    assert.equal(vector.signature.length, 86)
    assert.equal(await scheme.verify(vector.text, signature, golden.certificatePem), true)
    assert.equal(await scheme.verify(`${vector.text} `, signature, golden.certificatePem), false)
  })
}

test('the certificate hash is Streebog-256 of the DER form in upper-case digits', { skip: noGost }, async () => {
  assert.equal(await gost?.certificateHash(golden.certificatePem), golden.certificateHash)
})

test('a signature in mirrored byte order is refused', { skip: noGost }, async () => {
  const [vector] = golden.vectors
  const mirrored = Buffer.from(vector!.signature, 'base64url').reverse()
  assert.equal(await gost?.verify(vector!.text, mirrored, golden.certificatePem), false)
})

for (const scheme of [gost, rsaScheme]) {
  const skip = scheme ? false : noGost
  const profile = scheme?.profile ?? 'gost'

  test(`${profile}: a new key signs, its certificate verifies and carries the wished dates`, { skip }, async () => {
    const keys = await scheme!.generate(wish)
    const signature = await scheme!.sign('привет', keys.privateKeyPem)
    assert.equal(await scheme!.verify('привет', signature, keys.certificatePem), true)
    assert.equal(await scheme!.verify('Привет', signature, keys.certificatePem), false)
    assert.equal(algorithmOf(keys.certificatePem), scheme!.algorithm)
    assert.deepEqual(validityOf(keys.certificatePem), { validFrom: wish.validFrom, validUntil: wish.validUntil })
    assert.match(await scheme!.certificateHash(keys.certificatePem), /^[0-9A-F]{64}$/)
  })

  test(`${profile}: no bytes but the signature pass`, { skip }, async () => {
    const keys = await scheme!.generate(wish)
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 80 }), async (bytes) => !(await scheme!.verify('текст', bytes, keys.certificatePem))),
      { numRuns: 10 },
    )
  })

  test(`${profile}: a kept key is the same after a restart and readable by its owner only`, { skip }, async () => {
    const directory = mkdtempSync(join(tmpdir(), 'school-keys-'))
    const first = await chooseSigner({ commonName: 'Моя школа MYSCHOOL', directory, profile })
    const second = await chooseSigner({ commonName: 'Моя школа MYSCHOOL', directory, profile })
    assert.equal(second.certificatePem, first.certificatePem)
    if (process.platform !== 'win32') assert.equal(statSync(join(directory, `-myschool.${profile}.key.pem`)).mode & 0o777, 0o600)
    rmSync(directory, { recursive: true })
  })
}

test('many signatures at once all come out right', { skip: noGost }, async () => {
  const signer = await signerOf(await gost!.generate(wish))
  const texts = Array.from({ length: 24 }, (_, index) => `text ${index}`)
  const results = await Promise.all(texts.map(async (text) => gost!.verify(text, await signer.sign(text), signer.certificatePem)))
  assert.equal(results.every(Boolean), true)
})

test('a certificate of one algorithm never passes a check of the other', { skip: noGost }, async () => {
  const rsa = await signerOf(await rsaScheme.generate(wish))
  assert.equal(await gost!.verify('a', Buffer.alloc(64), rsa.certificatePem), false)
  assert.equal((await schemeFor('RS256'))?.profile, 'rsa')
})

test('the chosen signer is a ГОСТ one wherever the engine is installed', async () => {
  const signer = await chooseSigner({ commonName: 'MYSCHOOL' })
  assert.equal(signer.profile, gost ? 'gost' : 'rsa')
})
