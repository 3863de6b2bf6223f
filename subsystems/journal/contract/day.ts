import { ClockTime, Day, Id, Nullable, OneOf, route } from '@school/contract'
import { Type, type Static } from 'typebox'
import { inSchool, LessonState, PersonRef } from './shapes.ts'

/** What a lesson that is over still lacks; marks are lacking when a work was given and nobody of the group has a mark. */
export const Missing = OneOf('topic', 'homework', 'attendance', 'marks')
export type Missing = Static<typeof Missing>

const lesson = {
  id: Id, courseId: Id, date: Day, number: Type.Integer(), starts: ClockTime, ends: ClockTime, subject: Type.String(), group: Type.String(), room: Nullable(Type.String()), state: LessonState, substitute: Type.Boolean(), topic: Type.String(),
}
export const DayLesson = Type.Object({
  ...lesson,
  when: OneOf('past', 'now', 'ahead'),
  /** Empty for a lesson that is filled or has not begun. */
  missing: Type.Array(Missing), closed: Type.Boolean(),
  pupils: Type.Integer(), absent: Type.Integer(), absentNames: Type.Array(Type.String()),
  /** Homework due at this lesson and how many ticked it off. */
  due: Type.Array(Type.Object({ text: Type.String(), done: Type.Integer() })), ordinal: Type.Integer(), lessonsTotal: Type.Integer(),
})
export type DayLesson = Static<typeof DayLesson>

export const TeacherDay = Type.Object({
  date: Day, today: Day, now: ClockTime, lessons: Type.Array(DayLesson), windows: Type.Array(Type.Object({ from: ClockTime, to: ClockTime })), currentId: Nullable(Id),
  /** The next day with lessons. */
  next: Nullable(Type.Object({ date: Day, lessons: Type.Integer(), starts: ClockTime })),
  /** School days (with lessons of this teacher) until the end of the period. */
  period: Nullable(Type.Object({ name: Type.String(), ends: Day })),
  /** Own classes with pupils absent today without a reason. */
  classes: Type.Array(Type.Object({ classId: Id, name: Type.String(), withoutReason: Type.Integer() })),
})
export type TeacherDay = Static<typeof TeacherDay>
export const getTeacherDay = route({
  method: 'GET', path: '/api/schools/:schoolId/teachers/me/day', summary: 'The lessons of the reader on a day', access: { permission: 'journal.day.read' }, hot: true, params: inSchool,
  query: Type.Object({ date: Type.Optional(Day) }), reply: TeacherDay,
})

const unfilled = Type.Object({ ...lesson, missing: Type.Array(Missing, { minItems: 1 }) })
/** Lessons of the last 14 days that lack something, newest first. */
export const listUnfilled = route({
  method: 'GET', path: '/api/schools/:schoolId/teachers/me/unfilled', summary: 'What the reader has not filled in', access: { permission: 'journal.day.read' }, params: inSchool,
  reply: Type.Object({ lessons: Type.Array(unfilled) }),
})

/** The school's day for the office. */
export const SchoolOverview = Type.Object({
  date: Day, today: Day, lessons: Type.Integer(), held: Type.Integer(),
  withoutTeacher: Type.Array(Type.Object({ id: Id, number: Type.Integer(), starts: ClockTime, subject: Type.String(), group: Type.String() })),
  substitutions: Type.Array(Type.Object({ id: Id, number: Type.Integer(), subject: Type.String(), group: Type.String(), teacher: Type.String() })),
  /** Of the last 14 days: pages with lessons that lack something, by teacher. */
  unfilled: Type.Array(Type.Object({ courseId: Id, subject: Type.String(), group: Type.String(), teachers: Type.Array(PersonRef), lessons: Type.Integer(), oldest: Day })),
  absent: Type.Integer(), withoutReason: Type.Integer(),
})
export type SchoolOverview = Static<typeof SchoolOverview>
export const getSchoolOverview = route({
  method: 'GET', path: '/api/schools/:schoolId/journal/overview', summary: 'The day of the school: lessons without teacher, unfilled pages, absences', access: { permission: 'journal.overview.read' }, params: inSchool,
  query: Type.Object({ date: Type.Optional(Day) }), reply: SchoolOverview,
})
