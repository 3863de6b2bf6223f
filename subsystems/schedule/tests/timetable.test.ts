import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, testToday, type TestSchool } from '@school/app-server/testing'
import { putHomework, putMark } from '@school/journal/contract'
import { aSubject } from '@school/registry/testing'
import { aCourse } from '@school/schedule/testing'
import type { Refused, TestCaller } from '@school/testing'
import { changeLesson, dayInRooms, getTimetable, lessonPickers, lessonsOfWeek, listTimetables, makeLessons, putEntry, putTimetable, removeEntry, type Lesson } from '../contract/index.ts'

let s: TestSchool
let office: TestCaller
const ids = { timetable: newId(), entry: newId(), physics: '', room: newId() }
before(async () => {
  s = await testSchool()
  office = await s.as(s.deputyHead)
  ids.physics = (await aCourse(s.make, s.id, { groupId: s.classUnit.id, subjectId: (await aSubject(s.make, s.id, 'Физика')).id, teacherIds: [s.teacher.id] })).id
  await s.make.insert('registry.room', { school_id: s.id, id: ids.room, name: '305' })
})
after(() => s.close())

async function refuses(call: (caller: TestCaller) => Promise<unknown>) {
  await assert.rejects(call(await s.as(null)), { status: 401 })
  for (const who of [s.teacher, s.parent, s.pupil]) await assert.rejects(call(await s.as(who)), { status: 403 })
  await assert.rejects(call(await s.as(s.stranger.deputyHead)), { status: 404 })
}
const week = async (monday: string, caller = office, asked: object = { classId: s.classUnit.id }): Promise<Lesson[]> => (await caller.call(lessonsOfWeek, { params: { schoolId: s.id }, query: { week: monday, ...asked } })).lessons
const at = () => ({ schoolId: s.id, id: ids.timetable })
const entry = (over = {}) => ({ weekday: 4, number: 2, week: null, courseId: s.course.id, roomId: ids.room, ...over })

test('a timetable begins on a day, an entry becomes lessons of the coming weeks', async () => {
  const body = { year: 2026, name: 'Первое полугодие', validFrom: '2026-09-01', copyOf: null }
  await refuses((caller) => caller.call(putTimetable, { params: at(), body }))
  assert.equal((await office.call(putTimetable, { params: at(), body })).inForce, true)
  await assert.rejects(office.call(putTimetable, { params: { schoolId: s.id, id: newId() }, body }), { code: 'schedule.date_taken' })
  await assert.rejects(office.call(putTimetable, { params: { schoolId: s.id, id: newId() }, body: { ...body, year: 2030 } }), { code: 'schedule.year_not_open' })
  const params = { ...at(), entryId: ids.entry }
  await refuses((caller) => caller.call(putEntry, { params, body: entry() }))
  assert.deepEqual((await office.call(putEntry, { params, body: entry() })).room?.name, '305')
  await assert.rejects(office.call(putEntry, { params, body: entry({ courseId: s.stranger.course.id }) }), { status: 404 })
  await assert.rejects(office.call(putEntry, { params, body: entry({ weekday: 8 }) }), { status: 400 })
  assert.deepEqual((await week('2026-10-19')).map((one) => [one.date, one.number, one.starts, one.room?.name, one.teachers[0]?.id]), [['2026-10-22', 2, '09:25', '305', s.teacher.id]])
})

test('who reads which week', async () => {
  assert.equal((await week('2026-10-19', await s.as(s.pupil), {})).length, 1)
  assert.equal((await week('2026-10-19', await s.as(s.parent), {})).length, 1)
  assert.equal((await week('2026-10-19', await s.as(s.teacher), {})).length, 1)
  assert.equal((await week('2026-10-19', await s.as(s.otherTeacher), {})).length, 0)
  assert.equal((await week('2026-10-19', await s.as(s.otherTeacher), { roomId: ids.room })).length, 1)
  await assert.rejects(week('2026-10-19', await s.as(s.pupil), { studentId: s.otherPupil.id }), { status: 404 })
  await assert.rejects(week('2026-10-19', await s.as(s.parent), { studentId: s.otherPupil.id }), { status: 404 })
  await assert.rejects(week('2026-10-19', await s.as(s.parent), { classId: s.classUnit.id }), { status: 404 })
  await assert.rejects(week('2026-10-19', await s.as(s.stranger.teacher)), { status: 404 })
  await assert.rejects(week('2026-10-19', await s.as(null)), { status: 401 })
  await assert.rejects(week('2026-10-20'), { code: 'schedule.not_a_monday' })
  await assert.rejects(week('2026-10-19', office, { classId: s.classUnit.id, roomId: ids.room }), { code: 'schedule.whose_lessons' })
  assert.deepEqual((await (await s.as(s.teacher)).call(lessonPickers, { params: { schoolId: s.id } })).rooms.map((one) => one.name), ['305'])
  await assert.rejects((await s.as(s.pupil)).call(lessonPickers, { params: { schoolId: s.id } }), { status: 403 })
})

test('clashes of a teacher, a room and a class are told', async () => {
  const other = newId()
  await office.call(putEntry, { params: { ...at(), entryId: other }, body: entry({ courseId: ids.physics }) })
  const { clashes, entries, can } = await office.call(getTimetable, { params: at(), query: {} })
  assert.deepEqual(clashes.map((one) => one.kind).toSorted(), ['group', 'room', 'teacher'])
  assert.deepEqual([entries.length, can.change], [2, true])
  assert.equal((await (await s.as(s.teacher)).call(getTimetable, { params: at(), query: { roomId: ids.room } })).entries.length, 2)
  await office.call(putEntry, { params: { ...at(), entryId: other }, body: entry({ courseId: ids.physics, week: 'A' }) })
  await office.call(putEntry, { params: { ...at(), entryId: ids.entry }, body: entry({ week: 'B' }) })
  assert.equal((await office.call(getTimetable, { params: at(), query: {} })).clashes.length, 0)
  await office.call(putEntry, { params: { ...at(), entryId: ids.entry }, body: entry() })
  await refuses((caller) => caller.call(removeEntry, { params: { ...at(), entryId: other } }))
  await office.call(removeEntry, { params: { ...at(), entryId: other } })
  await assert.rejects(office.call(removeEntry, { params: { ...at(), entryId: other } }), { status: 404 })
  await assert.rejects((await s.as(s.pupil)).call(getTimetable, { params: at(), query: {} }), { status: 403 })
  await assert.rejects((await s.as(s.stranger.deputyHead)).call(getTimetable, { params: at(), query: {} }), { status: 404 })
})

test('one lesson gets a substitute, another room, another day; those who come hear at once', async () => {
  const [lesson] = await week('2026-10-19')
  const params = { schoolId: s.id, lessonId: lesson!.id }
  const live = [await s.live(s.parent), await s.live(s.otherTeacher)]
  const changed = await office.call(changeLesson, { params, body: { state: 'replaced', teacherIds: [s.otherTeacher.id], roomId: null, basedOn: 1 } })
  assert.deepEqual([changed.state, changed.room, changed.teachers.map((one) => [one.id, one.substitute])], ['replaced', null, [[s.otherTeacher.id, true]]])
  for (const one of live) { assert.equal((await one.next(1000)).facts?.[0]?.name, 'schedule.lesson.changed'); one.close() }
  assert.equal((await week('2026-10-19', await s.as(s.otherTeacher), {})).length, 1)
  assert.equal((await week('2026-10-19', await s.as(s.teacher), {})).length, 0)
  await assert.rejects(office.call(changeLesson, { params, body: { state: 'cancelled', basedOn: 1 } }), { code: 'schedule.changed_meanwhile' })
  await assert.rejects(office.call(changeLesson, { params, body: { state: 'replaced', teacherIds: [s.stranger.teacher.id], basedOn: 2 } }), { code: 'schedule.not_staff' })
  await assert.rejects(office.call(changeLesson, { params, body: { state: 'moved', number: 13, basedOn: 2 } }), { code: 'schedule.no_bell' })
  const moved = await office.call(changeLesson, { params, body: { state: 'moved', date: '2026-10-27', number: 5, basedOn: 2 } })
  assert.deepEqual([moved.date, moved.number, moved.starts], ['2026-10-27', 5, '12:25'])
  assert.equal((await week('2026-10-26', await s.as(s.otherTeacher), {})).length, 1)
  await refuses((caller) => caller.call(changeLesson, { params, body: { state: 'cancelled', basedOn: 3 } }))
  await assert.rejects(office.call(changeLesson, { params: { schoolId: s.id, lessonId: s.stranger.lesson.id }, body: { state: 'cancelled', basedOn: 1 } }), { status: 404 })
  assert.equal((await s.trace('schedule.lesson.change')).length, 2)
})

test('a lesson with marks or absences is not cancelled, the refusal counts them; moved it may be, and cancelled when nothing stands', async () => {
  const params = { schoolId: s.id, lessonId: s.lesson.id }
  const cancel = (basedOn: number) => office.call(changeLesson, { params, body: { state: 'cancelled', basedOn } })
  const teacher = await s.as(s.teacher, 'teacher')
  const mark = { params: { schoolId: s.id, workId: s.work.id, markId: newId() } }
  await teacher.call(putMark, { ...mark, body: { studentId: s.pupil.id, value: '4', basedOn: null } as never })
  await s.make.insert('journal.attendance', { school_id: s.id, lesson_id: s.lesson.id, student_id: s.otherPupil.id, course_id: s.course.id, date: testToday, code: 'absent', revision: 1, put_by: s.teacher.id, put_at: new Date('2026-10-15T07:00:00Z') })
  await assert.rejects(cancel(1), (error: Refused) => error.code === 'schedule.lesson_has_records' && error.details['marks'] === 1 && error.details['absences'] === 1)
  assert.equal((await s.make.rows<{ state: string }>('select state from schedule.lesson where id = $1', [s.lesson.id]))[0]?.state, 'planned')
  await teacher.call(putMark, { ...mark, body: { studentId: s.pupil.id, value: '', basedOn: 1 } as never })
  await s.make.rows('delete from journal.attendance where lesson_id = $1', [s.lesson.id])
  assert.equal((await cancel(1)).state, 'cancelled')
  assert.equal((await office.call(changeLesson, { params, body: { state: 'cancelled', basedOn: 2 } })).state, 'cancelled', 'again is harmless')
})

test('rooms and teachers of a day with what takes them', async () => {
  const params = { schoolId: s.id, date: '2026-11-05' }
  const day = await (await s.as(s.teacher)).call(dayInRooms, { params })
  assert.deepEqual(day.rooms.map((one) => [one.name, one.taken.map((taken) => taken.number)]), [['305', [2]]])
  assert.deepEqual(day.teachers.find((one) => one.id === s.teacher.id)?.taken.map((one) => one.number), [2])
  assert.deepEqual(day.teachers.find((one) => one.id === s.otherTeacher.id)?.taken, [])
  assert.equal(day.numbers.length, 7)
  await assert.rejects((await s.as(s.pupil)).call(dayInRooms, { params }), { status: 403 })
  await assert.rejects((await s.as(s.stranger.teacher)).call(dayInRooms, { params }), { status: 404 })
  await assert.rejects((await s.as(null)).call(dayInRooms, { params }), { status: 401 })
})

test('making lessons again changes nothing; a moved lesson is not made a second time, nothing of the past goes', async () => {
  const make = { params: { schoolId: s.id }, body: { from: '2026-10-01', to: '2026-11-19' } }
  await refuses((caller) => caller.call(makeLessons, make))
  assert.deepEqual(await office.call(makeLessons, make), { made: 2, removed: 0 })
  assert.deepEqual(await office.call(makeLessons, make), { made: 0, removed: 0 })
  assert.deepEqual((await week('2026-10-19')).map((one) => one.date), [])
  await office.call(removeEntry, { params: { ...at(), entryId: ids.entry } })
  assert.equal((await week('2026-10-05')).length, 1)
  assert.equal((await week('2026-10-26')).length, 1)
  assert.equal((await week('2026-11-02')).length, 0)
  await assert.rejects(office.call(makeLessons, { ...make, body: { from: '2026-10-02', to: '2026-10-01' } }), { code: 'schedule.dates_wrong' })
})

test('a lesson with records outlives its entry; a lesson taken over by the next timetable keeps its id', async () => {
  await office.call(putEntry, { params: { ...at(), entryId: ids.entry }, body: entry() })
  const [recorded] = await week('2026-10-19')
  assert.equal(recorded, undefined, 'it was moved by hand before')
  const [next] = await week('2026-11-02')
  const [last] = await week('2026-11-09')
  await (await s.as(s.teacher)).call(putHomework, { params: { schoolId: s.id, lessonId: next!.id, homeworkId: newId() }, body: { text: '§ 1', minutes: null, links: [], dueDate: '2026-11-12', dueLessonId: null, studentIds: null, basedOn: null } })
  await s.settle()
  const later = newId()
  await office.call(putTimetable, { params: { schoolId: s.id, id: later }, body: { year: 2026, name: 'С ноября', validFrom: '2026-11-09', copyOf: ids.timetable } })
  assert.deepEqual((await week('2026-11-09')).map((one) => one.id), [last!.id])
  await office.call(removeEntry, { params: { ...at(), entryId: ids.entry } })
  assert.deepEqual((await week('2026-11-02')).map((one) => one.id), [next!.id])
  assert.deepEqual((await office.call(listTimetables, { params: { schoolId: s.id }, query: {} })).map((one) => [one.name, one.inForce]), [['С ноября', false], ['Первое полугодие', true]])
  assert.ok(testToday < '2026-11-02')
})
