import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { getDiaryWeek, putMark } from '@school/journal/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { getChainState, listLooks, listSchoolHistory, listSystemHistory } from '../contract/index.ts'

let s: TestSchool
before(async () => {
  s = await testSchool()
  await (await s.as(s.teacher, 'teacher')).call(putMark, { params: { schoolId: s.id, workId: s.work.id, markId: newId() }, body: { studentId: s.pupil.id, value: '5', basedOn: null } as never })
  await (await s.as(s.deputyHead, 'deputyHead')).call(getDiaryWeek, { params: { schoolId: s.id, studentId: s.pupil.id }, query: { week: '2026-10-12' } })
})
after(() => s.close())

test('the administrator sees who did what, with before and after', async () => {
  const { rows } = await (await s.as(s.admin)).call(listSchoolHistory, { params: { schoolId: s.id }, query: { action: 'journal.mark' } })
  assert.deepEqual(rows.map((row) => [row.action, row.by?.id, row.about?.id, row.role]), [['journal.mark.put', s.teacher.id, s.pupil.id, 'teacher']])
  assert.equal((await (await s.as(s.admin)).call(getChainState, { params: { schoolId: s.id } })).unsealed > 0, true)
})

test('a parent sees who opened and changed the record of the own child, and of no other', async () => {
  const parent = await s.as(s.parent)
  const looks = await parent.call(listLooks, { params: { schoolId: s.id, studentId: s.pupil.id }, query: {} })
  assert.deepEqual(new Set(looks.map((one) => one.kind)), new Set(['opened', 'changed']))
  assert.ok(looks.some((one) => one.kind === 'opened' && one.by?.id === s.deputyHead.id))
  await assert.rejects(parent.call(listLooks, { params: { schoolId: s.id, studentId: s.otherPupil.id }, query: {} }), { status: 404 })
})

test('walls', async () => {
  await assert.rejects((await s.as(s.teacher)).call(listSchoolHistory, { params: { schoolId: s.id }, query: {} }), { status: 403 })
  await assert.rejects((await s.as(s.stranger.admin)).call(listSchoolHistory, { params: { schoolId: s.id }, query: {} }), { status: 404 })
  await assert.rejects((await s.as(null)).call(listSystemHistory, { query: {} }), { status: 401 })
  assert.ok(Array.isArray((await (await s.as(s.operator)).call(listSystemHistory, { query: {} })).rows))
})
