import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, testToday, type TestSchool } from '@school/app-server/testing'
import {
  checkAttendance, classAbsences, closeLesson, decideExcuse, listExcuses, putExcuse, getLessonSheet, getPage, homeworkLoad, listCourses, putAbsenceReason, putAbsenceSpan, putAttendance, putHomework, putLessonRecord, putMark, putWork, removeAbsenceSpan, removeHomework, removeWork, tickHomework,
} from '@school/journal/contract'
import { layProgramme } from '@school/planning/contract'
import { aProgramme } from '@school/planning/testing'
import { aCourse, aLesson } from '@school/schedule/testing'
import type { Refused } from '@school/testing'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())
const at = () => ({ schoolId: s.id, lessonId: s.lesson.id })
const everyoneElse = () => [s.otherTeacher, s.stranger.teacher, s.stranger.principal]

test('topic and note: written, repeated, contradicted', async () => {
  const teacher = await s.as(s.teacher)
  const record = { params: at(), body: { topic: 'Формулы', note: 'принести линейку', basedOn: null } }
  assert.equal((await teacher.call(putLessonRecord, record)).revision, 1)
  assert.equal((await teacher.call(putLessonRecord, record)).revision, 1)
  await assert.rejects(teacher.call(putLessonRecord, { params: at(), body: { topic: 'Иное', basedOn: null } }), (error: Refused) => error.code === 'journal.changed_meanwhile' && (error.details['now'] as { topic: string }).topic === 'Формулы')
  assert.equal((await teacher.call(putLessonRecord, { params: at(), body: { topic: 'Формулы сокращённого умножения', basedOn: 1 } })).note, 'принести линейку')
  for (const who of everyoneElse()) await assert.rejects((await s.as(who)).call(putLessonRecord, record), { status: 404 })
  await assert.rejects((await s.as(null)).call(putLessonRecord, record), { status: 401 })
  await assert.rejects((await s.as(s.parent)).call(putLessonRecord, record), { status: 403 })
  await assert.rejects((await s.as(s.principal)).call(putLessonRecord, { params: at(), body: { topic: 'x', basedOn: 2 } }), { code: 'journal.reason_needed' })
  assert.equal((await teacher.raw('PUT', `/api/schools/${s.id}/lessons/${s.lesson.id}/record`, { topic: 'а'.repeat(501), basedOn: 2 })).statusCode, 400)
})

test('the plan of the course offers its topic, and taking it is told to the plan', async () => {
  const teacher = await s.as(s.teacher)
  assert.equal((await teacher.call(getLessonSheet, { params: at() })).plan, null)
  const programme = await aProgramme(s.make, s.id, { subjectId: s.subject.id, grade: 7, by: s.teacher.id, topics: [{ topic: 'Тождества', hours: 2 }, { topic: 'Уравнения' }] })
  await teacher.call(layProgramme, { params: { schoolId: s.id, id: programme.id }, body: { courseIds: [s.course.id] } })
  const { plan, record } = await teacher.call(getLessonSheet, { params: at() })
  assert.deepEqual([plan?.told, plan?.here.map((one) => [one.topic, one.part, one.parts]), plan?.next.map((one) => one.topic)], [false, [['Тождества', 1, 2]], ['Уравнения']])
  const put = { params: at(), body: { topic: 'Уравнения', planItemIds: [plan!.next[0]!.id], basedOn: record.revision } }
  await assert.rejects(teacher.call(putLessonRecord, { ...put, body: { ...put.body, planItemIds: [newId()] } }), { status: 404 })
  await teacher.call(putLessonRecord, put)
  const after = (await teacher.call(getLessonSheet, { params: at() })).plan
  assert.deepEqual([after?.told, after?.here.map((one) => one.topic)], [true, ['Уравнения']])
  await teacher.call(putLessonRecord, { params: at(), body: { topic: record.topic, basedOn: record.revision! + 1 } })
})

test('works: planned, weighed by their type, kept while they hold marks', async () => {
  const teacher = await s.as(s.teacher)
  const params = { ...at(), workId: newId() }
  const work = await teacher.call(putWork, { params, body: { typeId: s.workType.id, title: 'Вариант 2', basedOn: null } })
  assert.deepEqual([work.weight, work.revision, work.type], [1, 1, 'Ответ на уроке'])
  assert.equal((await teacher.call(putWork, { params, body: { typeId: s.workType.id, title: 'Вариант 2', basedOn: null } })).revision, 1)
  assert.equal((await teacher.call(putWork, { params, body: { typeId: s.workType.id, weight: 3, basedOn: 1 } })).weight, 3)
  const mark = { params: { schoolId: s.id, workId: params.workId, markId: newId() }, body: { studentId: s.pupil.id, value: '5' as const, basedOn: null } }
  await teacher.call(putMark, mark)
  await assert.rejects(teacher.call(removeWork, { params, query: { basedOn: 2 } }), { code: 'journal.work_has_marks' })
  await teacher.call(putMark, { ...mark, body: { ...mark.body, value: '', basedOn: 1 } })
  await assert.rejects(teacher.call(removeWork, { params, query: { basedOn: 1 } }), { code: 'journal.changed_meanwhile' })
  await teacher.call(removeWork, { params, query: { basedOn: 2 } })
  for (const who of everyoneElse()) await assert.rejects((await s.as(who)).call(putWork, { params, body: { typeId: s.workType.id, basedOn: 3 } }), { status: 404 })
  await assert.rejects(teacher.call(putWork, { params: { ...at(), workId: newId() }, body: { typeId: s.stranger.workType.id, basedOn: null } }), { status: 404 })
})

test('homework: due at a lesson, the load of the class beside the norm, ticked by the pupil', async () => {
  const teacher = await s.as(s.teacher)
  const next = await aLesson(s.make, s.id, s.course.id, '2026-10-16', 1)
  const other = await aCourse(s.make, s.id, { groupId: s.classUnit.id, subjectId: (await s.make.insert('registry.subject', { school_id: s.id, id: newId(), name: 'Физика', short_name: 'Физ' })).id, teacherIds: [s.otherTeacher.id] })
  const physics = await aLesson(s.make, s.id, other.id, testToday, 4)
  const params = { ...at(), homeworkId: newId() }
  const body = { text: '§ 5, № 118', minutes: 25, links: [{ title: 'Лист', href: '/files/1' }], dueDate: '2026-12-01', dueLessonId: next.id, studentIds: null, basedOn: null }
  await (await s.as(s.otherTeacher)).call(putHomework, { params: { schoolId: s.id, lessonId: physics.id, homeworkId: newId() }, body: { ...body, minutes: 85, dueDate: '2026-10-16', dueLessonId: null } })
  const live = await s.live(s.parent)
  const given = await teacher.call(putHomework, { params, body })
  assert.deepEqual([given.homework.dueDate, given.load.total, given.load.own, given.load.norm, given.load.grade], ['2026-10-16', 110, 25, 150, 7])
  await live.hears('journal.homework.put', 1000)
  live.close()
  assert.equal((await teacher.call(putHomework, { params, body })).homework.revision, 1)
  assert.deepEqual((await teacher.call(homeworkLoad, { params: at(), query: { date: '2026-10-16' } })).courses.map((one) => one.minutes), [25, 85])
  await assert.rejects(teacher.call(putHomework, { params: { ...at(), homeworkId: newId() }, body: { ...body, dueLessonId: null, dueDate: '2026-10-14' } }), { code: 'journal.due_too_early' })
  await assert.rejects(teacher.call(putHomework, { params: { ...at(), homeworkId: newId() }, body: { ...body, dueLessonId: physics.id } }), { code: 'journal.due_lesson_wrong' })
  await assert.rejects(teacher.call(putHomework, { params: { ...at(), homeworkId: newId() }, body: { ...body, studentIds: [s.stranger.pupil.id] } }), { code: 'journal.not_in_class' })
  assert.equal((await teacher.raw('PUT', `/api/schools/${s.id}/lessons/${s.lesson.id}/homework/${newId()}`, { ...body, links: [{ title: 'x', href: 'javascript:alert(1)' }] })).statusCode, 400)
  for (const who of everyoneElse()) await assert.rejects((await s.as(who)).call(putHomework, { params, body }), { status: 404 })
  const ticked = { params: { schoolId: s.id, studentId: s.pupil.id, homeworkId: params.homeworkId }, body: { done: true } }
  assert.deepEqual(await (await s.as(s.pupil)).call(tickHomework, ticked), { done: true })
  await assert.rejects((await s.as(s.otherPupil)).call(tickHomework, ticked), { status: 404 })
  await assert.rejects((await s.as(s.parent)).call(tickHomework, ticked), { status: 403 })
  const sheet = await teacher.call(getLessonSheet, { params: { schoolId: s.id, lessonId: next.id } })
  assert.deepEqual(sheet.due.map((one) => [one.text, one.done]), [['§ 5, № 118', 1]])
  await teacher.call(removeHomework, { params, query: { basedOn: 1 } })
  assert.equal((await teacher.call(getLessonSheet, { params: at() })).given.length, 0)
})

test('attendance: the teacher the fact, the class teacher the reason, also for days to come', async () => {
  const teacher = await s.as(s.teacher)
  const params = { ...at(), studentId: s.pupil.id }
  const live = await s.live(s.parent)
  const absent = await teacher.call(putAttendance, { params, body: { code: 'absent', basedOn: null } })
  assert.deepEqual([absent.code, absent.reason, absent.revision], ['absent', null, 1])
  await live.hears('journal.attendance.put', 1000)
  live.close()
  await assert.rejects(teacher.call(putAttendance, { params, body: { code: 'late', minutes: 5, basedOn: null } }), { code: 'journal.changed_meanwhile' })
  await assert.rejects(teacher.call(putAttendance, { params, body: { code: 'absent', minutes: 5, basedOn: 1 } }), { code: 'journal.minutes_only_late' })
  await assert.rejects(teacher.call(putAbsenceReason, { params, body: { reason: 'illness', basedOn: 1 } }), { status: 403 })
  const homeroom = await s.as(s.homeroom, 'homeroomTeacher')
  assert.equal((await homeroom.call(classAbsences, { params: { schoolId: s.id, classId: s.classUnit.id }, query: { only: 'withoutReason' } })).students.length, 1)
  const explained = await homeroom.call(putAbsenceReason, { params, body: { reason: 'excused', note: 'у врача', basedOn: 1 } })
  assert.deepEqual([explained.reason, explained.reasonNote, explained.revision], ['excused', 'у врача', 2])
  await assert.rejects((await s.as(s.stranger.homeroom, 'homeroomTeacher')).call(putAbsenceReason, { params, body: { reason: 'illness', basedOn: 2 } }), { status: 404 })
  const span = { params: { schoolId: s.id, studentId: s.pupil.id, spanId: newId() }, body: { from: '2026-10-14', to: '2026-10-17', reason: 'illness' as const, note: 'справка', basedOn: null } }
  assert.deepEqual([(await homeroom.call(putAbsenceSpan, span)).absences, (await homeroom.call(putAbsenceSpan, span)).span.revision], [1, 1])
  await assert.rejects(homeroom.call(putAbsenceSpan, { ...span, body: { ...span.body, to: '2026-10-01', basedOn: 1 } }), { code: 'journal.span_wrong' })
  const yesterday = await aLesson(s.make, s.id, s.course.id, '2026-10-14', 1)
  const later = await teacher.call(putAttendance, { params: { schoolId: s.id, lessonId: yesterday.id, studentId: s.pupil.id }, body: { code: 'absent', basedOn: null } })
  assert.deepEqual([later.reason, later.reasonNote], ['illness', 'справка'])
  const listed = await homeroom.call(classAbsences, { params: { schoolId: s.id, classId: s.classUnit.id }, query: { from: '2026-10-01', to: '2026-10-31' } })
  assert.deepEqual([listed.students[0]?.lessons.length, listed.spans[0]?.by?.id], [2, s.homeroom.id])
  assert.equal((await homeroom.call(removeAbsenceSpan, { params: span.params })).absences, 2)
  for (const who of [s.otherTeacher, s.teacher]) await assert.rejects((await s.as(who)).call(classAbsences, { params: { schoolId: s.id, classId: s.classUnit.id }, query: {} }), { status: 403 })
})

test('a parent excuses an absence, the class teacher accepts it', async () => {
  const parent = await s.as(s.parent)
  const homeroom = await s.as(s.homeroom, 'homeroomTeacher')
  const params = { schoolId: s.id, studentId: s.pupil.id, excuseId: newId() }
  const body = { from: '2026-10-14', to: '2026-10-15', reason: 'excused' as const, text: 'были у врача' }
  const live = await s.live(s.homeroom)
  assert.equal((await parent.call(putExcuse, { params, body })).state, 'asked')
  await live.hears('journal.excuse.put', 1000)
  live.close()
  assert.equal((await parent.call(putExcuse, { params, body })).by?.id, s.parent.id)
  await assert.rejects(parent.call(putExcuse, { params, body: { ...body, text: 'иначе' } }), { code: 'journal.id_taken' })
  await assert.rejects(parent.call(putExcuse, { params: { ...params, excuseId: newId() }, body: { ...body, to: '2026-10-01' } }), { code: 'journal.span_wrong' })
  await assert.rejects((await s.as(s.otherParent)).call(putExcuse, { params, body }), { status: 404 })
  await assert.rejects((await s.as(s.pupil)).call(putExcuse, { params, body }), { status: 403 })
  const waiting = await homeroom.call(classAbsences, { params: { schoolId: s.id, classId: s.classUnit.id }, query: {} })
  assert.deepEqual(waiting.excuses.map((one) => one.id), [params.excuseId])
  await assert.rejects((await s.as(s.stranger.homeroom, 'homeroomTeacher')).call(decideExcuse, { params, body: { accept: true } }), { status: 404 })
  assert.equal((await homeroom.call(decideExcuse, { params, body: { accept: true } })).state, 'accepted')
  await assert.rejects(homeroom.call(decideExcuse, { params, body: { accept: false } }), { code: 'journal.excuse_decided' })
  const after = await homeroom.call(classAbsences, { params: { schoolId: s.id, classId: s.classUnit.id }, query: { from: '2026-10-14', to: '2026-10-15' } })
  assert.deepEqual([after.excuses, after.students[0]?.lessons.map((one) => one.reason)], [[], ['excused', 'excused']])
  assert.equal((await parent.call(listExcuses, { params: { schoolId: s.id, studentId: s.pupil.id } })).length, 1)
  await assert.rejects((await s.as(s.otherParent)).call(listExcuses, { params: { schoolId: s.id, studentId: s.pupil.id } }), { status: 404 })
})

test('a closed lesson takes nothing until the office opens it and says why', async () => {
  const teacher = await s.as(s.teacher)
  assert.ok((await teacher.call(checkAttendance, { params: at(), body: { checked: true } })).attendanceCheckedAt)
  assert.equal((await teacher.call(closeLesson, { params: at(), body: { closed: true } })).closed, true)
  const mark = { params: { schoolId: s.id, workId: s.work.id, markId: newId() }, body: { studentId: s.pupil.id, value: '5' as const, basedOn: null } }
  await assert.rejects(teacher.call(putMark, mark), { code: 'journal.lesson_closed' })
  await assert.rejects(teacher.call(putWork, { params: { ...at(), workId: newId() }, body: { typeId: s.workType.id, basedOn: null } }), { code: 'journal.lesson_closed' })
  await assert.rejects(teacher.call(closeLesson, { params: at(), body: { closed: false } }), { code: 'journal.office_opens' })
  const deputy = await s.as(s.deputyHead)
  await assert.rejects(deputy.call(closeLesson, { params: at(), body: { closed: false } }), { code: 'journal.reason_needed' })
  assert.equal((await deputy.call(closeLesson, { params: at(), body: { closed: false, reason: 'ошибка в теме' } })).closed, false)
  assert.equal((await teacher.call(putMark, mark)).value, '5')
})

test('the page: own ones first, everything of a range in one reply', async () => {
  const teacher = await s.as(s.teacher)
  const { courses, today } = await teacher.call(listCourses, { params: { schoolId: s.id }, query: {} })
  assert.deepEqual([today, courses.map((one) => one.id), courses[0]?.mine], [testToday, [s.course.id], true])
  const page = await teacher.call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: {} })
  assert.deepEqual([page.from, page.to, page.students.length, page.rule?.edition], ['2026-09-01', '2026-10-25', 2, 1])
  const column = page.lessons.find((lesson) => lesson.id === s.lesson.id)
  assert.deepEqual([column?.topic, column?.can.marks, column?.works.length], ['Формулы сокращённого умножения', true, 1])
  const summary = page.summaries.find((one) => one.studentId === s.pupil.id)
  assert.deepEqual([summary?.average, summary?.proposed, summary?.missed, summary?.enough], ['5.00', 'notAttested', 2, false])
  const week = await teacher.call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: { from: '2026-10-16', to: '2026-10-18' } })
  assert.deepEqual([week.marks.length, week.lessons.length, week.summaries.find((one) => one.studentId === s.pupil.id)?.average], [0, 1, '5.00'])
  for (const [who, write] of [[s.homeroom, false], [s.admin, false], [s.deputyHead, true]] as const) assert.equal((await (await s.as(who)).call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: {} })).can.write, write)
  for (const who of everyoneElse()) await assert.rejects((await s.as(who)).call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: {} }), { status: 404 })
  await assert.rejects((await s.as(s.parent)).call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: {} }), { status: 403 })
  await assert.rejects(teacher.call(getPage, { params: { schoolId: s.id, courseId: s.course.id }, query: { from: '2026-10-16', to: '2026-10-01' } }), { status: 400, code: 'journal.range_wrong' })
})

test('readable one by one is what appears in the list, for every reader of pages', async () => {
  const all = (await s.make.rows<{ id: string }>('select id from schedule.course')).map((row) => row.id)
  for (const who of [s.teacher, s.otherTeacher, s.homeroom, s.admin, s.principal, s.deputyHead, s.stranger.teacher, s.stranger.homeroom]) {
    const caller = await s.as(who)
    for (const schoolId of [s.id, s.stranger.id]) {
      const listed = new Set(await caller.call(listCourses, { params: { schoolId }, query: {} }).then(({ courses }) => courses.map((one) => one.id), () => []))
      for (const courseId of all) {
        const opens = await caller.call(getPage, { params: { schoolId, courseId }, query: {} }).then(() => true, () => false)
        assert.equal(opens, listed.has(courseId))
      }
    }
  }
})
