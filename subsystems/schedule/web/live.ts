import { keyOf, onFact, type LiveRule } from '@school/web'
import * as schedule from '../contract/index.ts'

/** What each fact of the schedule makes stale in an open page. */
export const live: readonly LiveRule[] = [
  onFact(schedule.lessonChanged, ({ schoolId }) => [keyOf(schedule.lessonsOfWeek, { params: { schoolId } }), keyOf(schedule.dayInRooms)]),
  onFact(schedule.timetableChanged, ({ schoolId }) => [keyOf(schedule.lessonsOfWeek, { params: { schoolId } }), keyOf(schedule.listTimetables, { params: { schoolId } }), keyOf(schedule.getTimetable), keyOf(schedule.dayInRooms)]),
  onFact(schedule.calendarChanged, ({ schoolId }) => [keyOf(schedule.getCalendar, { params: { schoolId } }), keyOf(schedule.lessonsOfWeek, { params: { schoolId } })]),
  onFact(schedule.courseChanged, ({ schoolId }) => [keyOf(schedule.listLoad, { params: { schoolId } })]),
  onFact(schedule.importDone, ({ schoolId }) => [keyOf(schedule.listImports, { params: { schoolId } }), keyOf(schedule.listLoad, { params: { schoolId } }), keyOf(schedule.lessonPickers, { params: { schoolId } })]),
]
