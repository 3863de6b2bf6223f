import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { putMark } from '@school/journal/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { countUnread, getNoticeSettings, listNotices, putNoticeSetting, readNotices } from '../contract/index.ts'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const mark = async (studentId: string, value: '5' | '4', id = newId(), basedOn: number | null = null) => (await s.as(s.teacher, 'teacher')).call(putMark, { params: { schoolId: s.id, workId: s.work.id, markId: id }, body: { studentId, value, basedOn } as never })

test('a mark is told to the parent and the pupil once, and to nobody else', async () => {
  const live = await s.live(s.parent)
  const id = newId()
  await mark(s.pupil.id, '5', id)
  await s.settle()
  await s.settle()
  const parent = await s.as(s.parent)
  const { rows } = await parent.call(listNotices, { query: {} })
  assert.deepEqual(rows.map((row) => [row.kind, row.data['value'], row.read]), [['journal.mark', '5', false]])
  assert.deepEqual(await (await s.as(s.pupil)).call(countUnread, {}), { unread: 1 })
  assert.deepEqual(await (await s.as(s.otherParent)).call(countUnread, {}), { unread: 0 })
  const names: string[] = []
  while (!names.includes('notices.notice.delivered')) names.push(...((await live.next()).facts ?? []).map((one) => one.name))
  live.close()
  await parent.call(readNotices, { body: {} })
  assert.deepEqual(await parent.call(countUnread, {}), { unread: 0 })
})

test('a silenced kind is not told', async () => {
  const parent = await s.as(s.otherParent)
  assert.ok((await parent.call(getNoticeSettings, {})).some((one) => one.kind === 'journal.mark' && one.wanted))
  await parent.call(putNoticeSetting, { params: { kind: 'journal.mark' }, body: { wanted: false } })
  await mark(s.otherPupil.id, '4')
  await s.settle()
  assert.deepEqual((await parent.call(listNotices, { query: {} })).rows, [])
  await assert.rejects(parent.call(putNoticeSetting, { params: { kind: 'no.such' }, body: { wanted: false } }), { status: 409, code: 'notices.unknown_kind' })
  await assert.rejects((await s.as(null)).call(listNotices, { query: {} }), { status: 401 })
})
