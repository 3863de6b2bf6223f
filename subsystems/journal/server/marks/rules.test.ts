import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayAfter, daysBetween } from '../lessons/rules.ts'
import { whyNotAttendance, whyNotMarkable, windowOver, type MarkFacts } from './rules.ts'

const facts: MarkFacts = { lesson: { date: '2026-10-15', state: 'planned', closed: false, periodClosed: false }, today: '2026-10-15', standing: 'teacher', inClass: true, scale: 'five', grade: 7, marksFromGrade: 2, editDays: 7, before: null }
const put = (value: string, change: Partial<MarkFacts> = {}, reason?: string) => whyNotMarkable({ ...facts, ...change }, { value, reason })

test('what a scale allows', () => {
  for (const value of ['1', '2', '3', '4', '5', 'debt', '']) assert.equal(put(value), null)
  for (const value of ['pass', 'fail', '6', 'notAttested']) assert.equal(put(value), 'journal.value_not_in_scale')
  for (const value of ['pass', 'fail', 'debt', '']) assert.equal(put(value, { scale: 'pass' }), null)
  assert.equal(put('5', { scale: 'pass' }), 'journal.value_not_in_scale')
})

test('each refusal has its own name', () => {
  assert.equal(put('5', { lesson: { ...facts.lesson, closed: true } }), 'journal.lesson_closed')
  assert.equal(put('5', { lesson: { ...facts.lesson, state: 'cancelled' } }), 'journal.lesson_cancelled')
  assert.equal(put('5', { lesson: { ...facts.lesson, date: '2026-10-16' } }), 'journal.lesson_ahead')
  assert.equal(put('5', { inClass: false }), 'journal.not_in_class')
  assert.equal(put('5', { grade: 1 }), 'journal.no_marks_in_grade')
  assert.equal(put('', { grade: 1 }), null)
  assert.equal(put('5', { standing: 'office' }, '  '), 'journal.reason_needed')
  assert.equal(put('5', { standing: 'office' }, 'appeal'), null)
})

test('a closed period takes nothing; an unlock takes it up again, whatever the window says', () => {
  assert.equal(put('5', { lesson: { ...facts.lesson, periodClosed: true } }), 'journal.period_closed')
  assert.equal(put('5', { today: '2026-12-15' }), 'journal.window_over')
  assert.equal(put('5', { today: '2026-12-15', unlocked: true }), null)
})

test('the window ends after its last day, for everyone but the office', () => fc.assert(fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (days, editDays) => {
  const today = dayAfter(facts.lesson.date, days)
  assert.equal(daysBetween(facts.lesson.date, today), days)
  assert.equal(put('4', { today, editDays }), days > editDays ? 'journal.window_over' : null)
  assert.equal(put('4', { today, editDays, standing: 'office' }, 'why'), null)
})))

test('a debt may be made good until its own day', () => {
  const before = { value: 'debt', debtDue: '2026-10-25' }
  assert.equal(windowOver({ ...facts, today: '2026-10-30', before }), false)
  assert.equal(windowOver({ ...facts, today: '2026-11-02', before }), true)
  assert.equal(windowOver({ ...facts, today: '2026-10-30', before: { ...before, value: '2' } }), true)
})

test('minutes belong to being late or leaving, reasons to the class teacher', () => {
  const at = { lesson: facts.lesson, today: facts.today, standing: 'teacher', inClass: true, editDays: 7, givesReasons: false } as const
  const ask = { code: 'absent', minutes: null, absenceReason: undefined, reason: undefined }
  assert.equal(whyNotAttendance(at, ask), null)
  assert.equal(whyNotAttendance(at, { ...ask, minutes: 5 }), 'journal.minutes_only_late')
  assert.equal(whyNotAttendance(at, { ...ask, code: 'late', minutes: 5 }), null)
  assert.equal(whyNotAttendance(at, { ...ask, absenceReason: 'illness' }), 'journal.reason_is_class_teachers')
  assert.equal(whyNotAttendance({ ...at, givesReasons: true }, { ...ask, absenceReason: 'illness' }), null)
})
