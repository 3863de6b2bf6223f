import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { putMark } from '@school/journal/contract'
import { writing } from '@school/server'
import { testSchool, testNow, type TestSchool } from '@school/app-server/testing'
import { countUnread, getNoticeSettings, listNotices, putNoticeSetting, readNotices } from '../contract/index.ts'
import { subsystem } from '../server/index.ts'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const mark = async (studentId: string, value: '5' | '4', id = newId(), basedOn: number | null = null) => (await s.as(s.teacher, 'teacher')).call(putMark, { params: { schoolId: s.id, workId: s.work.id, markId: id }, body: { studentId, value, basedOn } as never })
const told = async (person: { id: string }, values: string[], about = newId()) => {
  for (const value of values) await s.make.insert('notices.notice', { id: newId(), person_id: person.id, kind: 'journal.mark', about: `${about}${value}`, data: JSON.stringify({ value }), link: '/diary/2026-10-12', school_id: s.id, created_at: testNow })
}

test('a mark is told to the parent and the pupil once, and to nobody else', async () => {
  const live = await s.live(s.parent)
  await mark(s.pupil.id, '5')
  await s.settle()
  const parent = await s.as(s.parent)
  const { rows } = await parent.call(listNotices, { query: {} })
  assert.deepEqual(rows.map((row) => [row.kind, row.data['value'], row.data['studentId'], row.schoolId, row.read]), [['journal.mark', '5', s.pupil.id, s.id, false]])
  assert.deepEqual(await (await s.as(s.pupil)).call(countUnread, {}), { unread: 1 })
  for (const person of [s.otherParent, s.teacher, s.stranger.parent]) assert.deepEqual(await (await s.as(person)).call(countUnread, {}), { unread: 0 })
  const names: string[] = []
  while (!names.includes('notices.notice.delivered')) names.push(...((await live.next()).facts ?? []).map((one) => one.name))
  live.close()
  await parent.call(readNotices, { body: {} })
  assert.deepEqual(await parent.call(countUnread, {}), { unread: 0 })
})

test('a fact heard twice tells once', async () => {
  const heard = s.kit.subsystems.find((room) => room.name === 'notices')!.listeners!.find((one) => one.name === 'notices.journal.mark')!
  const [fresh] = await s.make.rows<{ id: string; course_id: string; work_id: string; lesson_id: string; student_id: string }>('select m.id, m.course_id, m.work_id, w.lesson_id, m.student_id from journal.mark m join journal.work w on w.school_id = m.school_id and w.id = m.work_id where m.student_id = $1', [s.pupil.id])
  await s.make.rows('delete from notices.notice where person_id = $1', [s.parent.id])
  for (let i = 0; i < 2; i++) await writing(s.kit, { schoolId: s.id }, (work) => heard.run(work, { schoolId: s.id, markId: fresh!.id, workId: fresh!.work_id, courseId: fresh!.course_id, lessonId: fresh!.lesson_id, studentId: fresh!.student_id } as never))
  assert.equal((await (await s.as(s.parent)).call(listNotices, { query: {} })).rows.length, 1)
})

test('a silenced kind is not told, until it is wanted again', async () => {
  const parent = await s.as(s.otherParent)
  const kind = { params: { kind: 'journal.mark' } }
  assert.ok((await parent.call(getNoticeSettings, {})).some((one) => one.kind === 'journal.mark' && one.wanted))
  await parent.call(putNoticeSetting, { ...kind, body: { wanted: false } })
  await parent.call(putNoticeSetting, { ...kind, body: { wanted: false } })
  assert.ok((await parent.call(getNoticeSettings, {})).some((one) => one.kind === 'journal.mark' && !one.wanted))
  const id = newId()
  await mark(s.otherPupil.id, '4', id)
  await s.settle()
  assert.deepEqual((await parent.call(listNotices, { query: {} })).rows, [])
  assert.equal((await (await s.as(s.otherPupil)).call(countUnread, {})).unread, 1)
  await parent.call(putNoticeSetting, { ...kind, body: { wanted: true } })
  await mark(s.otherPupil.id, '5', id, 1)
  await s.settle()
  assert.deepEqual((await parent.call(listNotices, { query: {} })).rows.map((row) => row.data['corrected']), [true])
})

test('pages give every notice once; one, then all, become read', async () => {
  const deputy = await s.as(s.deputyHead)
  await told(s.deputyHead, ['1', '2', '3', '4', '5'])
  const first = await deputy.call(listNotices, { query: { limit: 2 } })
  const rest = await deputy.call(listNotices, { query: { limit: 10, cursor: first.next ?? '' } })
  assert.deepEqual([...first.rows, ...rest.rows].map((row) => row.data['value']), ['5', '4', '3', '2', '1'])
  await deputy.call(readNotices, { body: { ids: [first.rows[0]!.id] } })
  assert.deepEqual(await deputy.call(countUnread, {}), { unread: 4 })
  assert.deepEqual((await deputy.call(listNotices, { query: { unread: true } })).rows.map((row) => row.data['value']), ['4', '3', '2', '1'])
  await deputy.call(readNotices, { body: {} })
  assert.deepEqual(await deputy.call(countUnread, {}), { unread: 0 })
  assert.equal((await deputy.call(listNotices, { query: { cursor: '-'.repeat(36) } })).rows.length, 5)
})

test('refusals: signed out, notices of others, an unknown kind, bad input', async () => {
  await told(s.principal, ['1'])
  const [mine] = (await (await s.as(s.principal)).call(listNotices, { query: {} })).rows
  await (await s.as(s.stranger.parent)).call(readNotices, { body: { ids: [mine!.id] } })
  assert.deepEqual(await (await s.as(s.principal)).call(countUnread, {}), { unread: 1 })
  const nobody = await s.as(null)
  await assert.rejects(nobody.call(listNotices, { query: {} }), { status: 401 })
  await assert.rejects(nobody.call(countUnread, {}), { status: 401 })
  await assert.rejects(nobody.call(readNotices, { body: {} }), { status: 401 })
  await assert.rejects(nobody.call(getNoticeSettings, {}), { status: 401 })
  await assert.rejects(nobody.call(putNoticeSetting, { params: { kind: 'journal.mark' }, body: { wanted: true } }), { status: 401 })
  const parent = await s.as(s.parent)
  await assert.rejects(parent.call(putNoticeSetting, { params: { kind: 'no.such' }, body: { wanted: false } }), { status: 409, code: 'notices.unknown_kind' })
  await assert.rejects(parent.call(readNotices, { body: { ids: ['x'] } }), { status: 400 })
  await assert.rejects(parent.call(putNoticeSetting, { params: { kind: 'journal.mark' }, body: { wanted: 'no' } as never }), { status: 400 })
})

test('what is older than half a year is forgotten', async () => {
  await told(s.otherTeacher, ['5'])
  const forget = subsystem.jobs!.find((one) => one.name === 'notices.forget')!
  await writing(s.kit, {}, (work) => forget.run(work, undefined as never))
  assert.equal((await (await s.as(s.otherTeacher)).call(countUnread, {})).unread, 1)
  s.setNow(new Date(testNow.getTime() + 181 * 86_400_000))
  await writing(s.kit, {}, (work) => forget.run(work, undefined as never))
  s.setNow(testNow)
  assert.equal((await (await s.as(s.otherTeacher)).call(countUnread, {})).unread, 0)
})
