import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { aClass, aMunicipality, aSchool, anEmployee } from '@school/registry/testing'
import type { TestCaller } from '@school/testing'
import { editYear, getCalendar, openYear, putBells, putClassSetting, putScheme, putSpecialDay, putVacation, removeSpecialDay, removeVacation } from '../contract/index.ts'

let s: TestSchool
let office: TestCaller
before(async () => { s = await testSchool(); office = await s.as(s.deputyHead) })
after(() => s.close())
const inSchool = () => ({ schoolId: s.id })

/** The four refusals every act of the calendar shares. */
async function refuses(call: (caller: TestCaller) => Promise<unknown>) {
  await assert.rejects(call(await s.as(null)), { status: 401 })
  for (const who of [s.teacher, s.parent, s.pupil]) await assert.rejects(call(await s.as(who)), { status: 403 })
  await assert.rejects(call(await s.as(s.stranger.deputyHead)), { status: 404 })
}

test('everyone of the school reads the calendar, strangers do not', async () => {
  for (const who of [s.teacher, s.parent, s.pupil, s.admin]) {
    const calendar = await (await s.as(who)).call(getCalendar, { params: inSchool(), query: {} })
    assert.deepEqual([calendar.year?.year, calendar.schemes.length, calendar.can.change], [2026, 1, who === s.admin])
  }
  await assert.rejects((await s.as(null)).call(getCalendar, { params: inSchool(), query: {} }), { status: 401 })
  await assert.rejects((await s.as(s.stranger.parent)).call(getCalendar, { params: inSchool(), query: {} }), { status: 404 })
  await assert.rejects((await s.as(s.operator)).call(getCalendar, { params: inSchool(), query: {} }), { status: 403 })
})

test('a year opens with recommended dates and a setting for every class; a repeat changes nothing', async () => {
  const { make } = s
  const schoolId = (await aSchool(make, { municipalityId: (await aMunicipality(make)).id })).id
  const [seventh, tenth] = [await aClass(make, schoolId, { grade: 7 }), await aClass(make, schoolId, { grade: 10 })]
  const admin = await s.as(await anEmployee(make, schoolId, 'schoolAdmin'))
  const open = { params: { schoolId, year: 2026 }, body: { weekDays: 6 } }
  const calendar = await admin.call(openYear, open)
  assert.deepEqual([calendar.year?.starts, calendar.year?.weekDays, calendar.schemes.length, calendar.bells.length], ['2026-09-01', 6, 2, 2])
  const schemeOf = (classId: string) => calendar.schemes.find((one) => one.id === calendar.classes.find((row) => row.classId === classId)?.schemeId)?.kind
  assert.deepEqual([schemeOf(seventh.id), schemeOf(tenth.id)], ['quarter', 'semester'])
  assert.deepEqual(await admin.call(openYear, open), calendar)
  await assert.rejects(admin.call(openYear, { params: { schoolId, year: 2099 }, body: { weekDays: 5 } }), { code: 'schedule.no_recommended_dates' })
  await assert.rejects(office.call(openYear, open), { status: 404 })
  assert.equal((await s.trace('schedule.year.open')).length, 2)
})

test('periods may not overlap and names are unique', async () => {
  const body = { year: 2026, name: 'Триместры', kind: 'trimester' as const, periods: [['2026-09-01', '2026-11-29'], ['2026-11-30', '2027-02-28'], ['2027-03-01', '2027-05-26']].map(([starts, ends], i) => ({ id: newId(), ordinal: i + 1, name: `${i + 1} триместр`, starts: starts!, ends: ends! })) }
  const params = { ...inSchool(), id: newId() }
  assert.equal((await office.call(putScheme, { params, body })).schemes.length, 2)
  await assert.rejects(office.call(putScheme, { params: { ...inSchool(), id: newId() }, body }), { code: 'schedule.name_taken' })
  await assert.rejects(office.call(putScheme, { params, body: { ...body, periods: [body.periods[0]!, { ...body.periods[1]!, starts: '2026-11-01' }] } }), { code: 'schedule.periods_overlap' })
  await assert.rejects(office.call(putScheme, { params, body: { ...body, periods: [] } }), { status: 400 })
  await refuses((caller) => caller.call(putScheme, { params, body }))
})

test('vacations by grades, free days and days taught as another weekday', async () => {
  const params = { ...inSchool(), id: newId() }
  const vacation = { year: 2026, name: 'Осенние', starts: '2026-10-26', ends: '2026-11-01', fromGrade: 1, toGrade: 4 }
  assert.deepEqual((await office.call(putVacation, { params, body: vacation })).vacations.map((one) => [one.name, one.toGrade]), [['Осенние', 4]])
  await assert.rejects(office.call(putVacation, { params, body: { ...vacation, ends: '2026-10-01' } }), { code: 'schedule.dates_wrong' })
  await refuses((caller) => caller.call(putVacation, { params, body: vacation }))
  await refuses((caller) => caller.call(removeVacation, { params }))
  await office.call(removeVacation, { params })
  await assert.rejects(office.call(removeVacation, { params }), { status: 404 })
  const day = { ...inSchool(), date: '2026-11-07' }
  await office.call(putSpecialDay, { params: day, body: { kind: 'asWeekday', asWeekday: 1, name: '' } })
  await assert.rejects(office.call(putSpecialDay, { params: day, body: { kind: 'asWeekday', asWeekday: null, name: '' } }), { code: 'schedule.weekday_needed' })
  await refuses((caller) => caller.call(putSpecialDay, { params: day, body: { kind: 'off', asWeekday: null, name: '' } }))
  assert.deepEqual((await office.call(getCalendar, { params: inSchool(), query: {} })).specialDays.map((one) => [one.date, one.asWeekday]), [['2026-11-07', 1]])
  await refuses((caller) => caller.call(removeSpecialDay, { params: day }))
  await office.call(removeSpecialDay, { params: day })
  await assert.rejects(office.call(removeSpecialDay, { params: day }), { status: 404 })
})

test('bells follow one another; a class lives by its own bells, periods and week', async () => {
  const params = { ...inSchool(), id: newId() }
  const bells = { name: 'Суббота', shift: 1, buildingId: null, weekday: 6, bells: [{ number: 1, starts: '09:00', ends: '09:35' }, { number: 2, starts: '09:45', ends: '10:20' }] }
  const after = await office.call(putBells, { params, body: bells })
  assert.equal(after.bells.find((one) => one.id === params.id)?.bells.length, 2)
  await assert.rejects(office.call(putBells, { params, body: { ...bells, bells: [bells.bells[0]!, { number: 2, starts: '09:30', ends: '10:00' }] } }), { code: 'schedule.bells_overlap' })
  await refuses((caller) => caller.call(putBells, { params, body: bells }))
  const setting = { params: { ...inSchool(), classId: s.classUnit.id }, body: { schemeId: s.year.schemeId, bellScheduleId: s.year.bellsId, weekDays: 6 } }
  assert.equal((await office.call(putClassSetting, setting)).classes[0]?.weekDays, 6)
  await assert.rejects(office.call(putClassSetting, { ...setting, params: { ...inSchool(), classId: s.stranger.classUnit.id } }), { status: 404 })
  await assert.rejects(office.call(putClassSetting, { ...setting, body: { ...setting.body, weekDays: 7 } }), { status: 400 })
  await refuses((caller) => caller.call(putClassSetting, setting))
})

test('dates of the year are corrected on the last revision, and pages hear of it', async () => {
  const live = await s.live(s.teacher)
  const edit = { params: { ...inSchool(), year: 2026 }, body: { starts: '2026-09-01', ends: '2027-05-28', twoWeek: true, aWeekStarts: '2026-08-31', basedOn: 1 } }
  assert.deepEqual((await office.call(editYear, edit)).year, { year: 2026, starts: '2026-09-01', ends: '2027-05-28', weekDays: 5, twoWeek: true, aWeekStarts: '2026-08-31', revision: 2 })
  assert.equal((await live.next(1000)).facts?.[0]?.name, 'schedule.calendar.changed')
  live.close()
  await assert.rejects(office.call(editYear, edit), { code: 'schedule.changed_meanwhile' })
  await assert.rejects(office.call(editYear, { ...edit, body: { ...edit.body, ends: '2026-08-01', basedOn: 2 } }), { code: 'schedule.dates_wrong' })
  await refuses((caller) => caller.call(editYear, edit))
})
