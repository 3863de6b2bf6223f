import { Day, Id, Instant, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { AbsenceReason, AttendanceCode, BasedOn, EnteredAt, MarkValue, PersonRef, Points, Reason, RetakeValue, Revision } from './shapes.ts'

export const Mark = Type.Object({
  id: Id, workId: Id, lessonId: Id, studentId: Id, value: MarkValue, note: Type.String(), debtDue: Nullable(Day),
  /** What the second try brought and when it was; the first stays beside it, and the rule says which of them counts. */
  retake: Nullable(RetakeValue), retakeOn: Nullable(Day),
  /** What the mark was mapped from, where the work counts points. */
  points: Nullable(Points), criteria: Nullable(Type.Array(Points)), revision: Revision,
})
export type Mark = Static<typeof Mark>

/** Why a mark or a fact of attendance was not taken. `journal.changed_meanwhile` carries `now`: the mark as it stands. */
export const cellProblems = [
  'journal.changed_meanwhile', 'journal.lesson_closed', 'journal.period_closed', 'journal.lesson_cancelled', 'journal.lesson_ahead', 'journal.window_over', 'journal.reason_needed',
  'journal.not_in_class', 'journal.value_not_in_scale', 'journal.no_marks_in_grade', 'journal.id_taken', 'journal.reason_is_class_teachers', 'journal.minutes_only_late',
  'journal.retake_of_nothing', 'journal.retake_late', 'journal.retake_day_wrong', 'journal.points_needed', 'journal.points_wrong',
] as const

const markBody = {
  studentId: Id, value: MarkValue, note: Type.Optional(Text(500)), basedOn: BasedOn, enteredAt: EnteredAt, reason: Reason,
  /** Until when the debt is to be made good; by default the school's rule. */
  debtDue: Type.Optional(Day),
  /** The second try; null takes it back, left out it stays as it is. A debt with a second try is settled. */
  retake: Type.Optional(Nullable(RetakeValue)), retakeOn: Type.Optional(Day),
  /** Of a hundred, or one for each criterion: the rule of the lesson's day makes the mark of them, whatever `value` says. Left out with the mark that stands, they stay. */
  points: Type.Optional(Points), criteria: Type.Optional(Type.Array(Points, { maxItems: 12 })),
}

/** Creates, corrects or (value '') takes back one mark. The client makes the id, so a retry is harmless; a place (work, pupil) holds one mark. */
export const putMark = route({
  method: 'PUT', path: '/api/schools/:schoolId/works/:workId/marks/:markId', summary: 'Puts, corrects or takes back a mark', access: { permission: 'journal.mark.put' },
  params: Type.Object({ schoolId: Id, workId: Id, markId: Id }), body: Type.Object(markBody), reply: Mark, problems: [...cellProblems],
})

export const Attendance = Type.Object({
  lessonId: Id, studentId: Id, code: AttendanceCode, minutes: Nullable(Type.Integer()), reason: Nullable(AbsenceReason), reasonNote: Type.String(), revision: Revision,
})
export type Attendance = Static<typeof Attendance>

const attendanceBody = {
  code: AttendanceCode, minutes: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 300 }))), basedOn: BasedOn, enteredAt: EnteredAt, reason: Reason,
  /** Only the class teacher and the office give it; left out, the reason stays as it is. */
  absenceReason: Type.Optional(Nullable(AbsenceReason)),
}

const MarkOp = Type.Object({ kind: Type.Literal('mark'), workId: Id, id: Id, ...markBody })
export const AttendanceOp = Type.Object({ kind: Type.Literal('attendance'), lessonId: Id, studentId: Id, ...attendanceBody })
export const CellOp = Type.Union([MarkOp, AttendanceOp])
export type CellOp = Static<typeof CellOp>

const MarkKept = Type.Object({ kind: Type.Literal('mark'), kept: Type.Literal(true), now: Mark })
const AttendanceKept = Type.Object({ kind: Type.Literal('attendance'), kept: Type.Literal(true), now: Attendance })
const MarkRefused = Type.Object({ kind: Type.Literal('mark'), kept: Type.Literal(false), code: Type.String(), now: Nullable(Mark) })
const AttendanceRefused = Type.Object({ kind: Type.Literal('attendance'), kept: Type.Literal(false), code: Type.String(), now: Nullable(Attendance) })
export const AttendanceOutcome = Type.Union([AttendanceKept, AttendanceRefused])
export type AttendanceOutcome = Static<typeof AttendanceOutcome>
export const CellOutcome = Type.Union([MarkKept, AttendanceKept, MarkRefused, AttendanceRefused])
export type CellOutcome = Static<typeof CellOutcome>

/** Up to 500 cells of one course at once (typing, paste, undo); each is taken or refused by itself, in the order sent. */
export const putCells = route({
  method: 'POST', path: '/api/schools/:schoolId/courses/:courseId/cells', summary: 'Puts marks and attendance of many cells of one course', access: { permission: 'journal.mark.put' },
  params: Type.Object({ schoolId: Id, courseId: Id }), body: Type.Object({ ops: Type.Array(CellOp, { minItems: 1, maxItems: 500 }) }),
  reply: Type.Object({ outcomes: Type.Array(CellOutcome) }),
})

/** The teacher's fact; `present` takes an absence back. */
export const putAttendance = route({
  method: 'PUT', path: '/api/schools/:schoolId/lessons/:lessonId/attendance/:studentId', summary: 'Says whether a pupil was at a lesson', access: { permission: 'journal.lesson.put' },
  params: Type.Object({ schoolId: Id, lessonId: Id, studentId: Id }), body: Type.Object(attendanceBody), reply: Attendance, problems: [...cellProblems],
})

/** The class teacher's reason of one absence; null takes it back. */
export const putAbsenceReason = route({
  method: 'PUT', path: '/api/schools/:schoolId/lessons/:lessonId/attendance/:studentId/reason', summary: 'Gives the reason of an absence', access: { permission: 'journal.reason.put' },
  params: Type.Object({ schoolId: Id, lessonId: Id, studentId: Id }), body: Type.Object({ reason: Nullable(AbsenceReason), note: Type.Optional(Text(300)), basedOn: Revision }), reply: Attendance,
  problems: ['journal.changed_meanwhile', 'journal.not_absent'],
})

/** A reason for a range of days: every absence inside gets it, those registered later too. */
export const AbsenceSpan = Type.Object({ id: Id, studentId: Id, from: Day, to: Day, reason: AbsenceReason, note: Type.String(), by: Nullable(PersonRef), revision: Revision })
export type AbsenceSpan = Static<typeof AbsenceSpan>
export const putAbsenceSpan = route({
  method: 'PUT', path: '/api/schools/:schoolId/students/:studentId/absence-spans/:spanId', summary: 'Gives the reason of all absences of some days', access: { permission: 'journal.reason.put' },
  params: Type.Object({ schoolId: Id, studentId: Id, spanId: Id }), body: Type.Object({ from: Day, to: Day, reason: AbsenceReason, note: Type.Optional(Text(300)), basedOn: BasedOn }),
  reply: Type.Object({ span: AbsenceSpan, absences: Type.Integer() }), problems: ['journal.changed_meanwhile', 'journal.span_wrong'],
})
/** Takes the range back; absences in it lose this reason. */
export const removeAbsenceSpan = route({
  method: 'DELETE', path: '/api/schools/:schoolId/students/:studentId/absence-spans/:spanId', summary: 'Takes a reason for a range of days back', access: { permission: 'journal.reason.put' },
  params: Type.Object({ schoolId: Id, studentId: Id, spanId: Id }), reply: Type.Object({ absences: Type.Integer() }),
})

/** What a parent says of an absence; accepted, it becomes the reason of those days. */
export const Excuse = Type.Object({
  id: Id, studentId: Id, from: Day, to: Day, reason: OneOf('illness', 'excused'), text: Type.String(), state: OneOf('asked', 'accepted', 'declined'), answer: Type.String(), by: Nullable(PersonRef), at: Instant,
})
export type Excuse = Static<typeof Excuse>
/** The client makes the id; the same again changes nothing, and what was said once is not said otherwise under the same id. */
export const putExcuse = route({
  method: 'PUT', path: '/api/schools/:schoolId/students/:studentId/excuses/:excuseId', summary: 'A parent asks for absences of some days to be excused', access: { permission: 'journal.absence.excuse' },
  params: Type.Object({ schoolId: Id, studentId: Id, excuseId: Id }), body: Type.Object({ from: Day, to: Day, reason: OneOf('illness', 'excused'), text: Text(300, 1) }), reply: Excuse, problems: ['journal.span_wrong', 'journal.id_taken'],
})
/** Accepting gives every absence of those days the reason (a range of days with the id of the excuse). */
export const decideExcuse = route({
  method: 'PUT', path: '/api/schools/:schoolId/students/:studentId/excuses/:excuseId/decision', summary: 'The class teacher accepts or declines an excuse', access: { permission: 'journal.reason.put' },
  params: Type.Object({ schoolId: Id, studentId: Id, excuseId: Id }), body: Type.Object({ accept: Type.Boolean(), answer: Type.Optional(Text(300)) }), reply: Excuse, problems: ['journal.excuse_decided'],
})
export const listExcuses = route({
  method: 'GET', path: '/api/schools/:schoolId/students/:studentId/excuses', summary: 'Excuses of a pupil, newest first', access: { permission: 'journal.diary.read' },
  params: Type.Object({ schoolId: Id, studentId: Id }), reply: Type.Array(Excuse),
})

const RevisionOf = <T extends Parameters<typeof Type.Object>[0]>(fields: T) => Type.Object({ revision: Revision, ...fields, by: Nullable(PersonRef), enteredAt: Instant, receivedAt: Instant, why: Type.String() })
/** Everything that ever stood in a cell of the page, oldest first. */
export const CellHistory = Type.Object({
  marks: Type.Array(Type.Object({ markId: Id, workId: Id, workType: Type.String(), title: Type.String(), revisions: Type.Array(RevisionOf({ value: MarkValue, retake: Nullable(RetakeValue), note: Type.String() })) })),
  attendance: Type.Array(RevisionOf({ code: AttendanceCode, minutes: Nullable(Type.Integer()), reason: Nullable(AbsenceReason), reasonNote: Type.String() })),
})
export type CellHistory = Static<typeof CellHistory>
export const getCellHistory = route({
  method: 'GET', path: '/api/schools/:schoolId/lessons/:lessonId/students/:studentId/history', summary: 'Every revision of the marks and the attendance of a pupil at a lesson', access: { permission: 'journal.diary.read' },
  params: Type.Object({ schoolId: Id, lessonId: Id, studentId: Id }), reply: CellHistory,
})

export const classAbsences = route({
  method: 'GET', path: '/api/schools/:schoolId/classes/:classId/absences', summary: 'Absences of a class on some days, with and without reasons', access: { permission: 'journal.class.read' },
  params: Type.Object({ schoolId: Id, classId: Id }), query: Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day), only: Type.Optional(OneOf('withoutReason')) }),
  reply: Type.Object({
    from: Day, to: Day,
    students: Type.Array(Type.Object({
      student: PersonRef,
      lessons: Type.Array(Type.Object({ lessonId: Id, date: Day, number: Type.Integer(), subject: Type.String(), code: AttendanceCode, minutes: Nullable(Type.Integer()), reason: Nullable(AbsenceReason), reasonNote: Type.String(), revision: Revision })),
    })),
    spans: Type.Array(AbsenceSpan),
    /** Excuses of the class that wait for an answer. */
    excuses: Type.Array(Excuse), can: Type.Object({ reason: Type.Boolean() }),
  }),
})
