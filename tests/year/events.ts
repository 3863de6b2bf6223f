import assert from 'node:assert/strict'
import { newId } from '@school/contract'
import {
  acknowledgeWeek, classAbsences, decideExcuse, explainAverage, getCellHistory, getCourseFinals, getDiaryWeek, getLessonSheet, getPage, getSchoolOverview, getSubjects, listOwed, putExcuse, putLessonRecord, putMark,
} from '@school/journal/contract'
import { correctCoursePlan, getCoursePlan, getLoadMatrix } from '@school/planning/contract'
import { getClass, getGroup, getPerson, putGroupMembers, transferPupil } from '@school/registry/contract'
import { getPaySheet, listAbsentLessons, listProposals, putAbsence, putCover } from '@school/schedule/contract'
import type { Ledger } from './ledger.ts'
import { liveThrough, lessonsBetween, mondayOf, plusDays, usual, type Happening } from './quarter.ts'
import type { Course, Pupil, Story } from './story.ts'

const courseOf = (story: Story, classId: string, subject: string): Course => story.courses.find((one) => one.classId === classId && one.subject === subject)!
const algebra = (story: Story) => courseOf(story, story.classes.a, 'Алгебра')

/** What happens to whom: an illness of three days, a day nobody explains, a late morning, a work owed and a work to be written again. */
export function happeningOf(story: Story): Happening {
  const [ill, away, owing, failed] = story.pupils.a
  const ordinary = usual(story)
  return {
    absent: (pupil, { date }) => (pupil === ill && date >= '2026-09-14' && date <= '2026-09-16') || (pupil === away && date === '2026-10-06'),
    late: (pupil, { date, number }) => pupil === away && date === '2026-09-08' && number === 1,
    mark(pupil, course, ordinal) {
      if (course === algebra(story) && ordinal === 7) { if (pupil === owing) return 'debt'; if (pupil === failed) return '2' }
      return ordinary(pupil, course, ordinal)
    },
  }
}

export async function septemberBegins(story: Story, ledger: Ledger): Promise<void> {
  await liveThrough(story, ledger, '2026-09-01', '2026-09-22', happeningOf(story))
  const { schoolId, classes } = story
  const [ill, away] = story.pupils.a
  const missed = ledger.misses.filter((one) => one.pupil === ill)
  const waiting = await story.as(story.teachers.russian, classAbsences, { params: { schoolId, classId: classes.a }, query: { from: '2026-09-01', to: '2026-09-22', only: 'withoutReason' } })
  assert.deepEqual(waiting.students.map((one) => [one.student.id, one.lessons.length]), [[ill!.id, missed.length]])
  const excuseId = newId()
  const params = { schoolId, studentId: ill!.id, excuseId }
  await story.as(ill!.parent, putExcuse, { params, body: { from: '2026-09-14', to: '2026-09-16', reason: 'illness', text: 'Температура, справка 17' } })
  await assert.rejects(story.as(away!.parent, putExcuse, { params: { ...params, excuseId: newId() }, body: { from: '2026-09-14', to: '2026-09-16', reason: 'illness', text: 'чужой' } }), { status: 404 })
  assert.equal((await story.as(story.teachers.russian, decideExcuse, { params, body: { accept: true } })).state, 'accepted')
  for (const one of missed) one.reason = 'illness'
  assert.equal((await story.as(story.teachers.russian, classAbsences, { params: { schoolId, classId: classes.a }, query: { from: '2026-09-01', to: '2026-09-22', only: 'withoutReason' } })).students.length, 0)
  await readDiary(story, ledger, ill!)
}

/** The family sees what the teachers wrote, and signs the week. */
async function readDiary(story: Story, ledger: Ledger, pupil: Pupil): Promise<void> {
  const params = { schoolId: story.schoolId, studentId: pupil.id }
  const week = await story.as(pupil.parent, getDiaryWeek, { params, query: { week: '2026-09-14' } })
  const lessons = week.days.flatMap((day) => day.lessons)
  const own = (of: readonly { pupil: Pupil; date: string }[]) => of.filter((one) => one.pupil === pupil && one.date >= '2026-09-14' && one.date <= '2026-09-20').length
  assert.deepEqual([lessons.flatMap((one) => one.marks).length, lessons.filter((one) => one.attendance?.code === 'absent' && one.attendance.reason === 'illness').length], [own(ledger.marks), own(ledger.misses)])
  assert.ok(lessons.every((one) => one.topic !== ''), 'every lesson has its topic')
  await story.as(pupil.parent, acknowledgeWeek, { params: { ...params, week: '2026-09-14' } })
  assert.deepEqual((await story.as(story.teachers.russian, getDiaryWeek, { params, query: { week: '2026-09-14' } })).acknowledgements.map((one) => one.guardian.id), [pupil.parent.id])
}

/** The control work is written again: the first try stays, the second counts; what was owed is owed no longer. */
export async function secondTries(story: Story, ledger: Ledger): Promise<void> {
  const { schoolId } = story
  const course = algebra(story)
  const maths = story.teachers.maths
  const owedNow = async (who: { id: string }) => (await story.as(who, listOwed, { params: { schoolId }, query: {} })).owed.map((one) => one.student.id)
  const [, , owing, failed] = story.pupils.a
  const tries = ledger.marks.filter((one) => one.courseId === course.id && (one.value === 'debt' || (one.control && one.pupil === failed)))
  assert.deepEqual([tries.length, await owedNow(maths), await owedNow(owing!.parent), await owedNow(failed!.parent)], [2, [owing!.id], [owing!.id], []])
  for (const [i, one] of tries.entries()) {
    const retake = i === 0 ? '4' as const : '5' as const
    const put = await story.as(maths, putMark, { params: { schoolId, workId: one.workId, markId: one.markId }, body: { studentId: one.pupil.id, value: one.value, basedOn: 1, retake } })
    assert.deepEqual([put.value, put.retake, put.revision], [one.value, retake, 2])
    one.retake = retake
    one.revision = 2
  }
  assert.deepEqual([await owedNow(maths), await owedNow(owing!.parent)], [[], []])
  const first = tries.find((one) => one.pupil === failed)!
  const { marks } = await story.as(failed!.parent, getCellHistory, { params: { schoolId, lessonId: first.lessonId, studentId: failed!.id } })
  assert.deepEqual(marks[0]!.revisions.map((one) => [one.value, one.retake]), [['2', null], ['2', first.retake]])
  for (const pupil of [owing!, failed!]) {
    const explained = await story.as(pupil.parent, explainAverage, { params: { schoolId, studentId: pupil.id, courseId: course.id }, query: {} })
    const { sum, weights, marks: count } = ledger.counted(pupil, 'Алгебра')
    assert.deepEqual([explained.sum, explained.weights, explained.counted.length, explained.excluded], [sum, weights, count, []])
  }
}

/** A teacher falls ill: lessons open, colleagues stand in, one lesson is lost. */
export async function substitution(story: Story, ledger: Ledger): Promise<{ course: Course; day: string }> {
  const { schoolId, deputy } = story
  const maths = story.teachers.maths
  const coming = await lessonsBetween(story, '2026-09-23', '2026-09-25')
  const lost = coming.find((one) => one.courseId === story.tight!.id)!
  const day = lost.date
  story.at(plusDays(day, -1), '18:00')
  const absenceId = newId()
  const said = await story.as(deputy, putAbsence, { params: { schoolId, id: absenceId }, body: { teacherId: maths.id, starts: day, ends: day, reason: 'sick', note: '', basedOn: null } })
  const lessons = await story.as(deputy, listAbsentLessons, { params: { schoolId }, query: { from: day, to: day } })
  assert.deepEqual([said.open, lessons.length], [lessons.length, coming.filter((one) => one.date === day && one.teachers.some((teacher) => teacher.id === maths.id)).length])
  let covered = 0
  for (const one of lessons) {
    const params = { schoolId, lessonId: one.id }
    if (one.id === lost.id) { await story.as(deputy, putCover, { params, body: { absenceId, kind: 'cancel', basedOn: one.revision } }); continue }
    const { proposals } = await story.as(deputy, listProposals, { params })
    assert.ok(proposals.length > 0 && proposals[0]!.reasons.length > 0 && !proposals.some((two) => two.teacher.id === maths.id))
    const settled = await story.as(deputy, putCover, { params, body: { absenceId, kind: 'substitute', teacherId: proposals[0]!.teacher.id, basedOn: one.revision } })
    assert.equal(settled.cover?.teacher?.id, proposals[0]!.teacher.id)
    covered++
  }
  assert.ok(covered > 0, 'somebody stands in')
  ledger.lost.push({ lessonId: lost.id, courseId: lost.courseId, date: day })
  await story.world.settle()
  await liveThrough(story, ledger, '2026-09-23', '2026-09-25', happeningOf(story))
  await standIns(story, ledger, day, covered)
  return { course: story.tight!, day }
}

/** Whoever stood in wrote the lesson, is paid for it and sees nothing else of the page. */
async function standIns(story: Story, ledger: Ledger, day: string, covered: number): Promise<void> {
  const { schoolId } = story
  const maths = story.teachers.maths
  const courses = new Map(story.courses.filter((one) => one.teacher === 'maths').map((one) => [one.id, one]))
  const stood = ledger.held.filter((one) => one.date === day && courses.has(one.courseId) && one.by !== maths.id)
  const kept = (await lessonsBetween(story, day, day)).filter((one) => courses.has(one.courseId) && one.state !== 'cancelled')
  assert.deepEqual([kept.length, kept.every((one) => one.teachers[0]!.substitute)], [covered, true])
  const pay = await story.as(story.deputy, getPaySheet, { params: { schoolId }, query: { month: day } })
  assert.equal(pay.rows.reduce((sum, one) => sum + one.hours, 0), covered)
  const overview = await story.as(story.deputy, getSchoolOverview, { params: { schoolId }, query: { date: day } })
  assert.deepEqual([overview.substitutions.length, overview.withoutTeacher], [covered, []])
  for (const one of stood) {
    assert.equal((await story.as(maths, getLessonSheet, { params: { schoolId, lessonId: one.lessonId } })).lesson.teachers[0]?.id, one.by, 'the teacher of the course reads who stood in')
    await assert.rejects(story.as({ id: one.by }, getPage, { params: { schoolId, courseId: one.courseId }, query: {} }), { status: 404 })
  }
}

/** The lost lesson moves what follows; where no lesson is spare, topics are brought together with a reason, and the hours stay. */
export async function mendPlan(story: Story, { course, day }: { course: Course; day: string }): Promise<void> {
  const params = { schoolId: story.schoolId, courseId: course.id }
  const plan = await story.as(story.teachers.maths, getCoursePlan, { params })
  assert.deepEqual(plan.lost.map((one) => one.date), [day])
  const due = plan.items.find((one) => one.planned.includes(day))!
  assert.ok(due.given.every((one) => one.date > day) && due.ahead.every((one) => one.date > day), 'what was due that day is given later')
  assert.deepEqual([plan.row.late, plan.row.left - plan.row.lessons, plan.proposal?.kind, plan.proposal?.rest], [true, 1, 'merge', 0])
  const fixed = await story.as(story.teachers.maths, correctCoursePlan, { params: { ...params, id: newId() }, body: { kind: 'merge', reason: 'Урок не состоялся: учитель болел', changes: plan.proposal!.changes.map(({ itemId, to }) => ({ itemId, to })), basedOn: plan.revision! } })
  assert.deepEqual([fixed.row.late, fixed.row.hours, fixed.row.left, fixed.corrections[0]?.reason], [false, plan.row.hours, fixed.row.lessons, 'Урок не состоялся: учитель болел'])
}

/** In the middle of the quarter a girl goes to the other class: right lists on both sides of the day, and her marks go along. */
export async function changeClass(story: Story, ledger: Ledger): Promise<void> {
  const { schoolId, classes, admin } = story
  const pupil = story.pupils.a[5]!
  const { enrolments } = await story.as(admin, getPerson, { params: { schoolId, personId: pupil.id } })
  const now = enrolments.find((one) => one.classId === classes.a && one.validTo === null)!
  pupil.enrolmentId = newId()
  await story.as(admin, transferPupil, { params: { schoolId, id: now.id }, body: { newId: pupil.enrolmentId, classId: classes.b, orderNumber: '63-у', orderDate: '2026-10-02', validFrom: '2026-10-05', basedOn: now.revision } })
  ledger.transfer = { pupil, from: '2026-10-05', half: null }
  await findHalf(story, ledger, pupil)
  await liveThrough(story, ledger, '2026-10-05', '2026-10-09', happeningOf(story))
  const names = async (classId: string) => (await story.as(story.deputy, getClass, { params: { schoolId, classId } })).members.map((one) => one.id).toSorted()
  for (const classId of [classes.a, classes.b]) assert.deepEqual(await names(classId), ledger.roster(story, classId, '2026-10-09').map((one) => one.id).toSorted())
  const [old, fresh] = [courseOf(story, classes.a, 'Алгебра'), courseOf(story, classes.b, 'Алгебра')]
  const place = async (courseId: string) => (await story.as(story.teachers.maths, getPage, { params: { schoolId, courseId }, query: {} })).students.filter((one) => one.id === pupil.id).map((one) => [one.from, one.to])
  assert.deepEqual([await place(old.id), await place(fresh.id)], [[['2026-09-01', '2026-10-04']], [['2026-10-05', null]]])
  const { sum, weights, marks } = ledger.counted(pupil, 'Алгебра')
  const cell = (await story.as(story.teachers.maths, getCourseFinals, { params: { schoolId, courseId: fresh.id } })).cells.find((one) => one.studentId === pupil.id && one.periodId === story.period.id)!
  assert.deepEqual([cell.marks, cell.proposed, cell.average.slice(0, 4)], [marks, ledger.proposed(pupil, 'Алгебра'), (Math.floor((200 * sum + weights) / (2 * weights)) / 100).toFixed(2)], 'the marks of the former page count')
  await oneAverage(story, pupil, [old, fresh], [sum, weights])
  const late = ledger.held.find((one) => one.courseId === old.id && one.date >= '2026-10-05')!
  const work = ledger.marks.find((one) => one.lessonId === late.lessonId)!
  await assert.rejects(story.as(story.teachers.maths, putMark, { params: { schoolId, workId: work.workId, markId: newId() }, body: { studentId: pupil.id, value: '5', basedOn: null } }), { code: 'journal.not_in_class' })
  const diary = await story.as(pupil.parent, getDiaryWeek, { params: { schoolId, studentId: pupil.id }, query: { week: mondayOf('2026-10-05') } })
  assert.ok(diary.className === '7 «Б»' && diary.days.flatMap((one) => one.lessons).every((one) => story.courses.find((two) => two.id === one.courseId)?.classId === classes.b))
}

/** The page of the teacher, the list of the family and the explanation say one average, whichever page is opened. */
async function oneAverage(story: Story, pupil: Pupil, pages: readonly Course[], [sum, weights]: readonly [number, number]): Promise<void> {
  const { schoolId } = story
  for (const { id: courseId } of pages) {
    const explained = await story.as(pupil.parent, explainAverage, { params: { schoolId, studentId: pupil.id, courseId }, query: {} })
    const page = await story.as(story.teachers.maths, getPage, { params: { schoolId, courseId }, query: {} })
    const summary = page.summaries.find((one) => one.studentId === pupil.id && one.periodId === story.period.id)!
    assert.deepEqual([explained.sum, explained.weights, summary.sum, summary.weights], [sum, weights, sum, weights])
  }
  const { subjects: list } = await story.as(pupil.parent, getSubjects, { params: { schoolId, studentId: pupil.id }, query: {} })
  assert.deepEqual([list.length, list.filter((one) => one.subject.name === 'Алгебра').map((one) => [one.courseId, one.summary?.sum, one.summary?.weights])], [17, [[pages[1]!.id, sum, weights]]])
}

/** Whoever comes into a divided class is in none of its halves until somebody says in which; the load does not let it be forgotten. */
async function findHalf(story: Story, ledger: Ledger, pupil: Pupil): Promise<void> {
  const { schoolId, classes, admin } = story
  story.at('2026-10-05', '08:00')
  const apart = async () => (await story.as(story.deputy, getLoadMatrix, { params: { schoolId }, query: {} })).problems.filter((one) => one.code === 'pupils_apart').map((one) => [one.classId, one.has])
  assert.deepEqual(await apart(), [[classes.b, 1]])
  const groupId = story.courses.find((one) => one.classId === classes.b && one.teacher === 'second')!.groupId
  const { group, members } = await story.as(admin, getGroup, { params: { schoolId, groupId }, query: {} })
  await story.as(admin, putGroupMembers, { params: { schoolId, groupId }, body: { from: '2026-10-05', memberIds: [...members.map((one) => one.id), pupil.id], basedOn: group.revision } })
  ledger.transfer!.half = { groupId, from: '2026-10-05' }
  assert.deepEqual(await apart(), [])
}

/** Two people write one topic, and nothing is lost. */
export async function twoAtOnce(story: Story, ledger: Ledger): Promise<void> {
  const { schoolId } = story
  const lesson = ledger.held.findLast((one) => one.courseId === algebra(story).id)!
  const params = { schoolId, lessonId: lesson.lessonId }
  const { record } = await story.as(story.teachers.maths, getLessonSheet, { params })
  await story.as(story.teachers.maths, putLessonRecord, { params, body: { topic: record.topic, note: 'Решали у доски', basedOn: record.revision } })
  await assert.rejects(story.as(story.deputy, putLessonRecord, { params, body: { topic: 'Иначе', basedOn: record.revision, reason: 'проверка' } }), { code: 'journal.changed_meanwhile' })
}
