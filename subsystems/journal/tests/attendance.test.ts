import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { getAbsentToday, getClassAttendance, getSchoolAttendance, listAttendanceRules, putAbsenceSpans, putAttendance, putAttendanceRule, putExcuse } from '@school/journal/contract'
import { subsystem } from '@school/journal/server'
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
