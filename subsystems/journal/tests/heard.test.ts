import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { attendancePut, homeworkPut, markPut, putAttendance, putHomework, putLessonRecord, putMark } from '@school/journal/contract'
import { subsystem } from '@school/journal/server'
import { aGuardian } from '@school/registry/testing'
import { calendarChanged } from '@school/schedule/contract'
import { aLesson } from '@school/schedule/testing'
import { reading, writing } from '@school/server'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

const noticesOf = (kind: string, payload: unknown) => {
  const declared = subsystem.notices?.find((one) => one.kind === kind)
  assert.ok(declared)
  return reading(s.kit, { schoolId: s.id }, (read) => declared.to(read, payload as never))
}

test('families are told of marks, absences and homework; who has no rights is not', async () => {
  const restricted = await aGuardian(s.make, s.pupil.id, { restricted: true })
  const teacher = await s.as(s.teacher)
  const at = { schoolId: s.id, lessonId: s.lesson.id, courseId: s.course.id }
  const mark = await teacher.call(putMark, { params: { schoolId: s.id, workId: s.work.id, markId: newId() }, body: { studentId: s.pupil.id, value: '5', basedOn: null } })
  const told = await noticesOf('journal.mark', { ...at, workId: s.work.id, markId: mark.id, studentId: s.pupil.id, revision: 1 })
  assert.deepEqual(told.map((one) => one.personId).sort(), [s.pupil.id, s.parent.id].sort())
  assert.ok(!told.some((one) => one.personId === restricted.id))
  assert.deepEqual([told[0]!.data['value'], told[0]!.data['subject'], told[0]!.link], ['5', 'Алгебра', '/diary/2026-10-12'])
  await teacher.call(putAttendance, { params: { schoolId: s.id, lessonId: s.lesson.id, studentId: s.pupil.id }, body: { code: 'absent', basedOn: null } })
  assert.equal((await noticesOf('journal.absence', { ...at, studentId: s.pupil.id, revision: 1 })).length, 2)
  await teacher.call(putAttendance, { params: { schoolId: s.id, lessonId: s.lesson.id, studentId: s.pupil.id }, body: { code: 'present', basedOn: 1 } })
  assert.equal((await noticesOf('journal.absence', { ...at, studentId: s.pupil.id, revision: 2 })).length, 0)
  const homeworkId = newId()
  await teacher.call(putHomework, { params: { schoolId: s.id, lessonId: s.lesson.id, homeworkId }, body: { text: '№ 7', minutes: null, links: [], dueDate: '2026-10-16', dueLessonId: null, studentIds: null, basedOn: null } })
  const payload = { ...at, homeworkId, groupId: s.classUnit.id, dueDate: '2026-10-16', studentIds: null, revision: 1 }
  assert.deepEqual([(await noticesOf('journal.homework', payload)).length, (await noticesOf('journal.lateHomework', payload)).length], [4, 0])
  s.setNow(new Date('2026-10-15T16:30:00Z'))
  await teacher.call(putHomework, { params: { schoolId: s.id, lessonId: s.lesson.id, homeworkId }, body: { text: '№ 7, 8', minutes: null, links: [], dueDate: '2026-10-16', dueLessonId: null, studentIds: null, basedOn: 1 } })
  assert.deepEqual([(await noticesOf('journal.homework', payload)).length, (await noticesOf('journal.lateHomework', payload)).length], [0, 4])
  s.setNow(new Date('2026-10-15T07:30:00Z'))
  for (const fact of [markPut, attendancePut, homeworkPut]) assert.ok(subsystem.facts?.includes(fact))
})

test('every entitled page hears within a second, no other does', async () => {
  const lesson = await aLesson(s.make, s.id, s.course.id, '2026-10-13', 6)
  await s.make.insert('schedule.lesson_teacher', { school_id: s.id, lesson_id: lesson.id, teacher_id: s.otherTeacher.id, date: lesson.date, substitute: true })
  const entitled = [s.teacher, s.otherTeacher, s.homeroom, s.pupil, s.otherPupil, s.parent, s.deputyHead, s.principal, s.admin]
  const open = await Promise.all(entitled.map((one) => s.live(one)))
  const strangers = await Promise.all([s.stranger.teacher, s.stranger.pupil, s.stranger.parent, s.stranger.deputyHead, s.operator, s.regionalCurator].map((one) => s.live(one)))
  await (await s.as(s.teacher)).call(putLessonRecord, { params: { schoolId: s.id, lessonId: lesson.id }, body: { topic: 'Слышно всем', basedOn: null } })
  for (const live of open) await live.hears('journal.lesson.recorded', 1000)
  for (const live of strangers) await assert.rejects(live.next(100), /nothing was heard/)
  for (const live of [...open, ...strangers]) live.close()
})

test('a school that opens its year gets the usual settings', async () => {
  await s.make.rows('delete from journal.marking_rule where school_id = $1', [s.stranger.id])
  await writing(s.kit, { schoolId: s.stranger.id }, async (work) => { work.announce(calendarChanged, { schoolId: s.stranger.id, year: 2026 }, []) })
  await s.settle()
  const rules = await s.make.rows<{ valid_from: string }>('select valid_from::text from journal.marking_rule where school_id = $1', [s.stranger.id])
  assert.deepEqual(rules, [{ valid_from: '2026-08-28' }])
})
