import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { getClassPromotion, getStudentFinals, putClassPromotion, putDebtAttempt, type Decision } from '@school/journal/contract'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const ofClass = () => ({ params: { schoolId: s.id, classId: s.classUnit.id } })
const protocol = { number: '12', date: '2026-10-14' }
const op = (studentId: string, decision: Decision, basedOn: number | null = null, more: { familyChoiceOn?: string; admissionWork?: 'pass' | 'fail'; note?: string } = {}) => ({ studentId, decision, basedOn, ...more })
const decide = async (who: { id: string }, ops: ReturnType<typeof op>[], more: object = {}) => (await (await s.as(who)).call(putClassPromotion, { ...ofClass(), body: { ops, protocol, firstDue: '2026-10-31', secondDue: '2027-05-31', ...more } })).outcomes
const codes = (outcomes: Awaited<ReturnType<typeof decide>>) => outcomes.map((one) => (one.kept ? 'kept' : one.code))
const yearMark = async (studentId: string, value: string) => {
  const [course] = await s.make.rows<{ subject_id: string; year: number }>('select subject_id, year from schedule.course where school_id = $1 and id = $2', [s.id, s.course.id])
  await s.make.rows('delete from journal.final_mark where school_id = $1 and student_id = $2', [s.id, studentId])
  await s.make.insert('journal.final_mark', { school_id: s.id, id: newId(), student_id: studentId, subject_id: course!.subject_id, year: course!.year, kind: 'year', course_id: s.course.id, class_id: s.classUnit.id, value, revision: 1, put_by: s.teacher.id, put_at: new Date('2026-10-14T08:00:00Z') })
  return { subjectId: course!.subject_id, year: course!.year }
}

test('without year marks nothing is proposed and nothing decided', async () => {
  const page = await (await s.as(s.homeroom)).call(getClassPromotion, ofClass())
  assert.deepEqual([page.kind, page.students.map((one) => [one.proposed, one.by, one.missing.length]), page.can.put], ['promotion', [[null, 'marksMissing', 1], [null, 'marksMissing', 1]], true])
  assert.deepEqual(codes(await decide(s.homeroom, [op(s.pupil.id, 'promoted')])), ['journal.year_not_marked'])
})

test('a council decides: promoted, conditionally with debts; families hear and read it; the trace holds it', async () => {
  const { subjectId, year } = await yearMark(s.pupil.id, '2')
  await yearMark(s.otherPupil.id, '4')
  const page = await (await s.as(s.deputyHead)).call(getClassPromotion, ofClass())
  assert.deepEqual(new Map(page.students.map((one) => [one.student.id, one.proposed])), new Map([[s.pupil.id, 'conditional'], [s.otherPupil.id, 'promoted']]))
  const live = await s.live(s.parent)
  assert.deepEqual(codes(await decide(s.homeroom, [op(s.pupil.id, 'promoted'), op(s.otherPupil.id, 'conditional'), op(s.stranger.pupil.id, 'promoted')])), ['journal.has_debts', 'journal.no_debts', 'journal.not_in_class'])
  assert.deepEqual(codes(await decide(s.homeroom, [op(s.pupil.id, 'conditional'), op(s.otherPupil.id, 'promoted'), op(s.otherPupil.id, 'promoted')], { order: { number: '77-у', date: '2026-10-15' } })), ['kept', 'kept', 'journal.not_in_class'])
  assert.equal((await live.next(1000)).facts?.[0]?.name, 'journal.promotion.put')
  live.close()
  const family = await (await s.as(s.parent)).call(getStudentFinals, { params: { schoolId: s.id, studentId: s.pupil.id } })
  assert.deepEqual(family.promotion, { decision: 'conditional', protocolNumber: '12', protocolDate: '2026-10-14', orderNumber: '77-у', note: '' })
  assert.deepEqual(family.debts.map((one) => [one.subject.id, one.year, one.value, one.firstDue, one.secondDue, one.settledOn]), [[subjectId, year, '2', '2026-10-31', '2027-05-31', null]])
  await s.settle()
  assert.ok((await s.make.rows(`select 1 from notices.notice where kind = 'journal.promotion' and person_id = $1`, [s.parent.id])).length === 1)
  assert.equal((await s.trace('journal.promotion.put')).length, 2)
  assert.deepEqual(codes(await decide(s.homeroom, [op(s.pupil.id, 'conditional', 7)])), ['journal.changed_meanwhile'])
})

test('repeat and other programmes are the choice of the family', async () => {
  assert.deepEqual(codes(await decide(s.deputyHead, [op(s.pupil.id, 'repeat', 1)])), ['journal.family_choice_needed'])
  assert.deepEqual(codes(await decide(s.deputyHead, [op(s.pupil.id, 'individual', 1, { familyChoiceOn: '2026-10-13', note: 'Заявление от 13 октября' })])), ['kept'])
  assert.deepEqual(codes(await decide(s.deputyHead, [op(s.pupil.id, 'conditional', 2)])), ['kept'])
})

test('two attempts, the second by a commission; a passed one settles the debt', async () => {
  const { subjectId, year } = await yearMark(s.pupil.id, '2')
  const put = (attempt: number, body: { date: string; value: '2' | '3' | '4'; protocolNumber?: string; basedOn: number | null }) => ({ params: { schoolId: s.id, studentId: s.pupil.id, year, subjectId, attempt }, body })
  const homeroom = await s.as(s.homeroom)
  const refused = (input: ReturnType<typeof put>, code: string) => assert.rejects(homeroom.call(putDebtAttempt, input), { status: 409, code })
  await refused(put(2, { date: '2026-10-15', value: '3', protocolNumber: '3', basedOn: null }), 'journal.attempt_out_of_order')
  await refused(put(1, { date: '2026-10-16', value: '3', basedOn: null }), 'journal.lesson_ahead')
  const first = await homeroom.call(putDebtAttempt, put(1, { date: '2026-10-14', value: '2', basedOn: null }))
  assert.deepEqual([first.attempts.length, first.settledOn], [1, null])
  await refused(put(2, { date: '2026-10-15', value: '3', basedOn: null }), 'journal.protocol_needed')
  const second = await homeroom.call(putDebtAttempt, put(2, { date: '2026-10-15', value: '3', protocolNumber: '3', basedOn: null }))
  assert.deepEqual([second.attempts.map((one) => one.value), second.settledOn], [['2', '3'], '2026-10-15'])
  assert.equal((await homeroom.call(putDebtAttempt, put(2, { date: '2026-10-15', value: '3', protocolNumber: '3', basedOn: null }))).attempts.length, 2, 'the same again changes nothing')
  await refused(put(2, { date: '2026-10-15', value: '4', protocolNumber: '3', basedOn: null }), 'journal.changed_meanwhile')
  assert.deepEqual((await (await s.as(s.parent)).call(getStudentFinals, { params: { schoolId: s.id, studentId: s.pupil.id } })).debts[0]?.settledOn, '2026-10-15')
  const any = put(1, { date: '2026-10-14', value: '3', basedOn: 1 })
  for (const [who, status] of [[null, 401], [s.parent, 403], [s.teacher, 403], [s.admin, 403], [s.stranger.homeroom, 404], [s.stranger.deputyHead, 404]] as const) await assert.rejects((await s.as(who)).call(putDebtAttempt, any), { status })
})

test('grades 9 and 11: admitted to the final attestation by the dated rule', async () => {
  await s.make.rows('update registry.class_unit set grade_level = 9 where school_id = $1 and id = $2', [s.id, s.classUnit.id])
  await s.make.rows('delete from journal.promotion where school_id = $1', [s.id])
  await yearMark(s.pupil.id, '3')
  const page = await (await s.as(s.homeroom)).call(getClassPromotion, ofClass())
  assert.deepEqual([page.kind, page.decisions, page.students.find((one) => one.student.id === s.pupil.id)?.by], ['admission', ['admitted', 'notAdmitted', 'finished'], 'workMissing'])
  assert.deepEqual(codes(await decide(s.homeroom, [op(s.pupil.id, 'promoted'), op(s.otherPupil.id, 'admitted')])), ['journal.decision_not_of_grade', 'journal.admission_work_needed'])
  await yearMark(s.otherPupil.id, '2')
  assert.deepEqual(codes(await decide(s.homeroom, [op(s.pupil.id, 'admitted', null, { admissionWork: 'pass' }), op(s.otherPupil.id, 'admitted', null, { admissionWork: 'pass' })])), ['kept', 'journal.has_debts'])
  await s.make.rows('update journal.marking_rule set admission_debts = 1 where school_id = $1', [s.id])
  assert.deepEqual(codes(await decide(s.homeroom, [op(s.otherPupil.id, 'admitted', null, { admissionWork: 'pass' })])), ['kept'])
})

test('walls and bad input', async () => {
  for (const [who, status] of [[null, 401], [s.parent, 403], [s.teacher, 403], [s.stranger.homeroom, 404]] as const) {
    await assert.rejects((await s.as(who)).call(getClassPromotion, ofClass()), { status })
    await assert.rejects((await s.as(who)).call(putClassPromotion, { ...ofClass(), body: { ops: [op(s.pupil.id, 'promoted')], protocol } }), { status })
  }
  await assert.rejects((await s.as(s.admin)).call(putClassPromotion, { ...ofClass(), body: { ops: [op(s.pupil.id, 'promoted')], protocol } }), { status: 403 })
  assert.equal((await (await s.as(s.admin)).call(getClassPromotion, ofClass())).can.put, false)
  await assert.rejects(decide(s.homeroom, [op(s.pupil.id, 'admitted')], { firstDue: '2027-06-01', secondDue: '2027-05-01' }), { code: 'journal.due_wrong' })
  assert.equal((await (await s.as(s.homeroom)).raw('POST', `/api/schools/${s.id}/classes/${s.classUnit.id}/promotion`, { ops: [], protocol })).json().code, 'bad_input')
})
