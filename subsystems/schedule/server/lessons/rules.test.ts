import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween, lessonsFor, mondayOf, teachersOn, weekdayOf, weekOf, type DayPlan, type PlanEntry } from './rules.ts'

const bells = new Map([1, 2, 3, 4, 5, 6, 7].map((number) => [number, { starts: `0${number}:00`, ends: `0${number}:45` }]))
const plan = (over: Partial<DayPlan> = {}): DayPlan => ({ year: { starts: '2026-09-01', ends: '2027-05-26', twoWeek: false, aWeekStarts: null }, vacations: [], special: new Map(), bellsOf: () => bells, ...over })
const entry = (over: Partial<PlanEntry> = {}): PlanEntry => ({ id: 'e', weekday: 1, number: 1, week: null, courseId: 'c', groupId: 'g', subjectId: 's', roomId: null, teacherIds: ['t'], taught: [{ id: 't', from: '2026-09-01', until: null }], closedOn: null, kind: 'lesson', grade: 7, bellScheduleId: 'b', weekDays: 5, ...over })
const anyDay = fc.integer({ min: 0, max: 364 }).map((n) => addDays('2026-08-15', n))
const anyEntry = fc.record({ weekday: fc.integer({ min: 1, max: 6 }), number: fc.integer({ min: 1, max: 7 }), week: fc.constantFrom('A' as const, 'B' as const, null), grade: fc.integer({ min: 1, max: 11 }), weekDays: fc.constantFrom(5, 6) }).map(entry)

test('a Monday entry is held on Mondays of the year and on no other day', () => {
  assert.equal(lessonsFor(plan(), '2026-10-12', [entry()]).length, 1)
  assert.equal(lessonsFor(plan(), '2026-10-13', [entry()]).length, 0)
  assert.equal(lessonsFor(plan(), '2026-08-31', [entry()]).length, 0)
})

test('nobody is taught on a vacation of the grade, on a Sunday or outside the year', () => {
  fc.assert(fc.property(anyDay, fc.array(anyEntry, { maxLength: 20 }), (day, entries) => {
    const lessons = lessonsFor(plan({ vacations: [{ starts: '2026-10-24', ends: '2026-11-01', fromGrade: 2, toGrade: 9 }] }), day, entries)
    for (const { entry: one } of lessons) {
      assert.notEqual(weekdayOf(day), 7)
      assert.ok(day >= '2026-09-01' && day <= '2027-05-26')
      assert.ok(!(day >= '2026-10-24' && day <= '2026-11-01' && one.grade! >= 2 && one.grade! <= 9))
      assert.ok(weekdayOf(day) <= one.weekDays)
    }
  }))
})

test('A and B weeks alternate and never meet', () => {
  const year = { starts: '2026-09-01', ends: '2027-05-26', twoWeek: true, aWeekStarts: '2026-09-07' }
  fc.assert(fc.property(anyDay, (day) => {
    const now = weekOf(year, day)
    assert.equal(weekOf(year, addDays(day, 14)), now)
    assert.notEqual(weekOf(year, addDays(day, 7)), now)
    assert.equal(weekOf(year, mondayOf(day)), now)
    const held = lessonsFor(plan({ year }), day, [entry({ id: 'a', week: 'A', weekday: weekdayOf(day) }), entry({ id: 'b', week: 'B', weekday: weekdayOf(day) })])
    assert.ok(held.length <= 1)
  }))
})

test('a day taught as another weekday follows that weekday, even in a vacation', () => {
  const special = new Map([['2026-10-31', { kind: 'asWeekday' as const, asWeekday: 1 }]])
  const vacations = [{ starts: '2026-10-24', ends: '2026-11-01', fromGrade: null, toGrade: null }]
  assert.equal(lessonsFor(plan({ special, vacations }), '2026-10-31', [entry()]).length, 1)
})

test('a free day has no lessons, a number without a bell is not held', () => {
  assert.equal(lessonsFor(plan({ special: new Map([['2026-10-12', { kind: 'off' as const, asWeekday: null }]]) }), '2026-10-12', [entry()]).length, 0)
  assert.equal(lessonsFor(plan(), '2026-10-12', [entry({ number: 9 })]).length, 0)
})

test('days between two days are counted with both ends', () => {
  assert.deepEqual(daysBetween('2026-10-30', '2026-11-01'), ['2026-10-30', '2026-10-31', '2026-11-01'])
  assert.deepEqual(daysBetween('2026-11-01', '2026-10-30'), [])
})

test('a closed course is taught on its last day and no longer', () => {
  const closed = entry({ closedOn: '2026-10-12' })
  assert.equal(lessonsFor(plan(), '2026-10-12', [closed]).length, 1)
  assert.equal(lessonsFor(plan(), '2026-10-19', [closed]).length, 0)
})

test('who teaches follows the dates of the load; an entry may name some of them', () => {
  const taught = [{ id: 'a', from: '2026-09-01', until: '2026-10-31' }, { id: 'b', from: '2026-09-01', until: null }, { id: 'c', from: '2026-11-01', until: null }]
  assert.deepEqual(teachersOn({ teacherIds: ['a'], taught }, '2026-10-31'), ['a'])
  assert.deepEqual(teachersOn({ teacherIds: ['a'], taught }, '2026-11-01'), ['b', 'c'])
  assert.deepEqual(teachersOn({ teacherIds: [], taught }, '2026-10-01'), ['a', 'b'])
  fc.assert(fc.property(anyDay, fc.subarray(['a', 'b', 'c', 'x']), (day, teacherIds) => {
    for (const id of teachersOn({ teacherIds, taught }, day)) assert.ok(taught.some((one) => one.id === id && one.from <= day && (one.until ?? '9') >= day))
  }))
})

test('bells of the class decide the time of day: shifts and short weekdays', () => {
  const bellsOf = (id: string, weekday: number) => new Map([[1, id === 'second' ? { starts: '13:30', ends: '14:15' } : weekday === 6 ? { starts: '09:00', ends: '09:35' } : { starts: '08:30', ends: '09:15' }]])
  const startsOf = (over: Partial<PlanEntry>, day: string) => lessonsFor(plan({ bellsOf }), day, [entry({ weekday: weekdayOf(day), weekDays: 6, ...over })])[0]?.starts
  assert.equal(startsOf({ bellScheduleId: 'first' }, '2026-10-12'), '08:30')
  assert.equal(startsOf({ bellScheduleId: 'second' }, '2026-10-12'), '13:30')
  assert.equal(startsOf({ bellScheduleId: 'first' }, '2026-10-17'), '09:00')
  assert.equal(startsOf({ bellScheduleId: null }, '2026-10-12'), undefined)
})
