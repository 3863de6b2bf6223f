import { sql } from 'kysely'
import type { Read, Work } from '@school/server'
import { schedule, type BellTable, type PeriodTable, type SpecialDayTable, type VacationTable, type YearTable } from '../tables.ts'

const here = (read: Read) => read.schoolId

export const findYear = (read: Read, year: number) => schedule(read).selectFrom('schedule.school_year').selectAll().where('school_id', '=', here(read)).where('year', '=', year).executeTakeFirst()
export const listSchemes = (read: Read, year: number) => schedule(read).selectFrom('schedule.period_scheme').selectAll().where('school_id', '=', here(read)).where('year', '=', year).orderBy('name').execute()
export const listPeriods = (read: Read, year: number) => schedule(read).selectFrom('schedule.period as p').innerJoin('schedule.period_scheme as s', (j) => j.onRef('s.school_id', '=', 'p.school_id').onRef('s.id', '=', 'p.scheme_id'))
  .selectAll('p').where('p.school_id', '=', here(read)).where('s.year', '=', year).orderBy('p.ordinal').execute()
export const listVacations = (read: Read, year: number) => schedule(read).selectFrom('schedule.vacation').selectAll().where('school_id', '=', here(read)).where('year', '=', year).orderBy('starts').execute()
export const listSpecialDays = (read: Read, from: string, to: string) => schedule(read).selectFrom('schedule.special_day').selectAll().where('school_id', '=', here(read)).where('date', '>=', from).where('date', '<=', to).orderBy('date').execute()
export const listBellSchedules = (read: Read) => schedule(read).selectFrom('schedule.bell_schedule').selectAll().where('school_id', '=', here(read)).orderBy('shift').orderBy('name').execute()
export const listBells = (read: Read) => schedule(read).selectFrom('schedule.bell').selectAll().where('school_id', '=', here(read)).orderBy('number').execute()

export interface ClassOfYear { id: string; name: string; grade_level: number | null; shift: number; period_scheme_id: string | null; bell_schedule_id: string | null; week_days: number | null }
export const listClassSettings = (read: Read, year: number): Promise<ClassOfYear[]> => schedule(read).selectFrom('registry.v_class as c')
  .leftJoin('schedule.class_setting as s', (j) => j.onRef('s.school_id', '=', 'c.school_id').onRef('s.class_id', '=', 'c.id'))
  .select(['c.id', 'c.name', 'c.grade_level', 'c.shift', 's.period_scheme_id', 's.bell_schedule_id', 's.week_days'])
  .where('c.school_id', '=', here(read)).where('c.school_year', '=', year).where('c.closed_on', 'is', null).orderBy('c.grade_level').orderBy(sql`c.name collate "ru-RU-x-icu"`).execute()

export const saveYear = (work: Work, row: YearTable) => schedule(work).insertInto('schedule.school_year').values(row)
  .onConflict((c) => c.columns(['school_id', 'year']).doUpdateSet({ starts: row.starts, ends: row.ends, week_days: row.week_days, two_week: row.two_week, a_week_starts: row.a_week_starts, revision: row.revision })).execute()

export const saveScheme = (work: Work, row: { id: string; year: number; name: string; kind: 'quarter' | 'trimester' | 'semester' | 'module' }) => schedule(work).insertInto('schedule.period_scheme').values({ ...row, school_id: here(work) })
  .onConflict((c) => c.columns(['school_id', 'id']).doUpdateSet({ name: row.name, kind: row.kind })).execute()

/** Replaces the periods of a scheme; those whose id is named again keep it. */
export async function replacePeriods(work: Work, schemeId: string, rows: readonly Omit<PeriodTable, 'school_id' | 'scheme_id'>[]): Promise<void> {
  await schedule(work).deleteFrom('schedule.period').where('school_id', '=', here(work)).where('scheme_id', '=', schemeId).execute()
  await schedule(work).insertInto('schedule.period').values(rows.map((row) => ({ ...row, school_id: here(work), scheme_id: schemeId }))).execute()
}

export const saveVacation = (work: Work, row: Omit<VacationTable, 'school_id'>) => schedule(work).insertInto('schedule.vacation').values({ ...row, school_id: here(work) })
  .onConflict((c) => c.columns(['school_id', 'id']).doUpdateSet({ name: row.name, starts: row.starts, ends: row.ends, from_grade: row.from_grade, to_grade: row.to_grade })).execute()
export const removeVacationRow = (work: Work, id: string) => schedule(work).deleteFrom('schedule.vacation').where('school_id', '=', here(work)).where('id', '=', id).returningAll().executeTakeFirst()

export const saveSpecialDay = (work: Work, row: Omit<SpecialDayTable, 'school_id'>) => schedule(work).insertInto('schedule.special_day').values({ ...row, school_id: here(work) })
  .onConflict((c) => c.columns(['school_id', 'date']).doUpdateSet({ kind: row.kind, as_weekday: row.as_weekday, name: row.name })).execute()
export const removeSpecialDayRow = (work: Work, date: string) => schedule(work).deleteFrom('schedule.special_day').where('school_id', '=', here(work)).where('date', '=', date).returningAll().executeTakeFirst()

export async function saveBells(work: Work, row: { id: string; name: string; shift: number; building_id: string | null; weekday: number | null }, bells: readonly Pick<BellTable, 'number' | 'starts' | 'ends'>[]): Promise<void> {
  await schedule(work).insertInto('schedule.bell_schedule').values({ ...row, school_id: here(work) })
    .onConflict((c) => c.columns(['school_id', 'id']).doUpdateSet({ name: row.name, shift: row.shift, building_id: row.building_id, weekday: row.weekday })).execute()
  await schedule(work).deleteFrom('schedule.bell').where('school_id', '=', here(work)).where('bell_schedule_id', '=', row.id).execute()
  await schedule(work).insertInto('schedule.bell').values(bells.map((bell) => ({ ...bell, school_id: here(work), bell_schedule_id: row.id }))).execute()
}

export const saveClassSetting = (work: Work, row: { class_id: string; period_scheme_id: string; bell_schedule_id: string; week_days: number }) => schedule(work).insertInto('schedule.class_setting').values({ ...row, school_id: here(work) })
  .onConflict((c) => c.columns(['school_id', 'class_id']).doUpdateSet({ period_scheme_id: row.period_scheme_id, bell_schedule_id: row.bell_schedule_id, week_days: row.week_days })).execute()

export const hasName = async (read: Read, table: 'schedule.period_scheme' | 'schedule.bell_schedule', name: string, exceptId: string): Promise<boolean> =>
  (await schedule(read).selectFrom(table).select('id').where('school_id', '=', here(read)).where('name', '=', name).where('id', '<>', exceptId).executeTakeFirst()) !== undefined
export const hasScheme = async (read: Read, id: string): Promise<boolean> => (await schedule(read).selectFrom('schedule.period_scheme').select('id').where('school_id', '=', here(read)).where('id', '=', id).executeTakeFirst()) !== undefined
export const hasBells = async (read: Read, id: string): Promise<boolean> => (await schedule(read).selectFrom('schedule.bell_schedule').select('id').where('school_id', '=', here(read)).where('id', '=', id).executeTakeFirst()) !== undefined
export const hasClass = async (read: Read, id: string): Promise<boolean> => (await schedule(read).selectFrom('registry.v_class').select('id').where('school_id', '=', here(read)).where('id', '=', id).executeTakeFirst()) !== undefined
