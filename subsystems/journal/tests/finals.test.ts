import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { explainFinal, finalPut, getClassFinals, getCourseFinals, getStudentFinals, listBroughtMarks, putBroughtMark, putFinals, putMark, type FinalKind, type FinalValue } from '@school/journal/contract'
import { subsystem } from '@school/journal/server'
import { aWork } from '@school/journal/testing'
import { aPupil, aSubgroup } from '@school/registry/testing'
import { aCourse, aLesson } from '@school/schedule/testing'
import { reading } from '@school/server'

let s: TestSchool
let quarter: string
before(async () => {
  s = await testSchool()
  quarter = (await s.make.rows<{ id: string }>('select id from schedule.period where school_id = $1 and ordinal = 1', [s.id]))[0]!.id
})
after(() => s.close())

const at = () => ({ schoolId: s.id, courseId: s.course.id })
const op = (value: FinalValue, basedOn: number | null, more: { studentId?: string; kind?: FinalKind; periodId?: string | null; reason?: string; id?: string; protocol?: { number: string; date: string } } = {}) =>
  ({ id: more.id ?? newId(), studentId: more.studentId ?? s.pupil.id, kind: more.kind ?? 'period' as const, periodId: more.periodId === undefined ? quarter : more.periodId, value, basedOn, ...(more.reason ? { reason: more.reason } : {}), ...(more.protocol ? { protocol: more.protocol } : {}) })
const put = async (who: { id: string }, ...ops: ReturnType<typeof op>[]) => (await (await s.as(who)).call(putFinals, { params: at(), body: { ops } })).outcomes
const code = (outcome: { kept: boolean } | undefined) => (outcome && 'code' in outcome ? outcome.code : 'kept')

async function marks(values: readonly string[], courseId = s.course.id, studentId = s.pupil.id, day = 5): Promise<void> {
  for (const [i, value] of values.entries()) {
    const lesson = await aLesson(s.make, s.id, courseId, `2026-10-${String(day + i).padStart(2, '0')}`, 1 + i)
    const work = await aWork(s.make, s.id, lesson, s.workType.id, s.teacher.id)
    await s.make.insert('journal.mark', { school_id: s.id, id: newId(), work_id: work.id, lesson_id: lesson.id, course_id: courseId, date: lesson.date, student_id: studentId, value, revision: 1, put_by: s.teacher.id, put_at: new Date('2026-10-10T08:00:00Z') })
  }
}

test('a teacher confirms what the rule proposes; the family sees it and is told; the trace holds before and after', async () => {
  await marks(['4', '5', '4', '4'])
  const page = await (await s.as(s.teacher)).call(getCourseFinals, { params: at() })
  const cell = page.cells.find((one) => one.studentId === s.pupil.id && one.periodId === quarter)
  assert.deepEqual([cell?.average, cell?.proposed, cell?.by, cell?.mark], ['4.25', '4', 'roundedDown', null])
  const live = await s.live(s.parent)
  const [kept] = await put(s.teacher, op('4', null))
  assert.equal(code(kept), 'kept')
  assert.equal((await live.next(1000)).facts?.[0]?.name, 'journal.final.put')
  live.close()
  const seen = await (await s.as(s.parent)).call(getStudentFinals, { params: { schoolId: s.id, studentId: s.pupil.id } })
  assert.deepEqual(seen.subjects[0]?.marks.map((one) => [one.kind, one.periodId, one.value, one.corrected]), [['period', quarter, '4', false]])
  const declared = subsystem.notices!.find((one) => one.kind === 'journal.final')!
  const row = (await s.make.rows<{ id: string }>('select id from journal.final_mark where school_id = $1', [s.id]))[0]!
  const told = await reading(s.kit, { schoolId: s.id }, (read) => declared.to(read, { schoolId: s.id, courseId: s.course.id, subjectId: s.subject.id, studentId: s.pupil.id, finalId: row.id, revision: 1 } as never))
  assert.deepEqual([told.map((one) => one.personId).sort(), told[0]?.data['value'], finalPut.name], [[s.pupil.id, s.parent.id].sort(), '4', 'journal.final.put'])
  const [trace] = await s.trace('journal.final.put')
  assert.deepEqual([trace?.about, trace?.by, trace?.before, (trace?.after as { value: string }).value], [s.pupil.id, s.teacher.id, null, '4'])
})

test('the same again changes nothing, an older revision is told, a departure needs a reason, history keeps every value', async () => {
  assert.equal(code((await put(s.teacher, op('4', null, { id: (await s.make.rows<{ id: string }>('select id from journal.final_mark where school_id = $1', [s.id]))[0]!.id })))[0]), 'kept')
  assert.equal(code((await put(s.teacher, op('5', null, { reason: 'олимпиада' })))[0]), 'journal.changed_meanwhile')
  assert.equal(code((await put(s.teacher, op('5', 1)))[0]), 'journal.reason_needed')
  assert.equal(code((await put(s.teacher, op('5', 1, { reason: 'олимпиада' })))[0]), 'kept')
  const explained = await (await s.as(s.parent)).call(explainFinal, { params: { schoolId: s.id, studentId: s.pupil.id, courseId: s.course.id }, query: { kind: 'period', period: quarter } })
  assert.deepEqual([explained.sum, explained.weights, explained.quotient, explained.proposed, explained.counted.length, explained.rule?.edition], [17, 4, '4.25', '4', 4, 1])
  assert.deepEqual(explained.history.map((one) => [one.revision, one.value, one.proposed, one.reason]), [[1, '4', '4', ''], [2, '5', '4', 'олимпиада']])
})

test('two revisions at once: one is kept, the other told', async () => {
  const both = await Promise.all(['4', '3'].map((value) => put(s.teacher, op(value as '4', 2, { reason: 'пересмотр' }))))
  assert.deepEqual(both.map(([one]) => code(one)).sort(), ['journal.changed_meanwhile', 'kept'])
})

test('nobody else puts it; a class teacher reads it, a stranger sees nothing', async () => {
  const body = { ops: [op('4', null, { studentId: s.otherPupil.id })] }
  await assert.rejects((await s.as(null)).call(putFinals, { params: at(), body }), { status: 401 })
  for (const who of [s.parent, s.pupil, s.admin]) await assert.rejects((await s.as(who)).call(putFinals, { params: at(), body }), { status: 403 })
  for (const who of [s.otherTeacher, s.homeroom, s.stranger.teacher, s.stranger.deputyHead]) await assert.rejects((await s.as(who)).call(putFinals, { params: at(), body }), { status: 404 })
  assert.equal((await (await s.as(s.homeroom)).call(getCourseFinals, { params: at() })).can.put, false)
  for (const who of [s.otherTeacher, s.stranger.deputyHead]) await assert.rejects((await s.as(who)).call(getCourseFinals, { params: at() }), { status: 404 })
  await assert.rejects((await s.as(s.otherParent)).call(getStudentFinals, { params: { schoolId: s.id, studentId: s.pupil.id } }), { status: 404 })
  assert.equal((await (await s.as(s.teacher)).raw('POST', `/api/schools/${s.id}/courses/${s.course.id}/finals`, { ops: [{ ...op('4', null), value: '6' }] })).json().code, 'bad_input')
})

test('the office says why or names the protocol of a commission; only the office has protocols; periods ahead and strangers are refused', async () => {
  assert.equal(code((await put(s.deputyHead, op('4', null, { studentId: s.otherPupil.id })))[0]), 'journal.reason_needed')
  assert.equal(code((await put(s.deputyHead, op('4', null, { studentId: s.otherPupil.id, protocol: { number: '7', date: '2026-10-15' } })))[0]), 'kept')
  assert.equal(code((await put(s.teacher, op('3', 1, { studentId: s.otherPupil.id, protocol: { number: '7', date: '2026-10-15' } })))[0]), 'journal.protocol_is_offices')
  const later = (await s.make.rows<{ id: string }>('select id from schedule.period where school_id = $1 and ordinal = 2', [s.id]))[0]!.id
  assert.deepEqual((await put(s.teacher, op('4', null, { periodId: later }), op('4', null, { studentId: s.parent.id }))).map(code), ['not_found', 'not_found'])
})

test('a pupil keeps the marks of another group of the subject, and those brought from another school', async () => {
  const pupil = await aPupil(s.make, s.id, s.classUnit.id)
  const [first, second] = [await aSubgroup(s.make, s.id, s.classUnit.id, [pupil.id]), await aSubgroup(s.make, s.id, s.classUnit.id, [])]
  await s.make.rows(`update registry.group_member set valid_to = '2026-10-08' where school_id = $1 and group_id = $2`, [s.id, first.id])
  await s.make.insert('registry.group_member', { school_id: s.id, group_id: second.id, student_id: pupil.id, valid_from: '2026-10-09' })
  const english = await s.make.insert('registry.subject', { school_id: s.id, id: newId(), name: 'Английский язык', short_name: 'Англ' })
  const [one, two] = [await aCourse(s.make, s.id, { groupId: first.id, subjectId: english.id, teacherIds: [s.otherTeacher.id] }), await aCourse(s.make, s.id, { groupId: second.id, subjectId: english.id, teacherIds: [s.teacher.id] })]
  await marks(['5', '5'], one.id, pupil.id, 6)
  await marks(['2'], two.id, pupil.id, 12)
  const cellOf = async () => (await (await s.as(s.teacher)).call(getCourseFinals, { params: { schoolId: s.id, courseId: two.id } })).cells.find((cell) => cell.studentId === pupil.id && cell.kind === 'period')
  assert.equal((await cellOf())?.average, '4.00')
  await s.make.insert('journal.brought_mark', { school_id: s.id, id: newId(), student_id: pupil.id, subject_id: english.id, date: '2026-09-10', value: '4', weight: 3, source: 'Школа № 9', revision: 1, put_by: s.deputyHead.id, put_at: new Date('2026-10-12T08:00:00Z') })
  assert.equal((await cellOf())?.average, '4.00')
  await s.make.rows('update journal.marking_rule set count_brought = false, follow_groups = false where school_id = $1', [s.id])
  assert.equal((await cellOf())?.average, '2.00')
  const explained = await (await s.as(s.teacher)).call(explainFinal, { params: { schoolId: s.id, studentId: pupil.id, courseId: two.id }, query: { kind: 'period', period: quarter } })
  assert.deepEqual(explained.excluded.map((out) => out.why).sort(), ['brought', 'otherGroup', 'otherGroup'])
})

test('the class teacher sees all subjects of the class', async () => {
  const page = await (await s.as(s.homeroom)).call(getClassFinals, { params: { schoolId: s.id, classId: s.classUnit.id }, query: {} })
  assert.equal(page.period?.id, quarter)
  assert.ok(page.subjects.some((one) => one.id === s.subject.id) && page.students.some((one) => one.id === s.pupil.id))
  assert.ok(page.cells.some((cell) => cell.studentId === s.pupil.id && cell.subjectId === s.subject.id && cell.mark))
  const year = await (await s.as(s.deputyHead)).call(getClassFinals, { params: { schoolId: s.id, classId: s.classUnit.id }, query: { kind: 'year' } })
  assert.ok(year.cells.every((cell) => cell.kind === 'year' && cell.by === 'notYet'))
  for (const who of [s.teacher, s.parent]) await assert.rejects((await s.as(who)).call(getClassFinals, { params: { schoolId: s.id, classId: s.classUnit.id }, query: {} }), { status: 403 })
  await assert.rejects((await s.as(s.stranger.homeroom)).call(getClassFinals, { params: { schoolId: s.id, classId: s.classUnit.id }, query: {} }), { status: 404 })
})

test('a current mark goes on while the period is open', async () => {
  assert.equal((await (await s.as(s.teacher)).call(putMark, { params: { schoolId: s.id, workId: s.work.id, markId: newId() }, body: { studentId: s.pupil.id, value: '5', basedOn: null } })).value, '5')
})

test('the class teacher writes down the record from another school; others do not', async () => {
  const params = { schoolId: s.id, studentId: s.otherPupil.id, markId: newId() }
  const body = { subjectId: s.subject.id, date: '2026-09-10', value: '5' as const, weight: 1, source: 'Школа № 9, табель от 01.10.2026', basedOn: null }
  const homeroom = await s.as(s.homeroom)
  for (let i = 0; i < 2; i++) assert.equal((await homeroom.call(putBroughtMark, { params, body })).revision, 1)
  await assert.rejects(homeroom.call(putBroughtMark, { params, body: { ...body, value: '4' } }), { code: 'journal.changed_meanwhile' })
  assert.equal((await homeroom.call(putBroughtMark, { params, body: { ...body, value: '4', basedOn: 1 } })).value, '4')
  assert.deepEqual((await homeroom.call(listBroughtMarks, { params: { schoolId: s.id, studentId: s.otherPupil.id } })).marks.map((one) => one.value), ['4'])
  await homeroom.call(putBroughtMark, { params, body: { ...body, value: '', basedOn: 2 } })
  assert.equal((await homeroom.call(listBroughtMarks, { params: { schoolId: s.id, studentId: s.otherPupil.id } })).marks.length, 0)
  for (const who of [s.teacher, s.parent, s.admin]) await assert.rejects((await s.as(who)).call(putBroughtMark, { params, body }), { status: 403 })
  await assert.rejects((await s.as(s.stranger.homeroom)).call(putBroughtMark, { params, body }), { status: 404 })
})
