import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingOf, whenOf, windowsOf, type Filling } from './rules.ts'

const lesson: Filling = { date: '2026-10-15', starts: '10:25', ends: '11:10', state: 'planned', kind: 'lesson', grade: 7, has_topic: false, has_homework: false, has_attendance: false, bare_works: 1 }

test('a lesson is ahead, now, then past', () => {
  assert.equal(whenOf(lesson, '2026-10-15', '10:24'), 'ahead')
  assert.equal(whenOf(lesson, '2026-10-15', '10:25'), 'now')
  assert.equal(whenOf(lesson, '2026-10-15', '11:10'), 'past')
  assert.equal(whenOf(lesson, '2026-10-16', '08:00'), 'past')
  assert.equal(whenOf(lesson, '2026-10-14', '23:00'), 'ahead')
})

test('only a lesson that is over and was not cancelled lacks something', () => {
  assert.deepEqual(missingOf(lesson, '2026-10-15', '11:00'), [])
  assert.deepEqual(missingOf(lesson, '2026-10-15', '12:00'), ['topic', 'homework', 'attendance', 'marks'])
  assert.deepEqual(missingOf({ ...lesson, state: 'cancelled' }, '2026-10-15', '12:00'), [])
  assert.deepEqual(missingOf({ ...lesson, grade: 1, bare_works: 0, has_topic: true, has_attendance: true }, '2026-10-15', '12:00'), [])
  assert.deepEqual(missingOf({ ...lesson, kind: 'extracurricular' }, '2026-10-15', '12:00'), ['topic', 'attendance'])
})

test('a window is longer than a break', () => {
  assert.deepEqual(windowsOf([{ starts: '08:30', ends: '09:15' }, { starts: '09:25', ends: '10:10' }, { starts: '11:30', ends: '12:15' }]), [{ from: '10:10', to: '11:30' }])
})
