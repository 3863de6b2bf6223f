import { addresses, newId } from '@school/contract'
import { registryFace, schoolYearOf } from '@school/registry/server'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { calendarChanged } from '../../contract/facts.ts'
import type { Calendar } from '../../contract/calendar.ts'
import { names, recommended, recommendedBells, secondShiftBells } from './recommended.ts'
import { findYear, hasBells, hasScheme, listBells, listBellSchedules, listClassSettings, listPeriods, listSchemes, listSpecialDays, listVacations, replacePeriods, saveBells, saveClassSetting, saveScheme, saveSpecialDay, saveVacation, saveYear } from './store.ts'

/** The school year of today in the school's own time zone. */
export const currentYear = async (read: Read): Promise<number> => schoolYearOf(await registryFace.schoolDay(read))

/** The whole calendar of a year in one piece. */
export async function calendarOf(read: Read, year: number): Promise<Calendar> {
  const row = await findYear(read, year)
  const [schemes, periods, vacations, special] = [await listSchemes(read, year), await listPeriods(read, year), await listVacations(read, year), row ? await listSpecialDays(read, row.starts, row.ends) : []]
  const [schedules, bells, classes] = [await listBellSchedules(read), await listBells(read), await listClassSettings(read, year)]
  return {
    year: row ? { year: row.year, starts: row.starts, ends: row.ends, weekDays: row.week_days, twoWeek: row.two_week, aWeekStarts: row.a_week_starts, revision: row.revision } : null,
    schemes: schemes.map((scheme) => ({ id: scheme.id, name: scheme.name, kind: scheme.kind, periods: periods.filter((one) => one.scheme_id === scheme.id).map(({ id, ordinal, name, starts, ends }) => ({ id, ordinal, name, starts, ends })) })),
    vacations: vacations.map((one) => ({ id: one.id, name: one.name, starts: one.starts, ends: one.ends, fromGrade: one.from_grade, toGrade: one.to_grade })),
    specialDays: special.map((one) => ({ date: one.date, kind: one.kind, asWeekday: one.as_weekday, name: one.name })),
    bells: schedules.map((one) => ({ id: one.id, name: one.name, shift: one.shift, buildingId: one.building_id, weekday: one.weekday, bells: bells.filter((bell) => bell.bell_schedule_id === one.id).map(({ number, starts, ends }) => ({ number, starts, ends })) })),
    classes: classes.map((one) => ({ classId: one.id, className: one.name, gradeLevel: one.grade_level, schemeId: one.period_scheme_id, bellScheduleId: one.bell_schedule_id, weekDays: one.week_days })),
    can: { change: read.by.role === 'schoolAdmin' || read.by.role === 'deputyHead' || read.by.role === 'principal' },
  }
}

/** Opens a year with the recommended dates: quarters for grades 1–9, half-years above and in colleges, bells of both shifts, a setting for every class. */
export async function openYear(work: Work, year: number, weekDays: number): Promise<void> {
  const dates = recommended[year]
  if (!dates) throw new Problem(409, 'schedule.no_recommended_dates', { year })
  if (!(await findYear(work, year))) {
    await saveYear(work, { school_id: work.schoolId, year, starts: dates.starts, ends: dates.ends, week_days: weekDays, two_week: false, a_week_starts: null, revision: 1 })
    await saveScheme(work, await schemeOf(work, year, 'quarter', names.quarters, dates.quarters, names.quarter))
    await saveScheme(work, await schemeOf(work, year, 'semester', names.semesters, dates.semesters, names.semester))
    for (const { name, starts, ends, grades } of dates.vacations) await saveVacation(work, { id: newId(), year, name, starts, ends, from_grade: grades?.[0] ?? null, to_grade: grades?.[1] ?? null })
    for (const { date, name } of dates.daysOff) await saveSpecialDay(work, { date, kind: 'off', as_weekday: null, name })
  }
  if ((await listBellSchedules(work)).length === 0) {
    await saveBells(work, { id: newId(), name: names.bells, shift: 1, building_id: null, weekday: null }, bellRows(recommendedBells))
    await saveBells(work, { id: newId(), name: names.secondBells, shift: 2, building_id: null, weekday: null }, bellRows(secondShiftBells))
  }
  await settleClasses(work, year)
  work.audit('schedule.year.open', { after: { year } })
  work.announce(calendarChanged, { schoolId: work.schoolId, year }, [addresses.school(work.schoolId)])
}

async function schemeOf(work: Work, year: number, kind: 'quarter' | 'semester', name: string, spans: readonly (readonly [string, string])[], nameOf: (ordinal: number) => string) {
  const id = newId()
  await saveScheme(work, { id, year, name, kind })
  await replacePeriods(work, id, spans.map(([starts, ends], i) => ({ id: newId(), ordinal: i + 1, name: nameOf(i + 1), starts, ends })))
  return { id, year, name, kind }
}

const bellRows = (bells: readonly (readonly [string, string])[]) => bells.map(([starts, ends], i) => ({ number: i + 1, starts, ends }))

/** Gives every class without a setting the usual one; called again when classes appear. */
export async function settleClasses(work: Work, year: number): Promise<void> {
  const row = await findYear(work, year)
  if (!row) return
  const [schemes, bells] = [await listSchemes(work, year), await listBellSchedules(work)]
  for (const one of await listClassSettings(work, year)) {
    if (one.period_scheme_id !== null) continue
    const kind = one.grade_level !== null && one.grade_level <= 9 ? 'quarter' : 'semester'
    const scheme = schemes.find((scheme) => scheme.kind === kind) ?? schemes[0]
    const bell = bells.find((schedule) => schedule.shift === one.shift && schedule.weekday === null) ?? bells[0]
    if (scheme && bell) await saveClassSetting(work, { class_id: one.id, period_scheme_id: scheme.id, bell_schedule_id: bell.id, week_days: one.grade_level === 1 ? 5 : row.week_days })
  }
}

/** Says by which periods, bells and week a class lives. */
export async function putClassSetting(work: Work, classId: string, given: { schemeId: string; bellScheduleId: string; weekDays: number }): Promise<void> {
  if (!(await hasScheme(work, given.schemeId)) || !(await hasBells(work, given.bellScheduleId))) throw notFound()
  await saveClassSetting(work, { class_id: classId, period_scheme_id: given.schemeId, bell_schedule_id: given.bellScheduleId, week_days: given.weekDays })
  work.audit('schedule.class.set', { about: classId, after: given })
}
