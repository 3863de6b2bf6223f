import { ClockTime, Day, Id, Instant, Nullable, OneOf, route } from '@school/contract'
import { Type, type Static } from 'typebox'
import { AbsenceReason, AttendanceCode, LessonState, Link, MarkValue, Period, PersonRef, RetakeValue, SubjectRef } from './shapes.ts'

const ofStudent = Type.Object({ schoolId: Id, studentId: Id })

export const DiaryMark = Type.Object({ id: Id, value: MarkValue, type: Type.String(), shortName: Type.String(), title: Type.String(), weight: Type.Integer(), note: Type.String(), debtDue: Nullable(Day), retake: Nullable(RetakeValue), retakeOn: Nullable(Day),
  /** Points behind the mark and the most there were; by criteria one by one. */
  points: Nullable(Type.Integer()), outOf: Nullable(Type.Integer()), criteria: Type.Array(Type.Object({ name: Type.String(), max: Type.Integer(), points: Type.Integer() })), putAt: Instant, corrected: Type.Boolean() })
export type DiaryMark = Static<typeof DiaryMark>
export const DiaryHomework = Type.Object({ id: Id, courseId: Id, lessonId: Id, text: Type.String(), minutes: Nullable(Type.Integer()), links: Type.Array(Link), givenOn: Day, dueDate: Day, personal: Type.Boolean(), done: Type.Boolean(),
  /** Null: not handed in here; else whether it is still to be handed in, or what has become of it. */
  answer: Nullable(OneOf('wanted', 'sent', 'returned', 'accepted')) })
export type DiaryHomework = Static<typeof DiaryHomework>
const absence = { code: AttendanceCode, minutes: Nullable(Type.Integer()), reason: Nullable(AbsenceReason), reasonNote: Type.String() }

export const DiaryLesson = Type.Object({
  id: Id, courseId: Id, number: Type.Integer(), starts: ClockTime, ends: ClockTime, subject: SubjectRef, kind: OneOf('lesson', 'extracurricular', 'consultation', 'exam'), room: Nullable(Type.String()),
  /** Short names: «Ковалёва М. С.». */
  teachers: Type.Array(Type.String()), substitute: Type.Boolean(), state: LessonState, topic: Type.String(), note: Type.String(),
  due: Type.Array(DiaryHomework), given: Type.Array(DiaryHomework), marks: Type.Array(DiaryMark),
  /** Works announced for the lesson that hold no mark of this pupil. */
  works: Type.Array(Type.Object({ id: Id, type: Type.String(), title: Type.String(), weight: Type.Integer(), isControl: Type.Boolean() })),
  attendance: Nullable(Type.Object(absence)),
})
export type DiaryLesson = Static<typeof DiaryLesson>

export const DiaryWeek = Type.Object({
  studentId: Id, student: PersonRef, className: Nullable(Type.String()), week: Day, weekNumber: Nullable(Type.Integer()), period: Nullable(Period), today: Day,
  /** Now in the school's time zone, to find the lesson that is under way. */
  now: ClockTime,
  days: Type.Array(Type.Object({ date: Day, lessons: Type.Array(DiaryLesson), otherDue: Type.Array(DiaryHomework) })),
  acknowledgements: Type.Array(Type.Object({ week: Day, guardian: PersonRef, at: Instant })),
  can: Type.Object({ acknowledge: Type.Boolean(), tick: Type.Boolean() }),
})
export type DiaryWeek = Static<typeof DiaryWeek>

/** A week of the diary, Monday to Saturday (and Sunday when it has lessons); acknowledgements of this and the previous week. */
export const getDiaryWeek = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/diary', summary: 'A week of the diary', access: { permission: 'journal.diary.read' }, hot: true,
  params: ofStudent, query: Type.Object({ week: Type.Optional(Day) }), reply: DiaryWeek, problems: ['journal.not_monday'],
})

/** A parent's signature under a week that has begun. */
export const acknowledgeWeek = route({
  method: 'PUT', path: '/api/schools/:schoolId/students/:studentId/weeks/:week/acknowledgement', summary: 'A parent signs a week of the diary', access: { permission: 'journal.week.acknowledge' },
  params: Type.Object({ schoolId: Id, studentId: Id, week: Day }), reply: Type.Object({ week: Day, at: Instant }), problems: ['journal.not_monday', 'journal.week_ahead'],
})

export const AbsenceList = Type.Object({
  from: Day, to: Day,
  absences: Type.Array(Type.Object({ lessonId: Id, courseId: Id, date: Day, number: Type.Integer(), subject: Type.String(), ...absence })),
  totals: Type.Object({ lessons: Type.Integer(), days: Type.Integer(), illness: Type.Integer(), excused: Type.Integer(), unexcused: Type.Integer(), withoutReason: Type.Integer(), late: Type.Integer() }),
})
export type AbsenceList = Static<typeof AbsenceList>
/** Without a range, the period of today. A full day is one whose every lesson was missed. */
export const listAbsences = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/absences', summary: 'Absences of a pupil', access: { permission: 'journal.diary.read' },
  params: ofStudent, query: Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) }), reply: AbsenceList, problems: ['journal.range_wrong'],
})

export const NewMark = Type.Object({ ...DiaryMark.properties, courseId: Id, subject: Type.String(), date: Day })
/** What a home page says of one pupil. */
export const StudentToday = Type.Object({
  student: PersonRef, className: Nullable(Type.String()), homeroom: Nullable(Type.String()), today: Day, now: ClockTime,
  lessons: Type.Array(Type.Object({ id: Id, number: Type.Integer(), starts: ClockTime, ends: ClockTime, subject: Type.String(), room: Nullable(Type.String()), state: LessonState })),
  /** The next school day with lessons or homework, and what is due on it. */
  next: Nullable(Type.Object({ date: Day, due: Type.Array(Type.Object({ ...DiaryHomework.properties, subject: Type.String() })), minutes: Type.Integer() })),
  /** Put or corrected since the given instant (default: three days ago), newest first, at most 20. */
  newMarks: Type.Array(NewMark),
  /** Absences without a reason of the last 14 days. */
  withoutReason: Type.Array(Type.Object({ lessonId: Id, date: Day, number: Type.Integer(), subject: Type.String() })),
  debts: Type.Array(NewMark),
  /** The last full week and whether this reader's family signed it. */
  signature: Nullable(Type.Object({ week: Day, signed: Type.Boolean() })),
})
export type StudentToday = Static<typeof StudentToday>
export const getStudentToday = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/today', summary: 'Today of one pupil: lessons, what is due next, new marks', access: { permission: 'journal.diary.read' }, hot: true,
  params: ofStudent, query: Type.Object({ since: Type.Optional(Instant) }), reply: StudentToday,
})

const lacking = { courseId: Id, lessonId: Id, subject: Type.String(), date: Day }
/** What a pupil has not done, over all subjects. */
export const NotDone = Type.Object({
  student: PersonRef, className: Nullable(Type.String()), today: Day, from: Day,
  /** Works marked with a point, the most overdue first. */
  debts: Type.Array(Type.Object({ ...lacking, markId: Id, work: Type.String(), due: Nullable(Day), overdue: Type.Boolean() })),
  /** Control works of the period that others of the group have marks for and the pupil has none; `away`: was not there. */
  unwritten: Type.Array(Type.Object({ ...lacking, workId: Id, work: Type.String(), away: Type.Boolean() })),
  /** Homework of the last week and the coming days that nobody has ticked off. */
  homework: Type.Array(Type.Object({ ...DiaryHomework.properties, subject: Type.String(), late: Type.Boolean() })),
})
export type NotDone = Static<typeof NotDone>
export const getMissing = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/missing', summary: 'What a pupil has not done, over all subjects', access: { permission: 'journal.diary.read' }, params: ofStudent, reply: NotDone,
})
