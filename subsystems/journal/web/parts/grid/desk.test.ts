import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cursorAt } from './cursor.ts'
import { Desk, type Pasted } from './desk.ts'
import { Sheet } from './sheet.ts'
import { type SheetData, type Wanted } from './sheet-data.ts'

const work = (id: string, lessonId: string) => ({ id, lessonId, typeId: 't', name: 'Ответ', short: 'Отв', weight: 1 })
const column = (lessonId: string, works: string[], canWrite = true) => ({ lessonId, date: '2026-10-15', number: 1, canWrite, canRecord: canWrite, when: 'today' as const, label: '', works: works.map((id) => work(id, lessonId)) })

/** A page of two pupils: a lesson with a work, one with two, one that is closed. */
function open() {
  const data: SheetData = {
    columns: [column('l1', ['w1']), column('l2', ['w2', 'w3']), column('l3', ['w4'], false)], pupils: [{ studentId: 's1', name: 'Абрамов' }, { studentId: 's2', name: 'Белова' }],
    marks: [{ id: 'm1', workId: 'w1', lessonId: 'l1', studentId: 's1', value: '4', retake: null, revision: 3, note: '' }], absences: [], summaries: [],
  }
  const sheet = new Sheet({ empty: 'пусто', mark: (figure) => figure, points: (points) => String(points), absence: (code) => code, waiting: '', conflict: '', date: (day) => day })
  const sent: { wanted: Wanted; basedOn: number | null }[] = []
  const told: string[] = []
  const pasted: Pasted[] = []
  const typed = new Map<string, Wanted>()
  sheet.outbox = {
    postOf: (place) => { const wanted = typed.get(place); return wanted ? { wanted, state: 'sending' } : null },
    put(place, wanted, basedOn) { typed.set(place, wanted); sent.push({ wanted, basedOn }); sheet.changed(place, null) },
  }
  sheet.load(data)
  const desk = new Desk(sheet, { newWork: () => null, tell: (what) => { told.push(what) }, preview: (one) => { pasted.push(one) }, stepped() {} })
  const shown = (row: number, at: number) => { const view = sheet.cellAt(row, at); return [view.absence, ...view.marks.map((mark) => mark.figure)].filter(Boolean).join('/') }
  return { sheet, desk, sent, told, pasted, shown, data }
}

test('a correction is based on the revision that was seen, and is undone to it', () => {
  const { desk, sent, shown } = open()
  desk.type('5')
  assert.equal(shown(0, 0), '5')
  assert.deepEqual([sent[0]?.basedOn, sent[0]?.wanted.kind === 'mark' && sent[0].wanted.id], [3, 'm1'])
  desk.undo()
  assert.equal(shown(0, 0), '4')
  desk.redo()
  assert.equal(shown(0, 0), '5')
})

test('one letter fills a selection, one key empties it', () => {
  const { sheet, desk, shown } = open()
  sheet.moveTo({ row: 1, column: 0, from: { row: 0, column: 0 } })
  desk.type('Н')
  assert.deepEqual([shown(0, 0), shown(1, 0)], ['Н/4', 'Н'])
  desk.clear()
  assert.deepEqual([shown(0, 0), shown(1, 0)], ['', ''])
  desk.undo()
  assert.equal(shown(0, 0), 'Н/4')
})

test('a table is pasted cell by cell, several marks into several works', () => {
  const { desk, pasted, shown } = open()
  desk.paste('5\t4/3\n?\tОП')
  assert.deepEqual([shown(0, 0), pasted[0]?.cells, pasted[0]?.rejected], ['4', 3, [{ pupil: 'Белова', day: '2026-10-15', text: '?', why: 'unread' }]])
  pasted[0]?.write()
  assert.deepEqual([shown(0, 0), shown(0, 1), shown(1, 0), shown(1, 1)], ['5', '4/3', '', 'ОП'])
  assert.equal(desk.copied(), '5')
  desk.undo()
  assert.deepEqual([shown(0, 0), shown(0, 1), shown(1, 1)], ['4', '', ''])
})

test('what lies outside the page or in a closed lesson is told before anything is written', () => {
  const { desk, pasted, sent } = open()
  desk.paste('5\t\t4\t3\n4\n3')
  assert.deepEqual([sent.length, pasted[0]?.rejected.map((one) => [one.text, one.why])], [0, [['4', 'locked'], ['3', 'outside'], ['3', 'outside']]])
})

test('one mark, one comment for many: the column, who has nothing yet, the selection', () => {
  const { sheet, desk, shown, sent } = open()
  assert.deepEqual(desk.many({ who: 'unmarked', entry: { mark: '5' }, note: '' }).map((one) => one.studentId), ['s2'])
  desk.apply(desk.many({ who: 'column', entry: { mark: '4' }, note: 'устно' }))
  assert.deepEqual([shown(0, 0), shown(1, 0), sent.map(({ wanted }) => wanted.kind === 'mark' && wanted.note)], ['4', '4', ['устно', 'устно']])
  desk.undo()
  assert.deepEqual([shown(0, 0), shown(1, 0)], ['4', ''])
  assert.equal(desk.many({ who: 'column', entry: { absence: { code: 'absent', reason: null } }, note: '' }).length, 2)
  sheet.moveTo({ row: 1, column: 0, from: { row: 0, column: 0 } })
  assert.deepEqual(desk.many({ who: 'selected', entry: null, note: 'молодец' }).map((one) => one.studentId), ['s1'])
})

test('points of a hundred gather digit by digit and make the mark', () => {
  const { sheet, desk, sent, shown, data } = open()
  sheet.load({ ...data, columns: data.columns.map((one, i) => (i === 1 ? { ...one, works: [{ ...one.works[0]!, scale: 'hundred' as const }] } : one)), hundredScale: [{ from: 85, mark: '5' }, { from: 0, mark: '2' }] })
  sheet.moveTo(cursorAt(1, 1))
  for (const digit of '870') desk.type(digit)
  assert.deepEqual(sent.map(({ wanted }) => wanted.kind === 'mark' && [wanted.points, wanted.value]), [[8, '2'], [87, '5'], [0, '2']])
  desk.paste('91')
  assert.deepEqual([shown(1, 1), sheet.cellAt(1, 1).marks[0]?.as], ['91', '5'])
})

test('a second try stands beside the mark and goes with it', () => {
  const { desk, shown } = open()
  desk.retake('5')
  assert.equal(shown(0, 0), '4 → 5')
  desk.clear()
  assert.equal(shown(0, 0), '')
  desk.undo()
  assert.equal(shown(0, 0), '4 → 5')
  desk.type('3')
  assert.equal(shown(0, 0), '3 → 5')
})

test('a lesson that takes nothing now says so and stays as it is', () => {
  const { sheet, desk, sent, told } = open()
  sheet.moveTo(cursorAt(0, 2))
  desk.type('5')
  desk.type('Н')
  desk.clear()
  assert.equal(sent.length, 0)
  assert.deepEqual(told, ['locked', 'locked', 'locked'])
})

test('what others typed comes in without losing what is typed here', () => {
  const { sheet, desk, data, shown } = open()
  desk.type('5')
  sheet.load({ ...data, marks: [{ id: 'm1', workId: 'w1', lessonId: 'l1', studentId: 's1', value: '2', retake: null, revision: 4, note: '' }, { id: 'm2', workId: 'w1', lessonId: 'l1', studentId: 's2', value: '3', retake: null, revision: 1, note: '' }] })
  assert.deepEqual([shown(0, 0), shown(1, 0)], ['5', '3'])
})

test('a fresh page draws anew only the rows in which something changed', () => {
  const { sheet, shown, data } = open()
  const told: number[] = []
  for (const row of [0, 1]) sheet.onRow(row, () => { told.push(row) })
  assert.deepEqual([shown(0, 0), shown(1, 0), shown(1, 1)], ['4', '', ''])
  sheet.load(data)
  assert.deepEqual(told, [])
  sheet.load({ ...data, marks: [...data.marks, { id: 'm2', workId: 'w2', lessonId: 'l2', studentId: 's2', value: '3', retake: null, revision: 1, note: '' }] })
  assert.deepEqual([told, shown(1, 1)], [[1], '3'])
  sheet.load({ ...data, marks: [], summaries: [{ studentId: 's1', average: '4,00', missed: 0, proposed: null, final: null }] })
  assert.deepEqual([told, shown(0, 0), shown(1, 1)], [[1, 0, 1], '', ''])
  sheet.load({ ...data, marks: data.marks.map((mark) => ({ ...mark, note: 'молодец' })) })
  assert.equal(shown(0, 0), '4')
  assert.equal(sheet.cellAt(0, 0).marks[0]?.noted, true)
})
