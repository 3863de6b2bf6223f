import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { fictionalSnils } from '@school/contract'
import { correctByRequest, endOtherSessions, endSession, getMe, getProfile, getRequest, listRequests, listSessions, rejectRequest } from '@school/identity/contract'
import { testSchool, testNow, type TestSchool } from '@school/app-server/testing'
import { aStandPerson } from '@school/esia-stand/testing'
import { callerOf } from '@school/testing'
import { aGuardian, aPerson, aPupil, anEmployee } from '@school/registry/testing'
import { signIn, signInStand, walkToReturn, type Stand } from './stand.ts'

let s: TestSchool
let stand: Stand
before(async () => { s = await testSchool(); stand = await signInStand(s.world) })
after(async () => { await stand.close(); await s.close() })

const own = (person: { last_name: string; first_name: string }) => ({ lastName: person.last_name, firstName: person.first_name, middleName: 'Отчество', birthDate: '1985-05-05' })
const as = (cookie: string | null) => callerOf(s.app, null, cookie)
const trouble = (location: string) => new URL(location, 'http://x').searchParams.get('problem')

test('a prepared employee signs in and finds the school; cookies are bound and the page that was asked opens', async () => {
  const teacher = await anEmployee(s.make, s.id)
  const snils = fictionalSnils(101)
  await s.make.rows('update registry.person set snils = $2 where id = $1', [teacher.id, snils])
  stand.people.push(aStandPerson({ oid: '201', ...own(teacher), snils }))
  const landing = await signIn(s.world, { oid: '201' }, 'profile=staff&next=%2Fas%2Fteacher%2Fx')
  assert.equal(landing.location, '/as/teacher/x')
  assert.match(landing.setCookie, /__Host-sid=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax/)
  const me = await as(landing.cookie).call(getMe, {})
  assert.equal(me.person.id, teacher.id)
  assert.deepEqual(me.contexts.map((one) => [one.role, one.schoolId, one.title]), [['teacher', s.id, 'Учитель']])
  assert.ok(me.permissionsByRole['teacher']!.length > 0 && me.consentsNeeded)
  assert.equal((await as(landing.cookie).call(getProfile, {})).confirmedBy, 'esia')
  assert.equal((await as(landing.cookie).raw('GET', '/api/schools/x/people')).statusCode !== 401, true)
})

test('signed out there is nobody', async () => {
  for (const route of [getMe, getProfile, listSessions]) await assert.rejects(as(null).call(route, {}), { status: 401, code: 'sign_in_first' })
})

test('a stranger becomes a person without contexts; the same account is the same person next time', async () => {
  stand.people.push(aStandPerson({ oid: '202', lastName: 'Новая', snils: fictionalSnils(102) }))
  const first = await as((await signIn(s.world, { oid: '202' })).cookie).call(getMe, {})
  assert.deepEqual(first.contexts, [])
  const second = await as((await signIn(s.world, { oid: '202' })).cookie).call(getMe, {})
  assert.equal(second.person.id, first.person.id)
})

test('a return works once, only in the browser that began it and within ten minutes', async () => {
  const { back, tx } = await walkToReturn(s.world, { oid: '202' })
  const end = (cookie: string) => s.app.inject({ method: 'GET', url: back, headers: { host: 'localhost:80', cookie } })
  assert.equal(trouble((await end('')).headers.location!), 'identity.sign_in_expired')
  assert.equal(trouble((await end('__Host-tx=another')).headers.location!), 'identity.sign_in_expired')
  assert.equal((await end(`__Host-tx=${tx}`)).headers.location, '/')
  assert.equal(trouble((await end(`__Host-tx=${tx}`)).headers.location!), 'identity.sign_in_expired')
  const late = await walkToReturn(s.world, { oid: '202' })
  s.setNow(new Date(testNow.getTime() + 11 * 60_000))
  assert.equal(trouble((await s.app.inject({ method: 'GET', url: late.back, headers: { cookie: `__Host-tx=${late.tx}` } })).headers.location!), 'identity.sign_in_expired')
  s.setNow(testNow)
  assert.equal(trouble((await s.app.inject({ method: 'GET', url: '/auth/esia/return?state=%27%3B--&code=1' })).headers.location!), 'identity.sign_in_expired')
})

test('refusals are explained: consent, unconfirmed account, silence of ЕСИА', async () => {
  stand.people.push(aStandPerson({ oid: '203', confirmed: false }), aStandPerson({ oid: '204', lastName: 'Иная', snils: null }))
  assert.equal(trouble((await signIn(s.world, { oid: '204', decision: 'deny' })).location), 'identity.consent_refused')
  assert.equal(trouble((await signIn(s.world, { oid: '203' })).location), 'identity.account_unconfirmed')
  await stand.faults({ status: 503 })
  assert.equal(trouble((await signIn(s.world, { oid: '204' })).location), 'identity.esia_unavailable')
  await stand.faults(null)
})

test('a next page that leads elsewhere is not followed', async () => {
  assert.equal((await signIn(s.world, { oid: '202' }, 'profile=staff&next=%2F%2Fevil.example')).location, '/')
  assert.equal((await s.app.inject({ method: 'GET', url: '/auth/esia/start?profile=boss' })).statusCode, 400)
})

test('the СНИЛС of a record with another account, or of plainly another person, waits for an operator', async () => {
  const taken = await aPerson(s.make, { snils: fictionalSnils(105) })
  await s.make.rows(`update registry.person set esia_oid = '999' where id = $1`, [taken.id])
  stand.people.push(aStandPerson({ oid: '205', ...own(taken), snils: fictionalSnils(105) }))
  const landing = await signIn(s.world, { oid: '205' })
  assert.equal(trouble(landing.location), 'identity.merge_waits')
  assert.equal(landing.cookie, null)
  const mistyped = await aPerson(s.make, { snils: fictionalSnils(106), birth_date: '1970-01-01' })
  stand.people.push(aStandPerson({ oid: '206', snils: fictionalSnils(106) }))
  assert.equal(trouble((await signIn(s.world, { oid: '206' })).location), 'identity.merge_waits')
  assert.equal((await s.make.rows<{ esia_oid: string | null }>('select esia_oid from registry.person where id = $1', [mistyped.id]))[0]!.esia_oid, null)
})

test('a child of the account with СНИЛС and birth date of a pupil is linked at once, one who may not see the child is not', async () => {
  const [kid, other] = [await aPupil(s.make, s.id, s.classUnit.id, { snils: fictionalSnils(107) }), await aPupil(s.make, s.id, s.classUnit.id, { snils: fictionalSnils(108) })]
  const mother = await aPerson(s.make, { snils: fictionalSnils(109) })
  await aGuardian(s.make, other.id, { guardianId: mother.id, restricted: true })
  const child = (oid: string, person: typeof kid, snils: string) => aStandPerson({ oid, lastName: person.last_name, firstName: person.first_name, birthDate: '2013-03-03', gender: 'M', snils, confirmed: false })
  stand.people.push(child('301', kid, fictionalSnils(107)), child('302', other, fictionalSnils(108)), aStandPerson({ oid: '300', ...own(mother), snils: fictionalSnils(109), kids: ['301', '302'] }))
  const me = await as((await signIn(s.world, { oid: '300' }, 'profile=parent')).cookie).call(getMe, {})
  assert.deepEqual(me.contexts.map((one) => [one.role, one.childId]), [['parent', kid.id]])
  assert.equal((await s.trace('identity.request.link')).length, 1)
  await signIn(s.world, { oid: '300' }, 'profile=parent')
  assert.equal((await s.trace('identity.request.link')).length, 1)
})

test('a shared computer gets a cookie that dies with the browser and half an hour of silence', async () => {
  const landing = await signIn(s.world, { oid: '202' }, 'profile=staff&shared=1')
  assert.doesNotMatch(landing.setCookie.split('\n').find((line) => line.startsWith('__Host-sid'))!, /Max-Age/)
  assert.equal((await as(landing.cookie).call(listSessions, {})).find((one) => one.current)?.shared, true)
  s.setNow(new Date(testNow.getTime() + 31 * 60_000))
  await assert.rejects(as(landing.cookie).call(getMe, {}), { status: 401 })
  s.setNow(testNow)
})

test('an administrator has one session, others five; the oldest ends', async () => {
  stand.people.push(aStandPerson({ oid: '210', lastName: 'Пятая', snils: fictionalSnils(110) }))
  const cookies: (string | null)[] = []
  for (let i = 0; i < 6; i++) {
    s.setNow(new Date(testNow.getTime() + i * 1000))
    cookies.push((await signIn(s.world, { oid: '210' })).cookie)
  }
  await assert.rejects(as(cookies[0]!).call(getMe, {}), { status: 401 })
  assert.equal((await as(cookies[5]!).call(listSessions, {})).length, 5)
  const admin = await anEmployee(s.make, s.id, 'schoolAdmin')
  await s.make.rows('update registry.person set snils = $2 where id = $1', [admin.id, fictionalSnils(111)])
  stand.people.push(aStandPerson({ oid: '211', ...own(admin), snils: fictionalSnils(111) }))
  const [before, now] = [(await signIn(s.world, { oid: '211' })).cookie, (await signIn(s.world, { oid: '211' })).cookie]
  await assert.rejects(as(before).call(getMe, {}), { status: 401 })
  assert.equal((await as(now).call(listSessions, {})).length, 1)
  s.setNow(testNow)
})

test('signing in again in the same browser gives a new session and ends the old one', async () => {
  const first = (await signIn(s.world, { oid: '202' })).cookie!
  const second = (await signIn(s.world, { oid: '202' }, 'profile=staff', first)).cookie!
  assert.notEqual(first, second)
  await assert.rejects(as(first).call(getMe, {}), { status: 401 })
})

test('a device is signed out from another one, its socket closes at once; a foreign session is not found', async () => {
  stand.people.push(aStandPerson({ oid: '212', lastName: 'Двойная', snils: fictionalSnils(112) }))
  const [mine, theirs] = [(await signIn(s.world, { oid: '212' })).cookie!, (await signIn(s.world, { oid: '202' })).cookie!]
  const { openLive } = await import('@school/testing')
  const live = await openLive(s.app, mine)
  const other = (await signIn(s.world, { oid: '212' })).cookie!
  const listed = (await as(mine).call(listSessions, {})).find((one) => one.current)!
  await assert.rejects(as(theirs).call(endSession, { params: { id: listed.id } }), { status: 404 })
  await assert.rejects(as(null).call(endSession, { params: { id: listed.id } }), { status: 401 })
  await assert.rejects(as(other).call(endSession, { params: { id: 'zz' } }), { status: 400 })
  await as(other).call(endSession, { params: { id: listed.id } })
  const heard: unknown[] = []
  for (let message = await live.next(); ; message = await live.next()) { heard.push(message); if (message.type === 'closed') break }
  assert.deepEqual(heard.at(-1), { type: 'closed', code: 4401 })
  await assert.rejects(as(mine).call(getMe, {}), { status: 401 })
  await signIn(s.world, { oid: '212' })
  assert.ok((await as(other).call(endOtherSessions, {})).ended > 0)
  assert.equal((await as(other).call(listSessions, {})).length, 1)
})

test('signing out ends the session first and leads to the exit of ЕСИА', async () => {
  const { cookie } = await signIn(s.world, { oid: '202' })
  const out = await as(cookie).raw('POST', '/api/sign-out')
  assert.equal(out.statusCode, 200)
  assert.match((out.json() as { next: string }).next, /\/idp\/ext\/Logout\?client_id=MYSCHOOL&redirect_url=http%3A%2F%2Flocalhost%3A80%2F$/)
  await assert.rejects(as(cookie).call(getMe, {}), { status: 401 })
  assert.deepEqual((await as(null).raw('POST', '/api/sign-out')).json(), { next: null })
})

test('what Госуслуги says otherwise than the school becomes one correction, which the administrator carries out or refuses for good', async () => {
  const teacher = await anEmployee(s.make, s.id)
  const snils = fictionalSnils(160)
  await s.make.rows(`update registry.person set snils = $2, middle_name = 'Отчество', birth_date = '1985-05-06' where id = $1`, [teacher.id, snils])
  stand.people.push(aStandPerson({ oid: '260', ...own(teacher), snils }))
  for (let i = 0; i < 2; i++) await signIn(s.world, { oid: '260' }, 'profile=staff')
  const admin = await s.as(s.admin)
  const waiting = async () => (await admin.call(listRequests, { params: { schoolId: s.id }, query: { role: 'correction' } })).rows.filter((row) => row.asker.startsWith(teacher.last_name))
  const [row, second] = await waiting()
  assert.ok(row && second === undefined, 'twice is once')
  assert.deepEqual([row.kind, row.check, row.differing, row.can.approve], ['correction', 'differs', ['birthDate'], false])
  const at = { params: { schoolId: s.id, id: row.id } }
  const card = await admin.call(getRequest, at)
  assert.deepEqual([card.can.correct, card.can.approveByDocument, card.can.match, card.steps.map((step) => step.step)], [true, false, false, ['mismatch', 'compared']])
  await assert.rejects((await s.as(teacher)).call(getRequest, at), { status: 403 })
  await assert.rejects((await s.as(s.stranger.admin)).call(getRequest, at), { status: 404 })
  const done = await admin.call(correctByRequest, { ...at, body: { fields: ['birthDate'], basedOn: card.revision } })
  assert.equal(done.row.state, 'APPROVED')
  assert.deepEqual(await s.make.rows('select birth_date::text as day, esia_oid from registry.person where id = $1', [teacher.id]), [{ day: '1985-05-05', esia_oid: '260' }])
  await s.make.rows(`update registry.person set birth_date = '1985-05-07' where id = $1`, [teacher.id])
  await signIn(s.world, { oid: '260' }, 'profile=staff')
  const [again] = await waiting()
  await admin.call(rejectRequest, { params: { schoolId: s.id, id: again!.id }, body: { reason: 'В паспорте иначе', basedOn: 1 } })
  await signIn(s.world, { oid: '260' }, 'profile=staff')
  assert.deepEqual(await waiting(), [])
})
