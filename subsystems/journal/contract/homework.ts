import { Day, Id, Nullable, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { BasedOn, EnteredAt, Link, Reason, Revision } from './shapes.ts'

const one = Type.Object({ schoolId: Id, lessonId: Id, homeworkId: Id })

export const Homework = Type.Object({
  id: Id, lessonId: Id, courseId: Id, text: Type.String(), minutes: Nullable(Type.Integer()), links: Type.Array(Link), dueDate: Day, dueLessonId: Nullable(Id),
  /** Null: everyone of the group. */
  studentIds: Nullable(Type.Array(Id)),
  /** Handed in here. */
  answers: Type.Boolean(), revision: Revision,
})
export type Homework = Static<typeof Homework>

/** What the pupils of a lesson's classes are to do for one day, over all subjects, beside the norm of their grade; null minutes count as none. */
export const HomeworkLoad = Type.Object({
  date: Day, grade: Nullable(Type.Integer()), norm: Nullable(Type.Integer()), total: Type.Integer(), own: Type.Integer(),
  courses: Type.Array(Type.Object({ courseId: Id, subject: Type.String(), minutes: Type.Integer(), withoutMinutes: Type.Integer() })),
})
export type HomeworkLoad = Static<typeof HomeworkLoad>

/** Gives or changes homework at a lesson; due at a lesson of the course (then its date is taken) or on a date. */
export const putHomework = route({
  method: 'PUT', path: '/api/schools/:schoolId/lessons/:lessonId/homework/:homeworkId', summary: 'Gives or changes homework', access: { permission: 'journal.lesson.put' }, params: one,
  body: Type.Object({
    text: Text(4000, 1), minutes: Nullable(Type.Integer({ minimum: 1, maximum: 600 })), links: Type.Array(Link, { maxItems: 20 }), dueDate: Day, dueLessonId: Nullable(Id),
    studentIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 100 })),
    /** Whether it is handed in here; left out, it stays as it is (a new one is not). */
    answers: Type.Optional(Type.Boolean()), basedOn: BasedOn, enteredAt: EnteredAt, reason: Reason,
  }),
  reply: Type.Object({ homework: Homework, load: HomeworkLoad }),
  problems: ['journal.changed_meanwhile', 'journal.due_too_early', 'journal.due_lesson_wrong', 'journal.not_in_class', 'journal.reason_needed', 'journal.lesson_closed', 'journal.period_closed', 'journal.id_taken'],
})
export const removeHomework = route({
  method: 'DELETE', path: '/api/schools/:schoolId/lessons/:lessonId/homework/:homeworkId', summary: 'Takes homework back', access: { permission: 'journal.lesson.put' }, params: one,
  query: Type.Object({ basedOn: Type.Integer({ minimum: 1 }), reason: Reason }), reply: Homework, problems: ['journal.changed_meanwhile', 'journal.reason_needed', 'journal.lesson_closed'],
})
export const homeworkLoad = route({
  method: 'GET', path: '/api/schools/:schoolId/lessons/:lessonId/homework-load', summary: 'The load of homework of a class for a day beside the norm', access: { permission: 'journal.page.read' },
  params: Type.Object({ schoolId: Id, lessonId: Id }), query: Type.Object({ date: Day }), reply: HomeworkLoad,
})
/** The pupil's own tick; nobody is judged by it. */
export const tickHomework = route({
  method: 'PUT', path: '/api/schools/:schoolId/students/:studentId/homework/:homeworkId/done', summary: 'The pupil ticks homework off', access: { permission: 'journal.homework.done' },
  params: Type.Object({ schoolId: Id, studentId: Id, homeworkId: Id }), body: Type.Object({ done: Type.Boolean() }), reply: Type.Object({ done: Type.Boolean() }),
})
