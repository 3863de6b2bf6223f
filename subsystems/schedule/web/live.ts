import { keyOf, onFact, type LiveRule } from '@school/web'
import * as schedule from '../contract/index.ts'

/** What each fact of the schedule makes stale in an open page. */
export const live: readonly LiveRule[] = [
  onFact(schedule.lessonChanged, ({ schoolId }) => [keyOf(schedule.listAbsentLessons, { params: { schoolId } }), keyOf(schedule.listAbsences, { params: { schoolId } }), keyOf(schedule.listDayChanges), keyOf(schedule.listProposals), keyOf(schedule.lessonsOfWeek, { params: { schoolId } }), keyOf(schedule.dayInRooms)]),
  onFact(schedule.timetableChanged, ({ schoolId }) => [keyOf(schedule.lessonsOfWeek, { params: { schoolId } }), keyOf(schedule.listTimetables, { params: { schoolId } }), keyOf(schedule.getTimetable), keyOf(schedule.dayInRooms)]),
  onFact(schedule.absenceChanged, ({ schoolId }) => [keyOf(schedule.listAbsences, { params: { schoolId } }), keyOf(schedule.listAbsentLessons, { params: { schoolId } }), keyOf(schedule.listDayChanges)]),
  onFact(schedule.lessonCovered, ({ schoolId }) => [keyOf(schedule.listDayChanges), keyOf(schedule.getPaySheet, { params: { schoolId } })]),
  onFact(schedule.boardChanged, ({ schoolId, timetableId }) => [keyOf(schedule.getBoard, { params: { schoolId, id: timetableId } }), keyOf(schedule.listTimetables, { params: { schoolId } })]),
  onFact(schedule.rulesChanged, ({ schoolId }) => [keyOf(schedule.getTimetableRules, { params: { schoolId } }), keyOf(schedule.getBoard)]),
  onFact(schedule.calendarChanged, ({ schoolId }) => [keyOf(schedule.getCalendar, { params: { schoolId } }), keyOf(schedule.lessonsOfWeek, { params: { schoolId } })]),
  onFact(schedule.courseChanged, ({ schoolId }) => [keyOf(schedule.listLoad, { params: { schoolId } })]),
  onFact(schedule.importDone, ({ schoolId }) => [keyOf(schedule.listImports, { params: { schoolId } }), keyOf(schedule.listLoad, { params: { schoolId } }), keyOf(schedule.lessonPickers, { params: { schoolId } })]),
]
