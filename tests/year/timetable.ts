import assert from 'node:assert/strict'
import { newId } from '@school/contract'
import { getProgramme, layProgramme, listCoursePlans, putProgramme, readProgrammeText } from '@school/planning/contract'
import {
  boardOf, changed, changeTimetable, costOf, faultsOf, frameOf, getBoard, getTimetable, lessonsOfWeek, listDayChanges, listTimetables, makeLessons, previewPublishing, publishTimetable, putTimetable, removeDraft, targetsOf, type Board, type Placed, type TimetableBoard,
} from '@school/schedule/contract'
import { stepsOf } from './prepare.ts'
import { type Story } from './story.ts'

const cells = [1, 2, 3, 4, 5].flatMap((weekday) => [1, 2, 3, 4, 5, 6, 7].map((number) => ({ weekday, number })))

/** Puts every hour where it costs least, halves of a class at once and courses of most hours first, as somebody would with the prices shown by the editor. */
function placeAll(told: TimetableBoard): Board {
  let board = boardOf(frameOf(told), [])
  const together = Map.groupBy(told.courses, (one) => `${one.classIds[0]} ${one.subject.id}`)
  for (const block of [...together.values()].toSorted((a, b) => b.length - a.length || b[0]!.hours - a[0]!.hours)) {
    for (let hour = 0; hour < block[0]!.hours; hour++) {
      const wished = block.map((course): Placed => ({ id: newId(), courseId: course.id, weekday: 1, number: 1, week: null, roomId: null, teacherIds: course.teacherIds }))
      const [best] = targetsOf(board, wished, cells).filter((target) => target.severity !== 'error').toSorted((a, b) => a.verdict.delta - b.verdict.delta || a.number - b.number)
      board = changed(board, best!.changes)
    }
  }
  return board
}

const wishOf = ({ id, courseId, weekday, number }: Placed, basedOn: number | null) => ({ id, basedOn, to: { weekday, number, week: null, courseId, roomId: null } })

export async function placeTimetable(story: Story): Promise<void> {
  const { schoolId, deputy } = story
  const params = { schoolId, id: newId() }
  await story.as(deputy, putTimetable, { params, body: { year: 2026, name: 'Осень', validFrom: '2026-09-01', copyOf: null, draft: true } })
  const told = await story.as(deputy, getBoard, { params })
  const placed = placeAll(told)
  await story.as(deputy, changeTimetable, { params, body: { changes: [...placed.placed.values()].map((one) => wishOf(one, null)) } })
  const kept = await story.as(deputy, getBoard, { params })
  const board = boardOf(frameOf(kept), kept.entries)
  assert.deepEqual([kept.entries.length, costOf(board), faultsOf(board).filter((one) => one.kind.endsWith('Clash') || one.kind === 'noBell' || one.kind === 'dayMost')], [70, costOf(placed), []])
  await tryMove(story, params, board, kept)
  assert.equal((await stepsOf(story))['timetable'], 'todo', 'a draft is no timetable yet')
  const { following, staying } = await story.as(deputy, previewPublishing, { params, query: { from: '2026-09-01' } })
  assert.deepEqual([following, staying], [0, []], 'no lesson is made yet')
  const published = await story.as(deputy, publishTimetable, { params, body: { validFrom: '2026-09-01' } })
  assert.deepEqual([published.state, published.entries], ['published', 70])
  await assert.rejects(story.as(deputy, removeDraft, { params }), { code: 'schedule.timetable_published' })
  assert.deepEqual((await story.as(deputy, getTimetable, { params, query: {} })).clashes, [])
  await materialise(story)
  assert.equal((await stepsOf(story))['timetable'], 'done')
}

/** A move is priced before it is made: the price is what the week then costs more, and the way back costs as much less. */
async function tryMove(story: Story, params: { schoolId: string; id: string }, board: Board, kept: TimetableBoard): Promise<void> {
  const revisions = new Map(kept.entries.map((one) => [one.id, one.revision]))
  const [some] = kept.entries
  const dear = targetsOf(board, [some!], cells).filter((one) => one.severity !== 'error' && one.verdict.delta > 0).toSorted((a, b) => b.verdict.delta - a.verdict.delta)[0]!
  assert.ok(dear.verdict.appear.length > 0, 'a dear move names what becomes worse')
  const moved = dear.changes.map(({ id, to }) => wishOf(to!, revisions.get(id)!))
  const { entries } = await story.as(story.deputy, changeTimetable, { params, body: { changes: moved } })
  const after = await story.as(story.deputy, getBoard, { params })
  assert.equal(costOf(boardOf(frameOf(after), after.entries)), costOf(board) + dear.verdict.delta)
  await assert.rejects(story.as(story.principal, changeTimetable, { params, body: { changes: moved.map((one) => ({ ...one, to: { ...one.to, number: 7 } })) } }), { code: 'schedule.entries_changed' })
  await story.as(story.deputy, changeTimetable, { params, body: { changes: entries.map(({ id, revision }) => wishOf(board.placed.get(id)!, revision)) } })
}

/** Lessons of the whole quarter, on the days on which there is school. */
async function materialise(story: Story): Promise<void> {
  const { schoolId, deputy, classes, period } = story
  await story.as(deputy, makeLessons, { params: { schoolId }, body: { from: period.starts, to: period.ends } })
  assert.deepEqual(await story.as(deputy, makeLessons, { params: { schoolId }, body: { from: period.starts, to: period.ends } }), { made: 0, removed: 0 })
  const week = (monday: string) => story.as(deputy, lessonsOfWeek, { params: { schoolId }, query: { week: monday, classId: classes.a } })
  const full = await week('2026-09-07')
  assert.deepEqual([full.lessons.length, new Set(full.lessons.map((one) => `${one.date} ${one.number}`)).size], [35, 32], 'halves are taught at the same hour')
  assert.equal(full.lessons.find((one) => one.date === '2026-09-11' && one.number === 1)?.ends, '09:10', 'shorter bells on Friday')
  const free = await week('2026-09-14')
  assert.deepEqual([free.lessons.some((one) => one.date === '2026-09-18'), free.free.map((one) => one.name)], [false, ['День здоровья']])
  assert.equal((await week('2026-10-26')).lessons.length, 0, 'nobody is taught in the holidays')
}

/** КТП: a table is pasted, looked at, kept, and laid on the days of both classes; what is too much or too little is said. */
export async function layProgrammes(story: Story): Promise<void> {
  const { schoolId } = story
  const own = story.courses.filter((one) => one.subject === 'Алгебра')
  const maths = story.teachers.maths
  const text = ['№\tРаздел\tТема\tЧасы\tКонтроль', ...Array.from({ length: 96 }, (_, i) => `${i + 1}\tРаздел ${1 + Math.floor(i / 16)}\t${i % 16 === 15 ? `Контрольная работа ${1 + Math.floor(i / 16)}` : i % 16 === 14 ? `Повторение ${i + 1}` : `Тема ${i + 1}`}\t1\t${i % 16 === 15 ? 'контрольная работа' : ''}`)].join('\n')
  const read = await story.as(maths, readProgrammeText, { params: { schoolId }, body: { text } })
  assert.deepEqual([read.items.length, read.faults, read.items.filter((one) => one.control !== '').length, read.items[16]?.section], [96, [], 6, 'Раздел 2'])
  const id = newId()
  const list = read.items.map(({ row: _row, ...item }) => ({ ...item, id: newId() }))
  const made = await story.as(maths, putProgramme, { params: { schoolId, id }, body: { subjectId: own[0]!.subjectId, grade: 7, name: 'Алгебра, 7 класс', author: '', archived: false, list, basedOn: null } })
  assert.deepEqual([made.hours, made.controls, made.fits.map((one) => one.id).toSorted()], [96, 6, own.map((one) => one.id).toSorted()])
  const { laid } = await story.as(maths, layProgramme, { params: { schoolId, id }, body: { courseIds: own.map((one) => one.id) } })
  assert.ok(laid.every((one) => one.over === 0 && one.spare === one.lessons - 96 && one.spare > 0))
  // The spare lessons become a reserve, as many as the class with fewer lessons has.
  const reserve = Math.min(...laid.map((one) => one.spare))
  const whole = [...list, ...Array.from({ length: reserve }, (_, i) => ({ ...list[0]!, id: newId(), section: 'Резерв', topic: `Резерв ${i + 1}` }))]
  await story.as(maths, putProgramme, { params: { schoolId, id }, body: { subjectId: own[0]!.subjectId, grade: 7, name: 'Алгебра, 7 класс', author: '', archived: false, list: whole, basedOn: made.revision } })
  const again = await story.as(maths, layProgramme, { params: { schoolId, id }, body: { courseIds: own.map((one) => one.id) } })
  assert.deepEqual(again.laid.map((one) => one.over), [0, 0])
  story.tight = own.find((one) => again.laid.some((two) => two.courseId === one.id && two.spare === 0))!
  assert.equal((await story.as(maths, getProgramme, { params: { schoolId, id } })).courses, 2)
  const plans = await story.as(story.deputy, listCoursePlans, { params: { schoolId }, query: { show: 'all' } })
  assert.deepEqual([plans.late, plans.without, plans.total], [0, story.courses.length - 2, story.courses.length])
  assert.equal((await stepsOf(story))['lessons'], 'part')
}

/** From a day on the week is another: two lessons change places, and what is behind stays as it was. */
export async function publishAnother(story: Story, from: string): Promise<void> {
  const { schoolId, deputy, classes } = story
  const { timetables, lessons } = await storyWeek(story, from)
  const params = { schoolId, id: newId() }
  await story.as(deputy, putTimetable, { params, body: { year: 2026, name: 'Октябрь', validFrom: from, copyOf: timetables, draft: true } })
  const told = await story.as(deputy, getBoard, { params })
  const board = boardOf(frameOf(told), told.entries)
  const own = told.entries.filter((one) => told.courses.find((course) => course.id === one.courseId)?.classIds[0] === classes.a)
  const choice = own.flatMap((one) => targetsOf(board, [one], cells).filter((target) => target.severity !== 'error' && target.swapWith.length === 1).map((target) => ({ one, target }))).toSorted((a, b) => a.target.verdict.delta - b.target.verdict.delta)[0]!
  const revisions = new Map(told.entries.map((one) => [one.id, one.revision]))
  await story.as(deputy, changeTimetable, { params, body: { changes: choice.target.changes.map(({ id, to }) => wishOf(to!, revisions.get(id)!)) } })
  const preview = await story.as(deputy, previewPublishing, { params, query: { from } })
  assert.ok(preview.following > 0 && preview.stayingCount === 0)
  await story.as(deputy, publishTimetable, { params, body: { validFrom: from } })
  await story.as(deputy, makeLessons, { params: { schoolId }, body: { from, to: story.period.ends } })
  const after = await storyWeek(story, from)
  const at = (list: typeof lessons, weekday: number, number: number) => list.find((one) => new Date(one.date).getUTCDay() === weekday && one.number === number)?.courseId
  assert.equal(at(after.lessons, choice.target.weekday, choice.target.number), choice.one.courseId)
  assert.equal(at(lessons, choice.one.weekday, choice.one.number), choice.one.courseId)
  assert.notEqual(at(after.lessons, choice.one.weekday, choice.one.number), choice.one.courseId)
  assert.equal(after.lessons.length, lessons.length)
  assert.equal((await story.as(deputy, listDayChanges, { params: { schoolId, date: from } })).length, 0, 'a new timetable is no substitution')
}

async function storyWeek(story: Story, monday: string) {
  const list = await story.as(story.deputy, listTimetables, { params: { schoolId: story.schoolId }, query: {} })
  const { lessons } = await story.as(story.deputy, lessonsOfWeek, { params: { schoolId: story.schoolId }, query: { week: monday, classId: story.classes.a } })
  return { timetables: list.find((one) => one.inForce)!.id, lessons }
}
