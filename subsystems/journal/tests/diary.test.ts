import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, testToday, type TestSchool } from '@school/app-server/testing'
import {
  acknowledgeWeek, explainAverage, getDiaryWeek, getMissing, getSchoolOverview, getStudentToday, getSubjectPage, getSubjects, getTeacherDay, listAbsences, listUnfilled, putAttendance, putHomework, putLessonRecord, putMark, tickHomework,
} from '@school/journal/contract'
import { aWork, aWorkType } from '@school/journal/testing'
import { putAbsence, removeAbsence } from '@school/schedule/contract'
import { aLesson } from '@school/schedule/testing'

let s: TestSchool
const week = '2026-10-12'
before(async () => {
  s = await testSchool()
  const teacher = await s.as(s.teacher)
  const tomorrow = await aLesson(s.make, s.id, s.course.id, '2026-10-16', 2)
  await teacher.call(putLessonRecord, { params: { schoolId: s.id, lessonId: s.lesson.id }, body: { topic: 'Формулы', basedOn: null } })
  await teacher.call(putHomework, { params: { schoolId: s.id, lessonId: s.lesson.id, homeworkId: newId() }, body: { text: '№ 5', minutes: 20, links: [], dueDate: '2026-10-16', dueLessonId: tomorrow.id, studentIds: null, basedOn: null } })
  await teacher.call(putHomework, { params: { schoolId: s.id, lessonId: s.lesson.id, homeworkId: newId() }, body: { text: 'Лично', minutes: null, links: [], dueDate: '2026-10-16', dueLessonId: null, studentIds: [s.otherPupil.id], basedOn: null } })
  const heavy = await aWork(s.make, s.id, s.lesson, s.workType.id, s.teacher.id, 3)
  await aWork(s.make, s.id, tomorrow, s.workType.id, s.teacher.id, 4)
  await teacher.call(putMark, { params: { schoolId: s.id, workId: s.work.id, markId: newId() }, body: { studentId: s.pupil.id, value: '5', basedOn: null } })
  await teacher.call(putMark, { params: { schoolId: s.id, workId: heavy.id, markId: newId() }, body: { studentId: s.pupil.id, value: '4', note: 'молодец', basedOn: null } })
  const yesterday = await aLesson(s.make, s.id, s.course.id, '2026-10-14', 1)
  await teacher.call(putAttendance, { params: { schoolId: s.id, lessonId: yesterday.id, studentId: s.pupil.id }, body: { code: 'absent', basedOn: null } })
})
after(() => s.close())
const own = () => ({ schoolId: s.id, studentId: s.pupil.id })
const readers = () => [s.pupil, s.parent, s.homeroom, s.principal, s.deputyHead, s.admin]
const strangers = () => [s.otherPupil, s.otherParent, s.teacher, s.otherTeacher, s.stranger.parent, s.stranger.pupil, s.stranger.homeroom, s.stranger.principal]

test('a week of the diary', async () => {
  const diary = await (await s.as(s.parent)).call(getDiaryWeek, { params: own(), query: { week } })
  assert.deepEqual([diary.weekNumber, diary.period?.ordinal, diary.days.length, diary.today, diary.now], [7, 1, 6, testToday, '10:30'])
  const today = diary.days[3]!.lessons[0]!
  assert.deepEqual([today.topic, today.marks.map((mark) => [mark.value, mark.weight, mark.note]), today.given.map((one) => one.text)], ['Формулы', [['5', 1, ''], ['4', 3, 'молодец']], ['№ 5']])
  const tomorrow = diary.days[4]!.lessons[0]!
  assert.deepEqual([tomorrow.due.map((one) => one.text), tomorrow.works.map((one) => one.weight)], [['№ 5'], [4]])
  assert.equal(diary.days[2]!.lessons[0]!.attendance?.code, 'absent')
  const others = await (await s.as(s.otherParent)).call(getDiaryWeek, { params: { ...own(), studentId: s.otherPupil.id }, query: { week } })
  assert.deepEqual([others.days[4]!.lessons[0]!.due.map((one) => [one.text, one.personal]), others.days[3]!.lessons[0]!.marks], [[['№ 5', false], ['Лично', true]], []])
})

test('who reads a diary, and who finds nothing', async () => {
  for (const route of [getDiaryWeek, getStudentToday, listAbsences, getSubjects] as const) {
    for (const who of readers()) assert.ok(await (await s.as(who)).call(route, { params: own(), query: {} }))
    for (const who of strangers()) await assert.rejects((await s.as(who)).call(route, { params: own(), query: {} }), { status: 404, code: 'not_found' })
    await assert.rejects((await s.as(null)).call(route, { params: own(), query: {} }), { status: 401 })
    for (const who of [s.operator, s.regionalCurator, s.municipalCurator]) await assert.rejects((await s.as(who)).call(route, { params: own(), query: {} }), { status: 403 })
  }
  await assert.rejects((await s.as(s.parent)).call(getDiaryWeek, { params: own(), query: { week: '2026-10-13' } }), { status: 400, code: 'journal.not_monday' })
})

test('the office leaves a note that it looked, the family and the class teacher none', async () => {
  const rows = await s.make.rows<{ reader_id: string }>('select distinct reader_id from audit.access where about_id = $1', [s.pupil.id])
  assert.deepEqual(rows.map((row) => row.reader_id).sort(), [s.principal.id, s.deputyHead.id, s.admin.id].sort())
})

test('an average with everything it is made of', async () => {
  const at = { params: { ...own(), courseId: s.course.id }, query: {} }
  const told = await (await s.as(s.parent)).call(explainAverage, at)
  assert.deepEqual([told.sum, told.weights, told.average, told.quotient, told.exact, told.proposed, told.proposedBy], [17, 4, '4.25', '4.25', true, '4', 'roundedDown'])
  assert.deepEqual([told.counted.map((one) => one.product), told.enough, told.rule?.edition], [[5, 12], false, 1])
  assert.deepEqual(told.forecast[0], { value: '5', weight: 1, count: 2, average: '4.50', proposed: '5' })
  assert.equal((await (await s.as(s.teacher)).call(getSubjectPage, at)).marks.length, 2)
  for (const who of [s.otherTeacher, s.otherParent, s.stranger.parent]) for (const route of [explainAverage, getSubjectPage] as const) await assert.rejects((await s.as(who)).call(route, at), { status: 404 })
  const overview = await (await s.as(s.pupil)).call(getSubjects, { params: own(), query: {} })
  assert.deepEqual(overview.subjects.map((one) => [one.subject.name, one.summary?.average, one.summary?.missed, one.marks.length]), [['Алгебра', '4.25', 1, 2]])
  await assert.rejects((await s.as(s.pupil)).call(getSubjects, { params: own(), query: { period: newId() } }), { status: 404 })
})

test('absences, today and the signature', async () => {
  const parent = await s.as(s.parent)
  const { absences, totals } = await parent.call(listAbsences, { params: own(), query: {} })
  assert.deepEqual([absences.length, totals.lessons, totals.days, totals.withoutReason], [1, 1, 1, 1])
  const today = await parent.call(getStudentToday, { params: own(), query: {} })
  assert.deepEqual([today.next?.date, today.next?.minutes, today.newMarks.length, today.withoutReason.length, today.signature], ['2026-10-16', 20, 2, 1, { week: '2026-10-05', signed: false }])
  await parent.call(acknowledgeWeek, { params: { ...own(), week: '2026-10-05' } })
  await parent.call(acknowledgeWeek, { params: { ...own(), week: '2026-10-05' } })
  assert.equal((await parent.call(getStudentToday, { params: own(), query: {} })).signature?.signed, true)
  assert.deepEqual((await parent.call(getDiaryWeek, { params: own(), query: { week } })).acknowledgements.map((one) => one.guardian.id), [s.parent.id])
  await assert.rejects(parent.call(acknowledgeWeek, { params: { ...own(), week: '2026-10-19' } }), { code: 'journal.week_ahead' })
  await assert.rejects((await s.as(s.otherParent)).call(acknowledgeWeek, { params: { ...own(), week } }), { status: 404 })
  await assert.rejects((await s.as(s.pupil)).call(acknowledgeWeek, { params: { ...own(), week } }), { status: 403 })
})

test('the teacher sees the day and what is lacking; the office the lagging pages', async () => {
  const teacher = await s.as(s.teacher)
  const day = await teacher.call(getTeacherDay, { params: { schoolId: s.id }, query: {} })
  assert.deepEqual([day.date, day.now, day.lessons.map((one) => [one.when, one.topic, one.pupils, one.missing]), day.currentId, day.next], [testToday, '10:30', [['now', 'Формулы', 2, []]], s.lesson.id, { date: '2026-10-16', lessons: 1, starts: '09:30' }])
  const { lessons } = await teacher.call(listUnfilled, { params: { schoolId: s.id } })
  assert.deepEqual(lessons.map((one) => [one.date, one.missing]), [['2026-10-14', ['topic', 'homework']]])
  const overview = await (await s.as(s.deputyHead)).call(getSchoolOverview, { params: { schoolId: s.id }, query: {} })
  assert.deepEqual(overview.withoutTeacher, [])
  const away = { schoolId: s.id, id: newId() }
  await (await s.as(s.deputyHead)).call(putAbsence, { params: away, body: { teacherId: s.teacher.id, starts: testToday, ends: testToday, reason: 'sick', note: '', basedOn: null } })
  assert.deepEqual((await (await s.as(s.deputyHead)).call(getSchoolOverview, { params: { schoolId: s.id }, query: {} })).withoutTeacher.map((one) => one.id), [s.lesson.id], 'a lesson whose teacher is away has nobody until it is settled')
  await (await s.as(s.deputyHead)).call(removeAbsence, { params: away })
  assert.deepEqual(overview.unfilled.map((one) => [one.courseId, one.lessons, one.teachers[0]?.id]), [[s.course.id, 1, s.teacher.id]])
  for (const who of [s.pupil, s.parent, s.admin]) await assert.rejects((await s.as(who)).call(getTeacherDay, { params: { schoolId: s.id }, query: {} }), { status: 403 })
  await assert.rejects((await s.as(s.teacher)).call(getSchoolOverview, { params: { schoolId: s.id }, query: {} }), { status: 403 })
  await assert.rejects((await s.as(s.stranger.deputyHead)).call(getSchoolOverview, { params: { schoolId: s.id }, query: {} }), { status: 404 })
})

test('the end of a guardianship closes the diary at once', async () => {
  await s.make.rows(`update registry.guardianship set valid_to = '2026-10-14' where id = $1`, [s.parent.guardianshipId])
  for (const route of [getDiaryWeek, getStudentToday, listAbsences, getSubjects] as const) await assert.rejects((await s.as(s.parent)).call(route, { params: own(), query: {} }), { status: 404 })
  await assert.rejects((await s.as(s.parent)).call(acknowledgeWeek, { params: { ...own(), week } }), { status: 404 })
  await s.make.rows(`update registry.guardianship set valid_to = null, restricted = true where id = $1`, [s.parent.guardianshipId])
  await assert.rejects((await s.as(s.parent)).call(getDiaryWeek, { params: own(), query: {} }), { status: 404 })
})

test('what a pupil has not done: debts, control works the others have written, homework nobody ticked', async () => {
  const teacher = await s.as(s.teacher)
  const control = await aWorkType(s.make, s.id, { name: 'Контрольная' })
  await s.make.rows('update journal.work_type set is_control = true where id = $1', [control.id])
  const [written, owed, lonely] = [await aWork(s.make, s.id, s.lesson, control.id, s.teacher.id), await aWork(s.make, s.id, s.lesson, s.workType.id, s.teacher.id), await aWork(s.make, s.id, s.lesson, control.id, s.teacher.id)]
  const put = (workId: string, studentId: string, value: 'debt' | '4') => teacher.call(putMark, { params: { schoolId: s.id, workId, markId: newId() }, body: { studentId, value, ...(value === 'debt' ? { debtDue: '2026-10-20' } : {}), basedOn: null } as never })
  await put(written.id, s.otherPupil.id, '4')
  await put(owed.id, s.pupil.id, 'debt')
  const missing = await (await s.as(s.pupil)).call(getMissing, { params: own() })
  assert.deepEqual(missing.debts.map((one) => [one.subject, one.due, one.overdue]), [['Алгебра', '2026-10-20', false]])
  assert.deepEqual(missing.unwritten.map((one) => [one.workId, one.work, one.away]), [[written.id, 'Контрольная', false]], lonely.id)
  assert.deepEqual(missing.homework.map((one) => [one.text, one.late]), [['№ 5', false]])
  await s.make.rows('update journal.mark set debt_due = $2 where student_id = $1 and value = $3', [s.pupil.id, '2026-10-14', 'debt'])
  await s.make.rows('update journal.homework set due_date = $2 where id = $1', [missing.homework[0]!.id, '2026-10-14'])
  const later = await (await s.as(s.pupil)).call(getMissing, { params: own() })
  assert.deepEqual([later.debts.map((one) => one.overdue), later.homework.map((one) => one.late)], [[true], [true]])
  await (await s.as(s.pupil)).call(tickHomework, { params: { ...own(), homeworkId: missing.homework[0]!.id }, body: { done: true } })
  assert.deepEqual((await (await s.as(s.pupil)).call(getMissing, { params: own() })).homework, [])
  for (const who of [s.homeroom, s.principal]) assert.ok(await (await s.as(who)).call(getMissing, { params: own() }))
  for (const who of strangers()) await assert.rejects((await s.as(who)).call(getMissing, { params: own() }), { status: 404 })
  await assert.rejects((await s.as(null)).call(getMissing, { params: own() }), { status: 401 })
  await assert.rejects((await s.as(s.pupil)).call(getMissing, { params: { ...own(), studentId: 'x' } }), { status: 400 })
})
