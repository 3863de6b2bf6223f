import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { X509Certificate } from 'node:crypto'
import { after, before, test } from 'node:test'
import { fictionalSnils, newId } from '@school/contract'
import { opensslIsHere, ThrowAwayAuthority, type Holder } from '@school/gost/testing'
import { appointAdministrator, askStepUp, confirmStepUp } from '@school/identity/contract'
import { configureIdentity, esiaV2, qualifiedSignatures } from '@school/identity/server'
import { chooseSigner, findGost } from '@school/gost'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { aSession } from '@school/identity/testing'
import { callerOf, Refused, type TestCaller } from '@school/testing'

const skip = (await opensslIsHere()) ? false : 'OpenSSL 3 is not installed here'
const kind = (await findGost()) ? 'gost' as const : 'rsa' as const
let s: TestSchool
let authority: ThrowAwayAuthority
let mine: Holder
let curator: TestCaller
const snils = fictionalSnils(700)

before(async () => {
  if (skip) return
  s = await testSchool()
  s.setNow(new Date()) // signing programs live by the real clock
  await s.make.rows('update registry.person set snils = $2 where id = $1', [s.municipalCurator.id, snils])
  authority = await new ThrowAwayAuthority(kind, new Date()).root('Удостоверяющий центр')
  mine = await authority.give({ name: 'Куратор', snils })
  const signer = await chooseSigner({ commonName: 'MYSCHOOL', profile: 'rsa' })
  configureIdentity(s.kit, {
    provider: esiaV2({ host: 'http://localhost:1', issuer: 'x', clientId: 'MYSCHOOL', redirectUri: 'http://localhost/auth/esia/return', signer, trusted: [], tokenAlgorithm: 'RS256', clock: () => new Date() }),
    publicUrl: 'http://localhost', secureCookies: true,
    signatures: qualifiedSignatures(async () => ({ authorities: [new X509Certificate(readFileSync(authority.certificate)).raw], revocations: null })),
  })
  curator = callerOf(s.app, s.municipalCurator.id, await aSession(s.make, s.municipalCurator.id, new Date(), 'esia'))
})
after(async () => { authority?.end(); await s?.close() })

const who = (n: number) => ({ personId: newId(), snils: fictionalSnils(n), lastName: `Назначенная${n}`, firstName: 'Анна', middleName: 'Ильинична', birthDate: '1980-01-01', gender: 'F' as const })
const place = () => ({ regionId: s.school.region_id, municipalityId: s.school.municipality_id, school: s.id, id: newId() })
const faultsOf = (error: unknown) => (error as Refused).details['faults'] as { code: string; details?: Record<string, string> }[]

test('the document spells out the act; the person\'s own signature lets exactly this act go on', { skip }, async () => {
  const act = { who: who(701), basis: 'Приказ № 17' }
  const asked = await curator.call(askStepUp, { body: { operation: 'appointAdministrator', aboutId: s.id, act } })
  assert.deepEqual([asked.needed, asked.study], [true, false])
  for (const words of ['Назначаю администратора школы\n', 'Назначенная701 Анна Ильинична', 'Основание: Приказ № 17\n', s.id]) assert.ok(asked.text.includes(words), words)
  const confirm = (signature: Buffer | null) => curator.call(confirmStepUp, { params: { id: asked.id! }, body: { signature: signature?.toString('base64') ?? null } })

  await assert.rejects(confirm(null), { code: 'identity.signature_wrong' }, 'there is no study signature here')
  await assert.rejects(confirm(Buffer.from('no signature')), (error) => faultsOf(error)[0]!.code === 'notASignature')
  await assert.rejects(confirm(await authority.sign(mine, Buffer.from(`${asked.text} `))), (error) => faultsOf(error)[0]!.code === 'changed')
  const other = await authority.give({ name: 'Петрова Анна', snils: fictionalSnils(702) })
  await assert.rejects(confirm(await authority.sign(other, Buffer.from(asked.text))), (error) => {
    const [fault] = faultsOf(error)
    return fault!.code === 'otherPerson' && fault!.details!['snils'] === fictionalSnils(702) && fault!.details!['expected'] === snils
  })

  const done = await confirm(await authority.sign(mine, Buffer.from(asked.text, 'utf8')))
  assert.equal(done.signer, 'Куратор')
  await assert.rejects(curator.call(appointAdministrator, { params: place(), body: { who: who(703), basis: act.basis, signedBy: asked.id } }), { code: 'identity.signature_needed' })
  await assert.rejects(curator.call(appointAdministrator, { params: place(), body: { ...act, basis: 'Приказ № 18', signedBy: asked.id } }), { code: 'identity.signature_needed' })
  await curator.call(appointAdministrator, { params: place(), body: { ...act, signedBy: asked.id } })
  const [trace] = await s.trace('identity.step_up.confirm')
  assert.equal((trace!.after as { issuer: string }).issuer, 'Удостоверяющий центр')
})

test('a text of another session cannot be signed; without a СНИЛС nothing can be compared', { skip }, async () => {
  const asked = await curator.call(askStepUp, { body: { operation: 'releaseCurator', aboutId: newId(), act: { reason: 'уволена' } } })
  const elsewhere = callerOf(s.app, s.municipalCurator.id, await aSession(s.make, s.municipalCurator.id, new Date(), 'esia'))
  const signature = (await authority.sign(mine, Buffer.from(asked.text))).toString('base64')
  await assert.rejects(elsewhere.call(confirmStepUp, { params: { id: asked.id! }, body: { signature } }), { status: 404 })
  await s.make.rows('update registry.person set snils = null where id = $1', [s.municipalCurator.id])
  await assert.rejects(curator.call(confirmStepUp, { params: { id: asked.id! }, body: { signature } }), (error) => faultsOf(error)[0]!.code === 'ownSnilsUnknown')
  await s.make.rows('update registry.person set snils = $2 where id = $1', [s.municipalCurator.id, snils])
})
