import { Day, Id, Instant, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { inSchool, PersonRef } from './shapes.ts'

const head = {
  id: Id, student: PersonRef, className: Nullable(Type.String()), courseId: Id, lessonId: Id, subject: Type.String(), date: Day, number: Type.Integer(),
  about: OneOf('mark', 'absence', 'homework', 'lesson'),
  /** What was marked and how, or the homework; null for the others. */
  what: Nullable(Type.String()), state: OneOf('open', 'answered', 'closed'), askedAt: Instant, changedAt: Instant,
}
/** A question in a list: what it is about, not what was written. */
export const QuestionLine = Type.Object(head)
export type QuestionLine = Static<typeof QuestionLine>
export const Question = Type.Object({
  ...head, notes: Type.Array(Type.Object({ id: Id, by: PersonRef, side: OneOf('family', 'school'), mine: Type.Boolean(), text: Type.String(), at: Instant })),
  can: Type.Object({ write: Type.Boolean(), close: Type.Boolean() }),
})
export type Question = Static<typeof Question>

const one = Type.Object({ schoolId: Id, questionId: Id })
const read = { permission: 'journal.question.read' } as const

/** Those that wait for an answer first, the longest waiting at the top; then the newest. */
export const listQuestions = route({
  method: 'GET', path: '/api/schools/:schoolId/journal/questions', summary: 'Questions of families: of a pupil, or to the reader\'s courses and class', access: read, params: inSchool,
  query: Type.Object({ studentId: Type.Optional(Id), view: Type.Optional(OneOf('open', 'all')), page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) }),
  reply: Type.Object({ questions: Type.Array(QuestionLine), more: Type.Boolean() }),
})
export const getQuestion = route({ method: 'GET', path: '/api/schools/:schoolId/journal/questions/:questionId', summary: 'A question with everything written under it', access: read, params: one, reply: Question })
export const askQuestion = route({
  method: 'PUT', path: '/api/schools/:schoolId/students/:studentId/questions/:questionId', summary: 'A family asks the teacher about a mark, an absence, homework or a lesson', access: { permission: 'journal.question.ask' }, limit: { max: 20, per: 'hour' },
  params: Type.Object({ schoolId: Id, studentId: Id, questionId: Id }), body: Type.Object({ lessonId: Id, about: head.about, aboutId: Nullable(Id), text: Text(2000, 1) }), reply: Question, problems: ['journal.id_taken', 'journal.question_empty'],
})
export const writeNote = route({
  method: 'PUT', path: '/api/schools/:schoolId/journal/questions/:questionId/notes/:noteId', summary: 'The teacher answers, or the family asks on', access: { permission: 'journal.question.write' }, limit: { max: 60, per: 'hour' },
  params: Type.Object({ schoolId: Id, questionId: Id, noteId: Id }), body: Type.Object({ text: Text(2000, 1) }), reply: Question, problems: ['journal.id_taken', 'journal.question_empty'],
})
export const closeQuestion = route({
  method: 'POST', path: '/api/schools/:schoolId/journal/questions/:questionId/closing', summary: 'Nothing more is asked; writing on opens it again', access: { permission: 'journal.question.write' }, params: one, reply: Question,
})
