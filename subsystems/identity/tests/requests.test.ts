import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fictionalSnils, newId } from '@school/contract'
import {
  approveRequest, approveRequests, askToJoin, correctByRequest, getMe, getRequest, listKids, listOwnRequests, listRequests, listWaitingOfMunicipality, listWaitingOfRegion, matchRequest, rejectRequest, withdrawRequest, type Wish,
} from '@school/identity/contract'
import { testNow, testSchool, type TestSchool } from '@school/app-server/testing'
import { listNotices } from '@school/notices/contract'
import { writing } from '@school/server'
import { identityFace } from '@school/identity/server'
import { aPerson, aPupil, anEmployee } from '@school/registry/testing'
import { Refused } from '@school/testing'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

let number = 2000
const kidData = (more = {}) => ({ last_name: 'Журавлёв', first_name: 'Пётр', middle_name: 'Алексеевич', birth_date: '2014-03-04', snils: fictionalSnils(++number), ...more })
const at = (id: string) => ({ params: { schoolId: s.id, id } })

/** A parent whose ЕСИА account names one child, and the wish to add it. */
async function parentOf(kid: { last_name: string; first_name: string; middle_name: string | null; birth_date: string; snils: string | null }) {
  const parent = await aPerson(s.make, { snils: fictionalSnils(++number) })
  const oid = String(++number)
  await writing(s.kit, {}, (work) => identityFace.noteKids(work, parent.id, [{ oid, lastName: kid.last_name, firstName: kid.first_name, middleName: kid.middle_name, birthDate: kid.birth_date, gender: 'M', snils: kid.snils }]))
  const wish: Wish = { kind: 'child', child: { child: { lastName: 'не то', firstName: 'не то', middleName: null, birthDate: '2014-03-04', snils: null }, kidOid: oid, basis: 'parent', classId: s.classUnit.id } }
  return { parent, wish, caller: await s.as(parent) }
}
const staffWish = (position = 'Учитель физики'): Wish => ({ kind: 'staff', staff: { role: 'teacher', position, wish: '' } })

test('a mistake in the register is explained, corrected with history and approved; the parent hears it live', async () => {
  const data = kidData()
  const pupil = await aPupil(s.make, s.id, s.classUnit.id, { ...data, middle_name: 'Алексеивич', birth_date: '2014-04-03' })
  const { parent, wish, caller } = await parentOf(data)
  const id = newId()
  const [familyLive, officeLive] = [await s.live(parent), await s.live(s.admin)]
  const own = await caller.call(askToJoin, { ...at(id), body: wish })
  assert.deepEqual([own.check, own.differing, own.fault], ['differs', ['middleName', 'birthDate'], 'registry'])
  assert.ok(!JSON.stringify(own).includes('Алексеивич'), 'the asker never reads the register')
  assert.deepEqual((await officeLive.next()).facts?.[0]?.name, 'identity.request.changed')
  assert.equal((await caller.call(listKids, {}))[0]!.state, 'requested')

  const admin = await s.as(s.admin)
  const card = await admin.call(getRequest, at(id))
  assert.deepEqual(card.comparison.map((one) => [one.field, one.matches]), [['lastName', true], ['firstName', true], ['middleName', false], ['birthDate', false], ['snils', true]])
  await assert.rejects(admin.call(approveRequest, { ...at(id), body: { document: null, basedOn: card.revision } }), { status: 409, code: 'identity.document_needed' })
  const corrected = await admin.call(correctByRequest, { ...at(id), body: { fields: ['middleName', 'birthDate'], basedOn: card.revision } })
  assert.deepEqual([corrected.row.check, corrected.can.approve, corrected.can.correct], ['matched', true, false])
  assert.deepEqual((await s.make.rows('select middle_name, birth_date::text from registry.person where id = $1', [pupil.id]))[0], { middle_name: 'Алексеевич', birth_date: '2014-03-04' })
  assert.equal((await s.trace('registry.person.correct')).length, 1)
  await assert.rejects(admin.call(approveRequest, { ...at(id), body: { document: null, basedOn: card.revision } }), { code: 'identity.changed_meanwhile' })
  await admin.call(approveRequest, { ...at(id), body: { document: null, basedOn: corrected.revision } })
  assert.deepEqual((await caller.call(getMe, {})).contexts.map((one) => one.childId), [pupil.id])
  assert.equal((await familyLive.next()).type, 'facts')
  assert.deepEqual((await admin.call(getRequest, at(id))).steps.map((step) => step.step), ['created', 'compared', 'corrected', 'compared', 'approved'])
  await assert.rejects(admin.call(rejectRequest, { ...at(id), body: { reason: 'поздно', basedOn: 9 } }), { code: 'identity.already_decided' })
  familyLive.close(); officeLive.close()
})

test('typed data tell the asker nothing and never correct the register', async () => {
  const data = kidData({ first_name: 'Тихон' })
  await aPupil(s.make, s.id, s.classUnit.id, data)
  const asker = await s.as(await aPerson(s.make))
  const id = newId()
  const typed = { lastName: 'Журавлёв', firstName: 'Тихон', middleName: 'Иное', birthDate: '2014-03-04', snils: null }
  const own = await asker.call(askToJoin, { ...at(id), body: { kind: 'child', child: { child: typed, kidOid: null, basis: 'parent', classId: null } } })
  assert.deepEqual([own.check, own.mismatches, own.differing, own.fault], ['document', 0, [], 'unknown'])
  const admin = await s.as(s.admin)
  const card = await admin.call(getRequest, at(id))
  assert.deepEqual([card.row.check, card.can.correct, card.can.approveByDocument], ['differs', false, true])
  await assert.rejects(admin.call(correctByRequest, { ...at(id), body: { fields: ['middleName'], basedOn: card.revision } }), { code: 'identity.nothing_to_correct' })
  const rejected = await admin.call(rejectRequest, { ...at(id), body: { reason: 'Нет документа', basedOn: card.revision } })
  assert.equal(rejected.row.state, 'REJECTED')
  assert.equal((await asker.call(listOwnRequests, {}))[0]!.reason, 'Нет документа')
})

test('a request without a record is matched by hand', async () => {
  const pupil = await aPupil(s.make, s.id, s.classUnit.id, { last_name: 'Сорокина', first_name: 'Дина', middle_name: null, birth_date: '2013-01-02' })
  const { wish, caller } = await parentOf({ last_name: 'Иванова', first_name: 'Дина', middle_name: null, birth_date: '2013-01-02', snils: fictionalSnils(++number) })
  const id = newId()
  assert.equal((await caller.call(askToJoin, { ...at(id), body: wish })).check, 'notFound')
  const admin = await s.as(s.admin)
  const card = await admin.call(getRequest, at(id))
  assert.deepEqual(card.candidates.map((one) => one.id), [pupil.id])
  await assert.rejects(admin.call(matchRequest, { ...at(id), body: { pupilId: s.stranger.pupil.id, basedOn: card.revision } }), { code: 'identity.no_record' })
  const matched = await admin.call(matchRequest, { ...at(id), body: { pupilId: pupil.id, basedOn: card.revision } })
  assert.deepEqual([matched.matchedId, matched.row.check], [pupil.id, 'differs'])
})

test('a pupil who signed in moves into the record that the school had', async () => {
  const data = kidData({ first_name: 'Глеб', birth_date: '2010-05-06' })
  const record = await aPupil(s.make, s.id, s.classUnit.id, { ...data, snils: null })
  const own = await aPerson(s.make, data)
  await s.make.rows('update registry.person set esia_oid = $2 where id = $1', [own.id, '77001'])
  const caller = await s.as(own)
  const id = newId()
  assert.equal((await caller.call(askToJoin, { ...at(id), body: { kind: 'pupil', pupil: { classId: s.classUnit.id } } })).check, 'noSnils')
  const admin = await s.as(s.admin)
  await admin.call(approveRequest, { ...at(id), body: { document: 'Паспорт', basedOn: 1 } })
  const me = await caller.call(getMe, {})
  assert.deepEqual([me.person.id, me.contexts.map((one) => one.role)], [record.id, ['pupil']])
  assert.deepEqual((await s.make.rows('select esia_oid, snils from registry.person where id = $1', [record.id]))[0], { esia_oid: '77001', snils: data.snils })
})

test('several are approved at once, the others are named; every one of the list opens by itself', async () => {
  const ids: string[] = []
  for (const snils of [fictionalSnils(++number), fictionalSnils(++number), null]) {
    const data = kidData({ first_name: `Ян${number}`, birth_date: '2012-01-01', snils })
    await aPupil(s.make, s.id, s.classUnit.id, data)
    const { wish, caller } = await parentOf(data)
    const id = newId()
    await caller.call(askToJoin, { ...at(id), body: wish })
    ids.push(id)
  }
  const admin = await s.as(s.admin)
  const list = await admin.call(listRequests, { params: { schoolId: s.id }, query: { tab: 'waiting' } })
  for (const row of list.rows) assert.deepEqual((await admin.call(getRequest, at(row.id))).row, row)
  assert.equal(list.counts.waiting, list.rows.length)
  assert.equal(list.counts.matched + list.counts.differs + list.counts.document, list.counts.waiting)
  const done = await admin.call(approveRequests, { params: { schoolId: s.id }, body: { ids: [...ids, newId()] } })
  assert.deepEqual([done.approved, done.left.map((one) => one.code)], [ids.slice(0, 2), ['identity.document_needed', 'not_found']])
  assert.equal((await admin.call(listRequests, { params: { schoolId: s.id }, query: { tab: 'decided', search: 'Ян' } })).rows.length, 2)
})

test('asking: repeats, doubles, withdrawing, wrong input, strangers', async () => {
  const asker = await s.as(await aPerson(s.make))
  const id = newId()
  await asker.call(askToJoin, { ...at(id), body: staffWish() })
  assert.equal((await asker.call(askToJoin, { ...at(id), body: staffWish() })).id, id)
  await assert.rejects(asker.call(askToJoin, { ...at(newId()), body: staffWish() }), { code: 'identity.already_asked' })
  await assert.rejects((await s.as(s.otherTeacher)).call(askToJoin, { ...at(id), body: staffWish() }), { status: 404 })
  await assert.rejects((await s.as(await anEmployee(s.make, s.id))).call(askToJoin, { ...at(newId()), body: staffWish() }), { code: 'identity.already_here' })
  await assert.rejects(asker.call(askToJoin, { ...at(newId()), body: { kind: 'staff', staff: { role: 'schoolAdmin', position: 'x', wish: '' } } as never }), { status: 400 })
  const bad = { child: { lastName: 'А', firstName: 'Б', middleName: null, birthDate: '2014-02-30', snils: null }, kidOid: null, basis: 'parent' as const, classId: null }
  await assert.rejects(asker.call(askToJoin, { ...at(newId()), body: { kind: 'child', child: bad } }), { code: 'identity.birth_date_wrong' })
  await assert.rejects(asker.call(askToJoin, { ...at(newId()), body: { kind: 'child', child: { ...bad, child: { ...bad.child, birthDate: '2014-02-03', snils: '11223344596' } } } }), { code: 'identity.snils_wrong' })
  await assert.rejects(asker.call(askToJoin, { params: { schoolId: newId(), id: newId() }, body: staffWish() }), { status: 404 })
  await assert.rejects((await s.as(s.parent)).call(withdrawRequest, at(id)), { status: 404 })
  assert.equal((await asker.call(withdrawRequest, at(id))).state, 'WITHDRAWN')
  await assert.rejects(asker.call(withdrawRequest, at(id)), { code: 'identity.already_decided' })
})

test('walls of every route of requests', async () => {
  const asker = await s.as(await aPerson(s.make))
  const id = newId()
  await asker.call(askToJoin, { ...at(id), body: staffWish() })
  const acts = [
    (one: Awaited<ReturnType<typeof s.as>>) => one.call(listRequests, { params: { schoolId: s.id } }), (one: Awaited<ReturnType<typeof s.as>>) => one.call(getRequest, at(id)),
    (one: Awaited<ReturnType<typeof s.as>>) => one.call(approveRequest, { ...at(id), body: { document: 'приказ', basedOn: 1 } }), (one: Awaited<ReturnType<typeof s.as>>) => one.call(rejectRequest, { ...at(id), body: { reason: 'нет', basedOn: 1 } }),
    (one: Awaited<ReturnType<typeof s.as>>) => one.call(correctByRequest, { ...at(id), body: { fields: ['snils'], basedOn: 1 } }), (one: Awaited<ReturnType<typeof s.as>>) => one.call(matchRequest, { ...at(id), body: { pupilId: s.pupil.id, basedOn: 1 } }),
    (one: Awaited<ReturnType<typeof s.as>>) => one.call(approveRequests, { params: { schoolId: s.id }, body: { ids: [id] } }),
  ]
  for (const act of acts) {
    for (const [who, status] of [[null, 401], [s.teacher, 403], [s.parent, 403], [s.municipalCurator, 403], [s.stranger.admin, 404]] as const) {
      await assert.rejects(act(await s.as(who)), (error: Refused) => error.status === status)
    }
  }
  const admin = await s.as(s.admin)
  await assert.rejects(admin.call(rejectRequest, { ...at(id), body: { reason: '', basedOn: 1 } }), { status: 400 })
  await assert.rejects(admin.call(getRequest, at(newId())), { status: 404 })
  for (const route of [listKids, listOwnRequests]) await assert.rejects((await s.as(null)).call(route, {}), { status: 401 })
  await assert.rejects((await s.as(s.stranger.regionalCurator)).call(listWaitingOfRegion, { params: { regionId: s.school.region_id } }), { status: 404 })
  await assert.rejects((await s.as(s.admin)).call(listWaitingOfMunicipality, { params: { municipalityId: s.school.municipality_id } }), { status: 403 })
})

test('an administrator does not decide their own request', async () => {
  const id = newId()
  await (await s.as(s.admin)).call(askToJoin, { ...at(id), body: staffWish() })
  await assert.rejects((await s.as(s.admin)).call(approveRequest, { ...at(id), body: { document: 'приказ', basedOn: 1 } }), { status: 403, code: 'identity.own_request' })
})

test('what nobody answers is shown to the curator and ends by itself', async () => {
  const asker = await s.as(await aPerson(s.make))
  const id = newId()
  await asker.call(askToJoin, { ...at(id), body: staffWish('Психолог') })
  const look = async () => {
    const { subsystem } = await import('@school/identity/server')
    const timed = subsystem.jobs!.find((one) => one.name === 'identity.request.look_for_late') as { run: (work: never) => Promise<void> }
    await writing(s.kit, {}, (work) => timed.run(work as never))
    await s.settle()
  }
  const steps = async () => (await (await s.as(s.admin)).call(getRequest, at(id))).steps.map((step) => step.step)
  await look()
  assert.deepEqual(await steps(), ['created', 'compared'])
  const later = async (ms: number) => {
    s.setNow(new Date(testNow.getTime() + ms))
    await s.make.rows('update identity.session set last_seen_at = $1', [s.kit.clock()]) // everybody stayed signed in meanwhile
  }
  await later(25 * 3_600_000)
  await look()
  await look()
  assert.deepEqual(await steps(), ['created', 'compared', 'escalated'])
  const told = async (who: { id: string }) => (await (await s.as(who)).call(listNotices, { query: {} })).rows.filter((row) => row.kind === 'identity.requestLate')
  assert.deepEqual((await told(s.municipalCurator)).map((row) => [row.data['scopeId'], row.link]).at(0), [s.school.municipality_id, '/connection/waiting'])
  const once = (await told(s.municipalCurator)).length
  await look()
  assert.equal((await told(s.municipalCurator)).length, once)
  for (const who of [s.regionalCurator, s.stranger.municipalCurator, s.admin]) assert.deepEqual(await told(who), [])
  const rows = await (await s.as(s.municipalCurator)).call(listWaitingOfMunicipality, { params: { municipalityId: s.school.municipality_id } })
  assert.ok(rows[0]!.overdue > 0 && rows[0]!.schoolId === s.id)
  assert.deepEqual(await (await s.as(s.regionalCurator)).call(listWaitingOfRegion, { params: { regionId: s.school.region_id } }), rows)
  await later(15 * 86_400_000)
  await look()
  assert.equal((await (await s.as({ id: asker.personId! })).call(listOwnRequests, {}))[0]!.state, 'EXPIRED')
  s.setNow(testNow)
})

test('what still differs when a request is approved by a paper stays as a correction', async () => {
  const data = kidData()
  const pupil = await aPupil(s.make, s.id, s.classUnit.id, { ...data, birth_date: '2014-04-03' })
  const { wish, caller } = await parentOf(data)
  const id = newId()
  await caller.call(askToJoin, { ...at(id), body: wish })
  const admin = await s.as(s.admin)
  await admin.call(approveRequest, { ...at(id), body: { document: 'Свидетельство о рождении', basedOn: 1 } })
  const left = (await admin.call(listRequests, { params: { schoolId: s.id }, query: { role: 'correction' } })).rows
  assert.deepEqual(left.map((row) => [row.kind, row.differing]), [['correction', ['birthDate']]])
  const done = await admin.call(approveRequest, { ...at(left[0]!.id), body: { document: null, basedOn: 1 } })
  assert.equal(done.row.state, 'APPROVED')
  assert.deepEqual(await s.make.rows('select birth_date::text as day from registry.person where id = $1', [pupil.id]), [{ day: '2014-03-04' }])
})
