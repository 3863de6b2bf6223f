import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { askQuestion, closeQuestion, getQuestion, listQuestions, putMark, writeNote } from '@school/journal/contract'
import { aGuardian } from '@school/registry/testing'
import { listNotices } from '@school/notices/contract'

let s: TestSchool
const [markId, questionId] = [newId(), newId()]
before(async () => {
  s = await testSchool()
  await (await s.as(s.teacher)).call(putMark, { params: { schoolId: s.id, workId: s.work.id, markId }, body: { studentId: s.pupil.id, value: '3', basedOn: null } })
})
after(() => s.close())

const asking = (id = questionId, over = {}) => ({ params: { schoolId: s.id, studentId: s.pupil.id, questionId: id }, body: { lessonId: s.lesson.id, about: 'mark' as const, aboutId: markId as string | null, text: ' За что тройка? ', ...over } })
const one = () => ({ params: { schoolId: s.id, questionId } })
const note = (text: string, noteId = newId()) => ({ params: { schoolId: s.id, questionId, noteId }, body: { text } })

test('a parent asks about a mark, the teacher hears of it and answers, the parent hears of the answer', async () => {
  const [parent, teacher] = [await s.as(s.parent), await s.as(s.teacher)]
  const asked = await parent.call(askQuestion, asking())
  assert.deepEqual([asked.state, asked.what, asked.notes.map((one) => [one.text, one.side, one.mine]), asked.can], ['open', '3, Ответ на уроке', [['За что тройка?', 'family', true]], { write: true, close: true }])
  await parent.call(askQuestion, asking())
  await s.settle()
  const told = (await teacher.call(listNotices, { query: {} })).rows.filter((row) => row.kind === 'journal.question')
  assert.deepEqual(told.map((row) => [row.data['subject'], row.data['side'], row.link, row.data['studentId']]), [['Алгебра', 'family', `/questions?open=${questionId}`, undefined]])
  assert.deepEqual((await teacher.call(listQuestions, { params: { schoolId: s.id }, query: { view: 'open' } })).questions.map((one) => one.id), [questionId])
  const answer = note('Две ошибки в знаках.')
  const answered = await teacher.call(writeNote, answer)
  assert.deepEqual([answered.state, answered.notes.length], ['answered', 2])
  assert.equal((await teacher.call(writeNote, answer)).notes.length, 2)
  await s.settle()
  for (const who of [s.parent, s.pupil]) assert.equal((await (await s.as(who)).call(listNotices, { query: {} })).rows.filter((row) => row.kind === 'journal.question' && row.data['side'] === 'school').length, 1)
  assert.equal((await parent.call(writeNote, note('Спасибо. А исправить можно?'))).state, 'open')
  assert.equal((await teacher.call(closeQuestion, one())).state, 'closed')
  assert.deepEqual((await parent.call(listQuestions, { params: { schoolId: s.id }, query: { studentId: s.pupil.id } })).questions.map((one) => one.state), ['closed'])
  assert.deepEqual((await s.trace('journal.question.asked')).map((one) => [one.by, one.about]), [[s.parent.id, s.pupil.id]])
  assert.equal((await s.trace('journal.question.answered')).length, 1)
})

test('class teacher, deputy and principal read and do not write; the office leaves a note that it looked', async () => {
  for (const who of [s.homeroom, s.deputyHead, s.principal]) {
    const read = await (await s.as(who)).call(getQuestion, one())
    assert.deepEqual([read.notes.length, read.can], [3, { write: false, close: false }])
    assert.equal((await (await s.as(who)).call(listQuestions, { params: { schoolId: s.id }, query: {} })).questions.length, 1)
  }
  await assert.rejects((await s.as(s.homeroom)).call(writeNote, note('x')), { status: 404 })
  await assert.rejects((await s.as(s.deputyHead)).call(writeNote, note('x')), { status: 403 })
  const rows = await s.make.rows<{ reader_id: string }>('select distinct reader_id from audit.access where about_id = $1', [s.pupil.id])
  assert.deepEqual(rows.map((row) => row.reader_id).sort(), [s.deputyHead.id, s.principal.id].sort())
})

test('refusals: others find nothing, the administrator may not, what is not there is not asked about', async () => {
  for (const who of [s.otherParent, s.otherPupil, s.otherTeacher, s.stranger.parent, s.stranger.teacher]) {
    await assert.rejects((await s.as(who)).call(getQuestion, one()), { status: 404 })
    await assert.rejects((await s.as(who)).call(writeNote, note('x')), { status: 404 })
    await assert.rejects((await s.as(who)).call(closeQuestion, one()), { status: 404 })
  }
  assert.deepEqual((await (await s.as(s.otherParent)).call(listQuestions, { params: { schoolId: s.id }, query: {} })).questions, [])
  for (const route of [getQuestion, closeQuestion] as const) {
    await assert.rejects((await s.as(null)).call(route, one()), { status: 401 })
    await assert.rejects((await s.as(s.admin)).call(route, one()), { status: 403 })
  }
  await assert.rejects((await s.as(null)).call(askQuestion, asking(newId())), { status: 401 })
  await assert.rejects((await s.as(null)).call(writeNote, note('x')), { status: 401 })
  await assert.rejects((await s.as(null)).call(listQuestions, { params: { schoolId: s.id }, query: {} }), { status: 401 })
  await assert.rejects((await s.as(s.teacher)).call(askQuestion, asking(newId())), { status: 403 })
  const parent = await s.as(s.parent)
  await assert.rejects((await s.as(s.otherParent)).call(askQuestion, asking(newId())), { status: 404 })
  await assert.rejects(parent.call(askQuestion, asking(newId(), { aboutId: newId() })), { status: 404 })
  await assert.rejects(parent.call(askQuestion, asking(newId(), { about: 'absence', aboutId: null })), { status: 404 })
  await assert.rejects(parent.call(askQuestion, asking(newId(), { text: '   ' })), { status: 400, code: 'journal.question_empty' })
  await assert.rejects(parent.call(askQuestion, asking(newId(), { text: '' })), { status: 400 })
  await assert.rejects(parent.call(askQuestion, asking(questionId, { text: 'Другое' })), { status: 409, code: 'journal.id_taken' })
  assert.equal((await parent.call(askQuestion, asking(newId(), { about: 'lesson', aboutId: null }))).state, 'open')
})

test('a mark that is not shown yet is not asked about; who represents the child no longer is shut out', async () => {
  await s.make.rows('update journal.work set visible_from = $2 where id = $1', [s.work.id, new Date('2026-10-20T00:00:00Z')])
  await assert.rejects((await s.as(s.parent)).call(askQuestion, asking(newId())), { status: 404 })
  await s.make.rows('update journal.work set visible_from = null where id = $1', [s.work.id])
  const former = await aGuardian(s.make, s.pupil.id)
  assert.equal((await (await s.as(former)).call(getQuestion, one())).id, questionId)
  await s.make.rows('update registry.guardianship set valid_to = $3 where guardian_id = $1 and student_id = $2', [former.id, s.pupil.id, '2026-10-14'])
  await assert.rejects((await s.as(former)).call(getQuestion, one()), (error: { status: number }) => error.status === 404 || error.status === 403)
  await assert.rejects((await s.as(former)).call(writeNote, note('x')), (error: { status: number }) => error.status === 404 || error.status === 403)
})
