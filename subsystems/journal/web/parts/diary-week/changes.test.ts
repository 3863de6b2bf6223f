import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DiaryHomework, DiaryLesson, DiaryMark, DiaryWeek } from '../../../contract/index.ts'
import { changesBetween, partKey } from './changes.ts'

const mark = (value: DiaryMark['value']): DiaryMark => ({ id: 'm', value, type: 'Ответ', shortName: 'отв', title: '', weight: 1, note: '', debtDue: null, putAt: '', corrected: false })
const homework = (given: Partial<DiaryHomework> = {}): DiaryHomework => ({ id: 'h', courseId: 'c', lessonId: 'a', text: '§ 4', minutes: 20, links: [], givenOn: '2026-10-12', dueDate: '2026-10-14', personal: false, done: false, ...given })
const lesson = (id: string, given: Partial<DiaryLesson> = {}): DiaryLesson => ({
  id, courseId: 'c', number: 1, starts: '08:30', ends: '09:15', subject: { id: 's', name: 'Алгебра', shortName: 'Алг' }, kind: 'lesson', room: null, teachers: [], substitute: false, state: 'planned', topic: '', note: '', due: [homework()], given: [], marks: [], works: [], attendance: null, ...given,
})
const week = (...lessons: DiaryLesson[]) => ({ studentId: 'p', week: '2026-10-12', days: [{ date: '2026-10-14', lessons, otherDue: [] }] }) as unknown as DiaryWeek
const changed = (before: DiaryWeek, after: DiaryWeek) => [...changesBetween(before, after)]

test('a mark put or corrected is news of the result alone', () => {
  assert.deepEqual(changed(week(lesson('a')), week(lesson('a', { marks: [mark('5')] }))), [partKey('a', 'result')])
  assert.deepEqual(changed(week(lesson('a', { marks: [mark('4')] })), week(lesson('a', { marks: [mark('5')] }))), [partKey('a', 'result')])
})

test('the same week read again brings no news', () => {
  assert.deepEqual(changed(week(lesson('a')), week(lesson('a'))), [])
})

test('a cancelled lesson and one that was put in are told by what they are about', () => {
  assert.deepEqual(changed(week(lesson('a')), week(lesson('a', { state: 'cancelled' }), lesson('b'))), [partKey('a', 'about'), partKey('b', 'about')])
})

test('homework that others changed is news, a tick is not', () => {
  assert.deepEqual(changed(week(lesson('a')), week(lesson('a', { due: [homework({ text: '§ 5' })] }))), [partKey('a', 'task')])
  assert.deepEqual(changed(week(lesson('a')), week(lesson('a', { due: [homework({ done: true })] }))), [])
})

test('another week is not a change of this one', () => {
  assert.deepEqual(changed(week(lesson('a')), { ...week(lesson('b')), week: '2026-10-19' }), [])
})
