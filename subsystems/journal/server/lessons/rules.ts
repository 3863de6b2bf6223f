/** In what standing someone writes into a lesson. */
export type Standing = 'teacher' | 'substitute' | 'office' | 'homeroom'

/** What a rule needs to know of a lesson. */
export interface LessonFacts { readonly date: string; readonly state: string; readonly closed: boolean; readonly periodClosed: boolean }

const dayMs = 86_400_000

/** Whole days from one school day to another. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / dayMs)

/** The school day so many days later. */
export const dayAfter = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)

/** Whether a school day is a Monday. */
export const isMonday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 1

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** Whether a text is a day of the calendar: 31 February is none. */
export const isDay = (day: string): boolean => !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)

/** Why a lesson takes nothing written at all; the office must say why it writes for the teacher. */
export function whyNotWritable(lesson: LessonFacts, standing: Standing, reason: string | undefined): string | null {
  if (lesson.closed) return 'journal.lesson_closed'
  if (lesson.periodClosed) return 'journal.period_closed'
  return standing === 'office' && !(reason ?? '').trim() ? 'journal.reason_needed' : null
}
