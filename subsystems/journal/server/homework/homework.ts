import { addresses, type Address } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { homeworkDone, homeworkPut, type Homework, type HomeworkLoad, type Link } from '../../contract/index.ts'
import type { LessonRow, WritableLesson } from '../lessons/access.ts'
import { enteredAtOf } from '../lessons/device-time.ts'
import { isDay } from '../lessons/rules.ts'
import { refuseUnwritable } from '../works/works.ts'
import { countMembers, findDateOfLesson, findHomeworkForUpdate, findHomeworkOf, findNorms, listLoad, saveHomework, tick, type HomeworkRow } from './store.ts'

export interface HomeworkGiven {
  readonly text: string; readonly minutes: number | null; readonly links: readonly Link[]; readonly dueDate: string; readonly dueLessonId: string | null; readonly studentIds: readonly string[] | null; readonly answers?: boolean
  readonly basedOn: number | null; readonly enteredAt?: string; readonly reason?: string
}

/** Gives or changes homework; the classes' load for that day comes back with it. */
export async function putHomeworkOf(work: Work, lesson: WritableLesson, id: string, given: HomeworkGiven): Promise<{ homework: Homework; load: HomeworkLoad }> {
  refuseUnwritable(lesson, given.reason)
  const dueDate = await dueOf(work, lesson, given)
  const studentIds = given.studentIds === null ? null : [...new Set(given.studentIds)].sort()
  if (studentIds && (await countMembers(work, lesson.group_id, studentIds, lesson.date)) !== studentIds.length) throw new Problem(409, 'journal.not_in_class')
  const before = await findHomeworkForUpdate(work, id)
  if (before && before.lesson_id !== lesson.lesson_id) throw new Problem(409, 'journal.id_taken')
  const after: HomeworkRow = {
    id, lesson_id: lesson.lesson_id, course_id: lesson.course_id, group_id: lesson.group_id, due_date: dueDate, due_lesson_id: given.dueLessonId, text: given.text, minutes: given.minutes, links: [...given.links],
    student_ids: studentIds, answers: given.answers ?? before?.answers ?? false, removed_at: null, revision: (before?.revision ?? 0) + 1,
  }
  if (before && same(before, after)) {
    work.audit('journal.homework.repeated', { after: { homeworkId: id } })
    return { homework: presentHomework(before), load: await loadOf(work, lesson, dueDate) }
  }
  if ((before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'journal.changed_meanwhile', { now: before && !before.removed_at ? presentHomework(before) : null })
  await write(work, lesson, before, after, given.reason, given.enteredAt)
  return { homework: presentHomework(after), load: await loadOf(work, lesson, dueDate) }
}

/** Takes homework back. */
export async function removeHomeworkOf(work: Work, lesson: WritableLesson, id: string, basedOn: number, reason: string | undefined): Promise<Homework> {
  refuseUnwritable(lesson, reason)
  const before = await findHomeworkForUpdate(work, id)
  if (!before || before.lesson_id !== lesson.lesson_id) throw notFound()
  if (before.removed_at) {
    work.audit('journal.homework.repeated', { after: { homeworkId: id } })
    return presentHomework(before)
  }
  if (before.revision !== basedOn) throw new Problem(409, 'journal.changed_meanwhile', { now: presentHomework(before) })
  const after = { ...before, removed_at: work.now, revision: before.revision + 1 }
  await write(work, lesson, before, after, reason)
  return presentHomework(after)
}

/** The date of the lesson at which it is due, else the given date; never before the lesson at which it was given. */
async function dueOf(work: Work, lesson: WritableLesson, given: HomeworkGiven): Promise<string> {
  const ofLesson = given.dueLessonId === null ? null : await findDateOfLesson(work, given.dueLessonId, lesson.course_id)
  if (ofLesson === undefined) throw new Problem(409, 'journal.due_lesson_wrong')
  const due = ofLesson ?? given.dueDate
  if (!isDay(due)) throw new Problem(400, 'bad_input', { field: 'dueDate' })
  if (due < lesson.date || given.dueLessonId === lesson.lesson_id) throw new Problem(409, 'journal.due_too_early')
  return due
}

async function write(work: Work, lesson: WritableLesson, before: HomeworkRow | undefined, after: HomeworkRow, reason: string | undefined, enteredAt?: string): Promise<void> {
  if (!(await saveHomework(work, after))) throw new Problem(409, 'journal.changed_meanwhile', { now: null })
  work.audit(after.removed_at ? 'journal.homework.removed' : 'journal.homework.put', { before: before ? presentHomework(before) : null, after: { ...presentHomework(after), ...(reason ? { reason } : {}), ...(enteredAt ? { enteredAt: enteredAtOf(enteredAt, work.now) } : {}) } })
  const whom: Address[] = after.student_ids === null && (before?.student_ids ?? null) === null
    ? [addresses.group(after.group_id)]
    : before && (before.student_ids === null || after.student_ids === null) ? [addresses.group(after.group_id)] : [...new Set([...(before?.student_ids ?? []), ...(after.student_ids ?? [])])].map(addresses.family)
  work.announce(homeworkPut, {
    schoolId: work.schoolId, courseId: after.course_id, lessonId: lesson.lesson_id, homeworkId: after.id, groupId: after.group_id, dueDate: after.due_date, studentIds: after.student_ids, revision: after.revision,
  }, [...whom, addresses.course(after.course_id), addresses.office(work.schoolId)])
}

export const presentHomework = (row: HomeworkRow): Homework => ({
  id: row.id, lessonId: row.lesson_id, courseId: row.course_id, text: row.text, minutes: row.minutes, links: row.links.map(({ title, href }) => ({ title, href })), dueDate: row.due_date, dueLessonId: row.due_lesson_id, studentIds: row.student_ids, answers: row.answers, revision: row.revision,
})
const same = (a: HomeworkRow, b: HomeworkRow) => JSON.stringify({ ...presentHomework(a), revision: 0 }) === JSON.stringify({ ...presentHomework(b), revision: 0 }) && !a.removed_at

/** What the classes of a lesson's group are to do for a day, beside the norm of their lowest grade. */
export async function loadOf(read: Read, lesson: Pick<LessonRow, 'group_id' | 'course_id' | 'grade'>, date: string): Promise<HomeworkLoad> {
  const [rows, norms] = await Promise.all([listLoad(read, lesson.group_id, date), findNorms(read, date)])
  const norm = lesson.grade === null ? undefined : [...(norms ?? [])].sort((a, b) => a.gradeUpTo - b.gradeUpTo).find((step) => lesson.grade! <= step.gradeUpTo)
  return {
    date, grade: lesson.grade, norm: norm?.minutes ?? null, total: rows.reduce((sum, row) => sum + row.minutes, 0), own: rows.find((row) => row.course_id === lesson.course_id)?.minutes ?? 0,
    courses: rows.map((row) => ({ courseId: row.course_id, subject: row.subject, minutes: row.minutes, withoutMinutes: row.without })),
  }
}

/** The pupil ticks own homework off, or takes the tick back. */
export async function tickOf(work: Work, studentId: string, id: string, done: boolean): Promise<void> {
  const homework = studentId === work.by.personId ? await findHomeworkOf(work, id, studentId) : undefined
  if (!homework) throw notFound()
  await tick(work, id, studentId, done)
  work.audit('journal.homework.done', { about: studentId, after: { homeworkId: id, done } })
  work.announce(homeworkDone, { schoolId: work.schoolId, courseId: homework.course_id, homeworkId: id, studentId }, [addresses.family(studentId), addresses.course(homework.course_id)])
}
