import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addressOf, newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { listClasses, previewRollOver, rollOver, getClass } from '@school/registry/contract'
import type { TestCaller } from '@school/testing'
import * as contract from '../contract/index.ts'

let s: TestSchool
let office: TestCaller
before(async () => { s = await testSchool(); office = await s.as(s.deputyHead) })
after(() => s.close())

async function refuses(call: (caller: TestCaller) => Promise<unknown>) {
  await assert.rejects(call(await s.as(null)), { status: 401 })
  for (const who of [s.teacher, s.parent, s.pupil]) await assert.rejects(call(await s.as(who)), { status: 403 })
  await assert.rejects(call(await s.as(s.stranger.deputyHead)), { status: 404 })
}

test('the matrix shows teachers, classes, courses and what does not add up', async () => {
  const matrix = await office.call(contract.getLoadMatrix, { params: { schoolId: s.id }, query: {} })
  assert.deepEqual([matrix.year, matrix.rateHours, matrix.courses.length, matrix.classes.map((one) => [one.has, one.needs])], [2026, 18, 1, [[3, null]]])
  assert.deepEqual(matrix.teachers.map((one) => [one.id === s.teacher.id, one.hours]).filter(([mine]) => mine), [[true, 3]])
  assert.ok(matrix.problems.every((one) => one.code === 'teacher_idle'))
  await refuses((caller) => caller.call(contract.getLoadMatrix, { params: { schoolId: s.id }, query: {} }))
  assert.equal((await office.raw('GET', addressOf(contract.getLoadBook, { params: { schoolId: s.id }, query: {} }))).statusCode, 200)
})

test('a rate makes too few hours visible', async () => {
  const params = { schoolId: s.id, teacherId: s.teacher.id }
  await refuses((caller) => caller.call(contract.putTeacherRate, { params, body: { year: 2026, rate: 1 } }))
  await assert.rejects(office.call(contract.putTeacherRate, { params: { schoolId: s.id, teacherId: s.stranger.teacher.id }, body: { year: 2026, rate: 1 } }), { status: 404 })
  await office.call(contract.putTeacherRate, { params, body: { year: 2026, rate: 1 } })
  const found = (await office.call(contract.getLoadMatrix, { params: { schoolId: s.id }, query: {} })).problems[0]
  assert.deepEqual([found?.code, found?.has, found?.needs], ['teacher_under', 3, 18])
  await office.call(contract.putTeacherRate, { params, body: { year: 2026, rate: null } })
})

test('classes grow into the next year with their pupils, once', async () => {
  const year = { schoolId: s.id, year: 2027 }
  await refuses((caller) => caller.call(previewRollOver, { params: year }))
  const [row] = (await office.call(previewRollOver, { params: year })).rows
  assert.deepEqual([row?.from.id, row?.to?.name, row?.pupils, row?.made], [s.classUnit.id, s.classUnit.name.replace('7', '8'), 2, null])
  const body = { classIds: [s.classUnit.id], movePupils: true, on: '2027-09-01', orderNumber: '51-у', orderDate: '2027-08-25' }
  await assert.rejects(office.call(rollOver, { params: year, body: { ...body, on: '2026-09-01' } }), { code: 'registry.dates_wrong' })
  await assert.rejects(office.call(rollOver, { params: year, body: { ...body, classIds: [newId()] } }), { status: 404 })
  assert.deepEqual(await office.call(rollOver, { params: year, body }), { classes: 1, pupils: 2 })
  assert.deepEqual(await office.call(rollOver, { params: year, body }), { classes: 0, pupils: 0 })
  const [next] = await office.call(listClasses, { params: { schoolId: s.id }, query: { year: 2027 } })
  assert.deepEqual([next?.gradeLevel, next?.previousClassId, next?.homeroomTeacher?.id], [8, s.classUnit.id, s.homeroom.id])
  assert.equal((await office.call(getClass, { params: { schoolId: s.id, classId: s.classUnit.id } })).members.length, 2)
  s.setNow(new Date('2027-09-03T07:00:00Z'))
  const later = await s.as(s.principal)
  assert.equal((await later.call(getClass, { params: { schoolId: s.id, classId: next!.id } })).members.length, 2)
  assert.equal((await later.call(getClass, { params: { schoolId: s.id, classId: s.classUnit.id } })).members.length, 0)
  s.setNow(new Date('2026-10-15T07:30:00Z'))
})

test('a year opens only when its steps are done, and says what is missing', async () => {
  await refuses((caller) => caller.call(contract.getYearState, { params: { schoolId: s.id }, query: {} }))
  const state = await office.call(contract.getYearState, { params: { schoolId: s.id }, query: { year: 2026 } })
  assert.deepEqual(state.steps.map((one) => [one.key, one.state]), [['calendar', 'done'], ['classes', 'done'], ['bells', 'done'], ['plans', 'todo'], ['load', 'done'], ['timetable', 'todo'], ['lessons', 'todo'], ['opened', 'todo']])
  await assert.rejects(office.call(contract.openSchoolYear, { params: { schoolId: s.id, year: 2026 } }), { code: 'planning.year_not_ready', details: { steps: ['plans', 'timetable'] } })
})
