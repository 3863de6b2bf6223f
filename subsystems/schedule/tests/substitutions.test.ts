import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, testToday, type TestSchool } from '@school/app-server/testing'
import { aSubject } from '@school/registry/testing'
import { aCourse, aLesson, type TestLesson } from '@school/schedule/testing'
import type { TestCaller } from '@school/testing'
import { getPaySheet, lessonsOfWeek, listAbsences, listAbsentLessons, listDayChanges, listProposals, putAbsence, putCover, removeAbsence, undoCover, type AbsentLesson } from '../contract/index.ts'

let s: TestSchool
let office: TestCaller
let second: TestLesson
const absenceId = newId()
const span = { from: testToday, to: testToday }
before(async () => {
  s = await testSchool()
  office = await s.as(s.deputyHead)
  second = await aLesson(s.make, s.id, s.course.id, testToday, 5)
})
after(() => s.close())

async function refuses(call: (caller: TestCaller) => Promise<unknown>) {
  await assert.rejects(call(await s.as(null)), { status: 401 })
  for (const who of [s.teacher, s.parent, s.pupil]) await assert.rejects(call(await s.as(who)), { status: 403 })
  await assert.rejects(call(await s.as(s.stranger.deputyHead)), { status: 404 })
}
const lessons = async (): Promise<AbsentLesson[]> => office.call(listAbsentLessons, { params: { schoolId: s.id }, query: span })
const find = async (id: string) => (await lessons()).find((one) => one.id === id)!
const cover = (id: string, body: object, who = office) => who.call(putCover, { params: { schoolId: s.id, lessonId: id }, body: { absenceId, kind: 'substitute', basedOn: 1, ...body } as never })

test('an absence opens the lessons of its days; a repeat changes nothing', async () => {
  const put = { params: { schoolId: s.id, id: absenceId }, body: { teacherId: s.teacher.id, starts: testToday, ends: testToday, reason: 'sick' as const, note: '', basedOn: null } }
  await refuses((caller) => caller.call(putAbsence, put))
  await assert.rejects(office.call(putAbsence, { ...put, body: { ...put.body, ends: '2026-10-01' } }), { code: 'schedule.dates_wrong' })
  await assert.rejects(office.call(putAbsence, { ...put, body: { ...put.body, teacherId: s.stranger.teacher.id } }), { code: 'schedule.not_staff' })
  assert.deepEqual([(await office.call(putAbsence, put)).open, (await office.call(putAbsence, put)).revision], [2, 1])
  await assert.rejects(office.call(putAbsence, { params: { schoolId: s.id, id: newId() }, body: put.body }), { code: 'schedule.absence_overlaps' })
  await refuses((caller) => caller.call(listAbsences, { params: { schoolId: s.id }, query: span }))
  assert.equal((await office.call(listAbsences, { params: { schoolId: s.id }, query: span }))[0]?.lessons, 2)
  await refuses((caller) => caller.call(listAbsentLessons, { params: { schoolId: s.id }, query: span }))
  assert.deepEqual((await lessons()).map((one) => [one.number, one.cover]), [[3, null], [5, null]])
  await assert.rejects(office.call(listAbsentLessons, { params: { schoolId: s.id }, query: { from: '2026-01-01', to: '2026-12-01' } }), { code: 'schedule.dates_wrong' })
})

test('proposals are those who are free, the same subject first, with reasons', async () => {
  const other = await aCourse(s.make, s.id, { groupId: s.classUnit.id, subjectId: (await aSubject(s.make, s.id, 'Физика')).id, teacherIds: [s.homeroom.id] })
  await aLesson(s.make, s.id, other.id, testToday, 5)
  await refuses((caller) => caller.call(listProposals, { params: { schoolId: s.id, lessonId: s.lesson.id } }))
  const early = await office.call(listProposals, { params: { schoolId: s.id, lessonId: s.lesson.id } })
  assert.equal(early.proposals[0]?.teacher.id, s.homeroom.id)
  assert.ok(early.proposals[0]!.reasons.some((one) => one.kind === 'class'))
  assert.ok(!early.proposals.some((one) => one.teacher.id === s.teacher.id))
  const late = await office.call(listProposals, { params: { schoolId: s.id, lessonId: second.id } })
  assert.ok(!late.proposals.some((one) => one.teacher.id === s.homeroom.id))
  assert.equal(late.joinable[0]?.teacher.id, s.homeroom.id)
})

test('a substitute gets that lesson; everyone is told; the pay sheet follows; undo opens it again', async () => {
  await refuses((caller) => cover(s.lesson.id, { teacherId: s.otherTeacher.id }, caller))
  await assert.rejects(cover(s.lesson.id, {}), { code: 'schedule.cover_incomplete' })
  await assert.rejects(cover(s.lesson.id, { teacherId: s.stranger.teacher.id }), { code: 'schedule.not_staff' })
  await assert.rejects(cover(second.id, { teacherId: s.homeroom.id }), { code: 'schedule.teacher_busy' })
  await assert.rejects(cover(s.lesson.id, { teacherId: s.teacher.id }), { code: 'schedule.teacher_away' })
  const settled = await cover(s.lesson.id, { teacherId: s.otherTeacher.id })
  assert.deepEqual([settled.cover?.kind, settled.cover?.teacher?.id], ['substitute', s.otherTeacher.id])
  assert.equal((await cover(s.lesson.id, { teacherId: s.otherTeacher.id })).revision, settled.revision)
  const week = { params: { schoolId: s.id }, query: { week: '2026-10-12' } }
  const mine = (await (await s.as(s.otherTeacher)).call(lessonsOfWeek, week)).lessons
  assert.deepEqual(mine.map((one) => [one.id, one.teachers[0]?.substitute]), [[s.lesson.id, true]])
  await s.settle()
  const told = await s.make.rows<{ person_id: string; kind: string }>(`select person_id, kind from notices.notice where kind like 'schedule.%'`, [])
  for (const who of [s.otherTeacher, s.teacher, s.pupil, s.parent]) assert.ok(told.some((one) => one.person_id === who.id), 'told')
  const pay = { params: { schoolId: s.id }, query: { month: testToday } }
  await refuses((caller) => caller.call(getPaySheet, pay))
  assert.deepEqual((await office.call(getPaySheet, pay)).rows.map((one) => [one.teacher.id, one.hours]), [[s.otherTeacher.id, 1]])
  await refuses((caller) => caller.call(undoCover, { params: { schoolId: s.id, lessonId: s.lesson.id } }))
  await office.call(undoCover, { params: { schoolId: s.id, lessonId: s.lesson.id } })
  assert.equal((await find(s.lesson.id)).cover, null)
  assert.equal((await office.call(getPaySheet, pay)).rows.length, 0)
})

test('a lesson is joined, moved or cancelled', async () => {
  const { joinable } = await office.call(listProposals, { params: { schoolId: s.id, lessonId: second.id } })
  assert.equal((await cover(second.id, { kind: 'join', joinLessonId: joinable[0]!.lessonId })).cover?.teacher?.id, s.homeroom.id)
  const { revision } = await find(second.id)
  assert.equal((await cover(second.id, { kind: 'cancel', basedOn: revision })).cover?.kind, 'cancel')
  await assert.rejects(cover(second.id, { kind: 'move', date: '2026-10-16', number: 12, basedOn: revision + 1 }), { code: 'schedule.no_bell' })
  await assert.rejects(cover(second.id, { kind: 'move', date: testToday, number: 1, basedOn: revision + 1 }), { code: 'schedule.teacher_away' })
  assert.deepEqual((await cover(second.id, { kind: 'move', date: '2026-10-16', number: 2, basedOn: revision + 1 })).cover?.date, '2026-10-16')
  await assert.rejects(cover(second.id, { kind: 'cancel', basedOn: 1 }), { code: 'schedule.changed_meanwhile' })
})

test('the day sheet tells what differs, to the staff', async () => {
  const sheet = { params: { schoolId: s.id, date: testToday } }
  const changes = await (await s.as(s.otherTeacher)).call(listDayChanges, sheet)
  assert.deepEqual(changes.map((one) => one.what).toSorted(), ['moved', 'open'])
  await assert.rejects((await s.as(s.pupil)).call(listDayChanges, sheet), { status: 403 })
  await assert.rejects((await s.as(s.stranger.teacher)).call(listDayChanges, sheet), { status: 404 })
  const pdf = await office.raw('GET', `/api/schools/${s.id}/days/${testToday}/changes.pdf?size=A3`)
  assert.equal(pdf.rawPayload.subarray(0, 5).toString(), '%PDF-')
  assert.equal((await office.raw('GET', `/api/schools/${s.id}/substitution-hours.xlsx?month=${testToday}`)).rawPayload.subarray(0, 2).toString(), 'PK')
})

test('when the teacher is back, coming lessons are as they were planned', async () => {
  await refuses((caller) => caller.call(removeAbsence, { params: { schoolId: s.id, id: absenceId } }))
  await office.call(removeAbsence, { params: { schoolId: s.id, id: absenceId } })
  const week = (await (await s.as(s.teacher)).call(lessonsOfWeek, { params: { schoolId: s.id }, query: { week: '2026-10-12' } })).lessons
  assert.deepEqual(week.map((one) => [one.date, one.number, one.state]), [[testToday, 3, 'planned'], [testToday, 5, 'planned']])
  await assert.rejects(office.call(removeAbsence, { params: { schoolId: s.id, id: absenceId } }), { status: 404 })
})
