import { addresses, newId } from '@school/contract'
import { Problem, type Read, type Work } from '@school/server'
import { settingsChanged, type FinalPolicy, type MarkingRule, type WorkType } from '../../contract/index.ts'
import { kindOf } from '../access.ts'
import { isDay } from '../lessons/rules.ts'
import { schoolClock } from '../pages/store.ts'
import { firstPolicy, firstRule, usualTypes } from './data.ts'
import { findType, findTypeByName, isTypeUsed, listRules, listTypes, saveRule, saveType, takeTurn, type FullRuleRow, type TypeRow } from './store.ts'

const mayChange = (read: Read) => kindOf(read) === 'office' || kindOf(read) === 'admin'

/** Work types and all editions of the rules. */
export async function settingsOf(read: Read) {
  const [{ today }, types, rules] = await Promise.all([schoolClock(read), listTypes(read), listRules(read)])
  const change = mayChange(read)
  return { today, workTypes: types.map(presentType), rules: rules.map((rule) => presentRule(rule, today, change)), edition: inForceOn(rules, today)?.edition ?? null, can: { change } }
}

const inForceOn = (rules: readonly FullRuleRow[], today: string) => rules.filter((rule) => rule.valid_from <= today).sort((a, b) => (a.valid_from < b.valid_from ? 1 : -1) || b.edition - a.edition)[0]

const presentType = (row: TypeRow): WorkType => ({ id: row.id, name: row.name, shortName: row.short_name, weight: row.weight, isControl: row.is_control, scale: row.scale, sort: row.sort, archived: row.archived, revision: row.revision })

const presentRule = (row: FullRuleRow, today: string, change: boolean): MarkingRule => ({
  edition: row.edition, title: row.title, validFrom: row.valid_from, averaging: row.averaging, roundUpFrom: row.round_up_from, leastMarks: row.least_marks, absenceLimitPercent: row.absence_limit_percent,
  editDays: row.edit_days, debtDays: row.debt_days, marksFromGrade: row.marks_from_grade, homeworkNorms: row.homework_norms, finals: row.finals, revision: row.revision, inForce: row.valid_from <= today, can: { change: change && row.valid_from > today },
})

/** Makes or corrects a work type; works already given keep their weight, and a scale in use stays. */
export async function putType(work: Work, id: string, given: Omit<WorkType, 'id' | 'revision'> & { basedOn: number | null }): Promise<WorkType> {
  await takeTurn(work)
  const [before, named] = [await findType(work, id), await findTypeByName(work, given.name)]
  if (named && named.id !== id) throw new Problem(409, 'journal.name_taken')
  const row: TypeRow = { id, name: given.name, short_name: given.shortName, weight: given.weight, is_control: given.isControl, scale: given.scale, sort: given.sort, archived: given.archived, revision: (before?.revision ?? 0) + 1 }
  if (before && sameType(before, row)) {
    work.audit('journal.work_type.repeated', { after: { id } })
    return presentType(before)
  }
  if ((before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'journal.changed_meanwhile', { now: before ? presentType(before) : null })
  if (before && before.scale !== given.scale && (await isTypeUsed(work, id))) throw new Problem(409, 'journal.type_in_use')
  await saveType(work, row)
  work.audit('journal.work_type.put', { before: before ? presentType(before) : null, after: presentType(row) })
  work.announce(settingsChanged, { schoolId: work.schoolId }, [addresses.staff(work.schoolId)])
  return presentType(row)
}

const sameType = (a: TypeRow, b: TypeRow) => JSON.stringify({ ...presentType(a), revision: 0 }) === JSON.stringify({ ...presentType(b), revision: 0 })

/** Adds the next edition of the rules, or changes one that is not yet in force. */
export async function putRule(work: Work, edition: number, given: Omit<MarkingRule, 'edition' | 'revision' | 'inForce' | 'can' | 'finals'> & { finals?: FinalPolicy; basedOn: number | null }): Promise<MarkingRule> {
  if (!isDay(given.validFrom)) throw new Problem(400, 'bad_input', { field: 'validFrom' })
  await takeTurn(work)
  const [{ today }, rules] = await Promise.all([schoolClock(work), listRules(work)])
  const before = rules.find((rule) => rule.edition === edition)
  const row: FullRuleRow = {
    edition, valid_from: given.validFrom, title: given.title, averaging: given.averaging, round_up_from: given.roundUpFrom, least_marks: given.leastMarks, absence_limit_percent: given.absenceLimitPercent,
    edit_days: given.editDays, debt_days: given.debtDays, marks_from_grade: given.marksFromGrade, homework_norms: given.homeworkNorms,
    finals: given.finals ?? before?.finals ?? rules.find((rule) => rule.edition === edition - 1)?.finals ?? firstPolicy, revision: (before?.revision ?? 0) + 1,
  }
  if ((before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'journal.changed_meanwhile', { now: before ? presentRule(before, today, true) : null })
  if (before && before.valid_from <= today) throw new Problem(409, 'journal.rule_in_force')
  const [previous, next] = [rules.find((rule) => rule.edition === edition - 1), rules.find((rule) => rule.edition === edition + 1)]
  const inOrder = (edition === 1 || (previous && previous.valid_from < given.validFrom)) && (!next || next.valid_from > given.validFrom)
  // An edition speaks of days to come: the days behind were judged by the one before it. The first may reach back.
  if (!inOrder || (edition > 1 && given.validFrom < today)) throw new Problem(409, 'journal.rule_out_of_order')
  await saveRule(work, row)
  work.audit('journal.marking_rule.put', { before: before ?? null, after: row })
  work.announce(settingsChanged, { schoolId: work.schoolId }, [addresses.staff(work.schoolId)])
  return presentRule(row, today, true)
}

/** Gives a school without any the usual work types and a first edition of the rules; one that has them is left alone. */
export async function ensureDefaults(work: Work, validFrom: string): Promise<void> {
  await takeTurn(work)
  const [types, rules] = await Promise.all([listTypes(work), listRules(work)])
  if (types.length === 0) {
    for (const [i, type] of usualTypes.entries()) {
      await saveType(work, { id: newId(), name: type.name, short_name: type.short, weight: type.weight, is_control: type.control, scale: type.scale, sort: (i + 1) * 10, archived: false, revision: 1 })
    }
  }
  if (rules.length === 0) await saveRule(work, { ...firstRule, least_marks: [...firstRule.least_marks], homework_norms: [...firstRule.homework_norms], finals: firstPolicy, edition: 1, valid_from: validFrom, revision: 1 })
  if (types.length > 0 && rules.length > 0) return
  work.audit('journal.settings.defaults', { after: { types: types.length === 0 ? usualTypes.length : 0, rule: rules.length === 0 } })
  work.announce(settingsChanged, { schoolId: work.schoolId }, [addresses.staff(work.schoolId)])
}

/** A school that opens its first year has work types and rules before its first lesson. */
export const openYearDefaults = (work: Work, year: number): Promise<void> => ensureDefaults(work, `${year}-08-28`)
