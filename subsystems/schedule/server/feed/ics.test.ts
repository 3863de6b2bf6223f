import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Lesson } from '../../contract/lessons.ts'
import { escaped, folded, icsOf, instantIn } from './ics.ts'

const lesson = (given: Partial<Lesson> = {}): Lesson => ({
  id: '0198c000-0000-7000-8000-000000000001', date: '2026-11-24', number: 3, starts: '10:25', ends: '11:10', courseId: 'c', group: { id: 'g', name: '7 «Б»' }, subject: { id: 's', name: 'Русский язык, литература' }, room: { id: 'r', name: '204' },
  teachers: [{ id: 't', lastName: 'Щёголева', firstName: 'Анна', middleName: 'Петровна', substitute: false }], kind: 'lesson', state: 'planned', revision: 3, ...given,
})
const words = { name: 'Уроки', substitute: 'замена', cancelled: 'отменён', room: (name: string) => `каб. ${name}` }
const calendar = (lessons: readonly Lesson[], stampedAt = new Date('2026-11-24T05:00:00Z')) => icsOf({ lessons, timeZone: 'Europe/Moscow', stampedAt, words })
/** Reads a calendar as a program would. */
const read = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

test('an event has its time in UTC, an id that stays and a sequence', () => {
  const lines = read(calendar([lesson()]))
  for (const line of ['UID:lesson-0198c000-0000-7000-8000-000000000001@moya-shkola', 'DTSTART:20261124T072500Z', 'DTEND:20261124T081000Z', 'SEQUENCE:2', 'STATUS:CONFIRMED', 'SUMMARY:Русский язык\\, литература', 'LOCATION:каб. 204', 'DESCRIPTION:7 «Б»\\nЩёголева Анна Петровна']) assert.ok(lines.includes(line), line)
  assert.deepEqual([lines[0], lines.at(-2), lines.at(-1)], ['BEGIN:VCALENDAR', 'END:VCALENDAR', ''])
})

test('a cancelled lesson says so and takes no time; a substitution is told', () => {
  assert.ok(read(calendar([lesson({ state: 'cancelled' })])).includes('STATUS:CANCELLED'))
  assert.ok(read(calendar([lesson({ teachers: [{ ...lesson().teachers[0]!, substitute: true }] })])).includes('SUMMARY:Русский язык\\, литература\\, замена'))
})

test('no line is longer than 75 octets, and unfolding gives the line back', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }).filter((text) => !/[\r\n]/.test(text)), (text) => {
    const lines = folded(text).split('\r\n')
    assert.ok(lines.every((line) => Buffer.byteLength(line) <= 75))
    assert.equal(lines.map((line, i) => (i === 0 ? line : line.slice(1))).join(''), text)
  }))
})

test('nothing in a name can end a line or a field', () => {
  fc.assert(fc.property(fc.string(), (text) => { assert.doesNotMatch(escaped(text).replaceAll(/\\[\\;,n]/g, ''), /[;,\n]/) }))
})

test('the clock of a zone, also where it is turned', () => {
  assert.equal(instantIn('Asia/Kamchatka', '2026-11-24', '08:30').toISOString(), '2026-11-23T20:30:00.000Z')
  assert.equal(instantIn('Europe/Berlin', '2026-03-29', '08:00').toISOString(), '2026-03-29T06:00:00.000Z')
  assert.equal(instantIn('Europe/Berlin', '2026-10-25', '08:00').toISOString(), '2026-10-25T07:00:00.000Z')
})
