import { Day, fact, Id } from '@school/contract'
import { Type } from 'typebox'

/** Made, cancelled, moved, given another room or teacher. Sent to the group, the course and the staff's office. */
export const lessonChanged = fact('schedule.lesson.changed', Type.Object({ schoolId: Id, lessonId: Id, groupId: Id, courseId: Id, date: Day }))
/** A timetable or the lessons of many days. Sent to the school. */
export const timetableChanged = fact('schedule.timetable.changed', Type.Object({ schoolId: Id, from: Day, to: Day }))
export const calendarChanged = fact('schedule.calendar.changed', Type.Object({ schoolId: Id, year: Type.Integer() }))
/** A course or its teachers. */
export const courseChanged = fact('schedule.course.changed', Type.Object({ schoolId: Id, courseId: Id }))
/** People, classes and load were brought by a file. */
export const importDone = fact('schedule.import.done', Type.Object({ schoolId: Id, importId: Id }))
