import { addresses } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { answerPut, type Answer, type HomeworkAnswers, type Link, type MarkValue, type PupilHomework, type WaitingAnswers } from '../../contract/index.ts'
import { kindOf } from '../access.ts'
import { presentHomework } from '../homework/homework.ts'
import { findHomework } from '../homework/store.ts'
import { putMarkWithin } from '../marks/cells.ts'
import type { AnswerableHomework, ReadableHomework, TaughtHomework } from './access.ts'
import { findAnswer, findAnswerForUpdate, findLessonOn, findStudent, isTaken, listAnswerRows, listGiven, listSteps, listWaiting, listWorksOf, saveAnswer, type AnswerRow, type AnswerWrite } from './store.ts'

const presentAnswer = (row: AnswerRow): Answer => ({
  id: row.id, homeworkId: row.homework_id, studentId: row.student_id, text: row.text, links: row.links, state: row.state, late: row.late, sentAt: row.sent_at.toISOString(), review: row.review, reviewedAt: row.reviewed_at?.toISOString() ?? null,
  reviewedBy: row.reviewer, mark: row.mark as Answer['mark'], revision: row.revision,
})

/** Homework as the pupil and their family read it, with every step of what was handed in. */
export async function pupilHomework(read: Read, given: ReadableHomework): Promise<PupilHomework> {
  const [homework, answer, student] = await Promise.all([findHomework(read, given.id), findAnswer(read, given.id, given.studentId), findStudent(read, given.studentId)])
  const steps = answer ? await listSteps(read, answer.id) : []
  return {
    homework: presentHomework(homework!), subject: given.subject, group: given.group_name, givenOn: given.given_on, today: given.today, student, answer: answer ? presentAnswer(answer) : null,
    steps: steps.map((step) => ({ ...step, at: step.at.toISOString() })), can: { answer: given.answers && ['pupil', 'parent'].includes(kindOf(read)) && answer?.state !== 'accepted' },
  }
}

interface Given { readonly text: string; readonly links: readonly Link[]; readonly basedOn: number | null }

/** Hands in or corrects an answer; it waits to be looked at again. */
export async function putAnswerOf(work: Work, homework: AnswerableHomework, id: string, given: Given): Promise<Answer> {
  const [before, text] = [await findAnswer(work, homework.id, homework.studentId), given.text.trim()]
  if (!homework.answers) throw new Problem(409, 'journal.answer_not_wanted')
  if (text === '' && given.links.length === 0) throw new Problem(400, 'journal.answer_empty', { field: 'text' })
  if (!before && (await isTaken(work, id))) throw new Problem(409, 'journal.id_taken')
  if (before?.state === 'accepted') throw new Problem(409, 'journal.answer_accepted')
  const links = given.links.map(({ title, href }) => ({ title, href }))
  if (before && before.state === 'sent' && before.text === text && JSON.stringify(before.links) === JSON.stringify(links)) {
    work.audit('journal.answer.repeated', { about: homework.studentId, after: { homeworkId: homework.id } })
    return presentAnswer(before)
  }
  if ((before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'journal.changed_meanwhile', { now: before ? presentAnswer(before) : null })
  return write(work, homework, before, {
    id: before?.id ?? id, homework_id: homework.id, student_id: homework.studentId, text, links, state: 'sent', late: homework.today > homework.due_date, sent_at: work.now, sent_by: work.by.personId, review: before?.review ?? '',
    reviewed_at: before?.reviewed_at ?? null, reviewed_by: before?.reviewed_by ?? null, mark_id: before?.mark_id ?? null, revision: (before?.revision ?? 0) + 1,
  })
}

interface Review { readonly verdict: 'returned' | 'accepted'; readonly review: string; readonly basedOn: number; readonly mark: { readonly id: string; readonly workId: string; readonly value: MarkValue; readonly basedOn: number | null; readonly reason?: string } | null }

/** Accepts an answer or gives it back; a mark is put by the same rules as on the page of the journal, in the same act. */
export async function reviewAnswerOf(work: Work, homework: TaughtHomework, id: string, { verdict, review, basedOn, mark }: Review): Promise<Answer> {
  if (!homework.reviews) throw notFound()
  const before = await findAnswerForUpdate(work, homework.id, id)
  if (!before) throw notFound()
  const words = review.trim()
  if (verdict === 'returned' && words === '') throw new Problem(400, 'journal.review_needed', { field: 'review' })
  if (before.state === verdict && before.review === words && (mark === null || (before.mark_id === mark.id && before.mark?.value === mark.value))) {
    work.audit('journal.answer.repeated', { about: before.student_id, after: { homeworkId: homework.id } })
    return presentAnswer(before)
  }
  if (before.revision !== basedOn) throw new Problem(409, 'journal.changed_meanwhile', { now: presentAnswer(before) })
  const put = mark === null ? null : await putMarkWithin(work, { kind: 'mark', id: mark.id, workId: mark.workId, studentId: before.student_id, value: mark.value, basedOn: mark.basedOn, ...(mark.reason === undefined ? {} : { reason: mark.reason }) })
  const { reviewer: _, mark: __, ...row } = before
  return write(work, homework, before, { ...row, state: verdict, review: words, reviewed_at: work.now, reviewed_by: work.by.personId, mark_id: put?.id ?? before.mark_id, revision: before.revision + 1 })
}

async function write(work: Work, homework: AnswerableHomework | TaughtHomework, before: AnswerRow | undefined, after: AnswerWrite): Promise<Answer> {
  if (!(await saveAnswer(work, after))) throw new Problem(409, 'journal.changed_meanwhile', { now: null })
  const told = (row: AnswerWrite | undefined) => row && { homeworkId: row.homework_id, state: row.state, text: row.text, links: row.links, review: row.review, revision: row.revision }
  work.audit(after.state === 'sent' ? 'journal.answer.put' : 'journal.answer.review', { about: after.student_id, before: told(before) ?? null, after: { ...told(after), ...(after.mark_id ? { markId: after.mark_id } : {}) } })
  work.announce(answerPut, { schoolId: work.schoolId, courseId: homework.course_id, homeworkId: homework.id, studentId: after.student_id, answerId: after.id, state: after.state, revision: after.revision }, [addresses.family(after.student_id), addresses.course(homework.course_id)])
  return presentAnswer((await findAnswer(work, homework.id, after.student_id))!)
}

/** Everyone to whom homework was given, with what they handed in, and the works into which a mark may go. */
export async function homeworkAnswers(read: Read, taught: TaughtHomework): Promise<HomeworkAnswers> {
  const dueId = taught.due_lesson_id ?? (await findLessonOn(read, taught.course_id, taught.due_date))
  const [homework, given, answers, works] = await Promise.all([findHomework(read, taught.id), listGiven(read, taught.id), listAnswerRows(read, taught.id), listWorksOf(read, [...(dueId ? [dueId] : []), taught.lesson_id])])
  const byPupil = new Map(answers.map((row) => [row.student_id, presentAnswer(row)]))
  return {
    homework: presentHomework(homework!), subject: taught.subject, group: taught.group_name, givenOn: taught.given_on, today: taught.today, rows: given.map(({ student, done }) => ({ student, done, answer: byPupil.get(student.id) ?? null })),
    works: works.map((one) => ({ ...one, marks: one.marks.map((mark) => ({ ...mark, value: mark.value as MarkValue })) })), can: { review: taught.reviews, reason: taught.lesson.standing === 'office' },
  }
}

/** What waits for a teacher. */
export const waitingAnswers = async (read: Read): Promise<WaitingAnswers> => (await listWaiting(read)).map((row) => ({ homeworkId: row.homework_id, subject: row.subject, group: row.group_name, text: row.text, dueDate: row.due_date, waiting: row.waiting, since: row.since.toISOString() }))
