import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { explainAverage, getDiaryWeek, getPage, putCells, putMark, putWork, type MarkValue } from '@school/journal/contract'
import { aWorkType } from '@school/journal/testing'

let s: TestSchool
let hundred: { id: string }
let byCriteria: { id: string }
const criteria = [{ name: 'Содержание', max: 4 }, { name: 'Грамотность', max: 6 }]
before(async () => {
  s = await testSchool()
  ;[hundred, byCriteria] = [await aWorkType(s.make, s.id, { scale: 'hundred', weight: 2 }), await aWorkType(s.make, s.id, { scale: 'criteria', weight: 3 })]
})
after(() => s.close())

const work = async (typeId: string, more: { criteria?: typeof criteria; basedOn?: number; id?: string } = {}) =>
  (await s.as(s.teacher)).call(putWork, { params: { schoolId: s.id, lessonId: s.lesson.id, workId: more.id ?? newId() }, body: { typeId, basedOn: more.basedOn ?? null, ...(more.criteria ? { criteria: more.criteria } : {}) } })
const put = (workId: string, value: MarkValue, more: { points?: number; criteria?: number[]; id?: string; basedOn?: number; note?: string } = {}) => {
  const { id = newId(), basedOn = null, ...rest } = more
  return { params: { schoolId: s.id, workId, markId: id }, body: { studentId: s.pupil.id, value, basedOn, ...rest } }
}

test('points of a hundred make the mark by the rule; page, diary and average know both', async () => {
  const teacher = await s.as(s.teacher)
  const { id } = await work(hundred.id)
  const mark = await teacher.call(putMark, put(id, '2', { points: 87 }))
  assert.deepEqual([mark.value, mark.points, mark.criteria], ['5', 87, null])
  const page = await teacher.call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: {} })
  assert.deepEqual([page.marks.find((one) => one.id === mark.id)?.points, page.rule?.hundredScale[0]], [87, { from: 85, mark: '5' }])
  const noted = await teacher.call(putMark, put(id, '5', { id: mark.id, basedOn: 1, note: 'хорошо' }))
  assert.deepEqual([noted.points, noted.note], [87, 'хорошо'])
  const worse = await teacher.call(putMark, put(id, '5', { id: mark.id, basedOn: 2, points: 50 }))
  assert.deepEqual([worse.value, worse.points], ['3', 50])
  const seen = (await (await s.as(s.parent)).call(getDiaryWeek, { params: { schoolId: s.id, studentId: s.pupil.id }, query: { week: '2026-10-12' } })).days[3]!.lessons[0]!.marks.find((one) => one.id === mark.id)!
  assert.deepEqual([seen.value, seen.points, seen.outOf, seen.criteria], ['3', 50, 100, []])
  const average = await (await s.as(s.parent)).call(explainAverage, { params: { schoolId: s.id, studentId: s.pupil.id, courseId: s.course.id }, query: {} })
  assert.equal(average.counted.find((one) => one.workId === id)?.product, 6)
})

test('criteria are added up and mapped; the family reads each', async () => {
  const teacher = await s.as(s.teacher)
  const { id, criteria: kept } = await work(byCriteria.id, { criteria })
  assert.deepEqual(kept, criteria)
  const { outcomes: [one] } = await teacher.call(putCells, { params: { schoolId: s.id, courseId: s.course.id }, body: { ops: [{ kind: 'mark', workId: id, id: newId(), studentId: s.pupil.id, value: '5', criteria: [3, 4], basedOn: null }] } })
  assert.ok(one?.kept && one.kind === 'mark')
  assert.deepEqual([one.now.value, one.now.points, one.now.criteria], ['4', 7, [3, 4]])
  const seen = (await (await s.as(s.parent)).call(getDiaryWeek, { params: { schoolId: s.id, studentId: s.pupil.id }, query: { week: '2026-10-12' } })).days[3]!.lessons[0]!.marks.find((mark) => mark.id === one.now.id)!
  assert.deepEqual([seen.points, seen.outOf, seen.criteria], [7, 10, [{ name: 'Содержание', max: 4, points: 3 }, { name: 'Грамотность', max: 6, points: 4 }]])
  await assert.rejects(work(byCriteria.id, { id, basedOn: 1, criteria: criteria.slice(0, 1) }), { code: 'journal.work_has_marks' })
})

test('what does not fit is refused by name', async () => {
  const teacher = await s.as(s.teacher)
  const [points, judged, bare] = [await work(hundred.id), await work(byCriteria.id, { criteria }), await work(byCriteria.id)]
  const refused = (input: ReturnType<typeof put>, code: string) => assert.rejects(teacher.call(putMark, input), { status: 409, code })
  await refused(put(points.id, '5'), 'journal.points_needed')
  await refused(put(points.id, '5', { points: 101 }), 'journal.points_wrong')
  await refused(put(points.id, '5', { criteria: [1] }), 'journal.points_wrong')
  await refused(put(judged.id, '5', { criteria: [5, 1] }), 'journal.points_wrong')
  await refused(put(judged.id, '5', { criteria: [1] }), 'journal.points_wrong')
  await refused(put(bare.id, '5', { criteria: [1] }), 'journal.points_wrong')
  await refused(put(s.work.id, '5', { points: 80 }), 'journal.points_wrong')
  assert.equal((await teacher.raw('PUT', `/api/schools/${s.id}/works/${points.id}/marks/${newId()}`, { ...put(points.id, '5').body, points: 1.5 })).json().code, 'bad_input')
  assert.equal((await teacher.call(putMark, put(points.id, 'debt'))).points, null)
  for (const [who, status] of [[null, 401], [s.parent, 403], [s.otherTeacher, 404]] as const) await assert.rejects((await s.as(who)).call(putMark, put(judged.id, '5', { criteria: [1, 1] })), { status })
})

test('a grade without marks gets none of any scale', async () => {
  const { id } = await work(hundred.id)
  await s.make.rows('update registry.class_unit set grade_level = 1 where school_id = $1 and id = $2', [s.id, s.classUnit.id])
  await assert.rejects((await s.as(s.teacher)).call(putMark, put(id, '5', { points: 90 })), { status: 409, code: 'journal.no_marks_in_grade' })
})
