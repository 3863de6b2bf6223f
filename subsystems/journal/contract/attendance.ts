import { Day, Done, Id, Nullable, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { AbsenceReason, inSchool, PersonRef } from './shapes.ts'

const ofClass = Type.Object({ schoolId: Id, classId: Id })
const range = Type.Object({ from: Type.Optional(Day), to: Type.Optional(Day) })

/** A pupil who is not there today. `reason` is null as long as nobody knows why; `asked` when the family has written and waits for an answer. */
export const AbsentPupil = Type.Object({ student: PersonRef, missed: Type.Array(Type.Integer()), held: Type.Integer(), reason: Nullable(AbsenceReason), note: Type.String(), asked: Type.Boolean() })
export type AbsentPupil = Static<typeof AbsentPupil>
/** A class on the board: those without a reason first; `ill` of `pupils` is compared with the threshold of the school. */
export const ClassBoard = Type.Object({
  id: Id, name: Type.String(), homeroom: Nullable(PersonRef), pupils: Type.Integer(), ill: Type.Integer(), illnessPercent: Type.Integer(), overThreshold: Type.Boolean(), unknown: Type.Integer(), students: Type.Array(AbsentPupil),
})
export type ClassBoard = Static<typeof ClassBoard>

/** Who is not at school, class by class; classes with pupils of whom nobody knows why come first. */
export const getAbsentToday = route({
  method: 'GET', path: '/api/schools/:schoolId/journal/absent', summary: 'Who is not at school on a day, and of whom nobody knows why', access: { permission: 'journal.overview.read' }, params: inSchool,
  query: Type.Object({ date: Type.Optional(Day) }), problems: ['journal.range_wrong'],
  reply: Type.Object({ date: Day, today: Day, absent: Type.Integer(), unknown: Type.Integer(), ill: Type.Integer(), threshold: Type.Integer(), classes: Type.Array(ClassBoard) }),
})
export type AbsentToday = Static<typeof getAbsentToday.reply>

/** One reason for several pupils of a class at once. The client makes the ids, so the same again changes nothing. */
export const putAbsenceSpans = route({
  method: 'PUT', path: '/api/schools/:schoolId/classes/:classId/absence-spans', summary: 'Gives several pupils of a class one reason for some days', access: { permission: 'journal.reason.put' }, params: ofClass,
  body: Type.Object({ students: Type.Array(Type.Object({ studentId: Id, spanId: Id }), { minItems: 1, maxItems: 50 }), from: Day, to: Day, reason: AbsenceReason, note: Type.Optional(Text(300)) }),
  reply: Type.Object({ absences: Type.Integer() }), problems: ['journal.changed_meanwhile', 'journal.span_wrong'],
})

/** Counts of missed lessons by reason, and of full days by the rule of each day. */
export const AbsenceCounts = Type.Object({
  lessons: Type.Integer(), illness: Type.Integer(), excused: Type.Integer(), unexcused: Type.Integer(), unknown: Type.Integer(), late: Type.Integer(),
  days: Type.Integer(), illnessDays: Type.Integer(), excusedDays: Type.Integer(), unexcusedDays: Type.Integer(), unknownDays: Type.Integer(),
})
export type AbsenceCounts = Static<typeof AbsenceCounts>
/** Without a range, the last thirty days. Pupils with most missed lessons first; who missed nothing is not named. */
export const getClassAttendance = route({
  method: 'GET', path: '/api/schools/:schoolId/classes/:classId/attendance-statistics', summary: 'Absences of a class by reason, pupil by pupil', access: { permission: 'journal.class.read' }, params: ofClass, query: range,
  reply: Type.Object({ from: Day, to: Day, pupils: Type.Integer(), students: Type.Array(Type.Object({ student: PersonRef, ...AbsenceCounts.properties })), total: AbsenceCounts }), problems: ['journal.range_wrong'],
})
export const getSchoolAttendance = route({
  method: 'GET', path: '/api/schools/:schoolId/journal/attendance-statistics', summary: 'Absences of the school by reason, class by class', access: { permission: 'journal.overview.read' }, params: inSchool, query: range,
  reply: Type.Object({ from: Day, to: Day, classes: Type.Array(Type.Object({ id: Id, name: Type.String(), pupils: Type.Integer(), ...AbsenceCounts.properties })), total: AbsenceCounts }), problems: ['journal.range_wrong'],
})

/** From which day on which rule holds; `fullDayLessons` null: a day is missed when every lesson of it was. */
export const AttendanceRule = Type.Object({ validFrom: Day, fullDayLessons: Nullable(Type.Integer({ minimum: 1, maximum: 12 })), illnessPercent: Type.Integer({ minimum: 1, maximum: 100 }) })
export type AttendanceRule = Static<typeof AttendanceRule>
export const listAttendanceRules = route({
  method: 'GET', path: '/api/schools/:schoolId/journal/attendance-rules', summary: 'Rules of counting absences, newest first', access: { permission: 'journal.settings.read' }, params: inSchool,
  reply: Type.Object({ today: Day, rules: Type.Array(AttendanceRule), can: Type.Object({ change: Type.Boolean() }) }),
})
/** A rule of a day that has begun is not changed: another follows it from a later day. */
export const putAttendanceRule = route({
  method: 'PUT', path: '/api/schools/:schoolId/journal/attendance-rules/:validFrom', summary: 'Puts a rule of counting absences', access: { permission: 'journal.settings.put' }, params: Type.Object({ schoolId: Id, validFrom: Day }),
  body: Type.Object({ fullDayLessons: AttendanceRule.properties.fullDayLessons, illnessPercent: AttendanceRule.properties.illnessPercent }), reply: Done, problems: ['journal.rule_in_force'],
})
