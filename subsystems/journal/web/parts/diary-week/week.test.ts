import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DiaryLesson, DiaryWeek } from '../../../contract/index.ts'
import { chosenDay, goesOn, missedOf, pagesOf } from './week.ts'

const dates = ['2026-10-12', '2026-10-13', '2026-10-14', '2026-10-15', '2026-10-16', '2026-10-17'] as const
const day = (date: string, lessons = 1): DiaryWeek['days'][number] => ({ date, lessons: Array.from({ length: lessons }, () => ({}) as DiaryLesson), otherDue: [] })

test('Saturday stands on the right page only when it is taught; a free weekday keeps its place', () => {
  const [left, right] = pagesOf(dates.map((date, i) => day(date, i === 5 || i === 1 ? 0 : 1)))
  assert.deepEqual([left.length, right.map((one) => one.date)], [3, dates.slice(3, 5)])
  assert.equal(pagesOf(dates.map((date) => day(date)))[1].length, 3)
})

test('work due on a Saturday without lessons keeps the Saturday', () => {
  const saturday = { ...day(dates[5], 0), otherDue: [{} as DiaryWeek['days'][number]['otherDue'][number]] }
  assert.equal(pagesOf([...dates.slice(0, 5).map((date) => day(date)), saturday])[1].length, 3)
})

test('a phone shows the asked day, today, or the nearest day of the week', () => {
  assert.equal(chosenDay(dates, '2026-10-14', '2026-10-16'), '2026-10-16')
  assert.equal(chosenDay(dates, '2026-10-14', ''), '2026-10-14')
  assert.equal(chosenDay(dates, '2026-10-18', ''), '2026-10-17')
  assert.equal(chosenDay(dates, '2026-10-01', '2026-09-01'), '2026-10-12')
  assert.equal(chosenDay(dates, '2026-11-01', ''), '2026-10-12')
  assert.equal(chosenDay([], '2026-10-14', ''), '')
})

test('a lesson goes on from its bell until the next one, unless it is off', () => {
  const lesson = { starts: '10:25', ends: '11:10', state: 'planned' as const }
  assert.ok(goesOn(lesson, dates[2], dates[2], '10:25'))
  assert.ok(!goesOn(lesson, dates[2], dates[2], '11:10'))
  assert.ok(!goesOn(lesson, dates[1], dates[2], '10:30'))
  assert.ok(!goesOn({ ...lesson, state: 'cancelled' }, dates[2], dates[2], '10:30'))
})

test('a day names the missed lessons and whether they are explained', () => {
  const away = (number: number, reason: 'illness' | 'unexcused' | null) => ({ number, attendance: { code: 'absent' as const, minutes: null, reason, reasonNote: '' } })
  assert.deepEqual(missedOf([away(1, 'illness'), { number: 2, attendance: null }, away(3, 'illness')]), { numbers: [1, 3], explained: true })
  assert.equal(missedOf([away(1, 'illness'), away(2, null)]).explained, false)
  assert.equal(missedOf([away(1, 'unexcused')]).explained, false)
  assert.deepEqual(missedOf([]), { numbers: [], explained: false })
})
