import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { getAbsentToday, getClassAttendance, getClassDay, getSchoolAttendance, listAttendanceRules, putAbsenceSpans, putAttendance, putAttendanceRule, putClassDay, putExcuse } from '@school/journal/contract'
import { subsystem } from '@school/journal/server'
import { aLesson } from '@school/schedule/testing'
import { reading } from '@school/server'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const school = () => ({ params: { schoolId: s.id } })
const ofClass = () => ({ params: { schoolId: s.id, classId: s.classUnit.id } })
const absent = async (studentId: string, code: 'absent' | 'present', basedOn: number | null) =>
  (await s.as(s.teacher)).call(putAttendance, { params: { schoolId: s.id, lessonId: s.lesson.id, studentId }, body: { code, basedOn } })
const toldFamily = (studentId: string) => reading(s.kit, { schoolId: s.id }, (read) => subsystem.notices!.find((one) => one.kind === 'journal.unexcused')!
  .to(read, { schoolId: s.id, lessonId: s.lesson.id, courseId: s.course.id, studentId, revision: 1 } as never))

test('the board names who is away and of whom nobody knows why; a reason for several pupils at once settles it', async () => {
  const deputy = await s.as(s.deputyHead)
  await absent(s.pupil.id, 'absent', null)
  await absent(s.otherPupil.id, 'absent', null)
  await (await s.as(s.parent)).call(putExcuse, { params: { schoolId: s.id, studentId: s.pupil.id, excuseId: newId() }, body: { from: '2026-10-15', to: '2026-10-15', reason: 'illness', text: 'Температура' } })
  const known = await deputy.call(getAbsentToday, { ...school(), query: {} })
  assert.deepEqual([known.date, known.absent, known.unknown, known.ill, known.threshold], ['2026-10-15', 2, 2, 0, 20])
  const [board] = known.classes
  assert.deepEqual([board!.pupils, board!.homeroom!.id, board!.students.find((one) => one.student.id === s.pupil.id)!.asked, board!.students[0]!.missed, board!.students[0]!.held], [2, s.homeroom.id, true, [3], 1])

  const body = { students: [{ studentId: s.pupil.id, spanId: newId() }, { studentId: s.otherPupil.id, spanId: newId() }], from: '2026-10-15', to: '2026-10-16', reason: 'illness' as const, note: 'Справка № 3' }
  const homeroom = await s.as(s.homeroom)
  assert.equal((await homeroom.call(putAbsenceSpans, { ...ofClass(), body })).absences, 2)
  assert.equal((await homeroom.call(putAbsenceSpans, { ...ofClass(), body })).absences, 0, 'the same again changes nothing')
  const settled = await deputy.call(getAbsentToday, { ...school(), query: { date: '2026-10-15' } })
  assert.deepEqual([settled.unknown, settled.ill, settled.classes[0]!.illnessPercent, settled.classes[0]!.overThreshold, settled.classes[0]!.students[0]!.note], [0, 2, 100, true, 'Справка № 3'])
})

test('all or none: one pupil of another class and nothing is written', async () => {
  const body = { students: [{ studentId: s.pupil.id, spanId: newId() }, { studentId: s.stranger.pupil.id, spanId: newId() }], from: '2026-10-15', to: '2026-10-15', reason: 'unexcused' as const }
  await assert.rejects((await s.as(s.homeroom)).call(putAbsenceSpans, { ...ofClass(), body }), { status: 404 })
  assert.equal((await (await s.as(s.deputyHead)).call(getAbsentToday, { ...school(), query: {} })).ill, 2)
})

test('statistics by reason and full days, for the class and for the school', async () => {
  const mine = await (await s.as(s.homeroom)).call(getClassAttendance, { ...ofClass(), query: {} })
  assert.deepEqual([mine.pupils, mine.students.length, mine.total.lessons, mine.total.illness, mine.total.days, mine.total.illnessDays], [2, 2, 2, 2, 2, 2])
  const all = await (await s.as(s.deputyHead)).call(getSchoolAttendance, { ...school(), query: { from: '2026-10-01', to: '2026-10-31' } })
  assert.deepEqual([all.total, all.classes.find((one) => one.id === s.classUnit.id)!.lessons], [mine.total, 2])
  await assert.rejects((await s.as(s.deputyHead)).call(getSchoolAttendance, { ...school(), query: { from: '2026-10-31', to: '2026-10-01' } }), { code: 'journal.range_wrong' })
})

test('the family is told the same day and once, not of a known reason, not of days gone by, the pupil never', async () => {
  assert.equal((await toldFamily(s.pupil.id)).length, 0, 'the reason is known')
  const homeroom = await s.as(s.homeroom)
  await homeroom.call(putAbsenceSpans, { ...ofClass(), body: { students: [{ studentId: s.otherPupil.id, spanId: newId() }], from: '2026-10-15', to: '2026-10-15', reason: 'unexcused' } })
  const told = await toldFamily(s.otherPupil.id)
  assert.deepEqual(told.map((one) => [one.personId, one.link, one.about]), [[s.otherParent.id, '/diary/absences', `2026-10-15:unexcused:${s.otherPupil.id}`]])
  s.setNow(new Date('2026-10-16T07:30:00Z'))
  assert.equal((await toldFamily(s.otherPupil.id)).length, 0)
  s.setNow(new Date('2026-10-15T07:30:00Z'))
})

test('rules of counting are dated: the past stands, the next holds from its day', async () => {
  const deputy = await s.as(s.deputyHead)
  const put = (validFrom: string, fullDayLessons: number | null, illnessPercent: number) => deputy.call(putAttendanceRule, { params: { schoolId: s.id, validFrom }, body: { fullDayLessons, illnessPercent } })
  await assert.rejects(put('2026-10-14', 3, 20), { code: 'journal.rule_in_force' })
  await put('2026-10-16', 3, 30)
  await put('2026-10-16', 3, 30)
  const { rules, can } = await deputy.call(listAttendanceRules, school())
  assert.deepEqual([rules.map((one) => [one.validFrom, one.fullDayLessons, one.illnessPercent]), can.change], [[['2026-10-16', 3, 30], ['2000-01-01', null, 20]], true])
  assert.equal((await deputy.call(getAbsentToday, { ...school(), query: { date: '2026-10-15' } })).threshold, 20)
  assert.equal((await deputy.call(getAbsentToday, { ...school(), query: { date: '2026-10-16' } })).threshold, 30)
})

test('walls', async () => {
  const body = { students: [{ studentId: s.pupil.id, spanId: newId() }], from: '2026-10-15', to: '2026-10-15', reason: 'illness' as const }
  for (const [person, status] of [[null, 401], [s.parent, 403], [s.teacher, 403], [s.admin, 403], [s.stranger.homeroom, 404]] as const)
    await assert.rejects((await s.as(person)).call(putAbsenceSpans, { ...ofClass(), body }), { status })
  for (const [person, status] of [[null, 401], [s.parent, 403], [s.homeroom, 403], [s.stranger.deputyHead, 404]] as const)
    await assert.rejects((await s.as(person)).call(getAbsentToday, { ...school(), query: {} }), { status })
  await assert.rejects((await s.as(s.stranger.homeroom)).call(getClassAttendance, { ...ofClass(), query: {} }), { status: 404 })
  await assert.rejects((await s.as(s.deputyHead)).call(getAbsentToday, { ...school(), query: { date: '2026-02-31' } }), { code: 'journal.range_wrong' })
})

test('one code for chosen pupils over all lessons of a day: by the class teacher, each cell told by itself, undone by the same way', async () => {
  const homeroom = await s.as(s.homeroom)
  const day = (date: string) => ({ params: { schoolId: s.id, classId: s.classUnit.id, date } })
  const [first, second] = [await aLesson(s.make, s.id, s.course.id, '2026-10-14', 1), await aLesson(s.make, s.id, s.course.id, '2026-10-14', 2)]
  await (await s.as(s.teacher)).call(putAttendance, { params: { schoolId: s.id, lessonId: second.id, studentId: s.pupil.id }, body: { code: 'late', minutes: 5, basedOn: null } })
  const seen = await homeroom.call(getClassDay, day('2026-10-14'))
  assert.deepEqual([seen.lessons.map((one) => one.number), seen.students.length, seen.places.length, seen.can], [[1, 2], 2, 4, { put: true, reason: false }])
  assert.equal(seen.places.find((one) => one.lessonId === second.id && one.studentId === s.pupil.id)?.now?.code, 'late')
  const op = (lessonId: string, studentId: string, basedOn: number | null) => ({ kind: 'attendance' as const, lessonId, studentId, code: 'absent' as const, absenceReason: 'illness' as const, basedOn })
  const ops = [op(first.id, s.pupil.id, null), op(second.id, s.pupil.id, null), op(first.id, s.otherPupil.id, null), op(s.stranger.lesson.id, s.stranger.pupil.id, null)]
  const { outcomes } = await homeroom.call(putClassDay, { ...day('2026-10-14'), body: { ops } })
  assert.deepEqual(outcomes.map((one) => (one.kept ? one.now.reason : one.code)), ['illness', 'journal.changed_meanwhile', 'illness', 'not_found'])
  assert.equal(outcomes[1]!.now?.code, 'late', 'what stands is told')
  assert.equal((await s.trace('journal.attendance.put')).filter((one) => (one.after as { standing?: string }).standing === 'homeroom').length, 2)
  const back = await homeroom.call(putClassDay, { ...day('2026-10-14'), body: { ops: [{ kind: 'attendance', lessonId: first.id, studentId: s.pupil.id, code: 'present', basedOn: 1 }] } })
  assert.equal(back.outcomes[0]!.kept && back.outcomes[0]!.now.code, 'present')
  await assert.rejects((await s.as(s.deputyHead)).call(getClassDay, day('2026-02-31')), { code: 'journal.range_wrong' })
  const office = await (await s.as(s.deputyHead)).call(putClassDay, { ...day('2026-10-14'), body: { ops: [op(second.id, s.otherPupil.id, null)] } })
  assert.deepEqual(office.outcomes.map((one) => !one.kept && one.code), ['journal.reason_needed'])
  const said = await (await s.as(s.deputyHead)).call(putClassDay, { ...day('2026-10-14'), body: { ops: [op(second.id, s.otherPupil.id, null)], reason: 'Класс на экскурсии' } })
  assert.equal(said.outcomes[0]!.kept, true)
  for (const [person, status] of [[null, 401], [s.parent, 403], [s.teacher, 403], [s.admin, 403], [s.stranger.homeroom, 404], [s.stranger.deputyHead, 404]] as const)
    await assert.rejects((await s.as(person)).call(putClassDay, { ...day('2026-10-14'), body: { ops } }), { status })
  for (const [person, status] of [[null, 401], [s.parent, 403], [s.teacher, 403], [s.stranger.homeroom, 404]] as const) await assert.rejects((await s.as(person)).call(getClassDay, day('2026-10-14')), { status })
  assert.equal((await homeroom.raw('POST', `/api/schools/${s.id}/classes/${s.classUnit.id}/days/2026-10-14/attendance`, { ops: [] })).json().code, 'bad_input')
  const ahead = await aLesson(s.make, s.id, s.course.id, '2026-10-16', 1)
  assert.deepEqual((await homeroom.call(putClassDay, { ...day('2026-10-16'), body: { ops: [op(ahead.id, s.pupil.id, null)] } })).outcomes.map((one) => !one.kept && one.code), ['journal.lesson_ahead'])
})
