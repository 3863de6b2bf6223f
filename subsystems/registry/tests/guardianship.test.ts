import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { endGuardianship, getPerson, putGuardianship } from '@school/registry/contract'
import { aGuardian, aPupil } from '@school/registry/testing'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const at = (id: string) => ({ schoolId: s.id, id })
const card = (personId: string) => ({ params: { schoolId: s.id, personId } })
const mother = { lastName: 'Новикова', firstName: 'Анна', middleName: null, birthDate: '1985-05-05', gender: 'F' as const, snils: null, email: null, phone: '+7 900 111-22-33' }

async function lives(guardian: { id: string }, studentId: string) {
  const caller = await s.as(guardian)
  await caller.call(getPerson, card(studentId))
  return { caller, live: await s.live(guardian) }
}
async function forgets(live: { next(): Promise<{ type: string; lost?: string[] }>; close(): void }, studentId: string) {
  for (;;) {
    const message = await live.next()
    if (message.type !== 'forget') continue
    assert.ok(message.lost?.includes(`family:${studentId}`))
    live.close()
    return
  }
}

test('a representative is added with the data and sees the child; twice is once', async () => {
  const admin = await s.as(s.admin)
  const [id, personId] = [newId(), newId()]
  const body = { studentId: s.pupil.id, who: { personId, data: mother }, basis: 'parent' as const, document: 'IV-АБ 123456', restricted: false, validFrom: '2026-10-01', basedOn: null }
  const added = await admin.call(putGuardianship, { params: at(id), body })
  assert.deepEqual([added.guardian.id, added.student.id, added.phone], [personId, s.pupil.id, mother.phone])
  assert.equal((await admin.call(putGuardianship, { params: at(id), body })).revision, 1)
  await assert.rejects(admin.call(putGuardianship, { params: at(newId()), body: { ...body, who: { personId, data: null } } }), { code: 'registry.already_guardian' })
  await assert.rejects(admin.call(putGuardianship, { params: at(newId()), body: { ...body, who: { personId: s.pupil.id, data: null } } }), { code: 'registry.own_guardian' })
  await (await s.as({ id: personId })).call(getPerson, card(s.pupil.id))
})

test('a restricted representative loses access at once, on the page and on the socket, and gets it back when freed', async () => {
  const pupil = await aPupil(s.make, s.id, s.classUnit.id)
  const guardian = await aGuardian(s.make, pupil.id)
  const { caller, live } = await lives(guardian, pupil.id)
  const admin = await s.as(s.admin)
  const body = { studentId: pupil.id, who: { personId: guardian.id, data: null }, basis: 'parent' as const, document: '', restricted: true, validFrom: '2026-08-01', basedOn: 1 }
  await assert.rejects(admin.call(putGuardianship, { params: at(guardian.guardianshipId), body }), { code: 'registry.document_needed' })
  await admin.call(putGuardianship, { params: at(guardian.guardianshipId), body: { ...body, document: 'Решение суда 2-1234/2026' } })
  await forgets(live, pupil.id)
  await assert.rejects(caller.call(getPerson, card(pupil.id)), { status: 403 })
  assert.equal((await s.trace('registry.guardianship.restrict')).length, 1)
  assert.equal((await admin.call(getPerson, card(pupil.id))).guardians[0]?.restricted, true, 'the record stays')
  await admin.call(putGuardianship, { params: at(guardian.guardianshipId), body: { ...body, restricted: false, basedOn: 2 } })
  await s.settle()
  await caller.call(getPerson, card(pupil.id))
})

test('a guardianship begun today ends today: with today as its last day, or at once', async () => {
  const pupil = await aPupil(s.make, s.id, s.classUnit.id)
  const [guardian, other] = [await aGuardian(s.make, pupil.id), await aGuardian(s.make, pupil.id)]
  for (const one of [guardian, other]) await s.make.rows(`update registry.guardianship set valid_from = '2026-10-15' where id = $1`, [one.guardianshipId])
  const admin = await s.as(s.admin)
  const end = (id: string, validTo: string) => admin.call(endGuardianship, { params: at(id), body: { validTo, document: 'Внесено по ошибке', basedOn: 1 } })
  await assert.rejects(end(guardian.guardianshipId, '2026-10-13'), { code: 'registry.dates_wrong' })
  const { caller, live } = await lives(guardian, pupil.id)
  const ended = await end(guardian.guardianshipId, '2026-10-14')
  assert.deepEqual([ended.validFrom, ended.validTo], ['2026-10-15', '2026-10-14'])
  await forgets(live, pupil.id)
  await assert.rejects(caller.call(getPerson, card(pupil.id)), { status: 403 })
  assert.equal((await admin.call(getPerson, card(pupil.id))).guardians.length, 2, 'the record stays')
  assert.equal((await end(other.guardianshipId, '2026-10-15')).validTo, '2026-10-15')
  await (await s.as(other)).call(getPerson, card(pupil.id))
  const again = { studentId: pupil.id, who: { personId: guardian.id, data: null }, basis: 'parent' as const, document: '', restricted: false, validFrom: '2026-10-15', basedOn: null }
  assert.equal((await admin.call(putGuardianship, { params: at(newId()), body: again })).validTo, null, 'and may begin anew')
})

test('an ended guardianship closes access at once; the other parent is told', async () => {
  const pupil = await aPupil(s.make, s.id, s.classUnit.id)
  const [guardian, other] = [await aGuardian(s.make, pupil.id), await aGuardian(s.make, pupil.id)]
  const { caller, live } = await lives(guardian, pupil.id)
  const otherLive = await s.live(other)
  const admin = await s.as(s.admin)
  const end = (body: { validTo: string; document: string; basedOn: number }) => admin.call(endGuardianship, { params: at(guardian.guardianshipId), body })
  await assert.rejects(end({ validTo: '2026-07-01', document: 'Решение', basedOn: 1 }), { code: 'registry.dates_wrong' })
  await assert.rejects(end({ validTo: '2026-10-14', document: 'Решение', basedOn: 7 }), { code: 'registry.changed_meanwhile' })
  assert.equal((await end({ validTo: '2026-10-14', document: 'Решение суда', basedOn: 1 })).validTo, '2026-10-14')
  await forgets(live, pupil.id)
  await assert.rejects(caller.call(getPerson, card(pupil.id)), { status: 403 })
  assert.ok((await otherLive.next()).facts?.some(({ name }) => name === 'registry.guardianship.changed'))
  otherLive.close()
  await assert.rejects(end({ validTo: '2026-10-14', document: 'Решение', basedOn: 2 }), { code: 'registry.already_ended' })
})

test('a guardianship that ends on a day closes when the day has passed', async () => {
  const pupil = await aPupil(s.make, s.id, s.classUnit.id)
  const guardian = await aGuardian(s.make, pupil.id, { valid_to: '2026-10-15' })
  const caller = await s.as(guardian)
  await caller.call(getPerson, card(pupil.id))
  s.setNow(new Date('2026-10-15T18:00:00Z'))
  await caller.call(getPerson, card(pupil.id))
  s.setNow(new Date('2026-10-16T00:30:00Z'))
  try {
    await assert.rejects(caller.call(getPerson, card(pupil.id)), { status: 403 })
  } finally { s.setNow(new Date('2026-10-15T07:30:00Z')) }
})

test('walls: others may not, a pupil of another school looks absent', async () => {
  const body = { studentId: s.pupil.id, who: { personId: newId(), data: mother }, basis: 'parent' as const, document: '', restricted: false, validFrom: '2026-10-01', basedOn: null }
  for (const [who, status] of [[null, 401], [s.parent, 403], [s.homeroom, 403], [s.deputyHead, 403], [s.stranger.admin, 404]] as const) await assert.rejects((await s.as(who)).call(putGuardianship, { params: at(newId()), body }), { status })
  const admin = await s.as(s.admin)
  await assert.rejects(admin.call(putGuardianship, { params: at(newId()), body: { ...body, studentId: s.stranger.pupil.id } }), { status: 404 })
  await assert.rejects(admin.call(endGuardianship, { params: at(s.stranger.parent.guardianshipId), body: { validTo: '2026-10-14', document: 'Решение', basedOn: 1 } }), { status: 404 })
  assert.equal((await admin.raw('PUT', `/api/schools/${s.id}/guardianships/${newId()}`, { ...body, basis: 'uncle' })).statusCode, 400)
})
