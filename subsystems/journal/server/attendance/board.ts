import { Problem, type Read, type Work } from '@school/server'
import type { AbsenceReason, AbsentPupil, AbsentToday, ClassBoard } from '../../contract/index.ts'
import { kindOf } from '../access.ts'
import { dayAfter, isDay } from '../lessons/rules.ts'
import { explainablePupil, type ReadableClass } from './access.ts'
import { listAbsentOn, listAttendanceRuleRows, listBoardClasses, listNames, listStudentDays, saveAttendanceRule, todayOf, type BoardClass, type BoardRow } from './board-store.ts'
import { usualAttendanceRule } from './data.ts'
import { putSpan } from './reasons.ts'
import { countDays, percentOf, ruleOn, whyOfDay } from './rules.ts'

const longestRange = 370
const usualRange = 30

/** Who is not at school on a day; classes with somebody of whom nobody knows why come first. */
export async function absentOn(read: Read, asked: string | undefined): Promise<AbsentToday> {
  const today = await todayOf(read)
  const date = asked ?? today
  if (!isDay(date)) throw new Problem(400, 'journal.range_wrong')
  const [classes, rows, rules] = await Promise.all([listBoardClasses(read, date, null), listAbsentOn(read, date), listAttendanceRuleRows(read)])
  const threshold = ruleOn(rules, date).illness_percent
  const byClass = Map.groupBy(rows, (row) => row.class_id)
  const boards = classes.map((one) => boardOf(one, byClass.get(one.id) ?? [], threshold)).filter((one) => one.students.length > 0)
    .toSorted((a, b) => Number(b.unknown > 0) - Number(a.unknown > 0))
  const sum = (of: (one: ClassBoard) => number) => boards.reduce((total, one) => total + of(one), 0)
  return { date, today, absent: sum((one) => one.students.length), unknown: sum((one) => one.unknown), ill: sum((one) => one.ill), threshold, classes: boards }
}

function boardOf(one: BoardClass, rows: readonly BoardRow[], threshold: number): ClassBoard {
  const students = rows.map(presentAbsent).toSorted((a, b) => Number(a.reason !== null) - Number(b.reason !== null))
  const ill = students.filter((row) => row.reason === 'illness').length
  const illnessPercent = percentOf(ill, one.pupils)
  return { ...one, students, ill, illnessPercent, overThreshold: illnessPercent >= threshold, unknown: students.filter((row) => row.reason === null).length }
}

function presentAbsent({ student, missed, held, asked }: BoardRow): AbsentPupil {
  const count = (reason: AbsenceReason) => missed.filter((lesson) => lesson.reason === reason).length
  const why = whyOfDay({ missed: missed.length, illness: count('illness'), excused: count('excused'), unexcused: count('unexcused') })
  return { student, missed: missed.map((lesson) => lesson.number), held, reason: why === 'unknown' ? null : why, note: missed.find((lesson) => lesson.note !== '')?.note ?? '', asked }
}

function rangeOf(today: string, asked: { from?: string; to?: string }): [string, string] {
  const to = asked.to ?? today
  const from = asked.from ?? dayAfter(to, -usualRange)
  if (!isDay(from) || !isDay(to) || to < from || to > dayAfter(from, longestRange)) throw new Problem(400, 'journal.range_wrong')
  return [from, to]
}

/** Absences of one class by reason, pupil by pupil. */
export async function attendanceOfClass(read: Read, of: ReadableClass, asked: { from?: string; to?: string }) {
  const [from, to] = rangeOf(of.today, asked)
  const [days, rules, [unit]] = await Promise.all([listStudentDays(read, from, to, of.classId), listAttendanceRuleRows(read), listBoardClasses(read, to, of.classId)])
  const byStudent = Map.groupBy(days, (day) => day.student_id)
  const names = new Map((await listNames(read, [...byStudent.keys()])).map((one) => [one.id, one]))
  const students = [...byStudent].flatMap(([id, own]) => { const student = names.get(id); return student ? [{ student, ...countDays(rules, own) }] : [] })
  return { from, to, pupils: unit?.pupils ?? 0, students: students.toSorted((a, b) => b.lessons - a.lessons || b.late - a.late || (a.student.lastName < b.student.lastName ? -1 : 1)), total: countDays(rules, days) }
}

/** Absences of the school by reason, class by class. */
export async function attendanceOfSchool(read: Read, asked: { from?: string; to?: string }) {
  const [from, to] = rangeOf(await todayOf(read), asked)
  const [days, rules, classes] = await Promise.all([listStudentDays(read, from, to, null), listAttendanceRuleRows(read), listBoardClasses(read, to, null)])
  const byClass = Map.groupBy(days, (day) => day.class_id)
  return { from, to, classes: classes.map(({ id, name, pupils }) => ({ id, name, pupils, ...countDays(rules, byClass.get(id) ?? []) })), total: countDays(rules, days) }
}

/** One reason for several pupils: each is judged by itself, and all or none are written. */
export async function putSpans(work: Work, of: ReadableClass, given: { students: readonly { studentId: string; spanId: string }[]; from: string; to: string; reason: AbsenceReason; note?: string }): Promise<number> {
  let absences = 0
  for (const { studentId, spanId } of given.students) {
    const done = await putSpan(work, await explainablePupil(work, studentId), spanId, { from: given.from, to: given.to, reason: given.reason, note: given.note ?? '', basedOn: null })
    absences += done.absences
  }
  work.audit('journal.absence.put_many', { after: { classId: of.classId, from: given.from, to: given.to, reason: given.reason, pupils: given.students.length } })
  return absences
}

/** The rules of counting, newest first, down to the usual one. */
export async function attendanceRules(read: Read) {
  const [today, rows] = await Promise.all([todayOf(read), listAttendanceRuleRows(read)])
  const rules = [usualAttendanceRule, ...rows].toReversed().map((row) => ({ validFrom: row.valid_from, fullDayLessons: row.full_day_lessons, illnessPercent: row.illness_percent }))
  return { today, rules, can: { change: kindOf(read) === 'office' || kindOf(read) === 'admin' } }
}

/** Puts a rule that holds from a day on; the day must not lie in the past, and a rule at work is not changed. */
export async function putAttendanceRuleFrom(work: Work, validFrom: string, given: { fullDayLessons: number | null; illnessPercent: number }): Promise<void> {
  if (!isDay(validFrom)) throw new Problem(400, 'bad_input', { field: 'validFrom' })
  const [today, rows] = await Promise.all([todayOf(work), listAttendanceRuleRows(work)])
  const before = rows.find((row) => row.valid_from === validFrom)
  const row = { valid_from: validFrom, full_day_lessons: given.fullDayLessons, illness_percent: given.illnessPercent }
  const same = before?.full_day_lessons === row.full_day_lessons && before.illness_percent === row.illness_percent
  if (!same && (validFrom < today || (before && validFrom === today))) throw new Problem(409, 'journal.rule_in_force')
  if (!same) await saveAttendanceRule(work, row)
  work.audit('journal.attendance_rule.put', { before: before ?? null, after: row })
}
