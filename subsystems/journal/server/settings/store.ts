import type { Read, Work } from '@school/server'
import type { FinalPolicy, Scale } from '../../contract/index.ts'

export interface TypeRow { id: string; name: string; short_name: string; weight: number; is_control: boolean; scale: Scale; sort: number; archived: boolean; revision: number }
const types = 'select id, name, short_name, weight, is_control, scale, sort, archived, revision from journal.work_type where school_id = $1'
export const listTypes = (read: Read) => read.rows<TypeRow>(`${types} order by archived, sort, name`, [read.schoolId])
export const findType = async (read: Read, id: string) => (await read.rows<TypeRow>(`${types} and id = $2`, [read.schoolId, id]))[0]
export const findTypeByName = async (read: Read, name: string) => (await read.rows<TypeRow>(`${types} and name = $2`, [read.schoolId, name]))[0]
const putType = `
  insert into journal.work_type (school_id, id, name, short_name, weight, is_control, scale, sort, archived, revision) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
  on conflict (school_id, id) do update set name = excluded.name, short_name = excluded.short_name, weight = excluded.weight, is_control = excluded.is_control, scale = excluded.scale,
    sort = excluded.sort, archived = excluded.archived, revision = excluded.revision where journal.work_type.revision = excluded.revision - 1
  returning id`
/** False when someone was faster. */
export const saveType = async (work: Work, row: TypeRow) =>
  (await work.rows(putType, [work.schoolId, row.id, row.name, row.short_name, row.weight, row.is_control, row.scale, row.sort, row.archived, row.revision])).length === 1
const used = 'select 1 from journal.work where school_id = $1 and work_type_id = $2 limit 1'
export const isTypeUsed = async (read: Read, id: string) => (await read.rows(used, [read.schoolId, id])).length > 0

export interface FullRuleRow {
  edition: number; valid_from: string; title: string; averaging: 'weighted' | 'plain'; round_up_from: number; least_marks: { hoursUpTo: number; marks: number }[]; absence_limit_percent: number; edit_days: number; debt_days: number
  marks_from_grade: number; homework_norms: { gradeUpTo: number; minutes: number }[]; finals: FinalPolicy; revision: number
}
/** The policy columns of an edition as the contract names them. */
export const policyJson = (r: string) => `json_build_object('levels', ${r}.levels, 'controlPriority', ${r}.control_priority, 'controlBand', ${r}.control_band, 'followGroups', ${r}.follow_groups, 'countBrought', ${r}.count_brought,
  'yearFrom', ${r}.year_from, 'yearRoundUpFrom', ${r}.year_round_up_from, 'certificateRoundUpFrom', ${r}.certificate_round_up_from, 'retakeCounts', ${r}.retake_counts, 'retakeDays', ${r}.retake_days,
  'overdueDebt', ${r}.overdue_debt, 'controlsADay', ${r}.controls_a_day, 'controlsAWeek', ${r}.controls_a_week, 'controlsVisibleAt', ${r}.controls_visible_at, 'debtsAtMost', ${r}.debts_at_most, 'admissionDebts', ${r}.admission_debts, 'hundredScale', ${r}.hundred_scale)`
const rules = `select edition, valid_from, title, averaging, (round_up_from * 100)::integer as round_up_from, least_marks, absence_limit_percent, edit_days, debt_days, marks_from_grade, homework_norms, ${policyJson('r')} as finals, revision
  from journal.marking_rule r where school_id = $1`
export const listRules = (read: Read) => read.rows<FullRuleRow>(`${rules} order by edition`, [read.schoolId])
const putRule = `
  insert into journal.marking_rule (school_id, edition, valid_from, title, averaging, round_up_from, least_marks, absence_limit_percent, edit_days, debt_days, marks_from_grade, homework_norms, revision,
    levels, control_priority, control_band, follow_groups, count_brought, year_from, year_round_up_from, certificate_round_up_from, retake_counts, retake_days, overdue_debt, controls_a_day, controls_a_week, controls_visible_at, debts_at_most, admission_debts, hundred_scale)
  select $1, $2, $3, $4, $5, $6::numeric / 100, $7::jsonb, $8, $9, $10, $11, $12::jsonb, $13,
    p.levels, p."controlPriority", p."controlBand", p."followGroups", p."countBrought", p."yearFrom", p."yearRoundUpFrom", p."certificateRoundUpFrom", p."retakeCounts", p."retakeDays", p."overdueDebt", p."controlsADay", p."controlsAWeek", p."controlsVisibleAt", p."debtsAtMost", p."admissionDebts", p."hundredScale"
  from jsonb_to_record($14::jsonb) as p(levels jsonb, "controlPriority" text, "controlBand" smallint, "followGroups" boolean, "countBrought" boolean, "yearFrom" text, "yearRoundUpFrom" smallint, "certificateRoundUpFrom" smallint,
    "retakeCounts" text, "retakeDays" smallint, "overdueDebt" text, "controlsADay" smallint, "controlsAWeek" smallint, "controlsVisibleAt" text, "debtsAtMost" smallint, "admissionDebts" smallint, "hundredScale" jsonb)
  on conflict (school_id, edition) do update set valid_from = excluded.valid_from, title = excluded.title, averaging = excluded.averaging, round_up_from = excluded.round_up_from, least_marks = excluded.least_marks,
    absence_limit_percent = excluded.absence_limit_percent, edit_days = excluded.edit_days, debt_days = excluded.debt_days, marks_from_grade = excluded.marks_from_grade, homework_norms = excluded.homework_norms,
    levels = excluded.levels, control_priority = excluded.control_priority, control_band = excluded.control_band, follow_groups = excluded.follow_groups, count_brought = excluded.count_brought, year_from = excluded.year_from,
    year_round_up_from = excluded.year_round_up_from, certificate_round_up_from = excluded.certificate_round_up_from, retake_counts = excluded.retake_counts, retake_days = excluded.retake_days, overdue_debt = excluded.overdue_debt,
    controls_a_day = excluded.controls_a_day, controls_a_week = excluded.controls_a_week, controls_visible_at = excluded.controls_visible_at, debts_at_most = excluded.debts_at_most, admission_debts = excluded.admission_debts, hundred_scale = excluded.hundred_scale, revision = excluded.revision where journal.marking_rule.revision = excluded.revision - 1
  returning edition`
/** False when someone was faster. */
export const saveRule = async (work: Work, row: FullRuleRow) => (await work.rows(putRule, [
  work.schoolId, row.edition, row.valid_from, row.title, row.averaging, row.round_up_from, JSON.stringify(row.least_marks), row.absence_limit_percent, row.edit_days, row.debt_days, row.marks_from_grade, JSON.stringify(row.homework_norms), row.revision, JSON.stringify(row.finals)])).length === 1
const lock = 'select pg_advisory_xact_lock(hashtextextended($1::text, 7))'
/** People who change the settings of one school take turns. */
export const takeTurn = (work: Work) => work.rows(lock, [`journal.settings ${work.schoolId}`])
