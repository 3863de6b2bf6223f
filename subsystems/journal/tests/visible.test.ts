import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testNow, testSchool, type TestSchool } from '@school/app-server/testing'
import { listLooks } from '@school/history/contract'
import {
  explainAverage, explainFinal, getCellHistory, getDiaryWeek, getPage, getStudentFinals, getStudentToday, getSubjectPage, getSubjects, listOwed, putMark, putWork, type MarkValue,
} from '@school/journal/contract'
import { aLesson } from '@school/schedule/testing'
import fc from 'fast-check'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const minutes = (n: number) => new Date(testNow.getTime() + n * 60_000)
const workAt = async (visibleFrom: Date | null | undefined, basedOn: number | null = null, workId = newId(), lesson: { id: string } = s.lesson) =>
  (await s.as(s.teacher)).call(putWork, { params: { schoolId: s.id, lessonId: lesson.id, workId }, body: { typeId: s.workType.id, basedOn, ...(visibleFrom === undefined ? {} : { visibleFrom: visibleFrom && visibleFrom.toISOString() }) } })
const mark = async (workId: string, value: MarkValue, markId = newId(), basedOn: number | null = null) => (await s.as(s.teacher)).call(putMark, { params: { schoolId: s.id, workId, markId }, body: { studentId: s.pupil.id, value, basedOn } })

/** Everything a family sees of a pupil's marks. */
async function familySees(who: { id: string }) {
  const [family, of] = [await s.as(who), { schoolId: s.id, studentId: s.pupil.id }]
  const course = { ...of, courseId: s.course.id }
  const { periods } = await family.call(getSubjects, { params: of, query: {} })
  const period = periods.find((one) => one.starts <= '2026-10-15' && one.ends >= '2026-10-15')!.id
  const looks = await family.call(listLooks, { params: of, query: {} })
  return {
    week: await family.call(getDiaryWeek, { params: of, query: { week: '2026-10-12' } }), today: await family.call(getStudentToday, { params: of, query: {} }), subjects: await family.call(getSubjects, { params: of, query: {} }),
    page: await family.call(getSubjectPage, { params: course, query: {} }), average: await family.call(explainAverage, { params: course, query: {} }), history: await family.call(getCellHistory, { params: { ...of, lessonId: s.lesson.id } }),
    finals: await family.call(getStudentFinals, { params: of }), final: await family.call(explainFinal, { params: course, query: { kind: 'period', period } }), owed: await family.call(listOwed, { params: { schoolId: s.id }, query: {} }),
    looks: looks.rows.filter((row) => row.kind === 'changed').map(({ what, was, became }) => [what, was, became]),
  }
}

test('until its hour no reply, live event or notice tells of a mark; then a task tells the family once', async () => {
  const work = await workAt(minutes(10))
  assert.equal(work.visibleFrom, minutes(10).toISOString())
  const [family, page] = [await s.live(s.parent), await s.live(s.homeroom)]
  const put = await mark(work.id, '2')
  assert.equal((await page.next(1000)).facts?.[0]?.name, 'journal.mark.put')
  await assert.rejects(family.next(150), /nothing was heard/)
  await s.settle()
  const told = () => s.make.rows<{ person_id: string }>(`select person_id from notices.notice where kind = 'journal.mark' and about like $1`, [`${put.id}:%`])
  assert.deepEqual(await told(), [])
  assert.deepEqual((await familySees(s.parent)).average.counted, [])
  assert.equal((await (await s.as(s.teacher)).call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: {} })).marks.length, 1, 'the teacher sees it')
  const later = await s.live(s.parent)
  s.setNow(minutes(10))
  await s.settle()
  assert.equal((await later.next(2000)).facts?.[0]?.name, 'journal.mark.shown')
  await s.settle()
  assert.deepEqual((await told()).map((one) => one.person_id).sort(), [s.parent.id, s.pupil.id].sort())
  assert.deepEqual((await familySees(s.pupil)).average.counted.map((one) => one.value), ['2'])
  for (const one of [family, page, later]) one.close()
  s.setNow(testNow)
})

test('what holds marks is shown sooner, never later', async () => {
  const work = await workAt(minutes(15))
  const put = await mark(work.id, '4')
  await assert.rejects(workAt(minutes(18), 1, work.id), { code: 'journal.work_has_marks' })
  assert.equal((await workAt(null, 1, work.id)).visibleFrom, null)
  await s.settle()
  assert.ok((await familySees(s.parent)).today.newMarks.some((one) => one.id === put.id))
  await assert.rejects(workAt(minutes(18), 2, work.id), { code: 'journal.work_has_marks' })
})

test('the rule of the day shows control works from its hour', async () => {
  await s.make.rows(`update journal.marking_rule set controls_visible_at = '17:00' where school_id = $1`, [s.id])
  await s.make.rows('update journal.work_type set is_control = true where school_id = $1', [s.id])
  assert.equal((await workAt(undefined)).visibleFrom, '2026-10-15T14:00:00.000Z')
  assert.equal((await workAt(null)).visibleFrom, null, 'a teacher may say otherwise')
  const old = await aLesson(s.make, s.id, s.course.id, '2026-10-14', 6)
  assert.equal((await workAt(undefined, null, newId(), old)).visibleFrom, null, 'an hour that is over')
  await s.make.rows('update journal.marking_rule set controls_visible_at = null where school_id = $1', [s.id])
  assert.equal((await (await s.as(s.teacher)).raw('PUT', `/api/schools/${s.id}/lessons/${s.lesson.id}/works/${newId()}`, { typeId: s.workType.id, basedOn: null, visibleFrom: 'soon' })).json().code, 'bad_input')
})

test('at any moment the family sees what it would see without the marks that are not shown yet', async () => {
  const seeds = fc.sample(fc.record({ at: fc.integer({ min: -5, max: 18 }), value: fc.constantFrom<MarkValue>('5', '4', '3', '2', 'debt') }), { numRuns: 14, seed: 7 })
  for (const { at, value } of seeds) await mark((await workAt(at <= 0 ? null : minutes(at))).id, value)
  for (const now of [18, 13, 9, 4, 1]) {
    s.setNow(minutes(now))
    for (const who of [s.parent, s.pupil]) {
      const seen = await familySees(who)
      await s.make.rows(`create temp table kept_away as select m.* from journal.mark m join journal.work w on w.school_id = m.school_id and w.id = m.work_id where w.visible_from > $1`, [minutes(now)])
      await s.make.rows('delete from journal.mark m using kept_away k where m.school_id = k.school_id and m.id = k.id', [])
      const without = await familySees(who)
      await s.make.rows('insert into journal.mark select * from kept_away', [])
      await s.make.rows('drop table kept_away', [])
      assert.deepEqual(seen, without, `${now} minutes later`)
    }
  }
  s.setNow(testNow)
})
