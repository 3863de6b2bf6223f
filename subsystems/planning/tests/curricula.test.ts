import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addressOf, newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { listGroups, getGroup } from '@school/registry/contract'
import { aClass, aPupil } from '@school/registry/testing'
import { listLoad } from '@school/schedule/contract'
import type { TestCaller } from '@school/testing'
import * as contract from '../contract/index.ts'

let s: TestSchool
let office: TestCaller
before(async () => { s = await testSchool(); office = await s.as(s.deputyHead) })
after(() => s.close())

const head = { year: 2026, name: 'ООО, 5–9 классы', kind: 'class', level: 'basic', profile: '', weekDays: 5, standard: 'basic-5', fromGrade: 5, toGrade: 9, filled: true, basedOn: null } as const
const id = newId()
const params = () => ({ schoolId: s.id, id })
const sheet = () => office.call(contract.getCurriculum, { params: params(), query: {} })
async function refuses(call: (caller: TestCaller) => Promise<unknown>) {
  await assert.rejects(call(await s.as(null)), { status: 401 })
  for (const who of [s.teacher, s.parent, s.pupil]) await assert.rejects(call(await s.as(who)), { status: 403 })
  await assert.rejects(call(await s.as(s.stranger.deputyHead)), { status: 404 })
}

test('a plan is made from the federal variant: known subjects are found, the others are added, a repeat changes nothing', async () => {
  const made = await office.call(contract.putCurriculum, { params: params(), body: head })
  assert.equal(made.lines.find((line) => line.subject === 'Алгебра')?.subjectId, s.subject.id)
  assert.deepEqual([made.editions.length, made.can.edit, made.lines.length], [1, true, 19])
  assert.ok(made.findings.some((one) => one.code === 'year_under' && one.grade === 5))
  assert.equal((await office.call(contract.putCurriculum, { params: params(), body: head })).head.revision, 1)
  await refuses((caller) => caller.call(contract.putCurriculum, { params: { schoolId: s.id, id: newId() }, body: { ...head, name: 'x1' } }))
  await assert.rejects(office.call(contract.putCurriculum, { params: { schoolId: s.id, id: newId() }, body: head }), { code: 'planning.name_taken' })
  await assert.rejects(office.call(contract.putCurriculum, { params: { schoolId: s.id, id: newId() }, body: { ...head, name: 'Другой', toGrade: 4 } }), { code: 'planning.grades_wrong' })
  assert.equal((await (await s.as(s.teacher)).call(contract.getCurriculum, { params: params(), query: {} })).can.change, false)
})

test('a draft is written whole; two writers take turns, an accepted edition is corrected only by the next one', async () => {
  const now = await sheet()
  const lines = now.lines.map(({ subject: _subject, ...line }) => ({ ...line, cells: line.cells.map((cell) => ({ ...cell, groups: line.subjectId === s.subject.id ? 2 : 1 })) }))
  const edition = { schoolId: s.id, id, edition: 1 }
  const body = { validFrom: '2026-09-01', reason: '', lines, basedOn: now.head.revision }
  await refuses((caller) => caller.call(contract.putEdition, { params: edition, body }))
  await office.call(contract.putEdition, { params: edition, body })
  await assert.rejects(office.call(contract.putEdition, { params: edition, body }), { code: 'planning.changed_meanwhile' })
  const { head: { revision } } = await sheet()
  await assert.rejects(office.call(contract.putEdition, { params: edition, body: { ...body, basedOn: revision, lines: [lines[0]!, lines[0]!] } }), { code: 'planning.subject_twice' })
  await assert.rejects(office.call(contract.putEdition, { params: { ...edition, edition: 3 }, body: { ...body, basedOn: revision } }), { code: 'planning.edition_order' })
  await assert.rejects(office.call(contract.acceptEdition, { params: edition, body: { orderNumber: '12', despite: '' } }), { code: 'planning.has_errors' })
  const accepted = await office.call(contract.acceptEdition, { params: edition, body: { orderNumber: '12', despite: 'Часть участников добавим в октябре' } })
  assert.deepEqual([accepted.editions[0]?.state, accepted.editions[0]?.acceptedBy?.id, accepted.can.edit], ['accepted', s.deputyHead.id, false])
  await assert.rejects(office.call(contract.putEdition, { params: edition, body: { ...body, basedOn: accepted.head.revision } }), { code: 'planning.edition_accepted' })
  const correction = await office.call(contract.putEdition, { params: { ...edition, edition: 2 }, body: { ...body, validFrom: '2026-11-02', reason: 'Приказ 40', basedOn: accepted.head.revision } })
  assert.deepEqual(correction.editions.map((one) => [one.edition, one.state, one.validFrom]), [[1, 'accepted', '2026-09-01'], [2, 'draft', '2026-11-02']])
  await office.call(contract.removeEdition, { params: { ...edition, edition: 2 } })
  assert.equal((await sheet()).editions.length, 1)
  assert.ok((await s.trace('planning.edition.accept')).length === 1)
})

test('the accepted plan becomes courses and groups, exactly as the preview showed', async () => {
  await assert.rejects(office.call(contract.putPlanClasses, { params: params(), body: { classIds: [(await aClass(s.make, s.id, { grade: 2 })).id] } }), { code: 'planning.grades_wrong' })
  await assert.rejects(office.call(contract.putPlanClasses, { params: params(), body: { classIds: [s.stranger.classUnit.id] } }), { status: 404 })
  await office.call(contract.putPlanClasses, { params: params(), body: { classIds: [s.classUnit.id] } })
  await aPupil(s.make, s.id, s.classUnit.id)
  const preview = await office.call(contract.previewCourses, { params: params(), query: { from: '2026-10-15' } })
  assert.deepEqual([preview.edition, preview.classes, preview.changes.filter((one) => one.kind === 'split').length, preview.changes.filter((one) => one.kind === 'close').length], [1, 1, 2, 1])
  await refuses((caller) => caller.call(contract.applyCourses, { params: params(), body: { from: '2026-10-15', mark: preview.mark, skip: [] } }))
  await assert.rejects(office.call(contract.applyCourses, { params: params(), body: { from: '2026-10-15', mark: 'other', skip: [] } }), { code: 'planning.preview_stale' })
  await office.call(contract.applyCourses, { params: params(), body: { from: '2026-10-15', mark: preview.mark, skip: [] } })
  const { courses } = await office.call(listLoad, { params: { schoolId: s.id }, query: { classId: s.classUnit.id } })
  const algebra = courses.filter((one) => one.subject.id === s.subject.id && one.closedOn === null)
  assert.deepEqual([courses.filter((one) => one.closedOn === null).length, algebra.length, algebra[0]?.hoursPerWeek], [16, 2, 3])
  assert.equal(courses.find((one) => one.id === s.course.id)?.closedOn, '2026-10-14')
  const groups = await office.call(listGroups, { params: { schoolId: s.id }, query: { classId: s.classUnit.id } })
  const parts = await Promise.all(groups.filter((one) => one.kind === 'subgroup').map(async (one) => (await office.call(getGroup, { params: { schoolId: s.id, groupId: one.id }, query: {} })).members.length))
  assert.deepEqual(parts.toSorted(), [1, 2])
  const again = await office.call(contract.previewCourses, { params: params(), query: { from: '2026-10-15' } })
  assert.deepEqual([again.changes.length, again.same], [0, 16])
})

test('the list names classes without a plan and what is wrong; plans are copied to another year once', async () => {
  const list = await office.call(contract.listCurricula, { params: { schoolId: s.id }, query: {} })
  assert.deepEqual([list.year, list.rows[0]?.state, list.rows[0]?.classes.length, list.without.length > 0], [2026, 'accepted', 1, true])
  await refuses((caller) => caller.call(contract.copyCurricula, { params: { schoolId: s.id, year: 2027 }, body: { fromYear: 2026 } }))
  assert.deepEqual(await office.call(contract.copyCurricula, { params: { schoolId: s.id, year: 2027 }, body: { fromYear: 2026 } }), { copied: 1, kept: 0 })
  assert.deepEqual(await office.call(contract.copyCurricula, { params: { schoolId: s.id, year: 2027 }, body: { fromYear: 2026 } }), { copied: 0, kept: 1 })
  const next = await office.call(contract.listCurricula, { params: { schoolId: s.id }, query: { year: 2027 } })
  assert.deepEqual([next.rows[0]?.state, next.rows[0]?.classes.length, next.rows[0]?.totals[0]?.hours], ['draft', 0, 27])
  await assert.rejects(office.call(contract.copyCurricula, { params: { schoolId: s.id, year: 2030 }, body: { fromYear: 2001 } }), { code: 'planning.nothing_to_copy' })
})

test('individual plans name their pupils; the plan leaves as a workbook and is read back', async () => {
  const own = { schoolId: s.id, id: newId() }
  await office.call(contract.putCurriculum, { params: own, body: { ...head, name: 'ИУП, надомное обучение', kind: 'home', fromGrade: 7, toGrade: 7 } })
  await assert.rejects(office.call(contract.putPlanStudents, { params: params(), body: { students: [] } }), { code: 'planning.not_individual' })
  await assert.rejects(office.call(contract.putPlanStudents, { params: own, body: { students: [{ studentId: s.stranger.pupil.id, from: '2026-10-01', to: null, basis: '' }] } }), { status: 404 })
  const put = await office.call(contract.putPlanStudents, { params: own, body: { students: [{ studentId: s.pupil.id, from: '2026-10-01', to: '2026-12-30', basis: 'Заключение врачебной комиссии' }] } })
  assert.deepEqual([put.students[0]?.student.id, put.students[0]?.className], [s.pupil.id, s.classUnit.name])
  const book = await office.raw('GET', addressOf(contract.getCurriculumBook, { params: own, query: {} }))
  assert.equal(book.statusCode, 200)
  const edge = 'edge'
  const form = Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="plan.xlsx"\r\ncontent-type: application/octet-stream\r\n\r\n`), book.rawPayload, Buffer.from(`\r\n--${edge}--\r\n`)])
  const read = await office.raw('POST', addressOf(contract.readCurriculumBook, { params: own }), form, { 'content-type': `multipart/form-data; boundary=${edge}` })
  const found = read.json() as { lines: { subject: string; subjectId: string | null; cells: { hours: number }[] }[]; faults: unknown[] }
  assert.deepEqual([found.lines.length, found.faults.length, found.lines.find((line) => line.subject === 'Алгебра')?.cells[0]?.hours], [put.lines.length, 0, 3])
})

test('the numbers of the law are editions: the house has the first, the school adds its own for days to come', async () => {
  const { editions } = await office.call(contract.getNorms, { params: { schoolId: s.id } })
  assert.deepEqual(editions.map((one) => [one.origin, one.inForce]), [['house', true]])
  const body = { title: 'Приказ директора 17', validFrom: '2026-11-02', norms: { ...editions[0]!.norms, controlShare: 12 }, basedOn: null }
  await refuses((caller) => caller.call(contract.putNorms, { params: { schoolId: s.id, edition: 1 }, body }))
  await assert.rejects(office.call(contract.putNorms, { params: { schoolId: s.id, edition: 4 }, body }), { code: 'planning.norms_order' })
  await assert.rejects(office.call(contract.putNorms, { params: { schoolId: s.id, edition: 1 }, body: { ...body, validFrom: '2026-01-01' } }), { code: 'planning.norms_order' })
  assert.equal((await office.call(contract.putNorms, { params: { schoolId: s.id, edition: 1 }, body })).inForce, false)
  s.setNow(new Date('2026-11-03T07:30:00Z'))
  const later = await s.as(s.principal)
  await assert.rejects(later.call(contract.putNorms, { params: { schoolId: s.id, edition: 1 }, body: { ...body, basedOn: 1 } }), { code: 'planning.norms_in_force' })
  assert.deepEqual((await later.call(contract.getNorms, { params: { schoolId: s.id } })).editions.map((one) => one.inForce), [false, true])
})
