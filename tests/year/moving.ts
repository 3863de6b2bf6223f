import assert from 'node:assert/strict'
import { addressOf, newId } from '@school/contract'
import { openContainer } from '@school/gost'
import { checkAttendance, explainFinal, getCourseFinals, getDiaryWeek, getSettings, getStudentFinals, listBroughtMarks, putLessonRecord, putMark, putWork } from '@school/journal/contract'
import { enrolPupil, getPerson, putClass, putEmployment, putSubject, withdrawPupil } from '@school/registry/contract'
import { aSchool, anEmployee } from '@school/registry/testing'
import { getClassReport, getRecordFile, getSchoolReport, listRecords, makeRecord, receiveRecord, takeRecord, type ReceivedRecord, type StudentRecordDocument } from '@school/reports/contract'
import { getCalendar, lessonsOfWeek, makeLessons, openYear, putCourse, putEntry, putTimetable } from '@school/schedule/contract'
import { finalKey, type Finals } from './closing.ts'
import type { Ledger } from './ledger.ts'
import { liveThrough } from './quarter.ts'
import { happeningOf } from './events.ts'
import { personData, type Pupil, type Story, type Who } from './story.ts'

/** The school to which somebody goes: in the same way empty but for its administrator. */
interface Other { readonly schoolId: string; readonly admin: Who; readonly deputy: Who; readonly teacher: Who; readonly classId: string; readonly courseId: string; readonly subjectId: string; readonly periods: readonly string[]; readonly lessonId: string }

async function openOther(story: Story): Promise<Other> {
  const { make } = story.world
  const { id: schoolId } = await aSchool(make)
  const admin = await anEmployee(make, schoolId, 'schoolAdmin')
  const [deputy, teacher] = [{ id: newId() }, { id: newId() }]
  const [classId, courseId, subjectId, timetable] = [newId(), newId(), newId(), newId()]
  for (const [who, role] of [[deputy, 'deputyHead'], [teacher, 'teacher']] as const) await story.as(admin, putEmployment, { params: { schoolId, id: newId() }, body: { who: { personId: who.id, data: personData('Ясная', 'Ольга') }, role, position: role, validFrom: '2026-09-01', basedOn: null } })
  await story.as(admin, putClass, { params: { schoolId, classId }, body: { schoolYear: 2026, gradeLevel: 7, course: null, letter: 'В', shift: 1, buildingId: null, homeroomTeacherId: teacher.id, previousClassId: null, basedOn: null } })
  await story.as(admin, putSubject, { params: { schoolId, id: subjectId }, body: { name: 'Алгебра', shortName: 'Алг', kind: 'core' } })
  await story.as(deputy, openYear, { params: { schoolId, year: 2026 }, body: { weekDays: 5 } })
  await story.as(deputy, putCourse, { params: { schoolId, courseId }, body: { year: 2026, groupId: classId, subjectId, hoursPerWeek: 1, teacherIds: [teacher.id], from: '2026-11-02', basedOn: null } })
  await story.as(deputy, putTimetable, { params: { schoolId, id: timetable }, body: { year: 2026, name: 'Осень', validFrom: '2026-11-02', copyOf: null } })
  await story.as(deputy, putEntry, { params: { schoolId, id: timetable, entryId: newId() }, body: { weekday: 2, number: 2, week: null, courseId, roomId: null } })
  await story.as(deputy, makeLessons, { params: { schoolId }, body: { from: '2026-11-02', to: '2026-11-20' } })
  await story.world.settle()
  const { lessons } = await story.as(deputy, lessonsOfWeek, { params: { schoolId }, query: { week: '2026-11-16', classId } })
  const { schemes } = await story.as(deputy, getCalendar, { params: { schoolId }, query: {} })
  return { schoolId, admin, deputy, teacher, classId, courseId, subjectId, periods: schemes.find((one) => one.kind === 'quarter')!.periods.map((one) => one.id), lessonId: lessons[0]!.id }
}

/** Two weeks into the second quarter a girl leaves for another school, with her record. */
export async function moveAway(story: Story, ledger: Ledger, finals: Finals): Promise<void> {
  const { schoolId, admin, deputy } = story
  const pupil = story.pupils.a[3]!
  story.at('2026-11-02', '08:00')
  await story.as(deputy, makeLessons, { params: { schoolId }, body: { from: '2026-11-02', to: '2026-11-13' } })
  await liveThrough(story, ledger, '2026-11-09', '2026-11-13', happeningOf(story))
  const other = await openOther(story)
  const made = await writeRecord(story, ledger, finals, pupil)
  const { enrolments } = await story.as(admin, getPerson, { params: { schoolId, personId: pupil.id } })
  const now = enrolments.find((one) => one.validTo === null)!
  await story.as(admin, withdrawPupil, { params: { schoolId, id: now.id }, body: { validTo: '2026-11-13', reason: 'otherSchool', orderNumber: '71-у', orderDate: '2026-11-12', basedOn: now.revision } })
  assert.equal((await send(story, other, pupil, newId(), made)).statusCode, 404, 'a pupil of nobody there yet')
  await story.as(other.admin, enrolPupil, { params: { schoolId: other.schoolId, id: newId() }, body: { who: { personId: pupil.id, data: pupil.data }, classId: other.classId, orderNumber: '9', orderDate: '2026-11-14', validFrom: '2026-11-16' } })
  await takeIt(story, ledger, other, pupil, made)
  await livesOn(story, ledger, finals, other, pupil)
}

async function writeRecord(story: Story, ledger: Ledger, finals: Finals, pupil: Pupil): Promise<Buffer> {
  const params = { schoolId: story.schoolId, studentId: pupil.id, recordId: newId() }
  await story.as(story.deputy, makeRecord, { params })
  const office = await story.world.as(story.deputy)
  const { rawPayload } = await office.raw('GET', addressOf(getRecordFile, { params, query: { format: 'asics' } }))
  const record = JSON.parse(openContainer(rawPayload)!.document.toString()) as StudentRecordDocument
  const own = ledger.marks.filter((one) => one.pupil === pupil)
  assert.deepEqual([record.year, record.subjects.length, record.subjects.reduce((sum, one) => sum + one.marks.length, 0), record.enrolments.map((one) => one.className)], [2026, 17, own.length, ['6 «А»', '7 «А»']])
  for (const one of record.subjects) assert.deepEqual(one.finals.map((final) => [final.kind, final.period, final.value]), [['period', 1, finals.get(finalKey(pupil, one.name))]])
  assert.equal(record.absences.length, ledger.misses.filter((one) => one.pupil === pupil).length)
  return rawPayload
}

async function send(story: Story, other: Other, pupil: Pupil, recordId: string, bytes: Buffer) {
  const edge = 'edge-of-the-record'
  const body = Buffer.concat([Buffer.from(`--${edge}\r\ncontent-disposition: form-data; name="file"; filename="record.asics"\r\ncontent-type: application/octet-stream\r\n\r\n`), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
  return (await story.world.as(other.deputy)).raw('POST', addressOf(receiveRecord, { params: { schoolId: other.schoolId, studentId: pupil.id, recordId } }), body, { 'content-type': `multipart/form-data; boundary=${edge}` })
}

/** The new school reads what it would write, and takes the subject it teaches. */
async function takeIt(story: Story, ledger: Ledger, other: Other, pupil: Pupil, container: Buffer): Promise<void> {
  const recordId = newId()
  // A signature bears the time of the machine, whatever day the story has reached.
  story.world.setNow(new Date(Math.max(Date.parse('2026-11-16T09:00:00Z'), Date.now() + 3_600_000)))
  const answer = await send(story, other, pupil, recordId, container)
  assert.equal(answer.statusCode, 200, answer.payload)
  const received = answer.json<ReceivedRecord>()
  const counting = ledger.marks.filter((one) => one.pupil === pupil && one.subject === 'Алгебра').length
  assert.deepEqual([received.signature.ok, received.differences, received.subjects.filter((one) => one.subjectId !== null)], [true, [], [{ name: 'Алгебра', subjectId: other.subjectId, marks: counting, finals: 1 }]])
  const params = { schoolId: other.schoolId, studentId: pupil.id, recordId }
  const taking = { params, body: { subjects: received.subjects.map(({ name, subjectId }) => ({ name, subjectId })), checkedBy: '' } }
  const taken = await story.as(other.deputy, takeRecord, taking)
  assert.deepEqual([taken.state, taken.written?.marks, taken.written?.finals], ['taken', counting, 1])
  assert.deepEqual((await story.as(other.deputy, takeRecord, taking)).written, taken.written, 'taken once')
}

/** Averages go on from what was brought; both schools count her in their own time. */
async function livesOn(story: Story, ledger: Ledger, finals: Finals, other: Other, pupil: Pupil): Promise<void> {
  const { schoolId: at, courseId } = other
  story.at('2026-11-17', '16:00')
  const { workTypes } = await story.as(other.deputy, getSettings, { params: { schoolId: at } })
  const workId = newId()
  const lesson = { schoolId: at, lessonId: other.lessonId }
  await story.as(other.teacher, putLessonRecord, { params: lesson, body: { topic: 'Степень', basedOn: null } })
  await story.as(other.teacher, checkAttendance, { params: lesson, body: { checked: true } })
  await story.as(other.teacher, putWork, { params: { ...lesson, workId }, body: { typeId: workTypes.find((one) => one.name === 'Ответ на уроке')!.id, basedOn: null } })
  await story.as(other.teacher, putMark, { params: { schoolId: at, workId, markId: newId() }, body: { studentId: pupil.id, value: '5', basedOn: null } })
  const brought = await story.as(other.teacher, listBroughtMarks, { params: { schoolId: at, studentId: pupil.id } })
  assert.equal(brought.marks.length, ledger.marks.filter((one) => one.pupil === pupil && one.subject === 'Алгебра').length)
  const november = ledger.marks.filter((one) => one.pupil === pupil && one.subject === 'Алгебра' && one.date >= '2026-11-02')
  const told = await story.as(pupil.parent, explainFinal, { params: { schoolId: at, studentId: pupil.id, courseId }, query: { kind: 'period', period: other.periods[1]! } })
  assert.deepEqual([told.sum, told.weights, told.counted.filter((one) => one.source !== null).length], [5 + november.reduce((sum, one) => sum + Number(one.value) * one.weight, 0), 1 + november.reduce((sum, one) => sum + one.weight, 0), november.length])
  assert.ok(november.length > 0)
  const { cells } = await story.as(other.teacher, getCourseFinals, { params: { schoolId: at, courseId } })
  const first = (await story.as(pupil.parent, getStudentFinals, { params: { schoolId: at, studentId: pupil.id } })).subjects[0]!.marks
  assert.deepEqual(first.map((one) => [one.kind, one.periodId, one.value]), [['period', other.periods[0], finals.get(finalKey(pupil, 'Алгебра'))]])
  assert.equal(cells.find((one) => one.periodId === other.periods[1])?.average, told.average)
  await bothSchools(story, other, pupil)
}

async function bothSchools(story: Story, other: Other, pupil: Pupil): Promise<void> {
  const week = (schoolId: string) => story.as(pupil.parent, getDiaryWeek, { params: { schoolId, studentId: pupil.id }, query: { week: '2026-11-16' } })
  assert.equal((await week(other.schoolId)).className, '7 «В»')
  await assert.rejects(week(story.schoolId), (problem: { status: number }) => problem.status === 403 || problem.status === 404, 'the former school is closed to the family')
  assert.equal((await story.as(story.deputy, listRecords, { params: { schoolId: story.schoolId, studentId: pupil.id } })).made.length, 1, 'the former school keeps its copy')
  const heads = async (who: Who, schoolId: string, day: string) => (await story.as(who, getSchoolReport, { params: { schoolId, key: 'headcount' }, query: { day } })).tables[0]!.rows.find((row) => row.key === 'total')?.cells[2]!.text
  assert.deepEqual([await heads(story.deputy, story.schoolId, '2026-11-13'), await heads(story.deputy, story.schoolId, '2026-11-14'), await heads(other.deputy, other.schoolId, '2026-11-16')], ['11', '10', '1'])
  const left = (await story.as(story.deputy, getClassReport, { params: { schoolId: story.schoolId, classId: story.classes.a, key: 'movement' }, query: {} })).tables[2]!.rows
  assert.deepEqual(left.map((row) => row.cells.map((cell) => cell.text).slice(2)), [['13.11.2026', 'В другую школу', '№ 71-у от 12.11.2026']])
  const came = (await story.as(other.deputy, getClassReport, { params: { schoolId: other.schoolId, classId: other.classId, key: 'movement' }, query: {} })).tables[1]!.rows
  assert.deepEqual(came.map((row) => row.cells[2]!.text), ['16.11.2026'])
}
