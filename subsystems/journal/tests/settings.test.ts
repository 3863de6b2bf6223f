import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { getSettings, putMark, putMarkingRule, putWorkType } from '@school/journal/contract'
import { aWork } from '@school/journal/testing'
import { journalFace } from '@school/journal/server'
import { writing } from '@school/server'
import { aClass, aPupil, aSchool } from '@school/registry/testing'
import { aCourse, aLesson } from '@school/schedule/testing'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())
const type = { name: 'Контрольная работа', shortName: 'КР', weight: 4, isControl: true, scale: 'five' as const, sort: 50, archived: false }
const rule = {
  title: 'Ред. 2', validFrom: '2026-11-02', averaging: 'plain' as const, roundUpFrom: 60, leastMarks: [{ hoursUpTo: 99, marks: 3 }], absenceLimitPercent: 50, editDays: 3, debtDays: 14, marksFromGrade: 2, homeworkNorms: [{ gradeUpTo: 12, minutes: 100 }],
}

test('work types: made, corrected, named once', async () => {
  const deputy = await s.as(s.deputyHead)
  const params = { schoolId: s.id, workTypeId: newId() }
  assert.equal((await deputy.call(putWorkType, { params, body: { ...type, basedOn: null } })).revision, 1)
  assert.equal((await deputy.call(putWorkType, { params, body: { ...type, basedOn: null } })).revision, 1)
  assert.equal((await deputy.call(putWorkType, { params, body: { ...type, weight: 5, basedOn: 1 } })).weight, 5)
  await assert.rejects(deputy.call(putWorkType, { params, body: { ...type, basedOn: 1 } }), { code: 'journal.changed_meanwhile' })
  await assert.rejects(deputy.call(putWorkType, { params: { schoolId: s.id, workTypeId: newId() }, body: { ...type, basedOn: null } }), { code: 'journal.name_taken' })
  await assert.rejects(deputy.call(putWorkType, { params: { schoolId: s.id, workTypeId: s.workType.id }, body: { ...type, name: 'Ответ на уроке', scale: 'pass', basedOn: 1 } }), { code: 'journal.type_in_use' })
  for (const who of [s.teacher, s.parent, s.pupil]) await assert.rejects((await s.as(who)).call(putWorkType, { params, body: { ...type, basedOn: 2 } }), { status: 403 })
  await assert.rejects((await s.as(s.stranger.deputyHead)).call(putWorkType, { params, body: { ...type, basedOn: 2 } }), { status: 404 })
  await assert.rejects((await s.as(null)).call(putWorkType, { params, body: { ...type, basedOn: 2 } }), { status: 401 })
})

test('editions of the rules follow one another; one in force stays as it is', async () => {
  const principal = await s.as(s.principal)
  const of = (edition: number) => ({ schoolId: s.id, edition })
  await assert.rejects(principal.call(putMarkingRule, { params: of(1), body: { ...rule, basedOn: 1 } }), { code: 'journal.rule_in_force' })
  await assert.rejects(principal.call(putMarkingRule, { params: of(3), body: { ...rule, basedOn: null } }), { code: 'journal.rule_out_of_order' })
  await assert.rejects(principal.call(putMarkingRule, { params: of(2), body: { ...rule, validFrom: '2026-09-10', basedOn: null } }), { code: 'journal.rule_out_of_order' })
  assert.deepEqual((await principal.call(putMarkingRule, { params: of(2), body: { ...rule, basedOn: null } })).roundUpFrom, 60)
  assert.equal((await principal.call(putMarkingRule, { params: of(2), body: { ...rule, roundUpFrom: 65, basedOn: 1 } })).roundUpFrom, 65)
  const settings = await (await s.as(s.teacher)).call(getSettings, { params: { schoolId: s.id } })
  assert.deepEqual([settings.edition, settings.rules.map((one) => [one.edition, one.inForce]), settings.can.change], [1, [[1, true], [2, false]], false])
  await assert.rejects((await s.as(s.parent)).call(getSettings, { params: { schoolId: s.id } }), { status: 403 })
  await assert.rejects((await s.as(s.teacher)).call(getSettings, { params: { schoolId: s.stranger.id } }), { status: 404 })
})

test('the first grade gets no marks', async () => {
  const first = await aClass(s.make, s.id, { grade: 1 })
  const pupil = await aPupil(s.make, s.id, first.id)
  const course = await aCourse(s.make, s.id, { groupId: first.id, subjectId: s.subject.id, teacherIds: [s.teacher.id] })
  const work = await aWork(s.make, s.id, await aLesson(s.make, s.id, course.id, '2026-10-15', 1), s.workType.id, s.teacher.id)
  await assert.rejects((await s.as(s.teacher)).call(putMark, { params: { schoolId: s.id, workId: work.id, markId: newId() }, body: { studentId: pupil.id, value: '5', basedOn: null } }), { code: 'journal.no_marks_in_grade' })
})

test('a new school begins with the usual types and a first edition, once', async () => {
  const { id: schoolId } = await aSchool(s.make)
  for (let i = 0; i < 2; i++) await writing(s.kit, { schoolId }, (work) => journalFace.ensureDefaults(work, '2026-08-28'))
  const [types] = await s.make.rows<{ n: number }>('select count(*)::integer as n from journal.work_type where school_id = $1', [schoolId])
  const rules = await s.make.rows<{ edition: number; averaging: string; valid_from: string }>('select edition, averaging, valid_from::text from journal.marking_rule where school_id = $1', [schoolId])
  assert.ok((types?.n ?? 0) >= 10)
  assert.deepEqual(rules, [{ edition: 1, averaging: 'weighted', valid_from: '2026-08-28' }])
})
