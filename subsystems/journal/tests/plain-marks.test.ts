import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, test } from 'node:test'
import { newId } from '@school/contract'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { putCells, putMark } from '@school/journal/contract'
import { aWork } from '@school/journal/testing'
import { aLesson } from '@school/schedule/testing'
import { canonical } from '@school/server'
import { Refused } from '@school/testing'

// A first mark is judged and written by one statement, many cells by a look and a write: what they leave and what they refuse is the same.
let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

type Row = Record<string, unknown>
const rowsOf = async (markId: string) => {
  const [mark] = await s.make.rows<Row>('select * from journal.mark where id = $1', [markId])
  const [revision] = await s.make.rows<Row>('select * from journal.mark_revision where mark_id = $1', [markId])
  const [trace] = await s.make.rows<Row>(`select * from audit.entry where after ->> 'markId' = $1`, [markId])
  const [task] = await s.make.rows<Row>(`select * from kit.task where payload ->> 'markId' = $1`, [markId])
  return { mark: mark!, revision: revision!, trace: trace!, task: task! }
}
const without = (row: Row, ...names: string[]) => Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))

test('one statement leaves what a look and a write leave: the mark, its history, the trace with its commitment, the fact', async () => {
  const teacher = await s.as(s.teacher)
  const [one, other] = [newId(), newId()]
  const given = { value: '4', note: 'у доски', basedOn: null, enteredAt: '2026-10-15T05:00:00.000Z' } as const
  await teacher.call(putMark, { params: { schoolId: s.id, workId: s.work.id, markId: one }, body: { studentId: s.pupil.id, ...given } })
  await teacher.call(putCells, { params: { schoolId: s.id, courseId: s.course.id }, body: { ops: [{ kind: 'mark', workId: s.work.id, id: other, studentId: s.otherPupil.id, ...given }] } })
  const [plain, wide] = [await rowsOf(one), await rowsOf(other)]
  const own = ['id', 'student_id', 'mark_id', 'about_id', 'request_id', 'put_at', 'received_at', 'at', 'run_at', 'after', 'payload', 'salt', 'commitment']
  for (const part of ['mark', 'revision', 'trace', 'task'] as const) assert.deepEqual(without(plain[part], ...own), without(wide[part], ...own), part)
  assert.deepEqual(without(plain.trace['after'] as Row, 'markId'), without(wide.trace['after'] as Row, 'markId'))
  assert.deepEqual(without(plain.task['payload'] as Row, 'markId', 'studentId'), without(wide.task['payload'] as Row, 'markId', 'studentId'))
  for (const { trace } of [plain, wide]) assert.equal(trace['commitment'], createHash('sha256').update(String(trace['salt'])).update(canonical([trace['before'], trace['after']])).digest('hex'))
})

const situations: readonly [string, string][] = [
  ['journal.lesson_closed', `update schedule.lesson set closed_at = '2026-10-15T06:00:00Z' where id = $1`],
  ['journal.lesson_closed', `insert into journal.lesson_record (school_id, lesson_id, closed_at, revision, changed_by, changed_at) select school_id, id, '2026-10-15T06:00:00Z', 1, id, '2026-10-15T06:00:00Z' from schedule.lesson where id = $1`],
  ['journal.lesson_cancelled', `update schedule.lesson set state = 'cancelled' where id = $1`],
  ['journal.lesson_ahead', `update schedule.lesson set date = '2026-10-30' where id = $1`],
  ['journal.window_over', `update schedule.lesson set date = '2026-09-04' where id = $1`],
  ['journal.value_not_in_scale', `update journal.work set scale = 'pass' where lesson_id = $1`],
  ['journal.points_needed', `update journal.work set scale = 'hundred' where lesson_id = $1`],
  ['not_found', `update journal.work set removed_at = '2026-10-15T06:00:00Z' where lesson_id = $1`],
]

test('what one statement does not write is refused for the same reason as in the wide way', async () => {
  const teacher = await s.as(s.teacher)
  for (const [i, [code, change]] of situations.entries()) {
    const lesson = await aLesson(s.make, s.id, s.course.id, '2026-10-14', i + 2)
    const work = await aWork(s.make, s.id, lesson, s.workType.id, s.teacher.id)
    await s.make.rows(change, [lesson.id])
    assert.deepEqual(await refusals(teacher, work.id), [code, code], change)
  }
  assert.deepEqual(await refusals(teacher, s.work.id, s.stranger.teacher.id), ['journal.not_in_class', 'journal.not_in_class'])
  const [standing] = await s.make.rows<{ id: string }>('select id from journal.mark where work_id = $1', [s.work.id])
  const lesson = await aLesson(s.make, s.id, s.course.id, '2026-10-14', 9)
  const work = await aWork(s.make, s.id, lesson, s.workType.id, s.teacher.id)
  assert.deepEqual(await refusals(teacher, work.id, s.pupil.id, standing!.id), ['journal.id_taken', 'journal.id_taken'])
  assert.deepEqual(await refusals(await s.as(s.otherTeacher), work.id), ['not_found', 'not_found'])
  assert.deepEqual(await refusals(await s.as(s.deputyHead), work.id), ['journal.reason_needed', 'journal.reason_needed'])
  await s.make.rows('update registry.class_unit set grade_level = 1 where id = $1', [s.classUnit.id])
  assert.deepEqual(await refusals(teacher, work.id), ['journal.no_marks_in_grade', 'journal.no_marks_in_grade'])
})

test('what families do not see yet is not told to them', async () => {
  const lesson = await aLesson(s.make, s.id, s.course.id, '2026-10-14', 12)
  const work = await aWork(s.make, s.id, lesson, s.workType.id, s.teacher.id)
  await s.make.rows(`update journal.work set visible_from = '2026-12-01T00:00:00Z' where id = $1`, [work.id])
  await s.make.rows('update registry.class_unit set grade_level = 7 where id = $1', [s.classUnit.id])
  const [id, family] = [newId(), await s.live(s.parent)]
  await (await s.as(s.teacher)).call(putMark, { params: { schoolId: s.id, workId: work.id, markId: id }, body: { studentId: s.pupil.id, value: '4', basedOn: null } })
  await assert.rejects(family.next(150), /nothing was heard/)
  family.close()
  assert.equal(((await rowsOf(id)).trace['after'] as Row)['hiddenUntil'], '2026-12-01T00:00:00.000Z')
})

async function refusals(teacher: Awaited<ReturnType<TestSchool['as']>>, workId: string, studentId = s.pupil.id, markId = newId()): Promise<string[]> {
  const given = { studentId, value: '4', basedOn: null } as const
  const alone = await teacher.call(putMark, { params: { schoolId: s.id, workId, markId }, body: given }).then(() => 'kept', (error: unknown) => (error instanceof Refused ? error.code : String(error)))
  const wide = await teacher.call(putCells, { params: { schoolId: s.id, courseId: s.course.id }, body: { ops: [{ kind: 'mark', workId, id: markId, ...given }] } })
    .then(({ outcomes: [one] }) => (one!.kept ? 'kept' : one!.code), (error: unknown) => (error instanceof Refused ? error.code : String(error)))
  return [alone, wide]
}
