import { notFound, Problem, type Read } from '@school/server'
import type { AbsenceReason, AttendanceCode, Course, JournalPage, MarkingRuleRef, MarkValue, Period, RetakeValue } from '../../contract/index.ts'
import { kindOf } from '../access.ts'
import { ordinaryRule, type Rule } from '../averages/rules.ts'
import { dayAfter, isDay } from '../lessons/rules.ts'
import { findCells, findElsewhere, findHead, listLessons, listStudents, type AttendanceCell, type CourseRow, type HeadRow, type LessonRow, type MarkCell, type RuleRow, type StudentRow } from './store.ts'
import { summarise } from './summaries.ts'

const mostDays = 370

/** The page of a course between two days, or of the period that holds today. */
export async function pageOf(read: Read, courseId: string, asked: { from?: string; to?: string }): Promise<JournalPage> {
  const head = await findHead(read, courseId)
  if (!head) throw notFound()
  const periods = head.periods ?? []
  const { from, to } = rangeOf(head, asked)
  const touched = periods.filter((period) => period.starts <= to && period.ends >= from)
  const [first, last] = [touched.reduce((day, one) => (one.starts < day ? one.starts : day), from), touched.reduce((day, one) => (one.ends > day ? one.ends : day), to)]
  const [students, lessons, cells] = await Promise.all([listStudents(read, head.group.id, from, to), listLessons(read, courseId, from, to), findCells(read, courseId, first, last, head.today)])
  const [marks, attendance] = [cells.marks ?? [], cells.attendance ?? []]
  const rights = rightsOf(read, head)
  const moved = (head.rule?.finals.followGroups ?? true) ? students.filter((one) => one.starts > first || (one.ends !== null && one.ends < last)) : []
  const elsewhere = moved.length === 0 ? null : await findElsewhere(read, courseId, first, last, head.today, moved.map(({ id }) => id))
  return {
    today: head.today, from, to, course: presentCourse(head), periods, rule: presentRule(head.rule),
    students: students.map(presentStudent),
    lessons: lessons.map((lesson) => presentLesson(lesson, head.today, rights.write, kindOf(read) === 'staff')),
    marks: marks.filter(([, , , , , , , , date]) => date >= from && date <= to).map(presentMarkCell),
    attendance: attendance.filter((cell) => cell[7] >= from && cell[7] <= to).map(presentAttendanceCell),
    summaries: summarise(students, touched, ruleFrom(head.rule), { marks: [...marks, ...elsewhere?.marks ?? []], attendance: [...attendance, ...elsewhere?.attendance ?? []], held: cells.held ?? [], heldElsewhere: elsewhere?.held ?? [], hours: head.hours }),
    can: rights,
  }
}

/** What was asked, else the period of today, else the last one that began, else the month around today. */
export function rangeOf(head: Pick<HeadRow, 'periods' | 'today'>, asked: { from?: string; to?: string }): { from: string; to: string } {
  const period = periodOn(head.periods ?? [], head.today)
  const from = asked.from ?? period?.starts ?? dayAfter(head.today, -30)
  const to = asked.to ?? (asked.from === undefined || from <= (period?.ends ?? head.today) ? period?.ends ?? head.today : from)
  if (!isDay(from) || !isDay(to) || to < from || to > dayAfter(from, mostDays)) throw new Problem(400, 'journal.range_wrong')
  return { from, to }
}

/** The period that holds the day; in a vacation, the one before it. */
export const periodOn = (periods: readonly Period[], day: string): Period | null =>
  periods.find((one) => one.starts <= day && one.ends >= day) ?? periods.findLast((one) => one.starts <= day) ?? periods[0] ?? null

function rightsOf(read: Read, head: HeadRow): JournalPage['can'] {
  const kind = kindOf(read)
  const writes = head.mine ? kind === 'staff' || kind === 'office' : kind === 'office'
  return { write: writes, reason: writes && !head.mine, absenceReason: kind === 'office' || (kind === 'staff' && head.homeroom) }
}

/** A course as every page heads it. */
export const presentCourse = (row: CourseRow): Course =>
  ({ id: row.id, subject: row.subject, group: row.group, classes: row.classes ?? [], teachers: row.teachers ?? [], hoursPerWeek: row.hours, closedOn: row.closed_on, mine: row.mine })

export const presentRule = (rule: RuleRow | null): MarkingRuleRef | null =>
  rule && { edition: rule.edition, title: rule.title, validFrom: rule.valid_from, averaging: rule.averaging, roundUpFrom: rule.round_up_from, editDays: rule.edit_days, hundredScale: rule.finals.hundredScale.toSorted((a, b) => b.from - a.from) }

/** The rule that averages are counted by. */
export const ruleFrom = (row: RuleRow | null): Rule =>
  row ? { averaging: row.averaging, roundUpFrom: row.round_up_from, leastMarks: row.least_marks, absenceLimitPercent: row.absence_limit_percent, retakeCounts: row.finals.retakeCounts } : ordinaryRule

const presentStudent = (row: StudentRow) => ({ id: row.id, lastName: row.last_name, firstName: row.first_name, middleName: row.middle_name, className: row.class_name, from: row.starts, to: row.ends })

function presentLesson(row: LessonRow, today: string, writes: boolean, staff: boolean): JournalPage['lessons'][number] {
  const write = (writes || (staff && row.substitute_is_me)) && !row.closed
  return {
    id: row.id, date: row.date, number: row.number, starts: row.starts, ends: row.ends, state: row.state, topic: row.topic, homework: row.homework ?? [], works: row.works ?? [],
    attendanceCheckedAt: row.checked?.toISOString() ?? null, closed: row.closed, substitute: row.substitute, can: { write, marks: write && row.date <= today && row.state !== 'cancelled' },
  }
}

export const presentMarkCell = ([id, workId, lessonId, studentId, value, note, debtDue, revision, , , , retake, retakeOn, points, criteria]: MarkCell) =>
  ({ id, workId, lessonId, studentId, value: value as MarkValue, note, debtDue, retake: retake as RetakeValue | null, retakeOn, points, criteria, revision })
export const presentAttendanceCell = ([lessonId, studentId, code, minutes, reason, reasonNote, revision]: AttendanceCell) =>
  ({ lessonId, studentId, code: code as AttendanceCode, minutes, reason: reason as AbsenceReason | null, reasonNote, revision })
