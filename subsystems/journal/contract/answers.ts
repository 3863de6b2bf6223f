import { Day, Id, Instant, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { Homework } from './homework.ts'
import { BasedOn, Link, MarkValue, PersonRef, Reason, Revision, SubjectRef } from './shapes.ts'

/** Sent and waiting; given back to be done again; accepted, after which it stays as it is. */
export const AnswerState = OneOf('sent', 'returned', 'accepted')
export type AnswerState = Static<typeof AnswerState>

/** What a pupil handed in for homework, and what the teacher said of it. `late` is after the day it was due. */
export const Answer = Type.Object({
  id: Id, homeworkId: Id, studentId: Id, text: Type.String(), links: Type.Array(Link), state: AnswerState, late: Type.Boolean(), sentAt: Instant, review: Type.String(), reviewedAt: Nullable(Instant), reviewedBy: Nullable(PersonRef),
  mark: Nullable(Type.Object({ value: MarkValue, work: Type.String() })), revision: Revision,
})
export type Answer = Static<typeof Answer>
const Step = Type.Object({ revision: Revision, state: AnswerState, text: Type.String(), links: Type.Array(Link), review: Type.String(), at: Instant, by: Nullable(PersonRef) })

const ofPupil = Type.Object({ schoolId: Id, studentId: Id, homeworkId: Id })
export const PupilHomework = Type.Object({
  homework: Homework, subject: SubjectRef, group: Type.String(), givenOn: Day, today: Day, student: PersonRef, answer: Nullable(Answer), steps: Type.Array(Step), can: Type.Object({ answer: Type.Boolean() }),
})
export type PupilHomework = Static<typeof PupilHomework>
export const getPupilHomework = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/homework/:homeworkId', summary: 'Homework of a pupil with what was handed in', access: { permission: 'journal.diary.read' }, params: ofPupil, reply: PupilHomework,
})
/** Hands in or corrects an answer; one that was accepted stays. */
export const putAnswer = route({
  method: 'PUT', path: '/api/schools/:schoolId/students/:studentId/homework/:homeworkId/answers/:answerId', summary: 'The pupil, or a parent for them, hands homework in', access: { permission: 'journal.homework.answer' },
  params: Type.Object({ ...ofPupil.properties, answerId: Id }), body: Type.Object({ text: Text(8000), links: Type.Array(Link, { maxItems: 20 }), basedOn: BasedOn }), reply: Answer,
  problems: ['journal.changed_meanwhile', 'journal.id_taken', 'journal.answer_not_wanted', 'journal.answer_empty', 'journal.answer_accepted'],
})

/** A pupil to whom the homework was given: ticked off, and handed in. */
const Row = Type.Object({ student: PersonRef, done: Type.Boolean(), answer: Nullable(Answer) })
export const HomeworkAnswers = Type.Object({
  homework: Homework, subject: SubjectRef, group: Type.String(), givenOn: Day, today: Day, rows: Type.Array(Row),
  /** Works of the lesson at which it is due and of the one at which it was given: a mark of the review goes into one of them. */
  works: Type.Array(Type.Object({ id: Id, name: Type.String(), date: Day, scale: Type.String(), marks: Type.Array(Type.Object({ studentId: Id, id: Id, value: MarkValue, revision: Revision })) })),
  can: Type.Object({ review: Type.Boolean(), reason: Type.Boolean() }),
})
export type HomeworkAnswers = Static<typeof HomeworkAnswers>
export const listAnswers = route({
  method: 'GET', path: '/api/schools/:schoolId/homework/:homeworkId/answers', summary: 'Who handed homework in and what', access: { permission: 'journal.page.read' }, params: Type.Object({ schoolId: Id, homeworkId: Id }), reply: HomeworkAnswers,
})
/** Accepts an answer or gives it back with a word; a mark may be put in the same act. */
export const reviewAnswer = route({
  method: 'PUT', path: '/api/schools/:schoolId/homework/:homeworkId/answers/:answerId/review', summary: 'Accepts an answer or gives it back, with a mark if one is put', access: { permission: 'journal.lesson.put' },
  params: Type.Object({ schoolId: Id, homeworkId: Id, answerId: Id }),
  body: Type.Object({ verdict: OneOf('returned', 'accepted'), review: Text(2000), basedOn: Type.Integer({ minimum: 1 }), mark: Nullable(Type.Object({ id: Id, workId: Id, value: MarkValue, basedOn: BasedOn, reason: Reason })) }), reply: Answer,
  problems: ['journal.changed_meanwhile', 'journal.review_needed', 'journal.id_taken', 'journal.value_not_in_scale', 'journal.period_closed', 'journal.lesson_closed', 'journal.lesson_ahead', 'journal.reason_needed', 'journal.not_in_class', 'journal.no_marks_in_grade'],
})

/** Homework of the reader's own courses with answers that wait to be looked at, the longest waiting first; at most fifty. */
export const listWaitingAnswers = route({
  method: 'GET', path: '/api/schools/:schoolId/waiting-answers', summary: 'Homework whose answers wait to be looked at', access: { permission: 'journal.day.read' }, params: Type.Object({ schoolId: Id }),
  reply: Type.Array(Type.Object({ homeworkId: Id, subject: Type.String(), group: Type.String(), text: Type.String(), dueDate: Day, waiting: Type.Integer(), since: Instant })),
})
export type WaitingAnswers = Static<typeof listWaitingAnswers.reply>
