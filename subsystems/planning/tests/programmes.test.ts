import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addressOf, newId } from '@school/contract'
import { testSchool, testToday, type TestSchool } from '@school/app-server/testing'
import { aLesson } from '@school/schedule/testing'
import { planningFace } from '@school/planning/server'
import { reading } from '@school/server'
import type { TestCaller } from '@school/testing'
import * as contract from '../contract/index.ts'
import { aProgramme } from '../testing.ts'

let s: TestSchool
let teacher: TestCaller
before(async () => { s = await testSchool(); teacher = await s.as(s.teacher) })
after(() => s.close())

const item = (topic: string, hours = 1, control = '') => ({ id: newId(), section: 'Раздел', topic, hours, control, homework: '', links: [] })
const list = [item('Выражения', 2), item('Тождества'), item('Контрольная работа', 1, 'контрольная работа'), item('Уравнения')]
const id = newId()
const params = () => ({ schoolId: s.id, id })
const body = () => ({ subjectId: s.subject.id, grade: 7, name: 'Алгебра, 7 класс', author: 'кафедра', archived: false, list, basedOn: null })

test('a teacher keeps an own programme, colleagues read it, the office may change it', async () => {
  await assert.rejects((await s.as(null)).call(contract.putProgramme, { params: params(), body: body() }), { status: 401 })
  for (const who of [s.parent, s.pupil]) await assert.rejects((await s.as(who)).call(contract.putProgramme, { params: params(), body: body() }), { status: 403 })
  await assert.rejects((await s.as(s.stranger.teacher)).call(contract.putProgramme, { params: params(), body: body() }), { status: 404 })
  const made = await teacher.call(contract.putProgramme, { params: params(), body: body() })
  assert.deepEqual([made.hours, made.items, made.controls, made.can.change, made.fits.map((one) => [one.id, one.laid, one.mine])], [5, 4, 1, true, [[s.course.id, 'none', true]]])
  assert.deepEqual(made.findings.map((one) => [one.code, one.has, one.needs]), [['control_over', 20, 10]])
  assert.equal((await teacher.call(contract.putProgramme, { params: params(), body: body() })).revision, 1)
  await assert.rejects(teacher.call(contract.putProgramme, { params: params(), body: { ...body(), name: 'Иначе', basedOn: 7 } }), { code: 'planning.changed_meanwhile' })
  await assert.rejects(teacher.call(contract.putProgramme, { params: params(), body: { ...body(), list: [list[0]!, list[0]!], basedOn: 1 } }), { code: 'planning.item_twice' })
  const other = await s.as(s.otherTeacher)
  assert.equal((await other.call(contract.getProgramme, { params: params() })).can.change, false)
  await assert.rejects(other.call(contract.putProgramme, { params: params(), body: { ...body(), basedOn: 1 } }), { status: 404 })
  assert.equal((await (await s.as(s.deputyHead)).call(contract.putProgramme, { params: params(), body: { ...body(), author: 'школа', basedOn: 1 } })).revision, 2)
  assert.deepEqual((await other.call(contract.listProgrammes, { params: { schoolId: s.id }, query: { grade: 7 } })).rows.map((one) => one.name), ['Алгебра, 7 класс'])
})

test('a pasted table and a workbook are shown before anything is written', async () => {
  const read = await teacher.call(contract.readProgrammeText, { params: { schoolId: s.id }, body: { text: '№\tТема\tЧасы\n1\tСтепень\t2\n2\tОдночлен\tмного' } })
  assert.deepEqual([read.items.map((one) => [one.topic, one.hours]), read.faults.map((one) => [one.row, one.code])], [[['Степень', 2]], [[3, 'bad_hours']]])
  const book = await teacher.raw('GET', addressOf(contract.getProgrammeBook, { params: params() }))
  const edge = 'edge'
  const form = (bytes: Buffer) => Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="p.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  const send = (bytes: Buffer) => teacher.raw('POST', addressOf(contract.readProgrammeBook, { params: { schoolId: s.id } }), form(bytes), { 'content-type': `multipart/form-data; boundary=${edge}` })
  assert.deepEqual(((await send(book.rawPayload)).json() as { items: { topic: string; hours: number; control: string }[] }).items.map((one) => [one.topic, one.hours, one.control]), list.map((one) => [one.topic, one.hours, one.control]))
  assert.equal((await send(Buffer.from('not a workbook'))).statusCode, 400)
})

test('laid on real lessons: held ones advance it, the journal learns what comes, the teacher may say otherwise', async () => {
  for (const date of ['2026-10-01', '2026-10-08', '2026-10-22', '2026-10-29']) await aLesson(s.make, s.id, s.course.id, date, 3)
  await assert.rejects((await s.as(s.otherTeacher)).call(contract.layProgramme, { params: params(), body: { courseIds: [s.course.id] } }), { status: 404 })
  await assert.rejects(teacher.call(contract.layProgramme, { params: params(), body: { courseIds: [s.stranger.course.id] } }), { status: 404 })
  assert.deepEqual((await teacher.call(contract.layProgramme, { params: params(), body: { courseIds: [s.course.id] } })).laid.map((one) => [one.lessons, one.over, one.spare]), [[5, 0, 0]])
  const course = { schoolId: s.id, courseId: s.course.id }
  const plan = await teacher.call(contract.getCoursePlan, { params: course })
  assert.deepEqual(plan.items.map((one) => [one.topic, one.state, one.given.map((on) => on.date), one.ahead.map((on) => on.date)]), [
    ['Выражения', 'given', ['2026-10-01', '2026-10-08'], []], ['Тождества', 'ahead', [], [testToday]], ['Контрольная работа', 'ahead', [], ['2026-10-22']], ['Уравнения', 'ahead', [], ['2026-10-29']]])
  assert.deepEqual([plan.row.due, plan.row.given, plan.row.left, plan.row.lessons, plan.row.late], [2, 2, 3, 3, false])
  await assert.rejects((await s.as(s.otherTeacher)).call(contract.getCoursePlan, { params: course }), { status: 404 })
  const ask = () => reading(s.kit, { schoolId: s.id }, (read) => planningFace.topicsOf(read, { courseId: s.course.id, lessonId: s.lesson.id, date: testToday, number: 3 }))
  assert.deepEqual((await ask())?.here.map((one) => [one.topic, one.part, one.parts]), [['Тождества', 1, 1]])
  const told = await teacher.call(contract.tellLessonTopics, { params: { ...course, lessonId: s.lesson.id }, body: { itemIds: [plan.items[3]!.id] } })
  assert.deepEqual([told.items[3]?.state, told.items[1]?.ahead.map((on) => on.date)], ['given', ['2026-10-22']])
  assert.deepEqual([(await ask())?.told, (await ask())?.here.map((one) => one.topic)], [true, ['Уравнения']])
  await teacher.call(contract.tellLessonTopics, { params: { ...course, lessonId: s.lesson.id }, body: { itemIds: null } })
  await assert.rejects(teacher.call(contract.tellLessonTopics, { params: { ...course, lessonId: s.lesson.id }, body: { itemIds: [newId()] } }), { status: 404 })
})

test('after a lost lesson the plan says what is short and brings lessons together with a reason; the hours stay', async () => {
  const course = { schoolId: s.id, courseId: s.course.id }
  await s.make.rows(`update schedule.lesson set state = 'cancelled' where school_id = $1 and course_id = $2 and date = '2026-10-22'`, [s.id, s.course.id])
  const short = await teacher.call(contract.getCoursePlan, { params: course })
  assert.deepEqual([short.row.left, short.row.lessons, short.row.late, short.lost.map((one) => one.date), short.items[3]?.state, short.proposal?.kind, short.proposal?.rest], [3, 2, true, ['2026-10-22'], 'over', 'merge', 1])
  const changes = [{ itemId: short.items[2]!.id, to: 0 }]
  const fix = (given: object) => teacher.call(contract.correctCoursePlan, { params: { ...course, id: newId() }, body: { kind: 'merge', reason: 'Урок отменён', changes, basedOn: short.revision!, ...given } })
  await assert.rejects(fix({}), { code: 'planning.hours_wrong' })
  await assert.rejects(fix({ changes: [{ itemId: short.items[0]!.id, to: 1 }] }), { code: 'planning.item_given' })
  const fixed = await fix({ changes: [{ itemId: short.items[3]!.id, to: 0 }] })
  assert.deepEqual([fixed.row.left, fixed.row.late, fixed.row.hours, fixed.corrections[0]?.reason, fixed.corrections[0]?.changes[0]?.to], [2, false, 5, 'Урок отменён', 0])
  await assert.rejects(fix({ changes: [{ itemId: short.items[3]!.id, to: 1 }] }), { code: 'planning.changed_meanwhile' })
  assert.equal((await teacher.raw('GET', addressOf(contract.getCoursePlanBook, { params: course }))).statusCode, 200)
})

test('what is given stays in its place when the rest is written anew; the list says who is behind', async () => {
  const course = { schoolId: s.id, courseId: s.course.id }
  const now = await teacher.call(contract.getCoursePlan, { params: course })
  const items = now.items.map(({ id: own, section, topic, hours, control, homework, links }) => ({ id: own, section, topic, hours, control, homework, links }))
  await assert.rejects(teacher.call(contract.putCoursePlan, { params: course, body: { items: items.slice(1), basedOn: now.revision! } }), { code: 'planning.item_given' })
  const put = await teacher.call(contract.putCoursePlan, { params: course, body: { items: [...items, item('Резерв')], basedOn: now.revision! } })
  assert.equal(put.items.length, 5)
  const mine = await teacher.call(contract.listCoursePlans, { params: { schoolId: s.id }, query: {} })
  assert.deepEqual([mine.total, mine.late, mine.school], [1, 1, false])
  assert.equal((await (await s.as(s.otherTeacher)).call(contract.listCoursePlans, { params: { schoolId: s.id }, query: { teacherId: s.teacher.id } })).total, 0)
  const other = await aProgramme(s.make, s.id, { subjectId: s.subject.id, grade: 7, by: s.teacher.id, topics: [] })
  await assert.rejects(teacher.call(contract.layProgramme, { params: { schoolId: s.id, id: other.id }, body: { courseIds: [s.course.id] } }), { code: 'planning.programme_empty' })
})
