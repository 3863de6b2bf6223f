import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import fc from 'fast-check'
import { findGost, readTrust, verifyDetached, type FaultCode, type Trust, type VerifyWish } from '../index.ts'
import { opensslIsHere, ThrowAwayAuthority, type Holder, type Kind } from '../testing.ts'

const program = await opensslIsHere()
const gost = await findGost()
// the program signs by the clock of this machine, so the tests live by it too
const now = new Date()
const day = 86_400_000
const document = Buffer.from('Назначаю администратора школы\nШкола № 14\n', 'utf8')
const snils = '11223344595'
const ogrn = '1027700132195'

for (const kind of ['rsa', 'ecdsa', 'gost'] as const) {
  const skip = !program ? 'OpenSSL 3 is not installed here' : kind === 'gost' && !gost ? 'OpenSSL with the ГОСТ engine is not installed here (Debian: libengine-gost-openssl)' : false
  describe(`detached signatures, ${kind}`, { skip }, () => signatures(kind))
}

function signatures(kind: Kind) {
  const ended: ThrowAwayAuthority[] = []
  const authority = () => { const made = new ThrowAwayAuthority(kind, now); ended.push(made); return made }
  after(() => { for (const one of ended) one.end() })

  /** A root, an authority below it, a person of it, and trust in the root alone with the lists of both. */
  async function made() {
    const root = await authority().root()
    const below = await authority().under(root)
    const person = await below.give({ name: 'Орлова Мария Сергеевна', snils, ogrn })
    const sign = (holder: Holder, what: Uint8Array = document, options = ['-cades', '-certfile', below.certificate]) => below.sign(holder, what, options)
    return { root, below, person, sign, trust: (lists: Buffer[] | null = null) => trustIn([root.certificate], lists) }
  }
  let shared: ReturnType<typeof made> | undefined
  const world = () => (shared ??= made())
  const judged = async (wish: Partial<VerifyWish> & { signature: Buffer; trust: Trust }) => verifyDetached({ document, now: new Date(), ...wish })
  const faults = async (wish: Partial<VerifyWish> & { signature: Buffer; trust: Trust }): Promise<FaultCode[]> => (await judged(wish)).faults.map((one) => one.code)

  test('a whole signature is accepted in every form that programs save, and names its signer', async () => {
    const { person, sign, trust } = await world()
    const signature = await sign(person)
    const verdict = await judged({ signature, trust: await trust(), expect: { snils, ogrn } })
    assert.deepEqual([verdict.ok, verdict.faults], [true, []])
    assert.deepEqual([verdict.signer!.name, verdict.signer!.snils, verdict.signer!.ogrn, verdict.signer!.algorithm], ['Орлова Мария Сергеевна', snils, ogrn, kind])
    assert.ok(Math.abs(verdict.signedAt!.getTime() - now.getTime()) < 900_000)
    assert.deepEqual(await faults({ signature: Buffer.from(signature.toString('base64').replace(/(.{64})/g, '$1\r\n')), trust: await trust() }), [])
    assert.deepEqual(await faults({ signature: Buffer.from(`-----BEGIN CMS-----\n${signature.toString('base64')}\n-----END CMS-----`), trust: await trust() }), [])
  })

  test('another byte, another document, a torn signature', async () => {
    const { person, sign, trust } = await world()
    const signature = await sign(person)
    assert.deepEqual(await faults({ signature, trust: await trust(), document: Buffer.concat([document, Buffer.of(10)]) }), ['changed'])
    assert.deepEqual(await faults({ signature, trust: await trust(), document: Buffer.alloc(0) }), ['changed'])
    assert.deepEqual(await faults({ signature: signature.subarray(0, 300), trust: await trust() }), ['notASignature'])
    const bent = Buffer.from(signature)
    bent[bent.length - 3]! ^= 1
    assert.equal((await judged({ signature: bent, trust: await trust() })).ok, false)
    assert.deepEqual(await faults({ signature: await sign(person, document, ['-nodetach', '-cades']), trust: await trust() }), ['notDetached'])
    assert.deepEqual(await faults({ signature: await sign(person, document, []), trust: await trust() }), ['notCades'])
    assert.deepEqual(await faults({ signature: await sign(person, document, ['-cades', '-nocerts']), trust: await trust() }), ['noCertificate'])
  })

  test('chain: an unknown root, nobody trusted, an authority that did not come along', async () => {
    const { root, below, person, sign, trust } = await world()
    const signature = await sign(person)
    const stranger = await authority().root()
    assert.deepEqual(await faults({ signature, trust: await trustIn([stranger.certificate]) }), ['untrusted'])
    assert.deepEqual(await faults({ signature, trust: { authorities: [], revocations: null } }), ['untrusted'])
    const alone = await sign(person, document, ['-cades'])
    assert.deepEqual(await faults({ signature: alone, trust: await trust() }), ['untrusted'])
    assert.deepEqual(await faults({ signature: alone, trust: await trustIn([root.certificate, below.certificate]) }), [])
    const forger = await byNoAuthority(below, person)
    assert.deepEqual(await faults({ signature: forger, trust: await trust() }), ['untrusted'], 'a person is no authority')
  })

  /** A signature by a certificate that an ordinary person, not an authority, gave out. */
  async function byNoAuthority(below: ThrowAwayAuthority, person: Holder): Promise<Buffer> {
    const pretended = authority()
    writeFileSync(pretended.certificate, readFileSync(person.certificate))
    writeFileSync(join(pretended.folder, 'ca.key'), readFileSync(person.key))
    const victim = await pretended.give({ name: 'Подделка', snils })
    const along = join(pretended.folder, 'along.pem')
    writeFileSync(along, readFileSync(person.certificate, 'utf8') + readFileSync(below.certificate, 'utf8'))
    return pretended.sign(victim, document, ['-cades', '-certfile', along])
  }

  test('time: a certificate not yet or no longer valid, a moment outside the wished ones', async () => {
    const { below, sign, person, trust } = await world()
    const old = await below.give({ snils, from: new Date(now.getTime() - 300 * day), until: new Date(now.getTime() - day) })
    const early = await below.give({ snils, from: new Date(now.getTime() + day), until: new Date(now.getTime() + 9 * day) })
    assert.deepEqual(await faults({ signature: await sign(old), trust: await trust() }), ['expired'])
    assert.deepEqual(await faults({ signature: await sign(early), trust: await trust() }), ['notYetValid'])
    const signature = await sign(person)
    const later = new Date(now.getTime() + 100 * day)
    assert.deepEqual(await faults({ signature, trust: await trust(), now: new Date(now.getTime() + 900 * day) }), [], 'what was valid when it was signed stays so')
    assert.deepEqual(await faults({ signature, trust: await trust(), now: later, signedWithin: { from: new Date(later.getTime() - 600_000), until: later } }), ['timeOutside'])
  })

  test('owner: another СНИЛС, none at all, another organization, a key for other things', async () => {
    const { below, sign, person, trust } = await world()
    const signature = await sign(person)
    const other = await judged({ signature, trust: await trust(), expect: { snils: '08765430300', ogrn: '1037700013020' } })
    assert.deepEqual(other.faults.map((one) => one.code), ['otherPerson', 'otherOrganization'])
    assert.equal(other.faults[0]!.details!.snils, snils)
    assert.deepEqual(await faults({ signature: await sign(await below.give({ name: 'Без СНИЛС' })), trust: await trust(), expect: { snils } }), ['noSnils'])
    for (const usage of ['critical,digitalSignature,keyEncipherment', '']) {
      const weak = await sign(await below.give({ snils, usage }))
      assert.deepEqual(await faults({ signature: weak, trust: await trust(), expect: { snils } }), ['keyUsage'])
      if (usage === '') assert.deepEqual(await faults({ signature: weak, trust: await trust(), purpose: 'any' }), [])
    }
  })

  test('revocation: taken back, list too old, no list, a list by another hand', async () => {
    const { root, below, sign, person, trust } = await made()
    const second = await below.give({ name: 'Вторая', snils })
    const [rootList, clean] = [await root.list(), await below.list()]
    const signature = await sign(person)
    assert.deepEqual(await faults({ signature, trust: await trust([rootList, clean]) }), [])
    assert.deepEqual(await faults({ signature, trust: await trust([rootList]) }), ['revocationUnknown'])
    assert.deepEqual(await faults({ signature, trust: await trust([clean]) }), ['revocationUnknown'], 'the authority itself must not have been taken back either')
    await below.takeBack(second)
    const later = await below.list()
    assert.deepEqual(await faults({ signature: await sign(second), trust: await trust([rootList, later]) }), ['revoked'])
    const soon = { from: now, until: new Date(now.getTime() + 99 * day) }
    assert.deepEqual(await faults({ signature, trust: await trust([rootList, later]), now: new Date(now.getTime() + 60 * day), signedWithin: soon }), ['revocationStale'], 'an act of today is judged by today')
    assert.deepEqual(await faults({ signature, trust: await trust([rootList, later]) }), [])
    assert.deepEqual(await faults({ signature, trust: await trust([rootList, later]), now: new Date(now.getTime() + 60 * day) }), [], 'an old list vouches for what was signed before its end')
    const twin = await authority().root('Throw-away authority')
    assert.deepEqual(await faults({ signature, trust: await trust([rootList, await twin.list()]) }), ['revocationUnknown'], 'the same name is not the same key')
    await root.takeBack({ certificate: below.certificate, key: '' })
    assert.deepEqual(await faults({ signature: await sign(person), trust: await trust([await root.list(), later]) }), ['revoked'], 'with its authority falls the person')
  })
}

/** Trust as an installation keeps it: in folders. */
async function trustIn(certificates: readonly string[], lists: readonly Buffer[] | null = null): Promise<Trust> {
  const folder = mkdtempSync(join(tmpdir(), 'school-trust-'))
  for (const part of ['authorities', 'lists']) mkdirSync(join(folder, part))
  certificates.forEach((path, index) => writeFileSync(join(folder, 'authorities', `${index}.crt`), readFileSync(path)))
  lists?.forEach((list, index) => writeFileSync(join(folder, 'lists', `${index}.crl`), list))
  writeFileSync(join(folder, 'authorities', 'README.txt'), 'not a certificate')
  const trust = await readTrust(join(folder, 'authorities'), lists === null ? null : join(folder, 'lists'))
  rmSync(folder, { recursive: true })
  return trust
}

test('no bytes at all make the verifier throw', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
    const shaped = Buffer.concat([Buffer.of(0x30, 0x82, 0x01, 0x90), bytes])
    for (const signature of [bytes, shaped]) assert.equal((await verifyDetached({ document, signature, trust: { authorities: [], revocations: null }, now })).ok, false)
  }), { numRuns: 300 })
})
