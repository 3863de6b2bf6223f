import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { putAttendance, putMark } from '@school/journal/contract'
import { signOut } from '@school/identity/contract'
import { aSession } from '@school/identity/testing'
import { callerOf } from '@school/testing'
import { writing } from '@school/server'
import { testNow, testSchool, type TestSchool } from '@school/app-server/testing'
import { getNotice, getPush, listNotices, putPushDevice, putPushWish, readNotices, removePushDevice } from '../contract/index.ts'
import { keptSender, pushWith, subsystem } from '../server/index.ts'
import { words } from '../server/push/words.ts'
import { fakePushService } from '../testing.ts'

let s: TestSchool
let service: Awaited<ReturnType<typeof fakePushService>>
const folder = mkdtempSync(join(tmpdir(), 'school-push-'))
before(async () => {
  service = await fakePushService()
  s = await testSchool()
  pushWith({ sender: keptSender(folder, 'mailto:a@school.example'), services: [service.origin, 'fcm.googleapis.com'] })
})
after(async () => {
  await s.close()
  await service.close()
  rmSync(folder, { recursive: true })
})

const add = async (who: { id: string }, path: string, id = newId(), over = {}) => {
  await (await s.as(who)).call(putPushDevice, { params: { deviceId: id }, body: { ...service.subscribe(path), name: 'Chrome', language: 'ru', ...over } })
  return id
}
const mark = async (studentId: string, value: '5' | '4' | '3', id = newId(), basedOn: number | null = null) => {
  await (await s.as(s.teacher, 'teacher')).call(putMark, { params: { schoolId: s.id, workId: s.work.id, markId: id }, body: { studentId, value, basedOn } as never })
  await s.settle()
  return id
}
const got = (path: string) => service.received.filter((one) => one.path === path)
const sweep = () => writing(s.kit, {}, (work) => subsystem.jobs!.find((one) => one.name === 'notices.push.sweep')!.run(work, undefined as never)).then(() => s.settle())
const night = new Date('2026-10-15T19:00:00Z')
let markId = ''

test('a mark reaches the device of the parent: the kind and whose it is, never what it was', async () => {
  await add(s.parent, '/parent')
  markId = await mark(s.pupil.id, '5')
  const [{ message, headers }] = got('/parent') as [ReturnType<typeof got>[number]]
  const [row] = await s.make.rows<{ first_name: string }>('select first_name from registry.person where id = $1', [s.pupil.id])
  const [notice] = (await (await s.as(s.parent)).call(listNotices, { query: {} })).rows
  assert.deepEqual(message, { title: 'Отметка', body: row!.first_name, path: `/notices/${notice!.id}`, tag: notice!.id })
  assert.deepEqual([headers['content-encoding'], headers['ttl'], headers['urgency'], headers['topic']], ['aes128gcm', '86400', 'normal', notice!.id.replaceAll('-', '')])
  assert.equal((await (await s.as(s.parent)).call(getNotice, { params: { noticeId: notice!.id } })).kind, 'journal.mark')
  await sweep()
  assert.equal(got('/parent').length, 1)
})

test('every kind that rooms declare has words for a locked screen', () => {
  for (const kind of s.kit.subsystems.flatMap((room) => room.notices ?? []).map((one) => one.kind)) for (const language of ['ru', 'en'] as const) assert.ok(words[language].kinds[kind], `${language} ${kind}`)
})

test('what a locked screen says is the choice of the person', async () => {
  const parent = await s.as(s.parent)
  await parent.call(putPushWish, { body: { quiet: 'usual', from: null, until: null, words: 'none' } })
  await mark(s.pupil.id, '4', markId, 1)
  assert.deepEqual([got('/parent').at(-1)!.message['title'], got('/parent').at(-1)!.message['body']], ['Новое уведомление', ''])
  await parent.call(putPushWish, { body: { quiet: 'usual', from: null, until: null, words: 'kind' } })
  await mark(s.pupil.id, '5', markId, 2)
  assert.deepEqual([got('/parent').at(-1)!.message['title'], got('/parent').at(-1)!.message['body']], ['Отметка', ''])
})

test('what comes at night rings once in the morning; urgent kinds pass, and so does who wants no silence', async () => {
  await (await s.as(s.parent)).call(putPushWish, { body: { quiet: 'usual', from: null, until: null, words: 'child' } })
  await add(s.pupil, '/pupil')
  await (await s.as(s.pupil)).call(putPushWish, { body: { quiet: 'none', from: null, until: null, words: 'child' } })
  s.setNow(night)
  const before = got('/parent').length
  await mark(s.pupil.id, '4', markId, 3)
  await mark(s.pupil.id, '5', markId, 4)
  assert.equal(got('/parent').length, before)
  assert.equal(got('/pupil').length, 2)
  await (await s.as(s.teacher, 'teacher')).call(putAttendance, { params: { schoolId: s.id, lessonId: s.lesson.id, studentId: s.pupil.id }, body: { code: 'absent', minutes: null, basedOn: null } as never })
  await s.settle()
  assert.deepEqual(got('/parent').slice(before).map((one) => [one.message['title'], one.headers['urgency']]), [['Нет в школе', 'high']])
  s.setNow(new Date('2026-10-16T03:59:00Z'))
  await sweep()
  assert.equal(got('/parent').length, before + 1)
  s.setNow(new Date('2026-10-16T04:00:30Z'))
  await sweep()
  const morning = got('/parent').slice(before + 1)
  assert.deepEqual(morning.map((one) => one.message['title']), ['3 уведомления'])
  assert.match(String(morning[0]!.message['body']), / · Отметка: 2, Пропуск или опоздание: 1$/)
  assert.equal(morning[0]!.message['path'], '/notices/all')
  s.setNow(testNow)
})

test('what was read meanwhile is not sent; own hours are kept', async () => {
  const parent = await s.as(s.parent)
  await parent.call(putPushWish, { body: { quiet: 'own', from: '09:00', until: '12:00', words: 'child' } })
  const before = got('/parent').length
  await mark(s.pupil.id, '4', markId, 5)
  assert.equal(got('/parent').length, before)
  await parent.call(readNotices, { body: {} })
  s.setNow(new Date('2026-10-15T09:00:00Z'))
  await sweep()
  assert.equal(got('/parent').length, before)
  s.setNow(testNow)
  await parent.call(putPushWish, { body: { quiet: 'none', from: null, until: null, words: 'child' } })
})

test('a service that is down is asked again later, a browser that has left is forgotten', async () => {
  service.answerWith(() => 503)
  const before = got('/parent').length
  await mark(s.pupil.id, '5', markId, 6)
  await sweep()
  assert.deepEqual((await s.make.rows<{ attempts: number }>('select p.attempts from notices.push_due p join notices.push_device d on d.id = p.device_id where d.person_id = $1', [s.parent.id])), [{ attempts: 1 }])
  service.answerWith(() => 201)
  s.setNow(new Date(testNow.getTime() + 120_000))
  await sweep()
  assert.equal(got('/parent').length, before + 1)
  s.setNow(testNow)
  service.answerWith((path) => (path === '/pupil' ? 410 : 201))
  await mark(s.pupil.id, '4', markId, 7)
  assert.deepEqual((await (await s.as(s.pupil)).call(getPush, {})).devices, [])
  assert.equal((await (await s.as(s.parent)).call(getPush, {})).devices.length, 1)
  service.answerWith(() => 201)
})

test('a browser belongs to whoever signed in there last, and to nobody after signing out', async () => {
  const address = service.subscribe('/shared')
  await add(s.otherParent, '/shared', newId(), address)
  await add(s.homeroom, '/shared', newId(), address)
  assert.deepEqual((await (await s.as(s.otherParent)).call(getPush, {})).devices, [])
  const cookie = await aSession(s.make, s.homeroom.id, testNow)
  const here = callerOf(s.app, s.homeroom.id, cookie)
  await here.call(putPushDevice, { params: { deviceId: newId() }, body: { ...address, name: 'Firefox', language: 'en' } })
  assert.deepEqual((await here.call(getPush, {})).devices.map((one) => one.name), ['Firefox'])
  await here.call(signOut, {})
  await s.settle()
  assert.deepEqual((await (await s.as(s.homeroom)).call(getPush, {})).devices, [])
})

test('refusals: signed out, devices of others, unknown services, bad keys, bad hours', async () => {
  const nobody = await s.as(null)
  const mine = (await (await s.as(s.parent)).call(getPush, {})).devices[0]!.id
  const body = { ...service.subscribe('/x'), name: 'Chrome', language: 'ru' as const }
  await assert.rejects(nobody.call(getPush, {}), { status: 401 })
  await assert.rejects(nobody.call(putPushDevice, { params: { deviceId: newId() }, body }), { status: 401 })
  await assert.rejects(nobody.call(removePushDevice, { params: { deviceId: mine } }), { status: 401 })
  await assert.rejects(nobody.call(putPushWish, { body: { quiet: 'none', from: null, until: null, words: 'none' } }), { status: 401 })
  await assert.rejects(nobody.call(getNotice, { params: { noticeId: newId() } }), { status: 401 })
  const other = await s.as(s.otherParent)
  await assert.rejects(other.call(removePushDevice, { params: { deviceId: mine } }), { status: 404 })
  await assert.rejects(other.call(putPushDevice, { params: { deviceId: mine }, body }), { status: 404 })
  const [notice] = (await (await s.as(s.parent)).call(listNotices, { query: {} })).rows
  await assert.rejects(other.call(getNotice, { params: { noticeId: notice!.id } }), { status: 404 })
  for (const endpoint of ['https://evil.example/x', 'http://169.254.169.254/latest', 'http://127.0.0.1:1/x', 'https://fcm.googleapis.com@evil.example/x']) {
    await assert.rejects(other.call(putPushDevice, { params: { deviceId: newId() }, body: { ...body, endpoint } }), { status: 409, code: 'notices.push_unknown_service' })
  }
  await assert.rejects(other.call(putPushDevice, { params: { deviceId: newId() }, body: { ...body, p256dh: 'A'.repeat(87) } }), { status: 409, code: 'notices.push_bad_keys' })
  await assert.rejects(other.call(putPushDevice, { params: { deviceId: newId() }, body: { ...body, endpoint: 'ftp://x' } }), { status: 400 })
  await assert.rejects(other.call(putPushWish, { body: { quiet: 'own', from: '21:00', until: null, words: 'child' } }), { status: 409, code: 'notices.push_bad_hours' })
  await (await s.as(s.parent)).call(removePushDevice, { params: { deviceId: mine } })
  assert.deepEqual((await s.trace('notices.push_device.remove')).map((one) => [one.by, one.before]), [[s.parent.id, { name: 'Chrome' }]])
})

test('the key is made once, kept and readable by nobody else', () => {
  assert.equal(keptSender(folder, 'mailto:a@school.example').publicKey, keptSender(folder, 'mailto:b@school.example').publicKey)
  assert.equal(statSync(join(folder, 'vapid-key.pem')).mode & 0o777, 0o600)
})
