import { addresses } from '@school/contract'
import { notFound, Problem, serve, type Work } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/calendar.ts'
import { calendarChanged } from '../../contract/facts.ts'
import { followSoon } from '../lessons/make.ts'
import { calendarOf, currentYear, openYear, putClassSetting } from './calendar.ts'
import { bellOverlapOf, overlapOf } from './rules.ts'
import { findYear, hasClass, hasName, removeSpecialDayRow, removeVacationRow, replacePeriods, saveBells, saveScheme, saveSpecialDay, saveVacation, saveYear } from './store.ts'

/** Every change of the calendar is traced, told to open pages, and the coming lessons follow it. */
async function told(work: Work, year: number, action: string, after: unknown) {
  work.audit(action, { after })
  work.announce(calendarChanged, { schoolId: work.schoolId, year }, [addresses.school(work.schoolId)])
  await followSoon(work)
  return calendarOf(work, year)
}

async function openedYear(work: Work, year: number) {
  const row = await findYear(work, year)
  if (!row) throw new Problem(409, 'schedule.year_not_open', { year })
  return row
}

export function calendarRoutes(app: FastifyInstance): void {
  serve(app, contract.getCalendar, async (read, { query }) => calendarOf(read, query.year ?? await currentYear(read)))
  serve(app, contract.openYear, async (work, { params, body }) => {
    await openYear(work, params.year, body.weekDays)
    return calendarOf(work, params.year)
  })
  serve(app, contract.editYear, async (work, { params, body }) => {
    const row = await findYear(work, params.year)
    if (!row) throw notFound()
    if (row.revision !== body.basedOn) throw new Problem(409, 'schedule.changed_meanwhile', { revision: row.revision })
    if (body.ends <= body.starts) throw new Problem(409, 'schedule.dates_wrong', { field: 'ends' })
    await saveYear(work, { ...row, starts: body.starts, ends: body.ends, two_week: body.twoWeek, a_week_starts: body.aWeekStarts, revision: row.revision + 1 })
    return told(work, params.year, 'schedule.year.edit', body)
  })
  serve(app, contract.putScheme, async (work, { params, body }) => {
    await openedYear(work, body.year)
    const wrong = overlapOf(body.periods)
    if (wrong !== null) throw new Problem(409, 'schedule.periods_overlap', { field: `periods.${wrong}`, name: body.periods[wrong]?.name })
    if (await hasName(work, 'schedule.period_scheme', body.name, params.id)) throw new Problem(409, 'schedule.name_taken', { field: 'name' })
    await saveScheme(work, { id: params.id, year: body.year, name: body.name, kind: body.kind })
    await replacePeriods(work, params.id, body.periods)
    return told(work, body.year, 'schedule.scheme.put', { id: params.id, ...body })
  })
  serve(app, contract.putVacation, async (work, { params, body }) => {
    await openedYear(work, body.year)
    if (body.ends < body.starts) throw new Problem(409, 'schedule.dates_wrong', { field: 'ends' })
    await saveVacation(work, { id: params.id, year: body.year, name: body.name, starts: body.starts, ends: body.ends, from_grade: body.fromGrade, to_grade: body.toGrade })
    return told(work, body.year, 'schedule.vacation.put', { id: params.id, ...body })
  })
  serve(app, contract.removeVacation, async (work, { params }) => {
    const row = await removeVacationRow(work, params.id)
    if (!row) throw notFound()
    await told(work, row.year, 'schedule.vacation.remove', row)
    return { done: true as const }
  })
  dayRoutes(app)
}

function dayRoutes(app: FastifyInstance): void {
  serve(app, contract.putSpecialDay, async (work, { params, body }) => {
    if (body.kind === 'asWeekday' && body.asWeekday === null) throw new Problem(409, 'schedule.weekday_needed', { field: 'asWeekday' })
    await saveSpecialDay(work, { date: params.date, kind: body.kind, as_weekday: body.kind === 'off' ? null : body.asWeekday, name: body.name })
    return told(work, await currentYear(work), 'schedule.day.put', { date: params.date, ...body })
  })
  serve(app, contract.removeSpecialDay, async (work, { params }) => {
    const row = await removeSpecialDayRow(work, params.date)
    if (!row) throw notFound()
    await told(work, await currentYear(work), 'schedule.day.remove', row)
    return { done: true as const }
  })
  serve(app, contract.putBells, async (work, { params, body }) => {
    const wrong = bellOverlapOf(body.bells)
    if (wrong !== null) throw new Problem(409, 'schedule.bells_overlap', { field: 'bells', number: wrong })
    if (await hasName(work, 'schedule.bell_schedule', body.name, params.id)) throw new Problem(409, 'schedule.name_taken', { field: 'name' })
    await saveBells(work, { id: params.id, name: body.name, shift: body.shift, building_id: body.buildingId, weekday: body.weekday }, body.bells)
    return told(work, await currentYear(work), 'schedule.bells.put', { id: params.id, ...body })
  })
  serve(app, contract.putClassSetting, async (work, { params, body }) => {
    if (!(await hasClass(work, params.classId))) throw notFound()
    await putClassSetting(work, params.classId, body)
    return told(work, await currentYear(work), 'schedule.class.set', { classId: params.classId })
  })
}
