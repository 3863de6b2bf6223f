import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { getDiaryWeek, getPupilHomework, listAnswers, listWaitingAnswers, putAnswer, putHomework, reviewAnswer } from '../contract/index.ts'

let s: TestSchool
const [homeworkId, quietId, answerId] = [newId(), newId(), newId()]
const ofPupil = (studentId: string, id = homeworkId) => ({ schoolId: s.id, studentId, homeworkId: id })
const body = (text: string, basedOn: number | null = null) => ({ text, links: [], basedOn })
const give = (answers: boolean, id: string) => ({ params: { schoolId: s.id, lessonId: s.lesson.id, homeworkId: id }, body: { text: 'Сочинение', minutes: 30, links: [], dueDate: '2026-10-19', dueLessonId: null, studentIds: null, answers, basedOn: null } })

before(async () => {
  s = await testSchool()
  const teacher = await s.as(s.teacher)
  await teacher.call(putHomework, give(true, homeworkId))
  await teacher.call(putHomework, give(false, quietId))
})
after(() => s.close())

test('a pupil hands homework in, the teacher gives it back with a word, accepts the second try with a mark', async () => {
  const [pupil, teacher] = [await s.as(s.pupil), await s.as(s.teacher)]
  const seen = async () => (await pupil.call(getDiaryWeek, { params: { schoolId: s.id, studentId: s.pupil.id }, query: { week: '2026-10-12' } })).days.flatMap((day) => day.lessons).flatMap((lesson) => lesson.given).map((one) => one.answer)
  assert.deepEqual((await seen()).toSorted(), [null, 'wanted'].toSorted())
  const sent = await pupil.call(putAnswer, { params: { ...ofPupil(s.pupil.id), answerId }, body: body('Мой черновик') })
  assert.deepEqual([sent.state, sent.late, sent.revision], ['sent', false, 1])
  assert.deepEqual(await pupil.call(putAnswer, { params: { ...ofPupil(s.pupil.id), answerId }, body: body('Мой черновик') }), sent, 'sent again, nothing happens')
  const [waiting] = await teacher.call(listWaitingAnswers, { params: { schoolId: s.id } })
  assert.deepEqual([waiting?.homeworkId, waiting?.waiting], [homeworkId, 1])
  const review = { schoolId: s.id, homeworkId, answerId }
  await assert.rejects(teacher.call(reviewAnswer, { params: review, body: { verdict: 'returned', review: ' ', basedOn: 1, mark: null } }), { status: 400, code: 'journal.review_needed' })
  const returned = await teacher.call(reviewAnswer, { params: review, body: { verdict: 'returned', review: 'Допишите вывод', basedOn: 1, mark: null } })
  assert.deepEqual([returned.state, returned.review, returned.reviewedBy?.id], ['returned', 'Допишите вывод', s.teacher.id])
  assert.deepEqual(await teacher.call(listWaitingAnswers, { params: { schoolId: s.id } }), [])
  await assert.rejects(pupil.call(putAnswer, { params: { ...ofPupil(s.pupil.id), answerId }, body: body('С выводом', 1) }), { status: 409, code: 'journal.changed_meanwhile' })
  await pupil.call(putAnswer, { params: { ...ofPupil(s.pupil.id), answerId }, body: body('С выводом', 2) })
  const { works, rows, can } = await teacher.call(listAnswers, { params: { schoolId: s.id, homeworkId } })
  assert.deepEqual([rows.length, rows.filter((one) => one.answer).length, works.map((one) => one.id), can.review], [2, 1, [s.work.id], true])
  const mark = { id: newId(), workId: s.work.id, value: '5' as const, basedOn: null }
  const accepted = await teacher.call(reviewAnswer, { params: review, body: { verdict: 'accepted', review: '', basedOn: 3, mark } })
  assert.deepEqual(await teacher.call(reviewAnswer, { params: review, body: { verdict: 'accepted', review: '', basedOn: 3, mark } }), accepted, 'sent again, nothing happens')
  assert.deepEqual([accepted.state, accepted.mark?.value], ['accepted', '5'])
  await assert.rejects(pupil.call(putAnswer, { params: { ...ofPupil(s.pupil.id), answerId }, body: body('Ещё', 4) }), { status: 409, code: 'journal.answer_accepted' })
  const page = await pupil.call(getPupilHomework, { params: ofPupil(s.pupil.id) })
  assert.deepEqual([page.steps.map((one) => [one.state, one.text]), page.answer?.mark?.value, page.can.answer], [[['accepted', 'С выводом'], ['sent', 'С выводом'], ['returned', 'Мой черновик'], ['sent', 'Мой черновик']], '5', false])
  assert.deepEqual((await seen()).toSorted(), ['accepted', null].toSorted())
  assert.deepEqual([(await s.trace('journal.answer.put')).length, (await s.trace('journal.answer.review')).length, (await s.trace('journal.mark.put')).length], [2, 2, 1])
  await s.settle()
  const told = await s.make.rows<{ person_id: string; kind: string }>("select person_id, kind from notices.notice where kind in ('journal.answer', 'journal.review') order by kind, created_at")
  assert.deepEqual(told.map((one) => [one.kind, one.person_id === s.teacher.id]).filter(([kind]) => kind === 'journal.answer'), [['journal.answer', true]], 'the teacher hears of one homework once a day')
  assert.deepEqual(new Set(told.filter((one) => one.kind === 'journal.review').map((one) => one.person_id)), new Set([s.pupil.id, s.parent.id]))
})

test('a mark that may not be put leaves the review unwritten', async () => {
  const [pupil, teacher] = [await s.as(s.otherPupil), await s.as(s.teacher)]
  const id = newId()
  await (await s.as(s.otherParent)).call(putAnswer, { params: { ...ofPupil(s.otherPupil.id), answerId: id }, body: body('Сдала мама') })
  await assert.rejects(teacher.call(reviewAnswer, { params: { schoolId: s.id, homeworkId, answerId: id }, body: { verdict: 'accepted', review: '', basedOn: 1, mark: { id: newId(), workId: s.work.id, value: 'pass', basedOn: null } } }), { status: 409, code: 'journal.value_not_in_scale' })
  assert.equal((await pupil.call(getPupilHomework, { params: ofPupil(s.otherPupil.id) })).answer?.state, 'sent')
})

test('after the day it is late; where nobody asked, and without a word, nothing is taken', async () => {
  const parent = await s.as(s.parent)
  await assert.rejects(parent.call(putAnswer, { params: { ...ofPupil(s.pupil.id, quietId), answerId: newId() }, body: body('Зачем-то') }), { status: 409, code: 'journal.answer_not_wanted' })
  await assert.rejects((await s.as(s.otherPupil)).call(putAnswer, { params: { ...ofPupil(s.otherPupil.id), answerId: newId() }, body: body('  ', 1) }), { status: 400, code: 'journal.answer_empty' })
})

test('a foreign family, a foreign teacher and the signed out see nothing and write nothing', async () => {
  const params = { ...ofPupil(s.pupil.id), answerId: newId() }
  for (const who of [s.otherPupil, s.otherParent, s.stranger.pupil, s.stranger.parent]) {
    await assert.rejects((await s.as(who)).call(putAnswer, { params, body: body('Чужое', 4) }), { status: 404 })
    await assert.rejects((await s.as(who)).call(getPupilHomework, { params: ofPupil(s.pupil.id) }), { status: 404 })
  }
  for (const who of [s.otherTeacher, s.stranger.teacher]) await assert.rejects((await s.as(who)).call(listAnswers, { params: { schoolId: s.id, homeworkId } }), { status: 404 })
  for (const who of [s.homeroom, s.admin]) await assert.rejects((await s.as(who)).call(reviewAnswer, { params: { schoolId: s.id, homeworkId, answerId }, body: { verdict: 'accepted', review: '', basedOn: 4, mark: null } }), (problem: { status: number }) => problem.status === 404 || problem.status === 403)
  await assert.rejects((await s.as(s.teacher)).call(putAnswer, { params, body: body('Сам', null) }), { status: 403 })
  await assert.rejects((await s.as(null)).call(listAnswers, { params: { schoolId: s.id, homeworkId } }), { status: 401 })
})
