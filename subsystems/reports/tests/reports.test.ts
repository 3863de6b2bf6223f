import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addressOf, newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { aWork } from '@school/journal/testing'
import { aPerson } from '@school/registry/testing'
import { aLesson, type TestLesson } from '@school/schedule/testing'
import { getClassReport, getClassReportFile, getSchoolReport, getSchoolReportFile, getTeacherReport, listReports, type Report } from '../contract/index.ts'

let s: TestSchool
const at = new Date('2026-10-13T08:00:00Z')
before(async () => {
  s = await testSchool()
  const [before6, first, second, lost] = [await aLesson(s.make, s.id, s.course.id, '2026-10-06', 1), await aLesson(s.make, s.id, s.course.id, '2026-10-13', 1), await aLesson(s.make, s.id, s.course.id, '2026-10-13', 2), await aLesson(s.make, s.id, s.course.id, '2026-10-14', 1)]
  await s.make.rows(`update schedule.lesson set state = 'cancelled' where id = $1`, [lost.id])
  const missed = (lesson: TestLesson, studentId: string, code: string, reason: string | null) => s.make.insert('journal.attendance', { school_id: s.id, lesson_id: lesson.id, student_id: studentId, date: lesson.date, course_id: s.course.id, code, reason, revision: 1, put_by: s.teacher.id, put_at: at })
  await missed(first, s.pupil.id, 'absent', 'illness')
  await missed(second, s.pupil.id, 'absent', 'illness')
  await missed(first, s.otherPupil.id, 'late', null)
  await missed(second, s.otherPupil.id, 'absent', null)
  await s.make.insert('journal.lesson_record', { school_id: s.id, lesson_id: first.id, topic: 'Дроби', attendance_checked_at: at, revision: 1, changed_by: s.teacher.id, changed_at: at })
  for (const [lesson, weight, value] of [[before6, 1, '4'], [first, 2, '5'], [second, 0, '2']] as const) {
    const work = await aWork(s.make, s.id, lesson, s.workType.id, s.teacher.id, weight)
    await s.make.insert('journal.mark', { school_id: s.id, id: newId(), work_id: work.id, lesson_id: lesson.id, course_id: s.course.id, date: lesson.date, student_id: s.pupil.id, value, revision: 1, put_by: s.teacher.id, put_at: at })
  }
  await comesAndGoes()
  await s.make.insert('journal.acknowledgement', { school_id: s.id, student_id: s.pupil.id, week: '2026-10-05', guardian_id: s.parent.id, at })
})
after(() => s.close())

/** One girl arrives on the fourteenth, one boy has left on the ninth, both by orders. */
async function comesAndGoes() {
  const [girl, boy] = [await aPerson(s.make, { last_name: 'Якина', birth_date: '2013-03-03', gender: 'F' }), await aPerson(s.make, { last_name: 'Юров', birth_date: '2013-03-03', gender: 'M' })]
  await s.make.insert('registry.enrolment', { school_id: s.id, id: newId(), student_id: girl.id, class_id: s.classUnit.id, valid_from: '2026-10-14', order_number: '15-у', order_date: '2026-10-13' })
  await s.make.insert('registry.group_member', { school_id: s.id, group_id: s.classUnit.id, student_id: girl.id, valid_from: '2026-10-14' })
  await s.make.insert('registry.enrolment', { school_id: s.id, id: newId(), student_id: boy.id, class_id: s.classUnit.id, valid_from: '2026-09-01', valid_to: '2026-10-09', end_reason: 'otherSchool', end_order_number: '14-у', end_order_date: '2026-10-08' })
  await s.make.insert('registry.group_member', { school_id: s.id, group_id: s.classUnit.id, student_id: boy.id, valid_from: '2026-09-01', valid_to: '2026-10-09' })
}

type ClassKey = 'attendance' | 'risk' | 'accumulation' | 'movement' | 'acknowledgement' | 'fill'
type SchoolKey = ClassKey | 'programme' | 'headcount'
const ofClass = async (key: ClassKey, query: { least?: number } = {}) => (await s.as(s.homeroom)).call(getClassReport, { params: { schoolId: s.id, classId: s.classUnit.id, key }, query })
const ofSchool = async (key: SchoolKey, query: { day?: string } = {}) => (await s.as(s.deputyHead)).call(getSchoolReport, { params: { schoolId: s.id, key }, query })
const linesOf = (report: Report, index = 0) => report.tables[index]!.rows.map((row) => row.cells.map((cell) => cell.text))
const lineOf = (report: Report, key: string, index = 0) => report.tables[index]!.rows.find((row) => row.key === key)!.cells.slice(1).map((cell) => cell.text)

test('attendance: whole days, lessons by reason and lateness as counted by hand', async () => {
  const report = await ofClass('attendance')
  assert.deepEqual(lineOf(report, s.pupil.id), ['1', '1', '0', '0', '0', '2', '2', '0', '0', '0', '0', '50,0'])
  assert.deepEqual(lineOf(report, s.otherPupil.id), ['0', '0', '0', '0', '0', '1', '0', '0', '0', '1', '1', '75,0'])
  assert.deepEqual(lineOf(report, 'total'), ['1', '1', '0', '0', '0', '3', '2', '0', '0', '1', '1', '70,0'])
  const why = report.tables[0]!.rows.at(-1)!.cells.at(-1)!.why!
  assert.deepEqual([why.formula, why.result, why.inputs.map((one) => one.value)], ['7 ÷ 10 × 100', '70,0 %', ['7', '10']])
  assert.equal(report.span, 'I четверть, 01.09.2026 – 15.10.2026')
  assert.deepEqual(lineOf(await ofSchool('attendance'), s.classUnit.id), ['4', '1', '1', '0', '0', '0', '3', '2', '0', '0', '1', '1', '70,0'])
})

test('the list of many absences takes the number that is asked for', async () => {
  assert.deepEqual(linesOf(await ofClass('risk', { least: 2 })).map((line) => line.slice(2)), [['2', '2', '0', '0', '0', '1', '50,0']])
  assert.equal((await ofClass('risk', { least: 3 })).tables[0]!.rows.length, 0)
})

test('number of marks: weight nought does not count, works without marks are named', async () => {
  const report = await ofClass('accumulation')
  assert.deepEqual([lineOf(report, s.pupil.id), lineOf(report, s.otherPupil.id), lineOf(report, 'least')], [['2'], ['0'], ['7']])
  assert.deepEqual(linesOf(report, 1).map((line) => line[0]), ['15.10.2026'])
  assert.deepEqual(linesOf(await ofSchool('accumulation')).map((line) => line.slice(3)), [['3', '2', '7', '3', '2', '0,0']])
})

test('control of the journal: what past lessons lack, and for how long', async () => {
  assert.deepEqual(lineOf(await ofSchool('fill'), s.teacher.id), ['3', '2', '2', '3', '9', '33,3'])
  assert.deepEqual(linesOf(await ofClass('fill'), 1).map((line) => [line[0], line[5], line[6]]), [['06.10.2026', 'нет', 'нет'], ['13.10.2026', 'нет', 'нет']])
})

test('programmes: hours due, given and lost', async () => {
  const report = await ofSchool('programme')
  assert.deepEqual(linesOf(report)[0]!.slice(3), ['3', '5', '5', '4', '1', '1', '80,0', '14.10.2026'])
})

test('movement adds up and names the orders', async () => {
  const report = await ofClass('movement')
  assert.deepEqual(lineOf(report, s.classUnit.id), ['3', '1', '0', '1', '0', '3'])
  assert.deepEqual([linesOf(report, 1)[0]![4], linesOf(report, 2)[0]![4]], ['№ 15-у от 13.10.2026', '№ 14-у от 08.10.2026'])
})

test('the headcount of a day', async () => {
  assert.deepEqual(lineOf(await ofSchool('headcount', { day: '2026-10-15' }), 'total'), ['1', '3', '1', '2', '0'])
  assert.deepEqual(lineOf(await ofSchool('headcount', { day: '2026-10-01' }), 'total'), ['1', '3', '0', '3', '0'])
  assert.deepEqual(linesOf(await ofSchool('headcount', { day: '2026-10-15' }), 1), [['13', '3', '1']])
})

test('acknowledgement: finished weeks and those a parent signed', async () => {
  const report = await ofClass('acknowledgement')
  assert.deepEqual(lineOf(report, s.pupil.id).slice(0, 3), ['1', '1', '100,0'])
  assert.deepEqual(lineOf(report, s.otherPupil.id).slice(0, 3), ['1', '0', '0,0'])
  assert.deepEqual(lineOf(report, 'total').slice(0, 3), ['2', '1', '50,0'])
})

test('everyone sees what they may: the class teacher the own class, a teacher the own lessons, the office all', async () => {
  const listed = async (who: { id: string }) => new Set((await (await s.as(who)).call(listReports, { params: { schoolId: s.id }, query: {} })).reports.map((one) => one.of))
  assert.deepEqual([await listed(s.teacher), await listed(s.deputyHead)].map((one) => [...one].toSorted()), [['teacher'], ['class', 'school', 'teacher']])
  assert.ok((await listed(s.homeroom)).has('class'))
  const own = { params: { schoolId: s.id, teacherId: s.teacher.id, key: 'programme' as const }, query: {} }
  assert.equal(linesOf(await (await s.as(s.teacher)).call(getTeacherReport, own)).length, 2)
  for (const who of [s.otherTeacher, s.homeroom, s.stranger.teacher]) await assert.rejects((await s.as(who)).call(getTeacherReport, own), { status: 404 })
  const ofOwnClass = { params: { schoolId: s.id, classId: s.classUnit.id, key: 'attendance' as const }, query: {} }
  for (const who of [s.teacher, s.parent, s.pupil, s.operator]) await assert.rejects((await s.as(who)).call(getClassReport, ofOwnClass), { status: 403 })
  for (const who of [s.stranger.homeroom, s.stranger.deputyHead]) await assert.rejects((await s.as(who)).call(getClassReport, ofOwnClass), { status: 404 })
  await assert.rejects((await s.as(s.homeroom)).call(getSchoolReport, { params: { schoolId: s.id, key: 'fill' }, query: {} }), { status: 403 })
  await assert.rejects((await s.as(null)).call(getClassReport, ofOwnClass), { status: 401 })
})

test('a wrong parameter is refused by name, a foreign period looks like an absent one', async () => {
  const deputy = await s.as(s.deputyHead)
  const ask = (key: string, query: string) => deputy.raw('GET', `/api/schools/${s.id}/reports/school/${key}${query}`)
  for (const [key, query] of [['unknown', ''], ['fill', '?period=III'], ['risk', '?least=0'], ['headcount', '?day=2026-13-01'], ['fill', '?language=de']] as const) assert.equal((await ask(key, query)).json().code, 'bad_input')
  const [foreign] = await s.make.rows<{ id: string }>('select id from schedule.period where school_id = $1 limit 1', [s.stranger.id])
  assert.equal((await ask('fill', `?period=${foreign!.id}`)).statusCode, 404)
})

test('files are named in the language, open as what they are, and leave a trace', async () => {
  const deputy = await s.as(s.deputyHead)
  const xlsx = await deputy.raw('GET', addressOf(getSchoolReportFile, { params: { schoolId: s.id, key: 'movement' }, query: { format: 'xlsx' } }))
  assert.equal(xlsx.rawPayload.subarray(0, 2).toString(), 'PK')
  assert.match(decodeURIComponent(xlsx.headers['content-disposition'] as string), /Движение учащихся, .*\.xlsx/)
  const pdf = await deputy.raw('GET', addressOf(getClassReportFile, { params: { schoolId: s.id, classId: s.classUnit.id, key: 'attendance' }, query: { format: 'pdf', language: 'en' } }))
  assert.equal(pdf.rawPayload.subarray(0, 5).toString(), '%PDF-')
  const trace = await s.trace('reports.file.take')
  assert.deepEqual(trace.map((one) => (one.after as { report: string }).report), ['movement', 'attendance'])
})

test('the same report in English says the same numbers', async () => {
  const report = await (await s.as(s.deputyHead)).call(getSchoolReport, { params: { schoolId: s.id, key: 'attendance' }, query: { language: 'en' } })
  assert.equal(lineOf(report, s.classUnit.id).at(-1), '70.0')
})
