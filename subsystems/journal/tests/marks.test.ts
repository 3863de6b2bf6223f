import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { getCellHistory, getPage, putCells, putMark, type MarkValue } from '@school/journal/contract'
import { aWork } from '@school/journal/testing'
import { aLesson } from '@school/schedule/testing'
import { type Refused } from '@school/testing'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const markOf = (id: string, value: MarkValue, basedOn: number | null, more: { workId?: string; studentId?: string; reason?: string; note?: string } = {}) => ({
  params: { schoolId: s.id, workId: more.workId ?? s.work.id, markId: id },
  body: { studentId: more.studentId ?? s.pupil.id, value, basedOn, ...(more.reason === undefined ? {} : { reason: more.reason }), ...(more.note === undefined ? {} : { note: more.note }) },
})
const first = newId()

test('a mark reaches the parent and the page live, and leaves a trace with before and after', async () => {
  const [family, homeroom, office, stranger] = [await s.live(s.parent), await s.live(s.homeroom), await s.live(s.deputyHead), await s.live(s.otherParent)]
  const mark = await (await s.as(s.teacher)).call(putMark, markOf(first, '5', null))
  assert.deepEqual({ value: mark.value, revision: mark.revision, id: mark.id }, { value: '5', revision: 1, id: first })
  for (const live of [family, homeroom, office]) {
    const heard = await live.next(1000)
    assert.equal(heard.facts?.[0]?.name, 'journal.mark.put')
    assert.deepEqual(heard.facts?.[0]?.payload, { schoolId: s.id, courseId: s.course.id, lessonId: s.lesson.id, workId: s.work.id, markId: first, studentId: s.pupil.id, revision: 1 })
    live.close()
  }
  await assert.rejects(stranger.next(150), /nothing was heard/)
  stranger.close()
  await (await s.as(s.teacher)).call(putMark, markOf(first, '4', 1))
  const [put, corrected] = await s.trace('journal.mark.put')
  assert.deepEqual([put!.about, put!.by, put!.role, put!.before, (put!.after as { value: string }).value], [s.pupil.id, s.teacher.id, 'teacher', null, '5'])
  assert.deepEqual([(corrected!.before as { value: string }).value, (corrected!.after as { value: string }).value], ['5', '4'])
})

test('the same mark sent again changes nothing', async () => {
  const again = await (await s.as(s.teacher)).call(putMark, markOf(first, '4', 1))
  assert.equal(again.revision, 2)
  assert.equal((await s.trace('journal.mark.put')).length, 2)
})

test('two people writing at once: the second is told what stands', async () => {
  const teacher = await s.as(s.teacher)
  const ids = [newId(), newId()]
  const both = await Promise.allSettled(ids.map((id, i) => teacher.call(putMark, markOf(id, i === 0 ? '5' : '3', null, { studentId: s.otherPupil.id }))))
  const [kept, told] = [both.find((one) => one.status === 'fulfilled'), both.find((one) => one.status === 'rejected')]
  assert.ok(kept && told)
  const problem = told.reason as Refused
  assert.deepEqual([problem.status, problem.code], [409, 'journal.changed_meanwhile'])
  assert.equal((problem.details['now'] as { value: string }).value, kept.value.value)
  await assert.rejects(teacher.call(putMark, markOf(first, '2', 1)), (error: Refused) => error.code === 'journal.changed_meanwhile' && (error.details['now'] as { revision: number }).revision === 2)
})

test('taking back leaves the history; everyone entitled reads it', async () => {
  const cleared = await (await s.as(s.teacher)).call(putMark, markOf(first, '', 2))
  assert.deepEqual([cleared.value, cleared.revision], ['', 3])
  const at = { params: { schoolId: s.id, lessonId: s.lesson.id, studentId: s.pupil.id } }
  for (const who of [s.teacher, s.homeroom, s.parent, s.pupil, s.principal]) {
    const { marks } = await (await s.as(who)).call(getCellHistory, at)
    assert.deepEqual(marks[0]?.revisions.map((one) => one.value), ['5', '4', ''])
  }
  for (const who of [s.otherParent, s.otherTeacher, s.stranger.teacher]) await assert.rejects((await s.as(who)).call(getCellHistory, at), { status: 404 })
})

test('nobody else puts it: signed out, families, other teachers, the administrator, a foreign school', async () => {
  const put = markOf(newId(), '5', null)
  await assert.rejects((await s.as(null)).call(putMark, put), { status: 401, code: 'sign_in_first' })
  for (const who of [s.parent, s.pupil, s.admin, s.operator, s.municipalCurator]) await assert.rejects((await s.as(who)).call(putMark, put), { status: 403, code: 'not_allowed' })
  for (const who of [s.otherTeacher, s.homeroom, s.stranger.teacher, s.stranger.deputyHead]) await assert.rejects((await s.as(who)).call(putMark, put), { status: 404, code: 'not_found' })
})

test('bad input is refused by name', async () => {
  const teacher = await s.as(s.teacher)
  for (const body of [{ studentId: s.pupil.id, value: '6', basedOn: null }, { studentId: 'x', value: '5', basedOn: null }, { studentId: s.pupil.id, value: '5' }, { studentId: s.pupil.id, value: '5', basedOn: null, wieght: 1 }]) {
    assert.equal((await teacher.raw('PUT', `/api/schools/${s.id}/works/${s.work.id}/marks/${newId()}`, body)).json().code, 'bad_input')
  }
  await assert.rejects(teacher.call(putMark, markOf(newId(), 'pass', null, { studentId: s.pupil.id })), { status: 409, code: 'journal.value_not_in_scale' })
  await assert.rejects(teacher.call(putMark, markOf(newId(), '5', null, { studentId: s.teacher.id })), { status: 409, code: 'journal.not_in_class' })
  await assert.rejects(teacher.call(putMark, markOf(first, '5', null, { studentId: s.teacher.id })), { status: 409, code: 'journal.id_taken' })
})

test('after the window only the office corrects, and says why', async () => {
  const old = await aLesson(s.make, s.id, s.course.id, '2026-09-10', 4)
  const work = await aWork(s.make, s.id, old, s.workType.id, s.teacher.id)
  const put = markOf(newId(), '5', null, { workId: work.id })
  await assert.rejects((await s.as(s.teacher)).call(putMark, put), { status: 409, code: 'journal.window_over' })
  await assert.rejects((await s.as(s.deputyHead)).call(putMark, put), { status: 409, code: 'journal.reason_needed' })
  const mark = await (await s.as(s.deputyHead)).call(putMark, { ...put, body: { ...put.body, reason: 'Апелляция' } })
  assert.equal(mark.value, '5')
  const { marks } = await (await s.as(s.teacher)).call(getCellHistory, { params: { schoolId: s.id, lessonId: old.id, studentId: s.pupil.id } })
  assert.deepEqual([marks[0]?.revisions[0]?.why, marks[0]?.revisions[0]?.by?.id], ['Апелляция', s.deputyHead.id])
})

test('a substitute writes into that lesson and no other', async () => {
  const lesson = await aLesson(s.make, s.id, s.course.id, '2026-10-14', 2)
  await s.make.insert('schedule.lesson_teacher', { school_id: s.id, lesson_id: lesson.id, teacher_id: s.otherTeacher.id, date: lesson.date, substitute: true })
  const work = await aWork(s.make, s.id, lesson, s.workType.id, s.teacher.id)
  const substitute = await s.as(s.otherTeacher)
  assert.equal((await substitute.call(putMark, markOf(newId(), '4', null, { workId: work.id }))).value, '4')
  await assert.rejects(substitute.call(putMark, markOf(newId(), '4', null)), { status: 404 })
  await assert.rejects(substitute.call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: {} }), { status: 404 })
})

test('many cells: each taken or refused by itself, in order', async () => {
  const teacher = await s.as(s.teacher)
  const id = newId()
  const lesson = await aLesson(s.make, s.id, s.course.id, '2026-10-13', 5)
  const work = await aWork(s.make, s.id, lesson, s.workType.id, s.teacher.id)
  const { outcomes } = await teacher.call(putCells, { params: { schoolId: s.id, courseId: s.course.id }, body: { ops: [
    { kind: 'mark', workId: work.id, id, studentId: s.pupil.id, value: '5', basedOn: null },
    { kind: 'mark', workId: work.id, id: newId(), studentId: s.otherPupil.id, value: 'pass', basedOn: null },
    { kind: 'attendance', lessonId: lesson.id, studentId: s.otherPupil.id, code: 'absent', basedOn: null },
    { kind: 'attendance', lessonId: lesson.id, studentId: s.pupil.id, code: 'absent', absenceReason: 'illness', basedOn: null },
    { kind: 'mark', workId: work.id, id, studentId: s.pupil.id, value: '4', basedOn: 1 },
    { kind: 'mark', workId: s.stranger.work.id, id: newId(), studentId: s.pupil.id, value: '4', basedOn: null },
  ] } })
  assert.deepEqual(outcomes.map((one) => (one.kept ? 'kept' : one.code)), ['kept', 'journal.value_not_in_scale', 'kept', 'journal.reason_is_class_teachers', 'kept', 'not_found'])
  const page = await teacher.call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: {} })
  assert.equal(page.marks.find((mark) => mark.id === id)?.value, '4')
  const foreign = { params: { schoolId: s.id, courseId: s.course.id }, body: { ops: [{ kind: 'mark' as const, workId: work.id, id: newId(), studentId: s.pupil.id, value: '4' as const, basedOn: null }] } }
  await assert.rejects((await s.as(s.otherTeacher)).call(putCells, foreign), { status: 404 })
})

test('five hundred cells at once', async () => {
  const teacher = await s.as(s.teacher)
  const lesson = await aLesson(s.make, s.id, s.course.id, '2026-10-12', 5)
  const works = await Promise.all(Array.from({ length: 250 }, () => aWork(s.make, s.id, lesson, s.workType.id, s.teacher.id)))
  const ops = works.flatMap((work) => [s.pupil, s.otherPupil].map((pupil) => ({ kind: 'mark' as const, workId: work.id, id: newId(), studentId: pupil.id, value: '5' as const, basedOn: null })))
  const { outcomes } = await teacher.call(putCells, { params: { schoolId: s.id, courseId: s.course.id }, body: { ops } })
  assert.equal(outcomes.filter((one) => one.kept).length, 500)
})
