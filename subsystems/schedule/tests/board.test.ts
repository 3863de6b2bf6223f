import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { aSubject } from '@school/registry/testing'
import { aCourse } from '@school/schedule/testing'
import type { TestCaller } from '@school/testing'
import { changeTimetable, getBoard, getTimetableRules, lessonsOfWeek, listTimetables, previewPublishing, publishTimetable, putTimetable, putTimetableRules, removeDraft } from '../contract/index.ts'

let s: TestSchool
let office: TestCaller
const ids = { draft: newId(), entry: newId(), physics: '', room: newId() }
before(async () => {
  s = await testSchool()
  office = await s.as(s.deputyHead)
  ids.physics = (await aCourse(s.make, s.id, { groupId: s.classUnit.id, subjectId: (await aSubject(s.make, s.id, 'Физика')).id, teacherIds: [s.teacher.id] })).id
  await s.make.insert('registry.room', { school_id: s.id, id: ids.room, name: '305' })
  await office.call(putTimetable, { params: at(), body: { year: 2026, name: 'Черновик', validFrom: '2026-12-01', copyOf: null, draft: true } })
})
after(() => s.close())

const at = (id = ids.draft) => ({ schoolId: s.id, id })
const place = (over = {}) => ({ weekday: 4, number: 2, week: null, courseId: s.course.id, roomId: ids.room, ...over })
async function refuses(call: (caller: TestCaller) => Promise<unknown>) {
  await assert.rejects(call(await s.as(null)), { status: 401 })
  for (const who of [s.teacher, s.parent, s.pupil]) await assert.rejects(call(await s.as(who)), { status: 403 })
  await assert.rejects(call(await s.as(s.stranger.deputyHead)), { status: 404 })
}

test('a draft touches no lesson; changes are made at once or not at all; a repeat changes nothing', async () => {
  const change = { params: at(), body: { changes: [{ id: ids.entry, basedOn: null, to: place() }] } }
  await refuses((caller) => caller.call(changeTimetable, change))
  assert.deepEqual((await office.call(changeTimetable, change)).entries.map((one) => [one.weekday, one.teacherIds, one.revision]), [[4, [s.teacher.id], 1]])
  assert.equal((await office.call(changeTimetable, change)).entries[0]?.revision, 1)
  const broken = [{ id: newId(), basedOn: null, to: place({ courseId: ids.physics }) }, { id: newId(), basedOn: null, to: place({ courseId: s.stranger.course.id }) }]
  await assert.rejects(office.call(changeTimetable, { params: at(), body: { changes: broken } }), { status: 404 })
  await assert.rejects(office.call(changeTimetable, { params: at(), body: { changes: [] } }), { status: 400 })
  const board = await office.call(getBoard, { params: at() })
  assert.deepEqual([board.entries.length, board.timetable.state, board.timetable.inForce], [1, 'draft', false])
  assert.deepEqual(board.courses.find((one) => one.id === s.course.id)?.classIds, [s.classUnit.id])
  await refuses((caller) => caller.call(getBoard, { params: at() }))
  assert.equal((await office.call(lessonsOfWeek, { params: { schoolId: s.id }, query: { week: '2026-12-07', classId: s.classUnit.id } })).lessons.length, 0)
})

test('what somebody else changed is told by name, and nothing is lost', async () => {
  const move = (basedOn: number, weekday: number) => office.call(changeTimetable, { params: at(), body: { changes: [{ id: ids.entry, basedOn, to: place({ weekday }) }] } })
  assert.equal((await move(1, 2)).entries[0]?.revision, 2)
  await assert.rejects(move(1, 3), (problem: { code: string; details: { entries: { what: string; by: string }[] } }) => {
    assert.equal(problem.code, 'schedule.entries_changed')
    assert.match(problem.details.entries[0]!.by, /\p{L}/u)
    return true
  })
  assert.equal((await office.call(getBoard, { params: at() })).entries[0]?.weekday, 2)
})

test('publishing tells what it would do, and lessons follow', async () => {
  await refuses((caller) => caller.call(previewPublishing, { params: at(), query: { from: '2026-12-01' } }))
  assert.equal((await office.call(previewPublishing, { params: at(), query: { from: '2026-12-01' } })).stayingCount, 0)
  await refuses((caller) => caller.call(publishTimetable, { params: at(), body: { validFrom: '2026-12-01' } }))
  await assert.rejects(office.call(publishTimetable, { params: at(), body: { validFrom: '2026-09-01' } }), { code: 'schedule.day_past' })
  const first = await office.call(publishTimetable, { params: at(), body: { validFrom: '2026-12-01' } })
  assert.deepEqual([first.state, (await office.call(publishTimetable, { params: at(), body: { validFrom: '2026-12-01' } })).revision], ['published', first.revision])
  assert.deepEqual((await office.call(lessonsOfWeek, { params: { schoolId: s.id }, query: { week: '2026-12-07', classId: s.classUnit.id } })).lessons.map((one) => one.date), ['2026-12-08'])
  await assert.rejects(office.call(removeDraft, { params: at() }), { code: 'schedule.timetable_published' })
})

test('a draft can be removed', async () => {
  const other = newId()
  await office.call(putTimetable, { params: at(other), body: { year: 2026, name: 'Другой', validFrom: '2026-12-01', copyOf: ids.draft, draft: true } })
  await refuses((caller) => caller.call(removeDraft, { params: at(other) }))
  await office.call(removeDraft, { params: at(other) })
  assert.equal((await office.call(listTimetables, { params: { schoolId: s.id }, query: {} })).some((one) => one.id === other), false)
})

test('the numbers are the recommended ones until the school has its own from a day on', async () => {
  const before = await office.call(getTimetableRules, { params: { schoolId: s.id }, query: {} })
  assert.equal(before.recommended, true)
  assert.ok(before.rules.points.some((one) => one.grade === 9 && one.points === 13))
  const put = { params: { schoolId: s.id, validFrom: '2026-11-01' }, body: { rules: { ...before.rules, teacherDayMost: 5 }, basedOn: null } }
  await refuses((caller) => caller.call(putTimetableRules, put))
  assert.equal((await office.call(putTimetableRules, put)).rules.teacherDayMost, 5)
  await assert.rejects(office.call(putTimetableRules, put), { code: 'schedule.changed_meanwhile' })
  assert.equal((await office.call(getTimetableRules, { params: { schoolId: s.id }, query: { on: '2026-10-31' } })).recommended, true)
  assert.equal((await (await s.as(s.teacher)).call(getTimetableRules, { params: { schoolId: s.id }, query: { on: '2026-12-01' } })).can.change, false)
})

test('posters, a book and a FET file are made', async () => {
  const file = (as: string, who = office) => who.raw('GET', `/api/schools/${s.id}/timetables/${ids.draft}/file?as=${as}&by=class`)
  const begins = async (as: string) => (await file(as)).rawPayload.subarray(0, 5).toString()
  assert.deepEqual([await begins('pdf'), (await begins('xlsx')).slice(0, 2), await begins('fet')], ['%PDF-', 'PK', '<?xml'])
  assert.equal((await file('pdf', await s.as(s.pupil))).statusCode, 403)
  assert.equal((await file('pdf', await s.as(s.stranger.deputyHead))).statusCode, 404)
})
