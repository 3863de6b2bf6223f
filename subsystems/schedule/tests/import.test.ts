import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testWorld, type TestWorld } from '@school/app-server/testing'
import { aMunicipality, aSchool, anEmployee } from '@school/registry/testing'
import { fetOfSchool, writeFet, writeTemplate } from '@school/schedule/testing'
import type { TestCaller } from '@school/testing'
import { confirmImport, getCalendar, getImport, lessonsOfWeek, listLoad, listTimetables, mapNames, openYear, putEntry, type Import } from '../contract/index.ts'

let world: TestWorld
let schoolId: string
let admin: TestCaller
before(async () => {
  world = await testWorld()
  schoolId = (await aSchool(world.make, { municipalityId: (await aMunicipality(world.make)).id })).id
  admin = await world.as(await anEmployee(world.make, schoolId, 'schoolAdmin'))
  await admin.call(openYear, { params: { schoolId, year: 2026 }, body: { weekDays: 5 } })
})
after(() => world.close())

/** Sends a file the way a browser form does. */
async function upload(kind: 'roster' | 'timetable', bytes: Uint8Array | string, id = newId(), caller = admin): Promise<{ status: number; body: Import & { code?: string } }> {
  const boundary = 'x-boundary-x'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="list"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const body = Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)])
  const answer = await caller.raw('POST', `/api/schools/${schoolId}/imports/${id}/${kind}`, body, { 'content-type': `multipart/form-data; boundary=${boundary}` })
  return { status: answer.statusCode, body: answer.json() as Import }
}

const workbook = () => writeTemplate({
  people: [
    { lastName: 'Белова', firstName: 'Ирина', middleName: 'Павловна', birthDate: '12.09.1984', gender: 'ж', snils: '900-000-002 83', role: 'учитель', position: 'учитель математики' },
    { lastName: 'Журавлёва', firstName: 'Алёна', middleName: 'Игоревна', birthDate: '04.03.2014', gender: 'ж', snils: '900-000-001 82', role: 'ученик', className: '5А', guardian: 'Журавлёва Дина Ренатовна', guardianBirthDate: '01.02.1986', guardianKind: 'мать' },
    { lastName: 'Ким', firstName: 'Ян', birthDate: '05.05.2014', gender: 'м', role: 'ученик', className: '5А' },
  ],
  classes: [{ parallel: 5, letter: 'А', shift: 1, homeroom: 'Белова Ирина Павловна', daysPerWeek: 5 }],
  groups: [{ title: '5А английский 1', classes: '5А', subject: 'Английский язык', members: 'первая половина' }],
  loads: [{ students: '5А', subject: 'Математика', teacher: 'Белова Ирина Павловна', hours: 2 }],
})
const timetable = () => {
  const model = fetOfSchool({ name: 'Школа', days: ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница'], hours: ['1', '2', '3', '4', '5', '6', '7'], classes: [{ name: '5А', students: 2, groups: [] }], teachers: ['Белова Ирина Павловна'], rooms: [{ name: '305', building: '', capacity: null }], loads: [{ students: ['5А'], subject: 'Математика', teachers: ['Белова Ирина Павловна'], hours: 2, room: null }] })
  return writeFet({ ...model, placements: model.activities.map((one, i) => ({ activityId: one.id, day: i, hour: 2, room: '305', realRooms: [], locked: true, weight: 100 })) })
}
const counts = async () => (await world.make.rows<{ n: number }>('select (select count(*) from registry.person) + (select count(*) from registry.class_unit) + (select count(*) from schedule.course) + (select count(*) from schedule.lesson) as n'))[0]!.n

test('a preview writes nothing, confirming writes everything shown, a second import changes nothing', async () => {
  const before = await counts()
  const { status, body } = await upload('roster', await workbook())
  assert.equal(status, 200)
  assert.equal(body.state, 'ready')
  assert.equal(body.counts['person.create'], 4)
  assert.equal(await counts(), before)
  const done = await admin.call(confirmImport, { params: { schoolId, id: body.id } })
  assert.equal(done.state, 'done')
  assert.equal((await admin.call(confirmImport, { params: { schoolId, id: body.id } })).state, 'done')
  const load = await admin.call(listLoad, { params: { schoolId } })
  assert.deepEqual(load.courses.map((one) => [one.group.name, one.subject.name, one.hoursPerWeek, one.teachers[0]?.lastName]), [['5А английский 1', 'Английский язык', 0, undefined], ['5 «А»', 'Математика', 2, 'Белова']])
  const again = await upload('roster', await workbook())
  assert.deepEqual(again.body.changes, [])
  const calendar = await admin.call(getCalendar, { params: { schoolId } })
  assert.ok(calendar.classes[0]?.schemeId)
})

test('a FET timetable finds the names of the school and becomes lessons', async () => {
  const { status, body } = await upload('timetable', timetable())
  assert.equal(status, 200)
  assert.equal(body.state, 'ready')
  const of = (kind: string) => body.mapping.filter((one) => one.kind === kind).map((one) => [one.source, one.targetName ?? one.target])
  assert.deepEqual(of('students'), [['5А', '5 «А»']])
  assert.deepEqual(of('subject'), [['Математика', 'Математика']])
  assert.deepEqual(of('teacher'), [['Белова Ирина Павловна', 'Белова Ирина Павловна']])
  assert.equal(body.counts['entry.add'], 2)
  await admin.call(confirmImport, { params: { schoolId, id: body.id } })
  assert.equal((await admin.call(listTimetables, { params: { schoolId } })).length, 1)
  const [row] = await world.make.rows<{ id: string }>("select c.id from registry.class_unit c where c.name = '5 «А»'")
  const week = await admin.call(lessonsOfWeek, { params: { schoolId }, query: { week: '2026-10-19', classId: row!.id } })
  assert.deepEqual(week.lessons.map((one) => [one.date, one.number, one.subject.name, one.room?.name, one.teachers[0]?.lastName]), [['2026-10-19', 3, 'Математика', '305', 'Белова'], ['2026-10-20', 3, 'Математика', '305', 'Белова']])
  const again = await upload('timetable', timetable())
  assert.deepEqual([again.body.changes, again.body.counts], [[], {}])
  await admin.call(confirmImport, { params: { schoolId, id: again.body.id } })
  assert.equal((await admin.call(listTimetables, { params: { schoolId } })).length, 1)
  assert.equal((await admin.call(lessonsOfWeek, { params: { schoolId }, query: { week: '2026-10-19', classId: row!.id } })).lessons.length, 2)
})

test('a broken file is told by row, nothing is kept for confirmation', async () => {
  const { body } = await upload('roster', await writeTemplate({ people: [{ lastName: 'Ким', firstName: 'Ян', birthDate: '31.02.2014', gender: 'м', snils: '900-000-001 83', role: 'ученик', className: '9Я' }] }))
  assert.equal(body.state, 'broken')
  assert.ok(body.errors.some((one) => one.column === 'СНИЛС' && one.row === 5 || one.code.includes('snils')))
  await assert.rejects(admin.call(confirmImport, { params: { schoolId, id: body.id } }), { status: 409, code: 'schedule.import_broken' })
  const fet = await upload('timetable', '<?xml version="1.0"?><fet version="6.0.0"><Teachers_List><Teacher></fet>')
  assert.equal(fet.body.state, 'broken')
  assert.ok(fet.body.errors[0]!.row >= 1)
})

test('only the administrator of this school imports', async () => {
  const id = newId()
  const teacher = await world.as(await anEmployee(world.make, schoolId))
  assert.equal((await upload('roster', await workbook(), id, teacher)).status, 403)
  assert.equal((await upload('roster', await workbook(), id, await world.as(null))).status, 401)
  const other = await aSchool(world.make)
  const stranger = await world.as(await anEmployee(world.make, other.id, 'schoolAdmin'))
  assert.equal((await upload('roster', await workbook(), id, stranger)).status, 404)
  await assert.rejects(admin.call(getImport, { params: { schoolId, id }, query: {} }), { status: 404 })
})

test('what was shown is what is written: when the school moved on, the import is looked at again', async () => {
  const [course] = (await admin.call(listLoad, { params: { schoolId } })).courses.filter((one) => one.subject.name === 'Математика')
  const [row] = await admin.call(listTimetables, { params: { schoolId } })
  const { body } = await upload('timetable', timetable().replaceAll('305', '306'))
  assert.deepEqual([body.state, body.counts], ['ready', { 'entry.change': 2, 'room.create': 1 }])
  await admin.call(putEntry, { params: { schoolId, id: row!.id, entryId: newId() }, body: { weekday: 5, number: 1, week: null, courseId: course!.id, roomId: null } })
  await assert.rejects(admin.call(confirmImport, { params: { schoolId, id: body.id } }), { code: 'schedule.import_stale' })
  const looked = await admin.call(mapNames, { params: { schoolId, id: body.id }, body: { names: [] } })
  assert.deepEqual(looked.counts, { 'entry.change': 2, 'entry.remove': 1, 'room.create': 1 })
  assert.equal((await admin.call(confirmImport, { params: { schoolId, id: body.id } })).state, 'done')
  await assert.rejects(admin.call(mapNames, { params: { schoolId, id: body.id }, body: { names: [] } }), { code: 'schedule.import_over' })
})

test('a name means what the administrator says; a foreign or impossible meaning is refused', async () => {
  const { body } = await upload('timetable', timetable().replaceAll('Математика', 'Zxqw'))
  const params = { schoolId, id: body.id }
  const say = (kind: 'subject' | 'day' | 'teacher', source: string, target: string | null) => admin.call(mapNames, { params, body: { names: [{ kind, source, target }] } })
  assert.equal((await say('subject', 'Zxqw', 'skip')).counts['entry.add'], undefined)
  const maths = body.options.find((one) => one.kind === 'subject' && one.name === 'Математика')!
  assert.equal((await say('subject', 'Zxqw', maths.id)).mapping.find((one) => one.source === 'Zxqw')?.targetName, 'Математика')
  await assert.rejects(say('subject', 'Zxqw', newId()), { code: 'schedule.unknown_target' })
  await assert.rejects(say('teacher', 'Белова Ирина Павловна', 'new'), { code: 'schedule.unknown_target' })
  await assert.rejects(say('day', 'Понедельник', '7::'), { code: 'schedule.unknown_target' })
  const waiting = await say('day', 'Понедельник', null)
  assert.equal(waiting.state, 'mapping')
  await assert.rejects(admin.call(confirmImport, { params }), { code: 'schedule.import_undecided' })
})

test('after a week an import forgets people and cannot be written', async () => {
  const { body } = await upload('roster', await workbook())
  await world.make.rows("update schedule.import set expires_at = '2026-10-15T07:00:00Z' where school_id = $1", [schoolId])
  await assert.rejects(admin.call(confirmImport, { params: { schoolId, id: body.id } }), { code: 'schedule.import_over' })
  await world.make.rows(`insert into kit.task (id, kind, name, school_id, payload, actor_id, at, run_at) values ($1, 'job', 'schedule.imports.forget', $2, '{}', $3, '2026-10-15', '2026-10-15')`, [newId(), schoolId, admin.personId])
  await world.settle()
  const forgotten = await admin.call(getImport, { params: { schoolId, id: body.id }, query: {} })
  assert.deepEqual([forgotten.state, forgotten.changes, forgotten.errors], ['expired', [], []])
  assert.equal((await world.make.rows<{ n: number }>(`select count(*)::int as n from schedule.import where school_id = $1 and parsed <> '{}'`, [schoolId]))[0]!.n, 0)
})
