export interface MissDay { readonly missed: number; readonly illness: number; readonly excused: number; readonly unexcused: number; readonly late: number; readonly held: number }
export type DayReason = 'illness' | 'excused' | 'unexcused' | 'unknown'
export interface Missed { readonly days: number; readonly dayReasons: Readonly<Record<DayReason, number>>; readonly lessons: number; readonly illness: number; readonly excused: number; readonly unexcused: number; readonly unknown: number; readonly late: number }

/** A day counts as missed when no lesson of it was attended. */
export const isWholeDay = (day: MissDay): boolean => day.missed > 0 && day.held > 0 && day.missed >= day.held

/** Why a whole day was missed: one lesson without a good reason makes it that; a day is an illness only as a whole. */
export function dayReason(day: MissDay): DayReason {
  if (day.unexcused > 0) return 'unexcused'
  if (day.illness + day.excused < day.missed) return 'unknown'
  return day.illness === day.missed ? 'illness' : 'excused'
}

/** Adds up the days of one pupil or one class. */
export function addUp(days: readonly MissDay[]): Missed {
  const dayReasons = { illness: 0, excused: 0, unexcused: 0, unknown: 0 }
  const whole = days.filter(isWholeDay)
  for (const day of whole) dayReasons[dayReason(day)] += 1
  const sum = (of: (day: MissDay) => number) => days.reduce((total, day) => total + of(day), 0)
  return {
    days: whole.length, dayReasons, lessons: sum((day) => day.missed), illness: sum((day) => day.illness), excused: sum((day) => day.excused), unexcused: sum((day) => day.unexcused),
    unknown: sum((day) => day.missed - day.illness - day.excused - day.unexcused), late: sum((day) => day.late),
  }
}
