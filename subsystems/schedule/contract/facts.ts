import { Day, fact, Id, OneOf } from '@school/contract'
import { Type } from 'typebox'

/** Made, cancelled, moved, given another room or teacher. Sent to the group, the course and the staff's office. */
export const lessonChanged = fact('schedule.lesson.changed', Type.Object({ schoolId: Id, lessonId: Id, groupId: Id, courseId: Id, date: Day }))
/** A timetable or the lessons of many days. Sent to the school. */
export const timetableChanged = fact('schedule.timetable.changed', Type.Object({ schoolId: Id, from: Day, to: Day }))
/** A draft or its entries. Sent to the office. */
export const boardChanged = fact('schedule.board.changed', Type.Object({ schoolId: Id, timetableId: Id }))
/** The numbers by which timetables are judged. Sent to the office. */
export const rulesChanged = fact('schedule.rules.changed', Type.Object({ schoolId: Id }))
/** A teacher is away, or comes after all. Sent to the office. */
export const absenceChanged = fact('schedule.absence.changed', Type.Object({ schoolId: Id, absenceId: Id }))
/** How a lesson without its teacher was settled. Sent to the staff; families are told by notices. */
export const lessonCovered = fact('schedule.lesson.covered', Type.Object({ schoolId: Id, lessonId: Id, groupId: Id, kind: OneOf('substitute', 'join', 'move', 'cancel', 'undone'), revision: Type.Integer() }))
export const calendarChanged = fact('schedule.calendar.changed', Type.Object({ schoolId: Id, year: Type.Integer() }))
/** A course or its teachers. */
export const courseChanged = fact('schedule.course.changed', Type.Object({ schoolId: Id, courseId: Id }))
/** People, classes and load were brought by a file. */
export const importDone = fact('schedule.import.done', Type.Object({ schoolId: Id, importId: Id }))
