import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, testToday, type TestSchool } from '@school/app-server/testing'
import { aSubgroup, aSubject } from '@school/registry/testing'
import type { TestCaller } from '@school/testing'
import { closeCourse, lessonsOfWeek, listLoad, makeLessons, putCourse, putEntry, putTimetable } from '../contract/index.ts'

let s: TestSchool
let office: TestCaller
before(async () => { s = await testSchool(); office = await s.as(s.deputyHead) })
after(() => s.close())

async function refuses(call: (caller: TestCaller) => Promise<unknown>) {
  await assert.rejects(call(await s.as(null)), { status: 401 })
  for (const who of [s.teacher, s.parent, s.pupil]) await assert.rejects(call(await s.as(who)), { status: 403 })
  await assert.rejects(call(await s.as(s.stranger.deputyHead)), { status: 404 })
}
const course = async (id: string) => (await office.call(listLoad, { params: { schoolId: s.id }, query: {} })).courses.find((one) => one.id === id)!

test('the office sees the whole load, a teacher the own one, families none', async () => {
  const all = await office.call(listLoad, { params: { schoolId: s.id }, query: {} })
  assert.deepEqual(all.courses.map((one) => [one.subject.name, one.hoursPerWeek, one.teachers[0]?.id, one.placed]), [['Алгебра', 3, s.teacher.id, 0]])
  assert.equal(all.can.change, true)
  assert.equal((await (await s.as(s.teacher)).call(listLoad, { params: { schoolId: s.id }, query: {} })).courses.length, 1)
  assert.equal((await (await s.as(s.otherTeacher)).call(listLoad, { params: { schoolId: s.id }, query: { teacherId: s.teacher.id } })).courses.length, 0)
  await assert.rejects((await s.as(s.parent)).call(listLoad, { params: { schoolId: s.id }, query: {} }), { status: 403 })
  await assert.rejects((await s.as(s.stranger.deputyHead)).call(listLoad, { params: { schoolId: s.id }, query: {} }), { status: 404 })
})

test('a course is put once for a group and a subject; teachers come from the staff', async () => {
  const subject = await aSubject(s.make, s.id, 'Физика')
  const group = await aSubgroup(s.make, s.id, s.classUnit.id, [s.pupil.id])
  const body = { year: 2026, groupId: group.id, subjectId: subject.id, hoursPerWeek: 1.5, teacherIds: [s.otherTeacher.id], from: '2026-09-01', basedOn: null }
  const params = { schoolId: s.id, courseId: newId() }
  const put = await office.call(putCourse, { params, body })
  assert.deepEqual([put.hoursPerWeek, put.className, put.teachers[0]?.id, put.revision], [1.5, s.classUnit.name, s.otherTeacher.id, 1])
  await assert.rejects(office.call(putCourse, { params: { schoolId: s.id, courseId: newId() }, body }), { code: 'schedule.course_exists' })
  await assert.rejects(office.call(putCourse, { params, body: { ...body, teacherIds: [s.stranger.teacher.id], basedOn: 1 } }), { code: 'schedule.not_staff' })
  await assert.rejects(office.call(putCourse, { params, body: { ...body, basedOn: 7 } }), { code: 'schedule.changed_meanwhile' })
  await assert.rejects(office.call(putCourse, { params: { schoolId: s.id, courseId: newId() }, body: { ...body, groupId: s.stranger.classUnit.id } }), { status: 404 })
  await assert.rejects(office.call(putCourse, { params, body: { ...body, hoursPerWeek: 41 } }), { status: 400 })
  await refuses((caller) => caller.call(putCourse, { params, body }))
})

test('coming lessons follow who teaches from which day; past ones keep their teacher', async () => {
  const timetable = newId()
  await office.call(putTimetable, { params: { schoolId: s.id, id: timetable }, body: { year: 2026, name: 'Осень', validFrom: '2026-10-12', copyOf: null } })
  await office.call(putEntry, { params: { schoolId: s.id, id: timetable, entryId: newId() }, body: { weekday: 3, number: 2, week: null, courseId: s.course.id, roomId: null } })
  await office.call(makeLessons, { params: { schoolId: s.id }, body: { from: '2026-10-12', to: '2026-11-08' } })
  const { revision } = await course(s.course.id)
  await office.call(putCourse, { params: { schoolId: s.id, courseId: s.course.id }, body: { year: 2026, groupId: s.classUnit.id, subjectId: s.subject.id, hoursPerWeek: 3, teacherIds: [s.otherTeacher.id], from: '2026-10-28', basedOn: revision } })
  await s.settle()
  const teacherOn = async (week: string) => (await office.call(lessonsOfWeek, { params: { schoolId: s.id }, query: { week, classId: s.classUnit.id } })).lessons.find((one) => one.number === 2)?.teachers.map((one) => one.id)
  assert.deepEqual([await teacherOn('2026-10-12'), await teacherOn('2026-10-19'), await teacherOn('2026-11-02')], [[s.teacher.id], [s.teacher.id], [s.otherTeacher.id]])
  assert.equal((await course(s.course.id)).placed, 1)
})

test('a closed course loses its coming lessons and can be opened again', async () => {
  const lessons = async () => (await office.call(lessonsOfWeek, { params: { schoolId: s.id }, query: { week: '2026-10-19', classId: s.classUnit.id } })).lessons.length
  assert.equal(await lessons(), 1)
  const params = { schoolId: s.id, courseId: s.course.id }
  const { revision } = await course(s.course.id)
  await refuses((caller) => caller.call(closeCourse, { params, body: { on: testToday, basedOn: revision } }))
  await assert.rejects(office.call(closeCourse, { params, body: { on: testToday, basedOn: revision + 5 } }), { code: 'schedule.changed_meanwhile' })
  await assert.rejects(office.call(closeCourse, { params: { schoolId: s.id, courseId: s.stranger.course.id }, body: { on: testToday, basedOn: 1 } }), { status: 404 })
  const closed = await office.call(closeCourse, { params, body: { on: testToday, basedOn: revision } })
  assert.equal(closed.closedOn, testToday)
  await s.settle()
  assert.equal(await lessons(), 0)
  await office.call(closeCourse, { params, body: { on: null, basedOn: closed.revision } })
  await s.settle()
  assert.equal(await lessons(), 1)
})
