import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { explainAverage, getClassDesk, getClassFinals, getClosingBoard, getCourseFinals, getSchoolDesk, getStudentFinals, getDiaryWeek, getPage, getMissing, getStudentToday, getSubjects, getTeacherDay, putMark, type MarkValue } from '@school/journal/contract'
import { getMe } from '@school/identity/contract'
import { Read } from '@school/server'
import { aLesson } from '@school/schedule/testing'
import { aWork } from '@school/journal/testing'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const plain = Read.prototype.rows
/** How many statements an act runs, those of the session and of rights in the kit's own queries aside. */
async function statementsOf(run: () => Promise<unknown>): Promise<number> {
  let n = 0
  Read.prototype.rows = function <T>(this: Read, text: string, values: readonly unknown[]): Promise<T[]> {
    if (!/\bidentity\.session\b/.test(text)) n++
    return plain.call(this, text, values) as Promise<T[]>
  }
  try {
    await run()
  } finally {
    Read.prototype.rows = plain
  }
  return n
}

test('a page, a week and a home cost at most four statements, a mark one, its correction three', async () => {
  const [teacher, parent] = [await s.as(s.teacher), await s.as(s.parent)]
  const own = { schoolId: s.id, studentId: s.pupil.id }
  assert.ok((await statementsOf(() => teacher.call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: {} }))) <= 4)
  assert.ok((await statementsOf(() => parent.call(getDiaryWeek, { params: own, query: {} }))) <= 4)
  assert.ok((await statementsOf(() => parent.call(getMissing, { params: own }))) <= 3)
  assert.ok((await statementsOf(() => parent.call(getStudentToday, { params: own, query: {} }))) <= 4)
  assert.ok((await statementsOf(() => parent.call(getMe, {}))) <= 4)
  assert.ok((await statementsOf(() => parent.call(getSubjects, { params: own, query: {} }))) <= 3)
  assert.ok((await statementsOf(() => teacher.call(getTeacherDay, { params: { schoolId: s.id }, query: {} }))) <= 2)
  const put = (markId: string, value: MarkValue, basedOn: number | null) => () => teacher.call(putMark, { params: { schoolId: s.id, workId: s.work.id, markId }, body: { studentId: s.pupil.id, value, basedOn } })
  const id = newId()
  assert.equal(await statementsOf(put(id, '5', null)), 1)
  assert.equal(await statementsOf(put(id, '4', 1)), 3) // whether it may be put, the mark, its traces
})

test('final marks of a page, a class and a pupil, the closing board and the desks cost at most four statements', async () => {
  const [teacher, deputy, parent] = [await s.as(s.teacher), await s.as(s.deputyHead), await s.as(s.parent)]
  const of = { schoolId: s.id, classId: s.classUnit.id }
  for (const run of [
    () => teacher.call(getCourseFinals, { params: { schoolId: s.id, courseId: s.course.id } }), () => deputy.call(getClassFinals, { params: of, query: {} }), () => parent.call(getStudentFinals, { params: { schoolId: s.id, studentId: s.pupil.id } }),
    () => deputy.call(getClosingBoard, { params: { schoolId: s.id }, query: {} }), () => deputy.call(getClassDesk, { params: of }), () => deputy.call(getSchoolDesk, { params: { schoolId: s.id } }),
  ]) assert.ok((await statementsOf(run)) <= 4)
})

test('the page, the subjects and the explanation agree on every average', async () => {
  const [teacher, parent] = [await s.as(s.teacher), await s.as(s.parent)]
  const values = ['3', '5', '4', '2', '5', '4', 'debt'] as const
  for (const [i, value] of values.entries()) {
    const lesson = await aLesson(s.make, s.id, s.course.id, `2026-10-${String(9 + (i % 6)).padStart(2, '0')}`, i + 1)
    const work = await aWork(s.make, s.id, lesson, s.workType.id, s.teacher.id, i % 5)
    await teacher.call(putMark, { params: { schoolId: s.id, workId: work.id, markId: newId() }, body: { studentId: s.pupil.id, value, basedOn: null } })
  }
  const own = { schoolId: s.id, studentId: s.pupil.id }
  const explained = await parent.call(explainAverage, { params: { ...own, courseId: s.course.id }, query: {} })
  const page = (await teacher.call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: {} })).summaries.find((one) => one.studentId === s.pupil.id)
  const subject = (await parent.call(getSubjects, { params: own, query: {} })).subjects[0]?.summary
  assert.deepEqual(subject, page)
  assert.deepEqual([explained.sum, explained.weights, explained.average, explained.proposed, explained.enough], [page?.sum, page?.weights, page?.average, page?.proposed, page?.enough])
  assert.equal(explained.counted.reduce((sum, one) => sum + one.product, 0), explained.sum)
  assert.deepEqual(explained.excluded.map((one) => one.why).sort(), ['debt', 'weightZero', 'weightZero'])
})
