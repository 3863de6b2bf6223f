import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { explainAverage, getCellHistory, getDiaryWeek, getPage, getStudentToday, listOwed, putMark, type MarkValue, type RetakeValue } from '@school/journal/contract'
import { aWork } from '@school/journal/testing'
import { aLesson } from '@school/schedule/testing'

let s: TestSchool
let work: { id: string }
let control: { id: string }
const [mark, owed] = [newId(), newId()]
before(async () => {
  s = await testSchool()
  const lesson = await aLesson(s.make, s.id, s.course.id, '2026-10-13', 4)
  work = await aWork(s.make, s.id, lesson, s.workType.id, s.teacher.id, 3)
  control = await aWork(s.make, s.id, lesson, s.workType.id, s.teacher.id, 2)
})
after(() => s.close())

const put = (id: string, workId: string, value: MarkValue, basedOn: number | null, more: { retake?: RetakeValue | null; retakeOn?: string; reason?: string } = {}) =>
  ({ params: { schoolId: s.id, workId, markId: id }, body: { studentId: s.pupil.id, value, basedOn, ...more } })
const average = async () => (await s.as(s.parent)).call(explainAverage, { params: { schoolId: s.id, studentId: s.pupil.id, courseId: s.course.id }, query: {} })

test('a second try stands beside the first, for the page, the family and the history', async () => {
  const teacher = await s.as(s.teacher)
  await teacher.call(putMark, put(mark, work.id, '2', null))
  const again = await teacher.call(putMark, put(mark, work.id, '2', 1, { retake: '5' }))
  assert.deepEqual([again.value, again.retake, again.retakeOn, again.revision], ['2', '5', '2026-10-15', 2])
  const page = await teacher.call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: {} })
  assert.equal(page.marks.find((one) => one.id === mark)?.retake, '5')
  const week = await (await s.as(s.parent)).call(getDiaryWeek, { params: { schoolId: s.id, studentId: s.pupil.id }, query: { week: '2026-10-12' } })
  assert.deepEqual(week.days[1]!.lessons[0]!.marks.map((one) => [one.value, one.retake, one.retakeOn]), [['2', '5', '2026-10-15']])
  const history = await teacher.call(getCellHistory, { params: { schoolId: s.id, lessonId: again.lessonId, studentId: s.pupil.id } })
  assert.deepEqual(history.marks[0]!.revisions.map((one) => [one.value, one.retake]), [['2', null], ['2', '5']])
  assert.deepEqual((await s.trace('journal.mark.put')).at(-1)?.after, { markId: mark, workId: work.id, value: '2', note: '', retake: '5', retakeOn: '2026-10-15', revision: 2 })
})

test('the same again changes nothing; a correction of the first keeps the second', async () => {
  const teacher = await s.as(s.teacher)
  assert.equal((await teacher.call(putMark, put(mark, work.id, '2', 2, { retake: '5' }))).revision, 2)
  const corrected = await teacher.call(putMark, put(mark, work.id, '3', 2))
  assert.deepEqual([corrected.value, corrected.retake], ['3', '5'])
})

test('which counts is the rule of its day, and the explanation names it', async () => {
  const last = await average()
  assert.deepEqual([last.retakeCounts, last.average, last.counted.map((one) => [one.value, one.retake, one.weight, one.product])], ['last', '5.00', [['3', '5', 3, 15]]])
  for (const [counts, result] of [['best', '5.00'], ['both', '4.00'], ['average', '4.00']] as const) {
    await s.make.rows('update journal.marking_rule set retake_counts = $2 where school_id = $1', [s.id, counts])
    const now = await average()
    assert.deepEqual([now.retakeCounts, now.average], [counts, result])
    if (counts === 'average') assert.deepEqual([now.sum, now.weights, now.counted[0]?.product, now.counted[0]?.weight], [24, 6, 24, 6])
  }
})

test('a debt with a second try is owed no longer', async () => {
  const [teacher, parent] = [await s.as(s.teacher), await s.as(s.parent)]
  await teacher.call(putMark, put(owed, control.id, 'debt', null))
  const of = { params: { schoolId: s.id, studentId: s.pupil.id }, query: {} }
  assert.equal((await parent.call(getStudentToday, of)).debts.length, 1)
  assert.equal((await teacher.call(listOwed, { params: { schoolId: s.id }, query: {} })).owed.length, 1)
  const settled = await teacher.call(putMark, put(owed, control.id, 'debt', 1, { retake: '4' }))
  assert.deepEqual([settled.value, settled.retake, settled.debtDue], ['debt', '4', '2026-10-22'])
  assert.deepEqual([(await parent.call(getStudentToday, of)).debts, (await teacher.call(listOwed, { params: { schoolId: s.id }, query: {} })).owed], [[], []])
  const { counted, excluded } = await average()
  assert.deepEqual([counted.find((one) => one.workId === control.id)?.product, excluded], [16, []])
})

test('what a second try may not be', async () => {
  const teacher = await s.as(s.teacher)
  const refused = (input: ReturnType<typeof put>, code: string) => assert.rejects(teacher.call(putMark, input), { status: 409, code })
  await refused(put(mark, work.id, '', 3, { retake: '5' }), 'journal.retake_of_nothing')
  await refused(put(mark, work.id, '3', 3, { retake: 'pass' }), 'journal.value_not_in_scale')
  await refused(put(mark, work.id, '3', 3, { retake: '4', retakeOn: '2026-10-12' }), 'journal.retake_day_wrong')
  await refused(put(mark, work.id, '3', 3, { retake: '4', retakeOn: '2026-10-16' }), 'journal.retake_day_wrong')
  await refused(put(mark, work.id, '3', 1, { retake: '4' }), 'journal.changed_meanwhile')
  assert.equal((await teacher.raw('PUT', `/api/schools/${s.id}/works/${work.id}/marks/${mark}`, { ...put(mark, work.id, '3', 3).body, retake: 'debt' })).json().code, 'bad_input')
  for (const who of [s.parent, s.pupil, s.admin]) await assert.rejects((await s.as(who)).call(putMark, put(mark, work.id, '3', 3, { retake: '4' })), { status: 403 })
  await assert.rejects((await s.as(s.otherTeacher)).call(putMark, put(mark, work.id, '3', 3, { retake: '4' })), { status: 404 })
  await assert.rejects((await s.as(null)).call(putMark, put(mark, work.id, '3', 3, { retake: '4' })), { status: 401 })
  const old = await aLesson(s.make, s.id, s.course.id, '2026-09-20', 4)
  const oldWork = await aWork(s.make, s.id, old, s.workType.id, s.teacher.id)
  const id = newId()
  await (await s.as(s.deputyHead)).call(putMark, put(id, oldWork.id, '2', null, { reason: 'перенос' }))
  await refused(put(id, oldWork.id, '2', 1, { retake: '4' }), 'journal.retake_late')
  assert.equal((await (await s.as(s.deputyHead)).call(putMark, put(id, oldWork.id, '2', 1, { retake: '4', reason: 'болел' }))).retake, '4')
})

test('a second try is taken back, and with the mark', async () => {
  const teacher = await s.as(s.teacher)
  assert.equal((await teacher.call(putMark, put(mark, work.id, '3', 3, { retake: null }))).retake, null)
  await teacher.call(putMark, put(mark, work.id, '3', 4, { retake: '4' }))
  const gone = await teacher.call(putMark, put(mark, work.id, '', 5))
  assert.deepEqual([gone.value, gone.retake], ['', null])
})
