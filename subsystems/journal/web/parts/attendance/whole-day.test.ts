import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Attendance, ClassDay } from '../../../contract/index.ts'
import { undoOf, wholeDayOps } from './whole-day.ts'

const now = (lessonId: string, studentId: string, code: Attendance['code'], reason: Attendance['reason'] = null, revision = 2): Attendance => ({ lessonId, studentId, code, minutes: null, reason, reasonNote: '', revision })
const lesson = (id: string, state: 'planned' | 'cancelled' = 'planned') => ({ id, number: 1, starts: '08:30', subject: 'Алг', group: '7А', state, closed: false })
const day: ClassDay = {
  date: '2026-10-15', today: '2026-10-15', students: [], lessons: [lesson('l1'), lesson('l2'), lesson('l3', 'cancelled')], can: { put: true, reason: false },
  places: [
    { lessonId: 'l1', studentId: 's1', now: null }, { lessonId: 'l2', studentId: 's1', now: now('l2', 's1', 'late') }, { lessonId: 'l3', studentId: 's1', now: null },
    { lessonId: 'l1', studentId: 's2', now: now('l1', 's2', 'absent') }, { lessonId: 'l2', studentId: 's2', now: now('l2', 's2', 'present') },
  ],
}

test('a whole day: what a teacher said otherwise stays, cancelled lessons are left out, what stands already is not written again', () => {
  const both = new Set(['s1', 's2'])
  assert.deepEqual(wholeDayOps(day, both, 'absent', null).map((op) => [op.lessonId, op.studentId, op.basedOn]), [['l1', 's1', null], ['l2', 's2', 2]])
  assert.deepEqual(wholeDayOps(day, both, 'absent', 'illness').map((op) => [op.lessonId, op.studentId, op.absenceReason]), [['l1', 's1', 'illness'], ['l1', 's2', 'illness'], ['l2', 's2', 'illness']])
  assert.deepEqual(wholeDayOps(day, both, 'present', null).map((op) => [op.lessonId, op.studentId]), [['l1', 's2']])
})

test('taken back, every kept cell returns to what was seen', () => {
  const ops = wholeDayOps(day, new Set(['s1', 's2']), 'absent', 'illness')
  const outcomes = [{ kind: 'attendance' as const, kept: true as const, now: now('l1', 's1', 'absent', 'illness', 1) }, { kind: 'attendance' as const, kept: true as const, now: now('l1', 's2', 'absent', 'illness', 3) }, { kind: 'attendance' as const, kept: false as const, code: 'journal.lesson_closed', now: null }]
  assert.deepEqual(undoOf(day, ops, outcomes).map((op) => [op.lessonId, op.studentId, op.code, op.absenceReason, op.basedOn]), [['l1', 's1', 'present', undefined, 1], ['l1', 's2', 'absent', null, 3]])
})
