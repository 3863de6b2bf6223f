import assert from 'node:assert/strict'
import { newId } from '@school/contract'
import {
  askUnlock, checkAttendance, decideUnlock, endUnlock, explainFinal, getClassFinals, getClosingBoard, getClosingChecklist, getCourseFinals, getSettings, getStudentFinals, putAttendance, putClosing, putFinals, putHomework, putLessonRecord, putMark, putWork, type FinalValue,
} from '@school/journal/contract'
import type { Ledger } from './ledger.ts'
import { lessonsBetween } from './quarter.ts'
import { subjects, type Course, type Pupil, type Story } from './story.ts'

/** What stands as the mark of the quarter: pupil and subject → value. */
export type Finals = Map<string, FinalValue>
export const finalKey = (pupil: { id: string }, subject: string) => `${pupil.id} ${subject}`

const algebra = (story: Story): Course => story.courses.find((one) => one.classId === story.classes.a && one.subject === 'Алгебра')!

/** Each teacher confirms what the rule proposes; the story has counted it too. */
export async function putAllFinals(story: Story, ledger: Ledger): Promise<Finals> {
  story.at('2026-10-23', '17:00')
  const finals: Finals = new Map()
  for (const course of story.courses) {
    const teacher = story.teachers[course.teacher]
    const page = await story.as(teacher, getCourseFinals, { params: { schoolId: story.schoolId, courseId: course.id } })
    const cells = page.cells.filter((one) => one.kind === 'period' && one.periodId === story.period.id)
    const roster = ledger.taught(story, course, story.period.ends)
    assert.deepEqual(cells.map((one) => one.studentId).toSorted(), roster.map((one) => one.id).toSorted(), `${course.subject}: a place for everyone of the class`)
    const ops = roster.flatMap((pupil) => {
      const cell = cells.find((one) => one.studentId === pupil.id)!
      assert.equal(cell.proposed, ledger.proposed(pupil, course.subject), `${course.subject}, ${pupil.data.lastName}`)
      if (cell.proposed === null) return []
      finals.set(finalKey(pupil, course.subject), cell.proposed as FinalValue)
      return [{ id: newId(), studentId: pupil.id, kind: 'period' as const, periodId: story.period.id, value: cell.proposed as FinalValue, basedOn: null }]
    })
    if (ops.length > 0) assert.ok((await story.as(teacher, putFinals, { params: { schoolId: story.schoolId, courseId: course.id }, body: { ops } })).outcomes.every((one) => one.kept))
  }
  await story.world.settle()
  return finals
}

/** The family opens a mark: inputs, what was left out and the quotient add up to what the teacher sees. */
export async function explainAll(story: Story, ledger: Ledger): Promise<void> {
  for (const pupil of ledger.roster(story, story.classes.a, story.period.ends)) {
    for (const course of story.courses.filter((one) => one.classId === story.classes.a && ['Алгебра', 'История', 'Музыка'].includes(one.subject))) {
      const told = await story.as(pupil.parent, explainFinal, { params: { schoolId: story.schoolId, studentId: pupil.id, courseId: course.id }, query: { kind: 'period', period: story.period.id } })
      const { sum, weights, marks } = ledger.counted(pupil, course.subject)
      assert.deepEqual([told.sum, told.weights, told.counted.length, told.counted.reduce((total, one) => total + one.product, 0), told.counted.reduce((total, one) => total + one.weight, 0)], [sum, weights, marks, sum, weights])
      assert.equal(told.counted.length + told.excluded.length, ledger.marks.filter((one) => one.pupil === pupil && one.subject === course.subject).length, 'no mark is passed over in silence')
      assert.deepEqual([told.quotient.replace(/\.?0+$/, ''), told.exact], [cut(sum, weights).replace(/\.?0+$/, ''), (sum * 10_000) % weights === 0])
      assert.deepEqual([told.proposed, told.mark?.value, told.history.length], [ledger.proposed(pupil, course.subject), told.proposed, 1])
    }
  }
}

/** The quotient with four digits, cut. */
const cut = (sum: number, weights: number) => { const units = Math.floor((sum * 10_000) / weights); return `${Math.floor(units / 10_000)}.${String(units % 10_000).padStart(4, '0')}` }

const opOf = (story: Story, pupil: Pupil, value: FinalValue, basedOn: number, id: string, reason?: string) => ({ params: { schoolId: story.schoolId, courseId: algebra(story).id }, body: { ops: [{ id, studentId: pupil.id, kind: 'period' as const, periodId: story.period.id, value, basedOn, ...(reason ? { reason } : {}) }] } })

async function standing(story: Story, pupil: Pupil) {
  const { subjects } = await story.as(pupil.parent, getStudentFinals, { params: { schoolId: story.schoolId, studentId: pupil.id } })
  return subjects.find((one) => one.subject.name === 'Алгебра')!.marks.find((one) => one.periodId === story.period.id)!
}

/** A mark other than the proposed one needs a reason, and both stay visible. */
export async function correctOne(story: Story, finals: Finals): Promise<void> {
  const pupil = story.pupils.a[4]!
  const { id, value } = await standing(story, pupil)
  const better = String(Number(value) + 1) as FinalValue
  const silent = (await story.as(story.teachers.maths, putFinals, opOf(story, pupil, better, 1, id))).outcomes[0]!
  assert.equal('code' in silent && silent.code, 'journal.reason_needed')
  assert.equal((await story.as(story.teachers.maths, putFinals, opOf(story, pupil, better, 1, id, 'Победа на олимпиаде'))).outcomes[0]!.kept, true)
  finals.set(finalKey(pupil, 'Алгебра'), better)
  assert.deepEqual(await standing(story, pupil), { kind: 'period', periodId: story.period.id, id, value: better, corrected: true })
  const told = await story.as(pupil.parent, explainFinal, { params: { schoolId: story.schoolId, studentId: pupil.id, courseId: algebra(story).id }, query: { kind: 'period', period: story.period.id } })
  assert.deepEqual(told.history.map((one) => [one.value, one.proposed, one.reason]), [[value, value, ''], [better, value, 'Победа на олимпиаде']])
}

/** Lessons of 7Б that nobody wrote: the class cannot be called ready, and the office knows what is missing. */
async function gapsOfB(story: Story, ledger: Ledger): Promise<number> {
  const lessons = await lessonsBetween(story, story.period.starts, story.period.ends)
  const held = new Set(ledger.held.map((one) => one.lessonId))
  return lessons.filter((one) => one.state !== 'cancelled' && !held.has(one.id)).length
}

export async function closeQuarter(story: Story, ledger: Ledger, finals: Finals): Promise<void> {
  const { schoolId, deputy, classes, period } = story
  const place = { schoolId, scopeId: period.id }
  const move = (classIds: readonly (readonly [string, number | null])[], state: 'FINALIZING' | 'CLOSED', due: string | null) => story.as(deputy, putClosing, { params: place, body: { classes: classIds.map(([classId, basedOn]) => ({ classId, basedOn })), state, due } })
  assert.ok((await move([[classes.a, null], [classes.b, null]], 'FINALIZING', '2026-10-26')).outcomes.every((one) => one.kept))
  story.at('2026-10-24', '10:00')
  const board = await story.as(deputy, getClosingBoard, { params: { schoolId }, query: { scope: period.id } })
  const [a, b] = [classes.a, classes.b].map((id) => board.classes.find((one) => one.classId === id)!)
  assert.deepEqual([a!.lack, a!.putMarks, a!.places], [{ unfilled: 0, withoutMark: 0, notAttested: 0 }, 85, 85], 'five pupils, seventeen subjects')
  const inB = ledger.roster(story, classes.b, period.ends)
  const putInB = inB.flatMap((pupil) => subjects.filter((subject) => finals.has(finalKey(pupil, subject)))).length
  assert.deepEqual([b!.lack, b!.places], [{ unfilled: await gapsOfB(story, ledger), withoutMark: b!.places - putInB, notAttested: 0 }, inB.length * 17])
  const list = await story.as(story.teachers.history, getClosingChecklist, { params: { schoolId, classId: classes.b, scopeId: period.id } })
  assert.deepEqual([list.unfilled.reduce((sum, one) => sum + one.lessons, 0), list.withoutMark.reduce((sum, one) => sum + one.students.length, 0)], [b!.lack.unfilled, b!.lack.withoutMark])
  const seen = await story.as(story.teachers.russian, getClassFinals, { params: { schoolId, classId: classes.a }, query: { period: period.id } })
  assert.deepEqual([seen.subjects.length, seen.cells.length, seen.cells.every((one) => one.mark !== null)], [17, 85, true])
  assert.deepEqual(seen.students.filter((one) => one.to !== null).map((one) => [one.id, one.to]), [[ledger.transfer?.pupil.id, '2026-10-04']], 'who went on is named, and has no place here')
  const inNext = await story.as(story.teachers.history, getClassFinals, { params: { schoolId, classId: classes.b }, query: { period: period.id } })
  assert.equal(inNext.cells.filter((one) => one.studentId === ledger.transfer?.pupil.id && one.mark !== null).length, 17)
  const closed = await move([[classes.a, a!.revision]], 'CLOSED', null)
  assert.deepEqual(closed.outcomes.map((one) => [one.kept, one.state]), [[true, 'CLOSED']])
  await nothingIsWritten(story, ledger)
}

/** Closed is closed: for the teacher and for the office, for every kind of record. */
export async function nothingIsWritten(story: Story, ledger: Ledger): Promise<void> {
  const { schoolId } = story
  const last = ledger.held.findLast((one) => one.courseId === algebra(story).id)!
  const mark = ledger.marks.findLast((one) => one.courseId === last.courseId)!
  const lesson = { schoolId, lessonId: last.lessonId }
  const typeId = (await story.as(story.deputy, getSettings, { params: { schoolId } })).workTypes[0]!.id
  for (const [who, why] of [[story.teachers.maths, {}], [story.deputy, { reason: 'надо' }], [story.principal, { reason: 'надо' }]] as const) {
    const refusals = [
      () => story.as(who, putMark, { params: { schoolId, workId: mark.workId, markId: mark.markId }, body: { studentId: mark.pupil.id, value: '5', basedOn: mark.revision, ...why } }),
      () => story.as(who, putAttendance, { params: { ...lesson, studentId: mark.pupil.id }, body: { code: 'absent', basedOn: null, ...why } }),
      () => story.as(who, checkAttendance, { params: lesson, body: { checked: false, ...why } }),
      () => story.as(who, putWork, { params: { ...lesson, workId: newId() }, body: { typeId, basedOn: null, ...why } }),
      () => story.as(who, putLessonRecord, { params: lesson, body: { topic: 'Иначе', basedOn: 1, ...why } }),
      () => story.as(who, putHomework, { params: { ...lesson, homeworkId: newId() }, body: { text: '§ 1', minutes: null, links: [], dueDate: '2026-11-02', dueLessonId: null, studentIds: null, basedOn: null, ...why } }),
    ]
    for (const refused of refusals) await assert.rejects(refused(), { code: 'journal.period_closed' })
    const { id, value } = await standing(story, mark.pupil)
    const final = (await story.as(who, putFinals, opOf(story, mark.pupil, value === '5' ? '4' : '5', 1, id, 'надо'))).outcomes[0]!
    assert.equal('code' in final && final.code, 'journal.period_closed')
  }
}

/** One person asks, another opens one subject for two hours; the mark is corrected, and the door shuts again. */
export async function unlockOnce(story: Story, ledger: Ledger, finals: Finals): Promise<void> {
  const { schoolId, deputy, classes, period } = story
  const maths = story.teachers.maths
  const params = { schoolId, unlockId: newId() }
  story.at('2026-10-24', '11:00')
  await story.as(maths, askUnlock, { params, body: { classId: classes.a, scopeId: period.id, courseId: algebra(story).id, reason: 'Не учтена работа', until: '2026-10-24T10:00:00Z' } })
  await assert.rejects(story.as(maths, decideUnlock, { params, body: { grant: true } }), { status: 403 })
  const own = { schoolId, unlockId: newId() }
  await story.as(deputy, askUnlock, { params: own, body: { classId: classes.a, scopeId: period.id, courseId: algebra(story).id, reason: 'Сама', until: '2026-10-24T10:00:00Z' } })
  await assert.rejects(story.as(deputy, decideUnlock, { params: own, body: { grant: true } }), { code: 'journal.two_people' })
  await story.as(story.principal, decideUnlock, { params: own, body: { grant: false, answer: 'Уже просит учитель' } })
  assert.equal((await story.as(deputy, decideUnlock, { params, body: { grant: true } })).state, 'granted')
  const pupil = story.pupils.a[3]!
  const { id, value } = await standing(story, pupil)
  const better = String(Number(value) + 1) as FinalValue
  assert.equal((await story.as(maths, putFinals, opOf(story, pupil, better, 1, id, 'Не учтена работа'))).outcomes[0]!.kept, true)
  finals.set(finalKey(pupil, 'Алгебра'), better)
  const told = await story.as(pupil.parent, explainFinal, { params: { schoolId, studentId: pupil.id, courseId: algebra(story).id }, query: { kind: 'period', period: period.id } })
  assert.deepEqual(told.history.map((one) => one.unlocked), [false, true], 'the history says that a closed period was opened')
  assert.equal((await story.as(maths, endUnlock, { params })).state, 'ended')
  await nothingIsWritten(story, ledger)
}
