import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { aPupil, aSubject } from '@school/registry/testing'
import { aCourse } from '@school/schedule/testing'
import { getClassReport, getSchoolReport, getTeacherReport, type Report } from '../contract/index.ts'

let s: TestSchool
let girl: { id: string }
let history: { id: string }
let periodId: string

before(async () => {
  s = await testSchool()
  girl = await aPupil(s.make, s.id, s.classUnit.id, { last_name: 'Якина', gender: 'F' })
  history = await aSubject(s.make, s.id, 'История')
  const course = await aCourse(s.make, s.id, { groupId: s.classUnit.id, subjectId: history.id, teacherIds: [s.otherTeacher.id] })
  periodId = (await s.make.rows<{ id: string }>('select id from schedule.period where school_id = $1 and ordinal = 1', [s.id]))[0]!.id
  const put = (studentId: string, subjectId: string, value: string, kind = 'period') => s.make.insert('journal.final_mark', {
    school_id: s.id, id: newId(), student_id: studentId, subject_id: subjectId, year: 2026, kind, period_id: kind === 'period' ? periodId : null, course_id: subjectId === history.id ? course.id : s.course.id, class_id: s.classUnit.id, value, revision: 1, put_by: s.teacher.id, put_at: new Date('2026-10-14T08:00:00Z'),
  })
  await put(s.pupil.id, s.subject.id, '5')
  await put(s.otherPupil.id, s.subject.id, 'notAttested')
  await put(s.pupil.id, history.id, '4')
  await put(s.otherPupil.id, history.id, '3')
  await put(girl.id, history.id, '2')
  await put(s.pupil.id, s.subject.id, '5', 'year')
  await put(s.pupil.id, s.subject.id, '4', 'exam')
  await put(girl.id, history.id, '3', 'year')
  await put(girl.id, history.id, '3', 'exam')
})
after(() => s.close())

const lineOf = (report: Report, key: string, index = 0) => report.tables[index]!.rows.find((row) => row.key === key)!.cells.slice(1).map((cell) => cell.text)
const ofClass = async (key: 'summary' | 'homeroom', period = periodId) => (await s.as(s.homeroom)).call(getClassReport, { params: { schoolId: s.id, classId: s.classUnit.id, key }, query: { period } })

test('the summary sheet: every mark in its place, and under each subject what it comes to', async () => {
  const report = await ofClass('summary')
  assert.deepEqual(report.tables[0]!.columns.map((one) => one.head).slice(1, 3), ['Алгебра', 'История'])
  assert.deepEqual([lineOf(report, s.pupil.id), lineOf(report, s.otherPupil.id), lineOf(report, girl.id)], [['5', '4', '4,50', 'хорошист'], ['н/а', '3', '3,00', 'не аттестован'], ['', '2', '2,00', 'не успевает']])
  const feet = report.tables[0]!.rows.filter((row) => row.kind === 'total').map((row) => row.cells.slice(0, 3).map((cell) => cell.text))
  assert.deepEqual(feet, [['Пятёрок', '1', '0'], ['Четвёрок', '0', '1'], ['Троек', '0', '1'], ['Двоек', '0', '1'], ['н/а', '1', '0'], ['Успеваемость, %', '50,0', '66,7'], ['Качество, %', '50,0', '33,3'], ['СОУ, %', '53,5', '38,7'], ['Средний балл', '5,00', '3,00']])
})

test('over the year a subject has its periods, the year and the exam', async () => {
  const { columns, rows } = (await ofClass('summary', 'year')).tables[0]!
  assert.deepEqual(columns.slice(1).map((one) => [one.group, one.head]), [['Алгебра', 'I'], ['Алгебра', 'год'], ['Алгебра', 'экз.'], ['История', 'I'], ['История', 'год'], ['История', 'экз.']])
  assert.deepEqual(rows.find((row) => row.key === s.pupil.id)!.cells.slice(1).map((cell) => cell.text), ['5', '5', '4', '4', '', ''])
})

test('the report of the class teacher tells categories with names', async () => {
  const report = await ofClass('homeroom')
  const [, categories] = report.tables
  assert.deepEqual(categories!.rows.map((row) => row.cells[1]!.text), ['0', '1', '0', '1', '1', '0', '1', '0'])
  assert.match(categories!.rows[3]!.cells[2]!.text, /^Якина/)
  assert.deepEqual(report.tables[0]!.rows.map((row) => row.cells[1]!.text), ['3', '0', '0', '3'])
})

test('the school: categories, counts and rates of every class and subject; СОУ opens', async () => {
  const report = await (await s.as(s.deputyHead)).call(getSchoolReport, { params: { schoolId: s.id, key: 'results' }, query: { period: periodId } })
  assert.deepEqual(lineOf(report, s.classUnit.id), ['3', '0', '1', '1', '0', '1', '1', '0', '1', '1', '1', '1', '1', '60,0', '40,0', '44,6', '3,50'])
  const why = report.tables[0]!.rows.at(-1)!.cells.at(-2)!.why!
  assert.deepEqual([why.formula, why.inputs.map((one) => one.product)], ['223 ÷ 5', ['100', '64', '36', '16', '7']])
  assert.deepEqual(lineOf(report, history.id, 1), ['3', '0', '1', '1', '1', '0', '66,7', '33,3', '38,7', '3,00'])
})

test('the subject teacher: own courses; who has no mark is told as left out', async () => {
  const report = await (await s.as(s.teacher)).call(getTeacherReport, { params: { schoolId: s.id, teacherId: s.teacher.id, key: 'subject' }, query: { period: periodId } })
  assert.deepEqual(lineOf(report, s.course.id).slice(1), ['3', '1', '0', '0', '0', '1', '50,0', '50,0', '53,5', '5,00', '1', '1', '0'])
  assert.deepEqual(report.tables[0]!.rows[0]!.cells[8]!.why!.excluded, ['без отметки: 1'])
})

test('objectivity holds the year against the exam', async () => {
  const report = await (await s.as(s.principal)).call(getSchoolReport, { params: { schoolId: s.id, key: 'objectivity' }, query: {} })
  assert.deepEqual(lineOf(report, 'total').slice(1), ['2', '1', '50,0', '1', '50,0', '0', '0,0'])
})
