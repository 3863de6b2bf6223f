import { addresses, newId } from '@school/contract'
import { registryFace, schoolYearOf } from '@school/registry/server'
import { job, Problem, timedJob, type Work } from '@school/server'
import { timetableChanged } from '../../contract/facts.ts'
import { findYear, listBells, listBellSchedules, listSpecialDays, listVacations } from '../calendar/store.ts'
import { listEntriesInForce, listSchoolsWithYear, syncLessons } from './make-store.ts'
import { addDays, daysBetween, lessonsFor, type DayPlan } from './rules.ts'

const daysAhead = 7 * 5
const mostDays = 400

/** Makes or corrects the lessons of some days from the timetables in force; repeating it changes nothing. */
export async function makeLessons(work: Work, from: string, to: string): Promise<{ made: number; removed: number }> {
  const days = daysBetween(from, to)
  if (days.length === 0 || days.length > mostDays) throw new Problem(409, 'schedule.dates_wrong', { field: 'to' })
  const today = await registryFace.schoolDay(work)
  const years = [...new Set(days.map(schoolYearOf))]
  let [made, removed] = [0, 0]
  for (const year of years) {
    const plan = await planOf(work, year)
    if (!plan) continue
    const entries = await listEntriesInForce(work, year)
    // A week at a time: comparing a whole year of lessons in one statement would compare everything with everything.
    for (const week of weeksOf(days.filter((day) => schoolYearOf(day) === year))) {
      const wishes = week.flatMap((day) =>
        lessonsFor(plan, day, entries.filter((entry) => entry.from <= day && (entry.until === null || entry.until >= day))).map(({ entry, date, number, starts, ends, teacherIds }) => ({
          id: newId(), date, number, starts, ends, course_id: entry.courseId, group_id: entry.groupId, subject_id: entry.subjectId, room_id: entry.roomId, entry_id: entry.id, kind: entry.kind, teacher_ids: teacherIds,
        })))
      const done = await syncLessons(work, week[0]!, week.at(-1)!, today, wishes)
      made += done.made.length
      removed += done.removed
    }
  }
  if (made + removed > 0) work.announce(timetableChanged, { schoolId: work.schoolId, from, to }, [addresses.school(work.schoolId)])
  return { made, removed }
}

const weeksOf = (days: readonly string[]): string[][] => Array.from({ length: Math.ceil(days.length / 7) }, (_, i) => days.slice(i * 7, i * 7 + 7))

/** What the calendar of a year says about each of its days. */
export async function planOf(work: Work, year: number): Promise<DayPlan | null> {
  const row = await findYear(work, year)
  if (!row) return null
  const [vacations, special, schedules, bells] = [await listVacations(work, year), await listSpecialDays(work, `${year}-07-01`, `${year + 1}-07-01`), await listBellSchedules(work), await listBells(work)]
  const times = Map.groupBy(bells, (bell) => bell.bell_schedule_id)
  const bellsOf = (id: string, weekday: number) => {
    const usual = schedules.find((one) => one.id === id)
    const own = schedules.find((one) => one.shift === usual?.shift && one.building_id === usual?.building_id && one.weekday === weekday)
    return new Map((times.get(own?.id ?? id) ?? []).map((bell) => [bell.number, { starts: bell.starts, ends: bell.ends }]))
  }
  return {
    year: { starts: row.starts, ends: row.ends, twoWeek: row.two_week, aWeekStarts: row.a_week_starts },
    vacations: vacations.map((one) => ({ starts: one.starts, ends: one.ends, fromGrade: one.from_grade, toGrade: one.to_grade })),
    special: new Map(special.map((one) => [one.date, { kind: one.kind, asWeekday: one.as_weekday }])), bellsOf,
  }
}

/** Keeps the lessons of one school some weeks ahead. */
export const keepLessons = job('schedule.lessons.keep', async (work: Work, { from, to }: { from: string; to: string }) => {
  const done = await makeLessons(work, from, to)
  if (done.made + done.removed > 0) work.audit('schedule.lessons.make', { after: { from, to, ...done } })
})

/** Orders the lessons of the coming weeks to follow what has just changed: a calendar, bells, a load. */
export async function followSoon(work: Work): Promise<void> {
  const today = await registryFace.schoolDay(work)
  work.enqueue(keepLessons, { from: today, to: addDays(today, daysAhead) })
}

/** Makes the lessons of the coming weeks follow a timetable that holds from a day on, at once. */
export async function followNow(work: Work, validFrom: string): Promise<void> {
  const today = await registryFace.schoolDay(work)
  const from = validFrom > today ? validFrom : today
  await makeLessons(work, from, addDays(from, daysAhead))
}

/** Every six hours each school is asked to look five weeks ahead. */
export const keepLessonsAhead = timedJob('schedule.lessons.ahead', 6 * 3600, async (work) => {
  const today = work.now.toISOString().slice(0, 10)
  for (const { school_id } of await listSchoolsWithYear(work, schoolYearOf(today))) work.enqueueIn(school_id, keepLessons, { from: today, to: addDays(today, daysAhead) })
})
