import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { newId } from '@school/contract'
import { testSchool, testToday, type TestSchool } from '@school/app-server/testing'
import { checkAttendance, putAbsenceSpan, putCells, putHomework, putLessonRecord, putWork } from '@school/journal/contract'
import { aLesson } from '@school/schedule/testing'
import { rowsOfLesson, type LessonDeed } from '../tools/bulk/lesson.ts'
import { TableWriter } from '../tools/bulk/table-writer.ts'

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

/** What two deeds of the same kind can never share: names of the things made, and moments. */
const own = new Set(['id', 'lesson_id', 'work_id', 'mark_id', 'changed_at', 'put_at', 'entered_at', 'received_at', 'attendance_checked_at'])

const where: Readonly<Record<string, string>> = {
  'journal.lesson_record': 'lesson_id = $1', 'journal.homework': 'lesson_id = $1', 'journal.work': 'lesson_id = $1', 'journal.mark': 'lesson_id = $1', 'journal.attendance': 'lesson_id = $1', 'journal.attendance_revision': 'lesson_id = $1',
  'journal.mark_revision': 'mark_id in (select id from journal.mark where lesson_id = $1)',
}

async function storedFor(lessonId: string, table: string): Promise<unknown[]> {
  const rows = await s.make.rows<Record<string, unknown>>(`select * from ${table} where ${where[table]}`, [lessonId])
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !own.has(name)))).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
}

test('for the same lesson the COPY loader leaves the rows that the commands leave, column by column', async () => {
  const [byHand, inBulk, next] = [await aLesson(s.make, s.id, s.course.id, testToday, 5), await aLesson(s.make, s.id, s.course.id, testToday, 6), await aLesson(s.make, s.id, s.course.id, '2026-10-20', 3)]
  const span = { id: newId(), reason: 'illness' as const, note: 'Справка' }
  await (await s.as(s.homeroom)).call(putAbsenceSpan, { params: { schoolId: s.id, studentId: s.otherPupil.id, spanId: span.id }, body: { from: testToday, to: testToday, reason: span.reason, note: span.note, basedOn: null } })
  const deed = (lesson: typeof byHand): LessonDeed => ({
    schoolId: s.id, lesson, teacherId: s.teacher.id, at: new Date('2026-10-15T08:00:00Z'), topic: 'Линейное уравнение',
    homework: { id: newId(), text: '§ 7, № 101', dueDate: next.date, dueLessonId: next.id, minutes: 20 }, work: { id: newId(), typeId: s.workType.id, weight: 1 },
    marks: [{ id: newId(), studentId: s.pupil.id, value: '4', note: 'Без вывода' }, { id: newId(), studentId: s.otherPupil.id, value: 'debt', debtDue: '2026-10-22' }],
    attendance: [{ studentId: s.pupil.id, code: 'late', minutes: 5 }, { studentId: s.otherPupil.id, code: 'absent', span }],
  })
  await conduct(deed(byHand))
  await load(deed(inBulk))
  const tables = Object.keys(rowsOfLesson(deed(byHand)))
  assert.deepEqual(tables.toSorted(), Object.keys(where).toSorted(), 'every table of the loader is compared')
  for (const table of tables) {
    const rows = await storedFor(byHand.id, table)
    assert.ok(rows.length > 0, table)
    assert.deepEqual(await storedFor(inBulk.id, table), rows, table)
  }
})

/** The deed as a teacher does it on the lesson screen. */
async function conduct(deed: LessonDeed): Promise<void> {
  const teacher = await s.as(s.teacher)
  const params = { schoolId: s.id, lessonId: deed.lesson.id }
  await teacher.call(putLessonRecord, { params, body: { topic: deed.topic, basedOn: null } })
  await teacher.call(checkAttendance, { params, body: { checked: true } })
  const { id: homeworkId, ...homework } = deed.homework!
  await teacher.call(putHomework, { params: { ...params, homeworkId }, body: { ...homework, links: [], studentIds: null, basedOn: null } })
  await teacher.call(putWork, { params: { ...params, workId: deed.work!.id }, body: { typeId: deed.work!.typeId, basedOn: null } })
  const marks = deed.marks.map(({ id, studentId, value, note, debtDue }) => ({ kind: 'mark' as const, id, workId: deed.work!.id, studentId, value: value as '4', basedOn: null, ...(note ? { note } : {}), ...(debtDue ? { debtDue } : {}) }))
  const attendance = deed.attendance.map(({ studentId, code, minutes }) => ({ kind: 'attendance' as const, lessonId: deed.lesson.id, studentId, code, basedOn: null, ...(minutes === undefined ? {} : { minutes }) }))
  const { outcomes } = await teacher.call(putCells, { params: { schoolId: s.id, courseId: deed.lesson.courseId }, body: { ops: [...attendance, ...marks] } })
  assert.ok(outcomes.every((one) => one.kept), JSON.stringify(outcomes))
  await s.settle()
}

async function load(deed: LessonDeed): Promise<void> {
  const client = new pg.Client({ connectionString: s.url })
  await client.connect()
  try {
    const out = new TableWriter(client)
    for (const [table, rows] of Object.entries(rowsOfLesson(deed))) await out.put(table, rows)
    await out.flush()
  } finally {
    await client.end()
  }
}
