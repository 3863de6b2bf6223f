import type { AbsenceCounts } from '../../contract/index.ts'
import { usualAttendanceRule } from './data.ts'

export interface RuleOfDay { valid_from: string; full_day_lessons: number | null; illness_percent: number }
export interface StudentDay { class_id: string; student_id: string; date: string; missed: number; illness: number; excused: number; unexcused: number; late: number; held: number }

/** The rule of a day: the newest that had begun; until the school brings its own act, the usual one. */
export const ruleOn = (rules: readonly RuleOfDay[], date: string): RuleOfDay => rules.findLast((rule) => rule.valid_from <= date) ?? usualAttendanceRule

/** Whether so many missed of so many held lessons are a missed day. */
export const isFullDay = (rule: RuleOfDay, missed: number, held: number): boolean =>
  missed > 0 && (missed >= held || (rule.full_day_lessons !== null && missed >= rule.full_day_lessons))

export type WhyAbsent = 'illness' | 'excused' | 'unexcused' | 'unknown'

/** One reason for a day of several lessons: what still asks for an act comes before what is settled. */
export function whyOfDay(day: Pick<StudentDay, 'missed' | 'illness' | 'excused' | 'unexcused'>): WhyAbsent {
  if (day.illness + day.excused + day.unexcused < day.missed) return 'unknown'
  if (day.unexcused > 0) return 'unexcused'
  return day.excused > 0 ? 'excused' : 'illness'
}

const none: AbsenceCounts = { lessons: 0, illness: 0, excused: 0, unexcused: 0, unknown: 0, late: 0, days: 0, illnessDays: 0, excusedDays: 0, unexcusedDays: 0, unknownDays: 0 }

/** Adds days up, each judged by the rule that held on it. */
export function countDays(rules: readonly RuleOfDay[], days: readonly StudentDay[]): AbsenceCounts {
  const sum = { ...none }
  for (const day of days) {
    sum.lessons += day.missed
    sum.illness += day.illness
    sum.excused += day.excused
    sum.unexcused += day.unexcused
    sum.unknown += day.missed - day.illness - day.excused - day.unexcused
    sum.late += day.late
    if (!isFullDay(ruleOn(rules, day.date), day.missed, day.held)) continue
    sum.days += 1
    sum[`${whyOfDay(day)}Days`] += 1
  }
  return sum
}

/** How many of a hundred are ill; nobody of nobody is none. */
export const percentOf = (ill: number, pupils: number) => (pupils === 0 ? 0 : Math.round((ill * 100) / pupils))
