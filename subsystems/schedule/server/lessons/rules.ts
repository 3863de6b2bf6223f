/** What a day of school depends on, already read. */
export interface DayPlan {
  readonly year: { readonly starts: string; readonly ends: string; readonly twoWeek: boolean; readonly aWeekStarts: string | null }
  readonly vacations: readonly { readonly starts: string; readonly ends: string; readonly fromGrade: number | null; readonly toGrade: number | null }[]
  readonly special: ReadonlyMap<string, { readonly kind: 'off' | 'asWeekday'; readonly asWeekday: number | null }>
  /** Bells of a class: number → times, for a weekday. */
  bellsOf(bellScheduleId: string, weekday: number): ReadonlyMap<number, { readonly starts: string; readonly ends: string }>
}
export interface PlanEntry {
  readonly id: string; readonly weekday: number; readonly number: number; readonly week: 'A' | 'B' | null; readonly courseId: string; readonly groupId: string; readonly subjectId: string
  readonly roomId: string | null; readonly teacherIds: readonly string[]; readonly kind: 'lesson' | 'extracurricular'
  /** Who teaches the course and when; the last day is the last lesson. */
  readonly taught: readonly { readonly id: string; readonly from: string; readonly until: string | null }[]
  readonly closedOn: string | null
  /** Of the class (or the first of the classes) that the group belongs to. */
  readonly grade: number | null; readonly bellScheduleId: string | null; readonly weekDays: number
}
export interface PlannedLesson { readonly entry: PlanEntry; readonly date: string; readonly number: number; readonly starts: string; readonly ends: string; readonly teacherIds: readonly string[] }

const dayMs = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => new Date(at(day)).getUTCDay() || 7
export const addDays = (day: string, count: number): string => new Date(at(day) + count * dayMs).toISOString().slice(0, 10)
export const mondayOf = (day: string): string => addDays(day, 1 - weekdayOf(day))

/** Every day from the first to the last, both included. */
export const daysBetween = (from: string, to: string): string[] => Array.from({ length: Math.max(0, Math.round((at(to) - at(from)) / dayMs) + 1) }, (_, i) => addDays(from, i))

/** Whether the week of a day is an A week or a B week; null where weeks do not alternate. */
export function weekOf(plan: DayPlan['year'], day: string): 'A' | 'B' | null {
  if (!plan.twoWeek) return null
  const origin = mondayOf(plan.aWeekStarts ?? plan.starts)
  const weeks = Math.round((at(mondayOf(day)) - at(origin)) / (7 * dayMs))
  return weeks % 2 === 0 ? 'A' : 'B'
}

/** The weekday by whose timetable a day is taught, or null when nobody is taught. A special day overrules the calendar. */
export function taughtWeekday(plan: DayPlan, day: string): number | null {
  const special = plan.special.get(day)
  if (special?.kind === 'off') return null
  if (special?.kind === 'asWeekday') return special.asWeekday
  if (day < plan.year.starts || day > plan.year.ends) return null
  const weekday = weekdayOf(day)
  return weekday === 7 ? null : weekday
}

/** Whether a grade is on vacation; a day explicitly taught as another weekday is no vacation. */
export function onVacation(plan: DayPlan, day: string, grade: number | null): boolean {
  if (plan.special.get(day)?.kind === 'asWeekday') return false
  return plan.vacations.some((one) => day >= one.starts && day <= one.ends && (one.fromGrade === null || (grade ?? 0) >= one.fromGrade) && (one.toGrade === null || (grade ?? 0) <= one.toGrade))
}

/** Who teaches an entry on a day: those it names, as long as they teach the course; otherwise whoever teaches the course then. */
export function teachersOn(entry: Pick<PlanEntry, 'teacherIds' | 'taught'>, day: string): readonly string[] {
  const now = entry.taught.filter((one) => one.from <= day && (one.until === null || one.until >= day)).map((one) => one.id)
  const named = entry.teacherIds.filter((id) => now.includes(id))
  return named.length > 0 ? named : [...new Set(now)]
}

/** The lessons of one day: calendar, weeks, vacations of the grade, the week of the class and its bells all say yes. */
export function lessonsFor(plan: DayPlan, day: string, entries: readonly PlanEntry[]): PlannedLesson[] {
  const weekday = taughtWeekday(plan, day)
  if (weekday === null) return []
  const week = weekOf(plan.year, day)
  return entries.flatMap((entry) => {
    if (entry.weekday !== weekday || (entry.week !== null && week !== null && entry.week !== week)) return []
    if (onVacation(plan, day, entry.grade) || weekday > entry.weekDays || entry.bellScheduleId === null) return []
    if (entry.closedOn !== null && day > entry.closedOn) return []
    const bell = plan.bellsOf(entry.bellScheduleId, weekday).get(entry.number)
    return bell ? [{ entry, date: day, number: entry.number, starts: bell.starts, ends: bell.ends, teacherIds: teachersOn(entry, day) }] : []
  })
}
