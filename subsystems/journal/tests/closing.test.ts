import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { askUnlock, decideUnlock, endUnlock, getClassDesk, getClosingBoard, getClosingChecklist, getSchoolDesk, listOwed, listUnlocks, putAttendance, putClosing, putFinals, putHomework, putLessonRecord, putMark, putWork } from '@school/journal/contract'
import { subsystem } from '@school/journal/server'
import { aWork } from '@school/journal/testing'
import { aPupil } from '@school/registry/testing'
import { aLesson } from '@school/schedule/testing'
import { writing } from '@school/server'

let s: TestSchool
let quarter: string
const unlockId = newId()
const markId = newId()
before(async () => {
  s = await testSchool()
  quarter = (await s.make.rows<{ id: string }>('select id from schedule.period where school_id = $1 and ordinal = 1', [s.id]))[0]!.id
})
after(() => s.close())

const scope = () => ({ schoolId: s.id, scopeId: quarter })
const close = (state: 'OPEN' | 'FINALIZING' | 'CLOSED', basedOn: number | null, reason?: string) => ({ params: scope(), body: { classes: [{ classId: s.classUnit.id, basedOn }], state, due: state === 'FINALIZING' ? '2026-10-24' : null, ...(reason ? { reason } : {}) } })
const mark = (value: '4' | '5', basedOn: number | null, studentId = s.pupil.id, id = markId) => ({ params: { schoolId: s.id, workId: s.work.id, markId: id }, body: { studentId, value, basedOn } })
const ask = (until = '2026-10-15T09:00:00Z', id = unlockId) => ({ params: { schoolId: s.id, unlockId: id }, body: { classId: s.classUnit.id, scopeId: quarter, courseId: s.course.id, reason: 'работа не была внесена', until } })
const final = async () => (await (await s.as(s.teacher)).call(putFinals, { params: { schoolId: s.id, courseId: s.course.id }, body: { ops: [{ id: newId(), studentId: s.pupil.id, kind: 'period', periodId: quarter, value: '5', basedOn: null, reason: 'x' }] } })).outcomes[0]!

test('the deputy head sees what is missing, begins the closing and closes; nobody else does', async () => {
  await (await s.as(s.teacher)).call(putMark, mark('4', null))
  const deputy = await s.as(s.deputyHead)
  const board = await deputy.call(getClosingBoard, { params: { schoolId: s.id }, query: { scope: quarter } })
  const row = board.classes.find((one) => one.classId === s.classUnit.id)
  assert.deepEqual([row?.state, row?.places, row?.lack.withoutMark, board.can.close], ['OPEN', 2, 2, true])
  const list = await (await s.as(s.homeroom)).call(getClosingChecklist, { params: { schoolId: s.id, classId: s.classUnit.id, scopeId: quarter } })
  assert.deepEqual(list.withoutMark.map((one) => [one.courseId, one.students.length]), [[s.course.id, 2]])
  for (const who of [s.teacher, s.homeroom, s.parent, s.admin]) await assert.rejects((await s.as(who)).call(putClosing, close('CLOSED', null)), { status: 403 })
  await assert.rejects((await s.as(s.stranger.deputyHead)).call(putClosing, close('CLOSED', null)), { status: 404 })
  await assert.rejects((await s.as(null)).call(putClosing, close('CLOSED', null)), { status: 401 })
  assert.deepEqual((await deputy.call(putClosing, close('FINALIZING', null))).outcomes.map((one) => [one.kept, one.state, one.revision]), [[true, 'FINALIZING', 1]])
  await assert.rejects(deputy.call(putClosing, close('CLOSED', 1)), { code: 'journal.reason_needed' }) // the quarter goes on
  assert.equal((await deputy.call(putClosing, close('CLOSED', null, 'досрочно'))).outcomes[0]?.code, 'journal.changed_meanwhile')
  assert.equal((await deputy.call(putClosing, close('CLOSED', 1, 'досрочно'))).outcomes[0]?.kept, true)
  assert.equal((await deputy.call(putClosing, close('OPEN', 2, 'ошибка'))).outcomes[0]?.code, 'journal.period_closed')
  const later = (await s.make.rows<{ id: string }>('select id from schedule.period where school_id = $1 and ordinal = 3', [s.id]))[0]!.id
  await assert.rejects(deputy.call(putClosing, { ...close('CLOSED', null, 'x'), params: { schoolId: s.id, scopeId: later } }), { code: 'journal.period_ahead' })
  assert.deepEqual((await s.trace('journal.closing.put')).map((one) => (one.after as { state: string }).state), ['FINALIZING', 'CLOSED'])
})

test('in a closed period nothing is written: marks, attendance, works, topics, homework, final marks, by nobody', async () => {
  const lesson = { schoolId: s.id, lessonId: s.lesson.id }
  for (const [who, reason] of [[s.teacher, undefined], [s.deputyHead, 'надо']] as const) {
    const caller = await s.as(who)
    const why = reason ? { reason } : {}
    const refusals = [
      () => caller.call(putMark, { ...mark('5', 1), body: { ...mark('5', 1).body, ...why } }),
      () => caller.call(putAttendance, { params: { ...lesson, studentId: s.pupil.id }, body: { code: 'absent', basedOn: null, ...why } }),
      () => caller.call(putWork, { params: { ...lesson, workId: newId() }, body: { typeId: s.workType.id, basedOn: null, ...why } }),
      () => caller.call(putLessonRecord, { params: lesson, body: { topic: 'Тема', basedOn: null, ...why } }),
      () => caller.call(putHomework, { params: { ...lesson, homeworkId: newId() }, body: { text: '№ 7', minutes: null, links: [], dueDate: '2026-10-16', dueLessonId: null, studentIds: null, basedOn: null, ...why } }),
    ]
    for (const refusal of refusals) await assert.rejects(refusal(), { status: 409, code: 'journal.period_closed' })
  }
  const outcome = await final()
  assert.equal('code' in outcome && outcome.code, 'journal.period_closed')
})

test('one person asks for an unlock and another grants it; it opens one subject until its time', async () => {
  const [teacher, deputy] = [await s.as(s.teacher), await s.as(s.deputyHead)]
  await assert.rejects(teacher.call(askUnlock, ask('2027-10-17T20:00:00Z')), { code: 'journal.until_wrong' })
  for (const who of [s.otherTeacher, s.homeroom, s.stranger.deputyHead]) await assert.rejects((await s.as(who)).call(askUnlock, ask()), { status: 404 })
  assert.equal((await teacher.call(askUnlock, ask())).state, 'asked')
  assert.equal((await teacher.call(askUnlock, ask())).state, 'asked') // a retry is harmless
  await assert.rejects(teacher.call(decideUnlock, { params: { schoolId: s.id, unlockId }, body: { grant: true } }), { status: 403 })
  const own = newId()
  await deputy.call(askUnlock, ask('2026-10-15T09:00:00Z', own))
  await assert.rejects(deputy.call(decideUnlock, { params: { schoolId: s.id, unlockId: own }, body: { grant: true } }), { code: 'journal.two_people' })
  await assert.rejects((await s.as(s.stranger.deputyHead)).call(decideUnlock, { params: { schoolId: s.stranger.id, unlockId }, body: { grant: true } }), { status: 404 })
  assert.equal((await deputy.call(listUnlocks, { params: { schoolId: s.id }, query: {} })).unlocks.length, 2)
  assert.equal((await teacher.call(listUnlocks, { params: { schoolId: s.id }, query: {} })).unlocks.length, 1)
  await assert.rejects(teacher.call(putMark, mark('5', 1)), { code: 'journal.period_closed' }) // asked is not granted
  assert.equal((await deputy.call(decideUnlock, { params: { schoolId: s.id, unlockId }, body: { grant: true } })).state, 'granted')
  await assert.rejects(deputy.call(decideUnlock, { params: { schoolId: s.id, unlockId }, body: { grant: false } }), { code: 'journal.unlock_decided' })
  assert.equal((await teacher.call(putMark, mark('5', 1))).revision, 2)
  assert.equal((await final()).kept, true)
  s.setNow(new Date('2026-10-15T09:10:00Z'))
  await assert.rejects(teacher.call(putMark, mark('4', 2)), { code: 'journal.period_closed' })
  s.setNow(new Date('2026-10-15T08:50:00Z'))
  assert.equal((await teacher.call(endUnlock, { params: { schoolId: s.id, unlockId } })).state, 'ended')
  await assert.rejects(teacher.call(putMark, mark('4', 2)), { code: 'journal.period_closed' })
  assert.deepEqual((await s.trace('journal.unlock.granted')).map((one) => one.by), [s.deputyHead.id])
})

test('an unlock outlives the window of correction', async () => {
  const old = await aLesson(s.make, s.id, s.course.id, '2026-09-10', 2)
  const work = await aWork(s.make, s.id, old, s.workType.id, s.teacher.id)
  const put = { params: { schoolId: s.id, workId: work.id, markId: newId() }, body: { studentId: s.pupil.id, value: '4' as const, basedOn: null } }
  const [id, teacher] = [newId(), await s.as(s.teacher)]
  await assert.rejects(teacher.call(putMark, put), { code: 'journal.period_closed' })
  await teacher.call(askUnlock, ask('2026-10-15T10:00:00Z', id))
  await (await s.as(s.principal)).call(decideUnlock, { params: { schoolId: s.id, unlockId: id }, body: { grant: true } })
  assert.equal((await teacher.call(putMark, put)).value, '4')
  await teacher.call(endUnlock, { params: { schoolId: s.id, unlockId: id } })
})

test('a pupil of another class of the same page is judged by the own class', async () => {
  const pupil = await aPupil(s.make, s.id, s.classUnit.id)
  await assert.rejects((await s.as(s.teacher)).call(putMark, mark('4', null, pupil.id, newId())), { code: 'journal.period_closed' })
})

test('desks: the class teacher sees who needs help, the deputy head what lags; owed works go to whom they concern', async () => {
  const debt = await aLesson(s.make, s.id, s.course.id, '2026-10-13', 4)
  const work = await aWork(s.make, s.id, debt, s.workType.id, s.teacher.id)
  await s.make.insert('journal.mark', { school_id: s.id, id: newId(), work_id: work.id, lesson_id: debt.id, course_id: s.course.id, date: debt.date, student_id: s.otherPupil.id, value: 'debt', debt_due: '2026-10-14', revision: 1, put_by: s.teacher.id, put_at: new Date('2026-10-13T08:00:00Z') })
  const desk = await (await s.as(s.homeroom)).call(getClassDesk, { params: { schoolId: s.id, classId: s.classUnit.id } })
  assert.deepEqual(desk.atRisk.map((one) => [one.student.id, one.debts]), [[s.otherPupil.id, 1]])
  assert.ok(desk.tooFew.some((one) => one.student.id === s.otherPupil.id))
  const school = await (await s.as(s.deputyHead)).call(getSchoolDesk, { params: { schoolId: s.id } })
  assert.ok(school.teachers.some((one) => one.teacher?.id === s.teacher.id && one.lessons >= 1))
  assert.ok(school.tooFew.some((one) => one.courseId === s.course.id))
  for (const [who, seen] of [[s.teacher, 1], [s.homeroom, 1], [s.deputyHead, 1], [s.otherParent, 1], [s.parent, 0], [s.otherTeacher, 0]] as const) assert.equal((await (await s.as(who)).call(listOwed, { params: { schoolId: s.id }, query: {} })).owed.length, seen)
  await assert.rejects((await s.as(s.parent)).call(getClassDesk, { params: { schoolId: s.id, classId: s.classUnit.id } }), { status: 403 })
  await assert.rejects((await s.as(s.stranger.homeroom)).call(getClassDesk, { params: { schoolId: s.id, classId: s.classUnit.id } }), { status: 404 })
})

test('where the act says so, a work owed after its day becomes a 2; in a closed period it stays', async () => {
  const turn = () => writing(s.kit, { schoolId: s.id }, (work) => subsystem.jobs!.find((one) => one.name === 'journal.debt.turn')!.run(work as never, {} as never))
  const valueOf = async () => (await s.make.rows<{ value: string }>(`select value from journal.mark where school_id = $1 and student_id = $2 and date = '2026-10-13'`, [s.id, s.otherPupil.id]))[0]?.value
  await turn()
  assert.equal(await valueOf(), 'debt') // the act lets it stay
  await s.make.rows(`update journal.marking_rule set overdue_debt = 'two' where school_id = $1`, [s.id])
  await turn()
  assert.equal(await valueOf(), 'debt') // closed
  await s.make.rows(`update journal.closing set state = 'OPEN' where school_id = $1`, [s.id])
  for (let i = 0; i < 2; i++) await turn()
  assert.equal(await valueOf(), '2')
})
