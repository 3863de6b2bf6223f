import type { Read } from '@school/server'
import { listEntriesInForce } from './make-store.ts'
import { addDays, daysBetween, lessonsFor, type DayPlan } from './rules.ts'
import { findCalendar, listLessonsOfCourses } from './slots-store.ts'

/** An hour of a course: a lesson that exists, or a place where the timetable in force will make one. */
export interface CourseSlot { readonly date: string; readonly number: number; readonly lessonId: string | null; readonly state: 'planned' | 'held' | 'cancelled' | 'moved' | 'replaced' }

/** Every hour of these courses in a school year, in order: lessons as they are, then what the timetable promises until its end. */
export async function slotsOf(read: Read, year: number, courseIds: readonly string[]): Promise<Map<string, CourseSlot[]>> {
  const slots = new Map<string, CourseSlot[]>(courseIds.map((id) => [id, []]))
  for (const row of await listLessonsOfCourses(read, courseIds)) slots.get(row.course_id)?.push({ date: row.date, number: row.number, lessonId: row.id, state: row.state })
  for (const [id, ahead] of await slotsAhead(read, year, courseIds)) slots.get(id)?.push(...ahead)
  return slots
}

/** What the timetable in force promises after the last day for which lessons were made. */
export async function slotsAhead(read: Read, year: number, courseIds: readonly string[]): Promise<Map<string, CourseSlot[]>> {
  const calendar = await findCalendar(read, year)
  const found = new Map<string, CourseSlot[]>()
  if (!calendar.year) return found
  const wanted = new Set(courseIds)
  const entries = (await listEntriesInForce(read, year)).filter((entry) => wanted.has(entry.courseId))
  const plan = dayPlanOf({ ...calendar, year: calendar.year })
  const from = calendar.made === null || calendar.made < calendar.year.starts ? calendar.year.starts : addDays(calendar.made, 1)
  for (const day of daysBetween(from, calendar.year.ends)) {
    const lessons = lessonsFor(plan, day, entries.filter((entry) => entry.from <= day && (entry.until === null || entry.until >= day)))
    for (const one of lessons.toSorted((a, b) => a.number - b.number)) {
      const list = found.get(one.entry.courseId) ?? []
      list.push({ date: day, number: one.number, lessonId: null, state: 'planned' })
      found.set(one.entry.courseId, list)
    }
  }
  return found
}

type Calendar = Awaited<ReturnType<typeof findCalendar>>
function dayPlanOf(calendar: Calendar & { year: NonNullable<Calendar['year']> }): DayPlan {
  const times = Map.groupBy(calendar.bells, (bell) => bell.bell_schedule_id)
  return {
    year: { starts: calendar.year.starts, ends: calendar.year.ends, twoWeek: calendar.year.two_week, aWeekStarts: calendar.year.a_week_starts },
    vacations: calendar.vacations.map((one) => ({ starts: one.starts, ends: one.ends, fromGrade: one.from_grade, toGrade: one.to_grade })),
    special: new Map(calendar.special.map((one) => [one.date, { kind: one.kind, asWeekday: one.as_weekday }])),
    bellsOf(id, weekday) {
      const usual = calendar.schedules.find((one) => one.id === id)
      const own = calendar.schedules.find((one) => one.shift === usual?.shift && one.building_id === usual?.building_id && one.weekday === weekday)
      return new Map((times.get(own?.id ?? id) ?? []).map((bell) => [bell.number, { starts: bell.starts, ends: bell.ends }]))
    },
  }
}
