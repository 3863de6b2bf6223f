import type { PeriodRow, RuleRow } from '../pages/store.ts'
import { ruleFrom } from '../pages/page.ts'
import { ordinaryRule } from '../averages/rules.ts'
import { firstPolicy } from '../settings/data.ts'
import type { MaterialRow } from './material-store.ts'
import type { FinalRule, PeriodMark } from './rules.ts'

/** One mark that might count, and why the policy leaves it out. */
export interface Input extends PeriodMark { readonly key: string; readonly date: string; readonly name: string; readonly courseId: string | null; readonly source: string | null; readonly debtDue: string | null; readonly left: 'otherGroup' | 'brought' | null }
/** What a pupil has in a subject between two days, over all pages on which it was taught. */
export interface Gathered { readonly courseId: string; readonly hours: number; readonly inputs: readonly Input[]; readonly held: number; readonly missed: number; readonly from: string; readonly to: string | null }

/** Reads what statements fetched: the inputs of any pupil, subject and range inside it; null when the pupil is not taught the subject then. */
export class Material {
  readonly #row: MaterialRow
  readonly #marks; readonly #absences; readonly #members; readonly #brought
  constructor(row: MaterialRow) {
    this.#row = row
    this.#marks = Map.groupBy(row.marks ?? [], ([student, , subject]) => `${student} ${subject}`)
    this.#absences = Map.groupBy(row.absences ?? [], ([student, page]) => `${student} ${page}`)
    this.#members = Map.groupBy(row.members ?? [], ([student, group]) => `${student} ${group}`)
    this.#brought = Map.groupBy(row.brought ?? [], ([student, subject]) => `${student} ${subject}`)
  }

  /** Subjects that have a page. */
  get subjects(): readonly string[] { return [...new Set((this.#row.pages ?? []).map(([, subject]) => subject))] }

  gather(studentId: string, subjectId: string, from: string, to: string, rule: FinalRule): Gathered | null {
    const taught = (this.#row.pages ?? []).flatMap(([page, subject, group, hours, dates]) => {
      if (subject !== subjectId) return []
      const stays = (this.#members.get(`${studentId} ${group}`) ?? []).filter(([, , starts, ends]) => starts <= to && (ends ?? '9999-12-31') >= from)
      return stays.length === 0 ? [] : [{ page, hours, dates: dates ?? [], stays: stays.map(([, , starts, ends]) => ({ starts, ends: ends ?? '9999-12-31' })) }]
    })
    const last = taught.toSorted((a, b) => (endOf(a) < endOf(b) ? -1 : 1)).at(-1)
    if (!last) return null
    const inside = (day: string) => day >= from && day <= to
    return {
      courseId: last.page, hours: last.hours, inputs: this.#inputs(studentId, subjectId, inside, last.page, rule),
      held: taught.reduce((sum, { dates, stays }) => sum + dates.filter((day) => inside(day) && stays.some(({ starts, ends }) => day >= starts && day <= ends)).length, 0),
      missed: taught.reduce((sum, { page }) => sum + (this.#absences.get(`${studentId} ${page}`) ?? []).filter(([, , day]) => inside(day)).length, 0),
      from: taught.flatMap(({ stays }) => stays.map(({ starts }) => starts)).toSorted()[0]!, to: endOf(last) === '9999-12-31' ? null : endOf(last),
    }
  }

  #inputs(studentId: string, subjectId: string, inside: (day: string) => boolean, page: string, rule: FinalRule): Input[] {
    const own = (this.#marks.get(`${studentId} ${subjectId}`) ?? []).filter(([, , , day]) => inside(day)).map(([, course, , date, value, retake, weight, scale, isControl, name, key, debtDue]): Input =>
      ({ key, date, name, courseId: course, source: null, value, retake, weight, scale, isControl, debtDue, left: course === page || rule.policy.followGroups ? null : 'otherGroup' }))
    const brought = (this.#brought.get(`${studentId} ${subjectId}`) ?? []).filter(([, , day]) => inside(day)).map(([, , date, value, weight, source, key]): Input =>
      ({ key, date, name: '', courseId: null, source, value, retake: null, weight, scale: 'five', isControl: false, debtDue: null, left: rule.policy.countBrought ? null : 'brought' }))
    return [...brought, ...own].toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  }
}

const endOf = (page: { readonly stays: readonly { readonly ends: string }[] }): string => page.stays.map(({ ends }) => ends).toSorted().at(-1)!

/** The edition in force at the end of a period; of one that goes on, today's. */
export function ruleRowOn(rules: readonly RuleRow[] | null, day: string): RuleRow | null {
  return (rules ?? []).filter((rule) => rule.valid_from <= day).toSorted((a, b) => (a.valid_from < b.valid_from ? -1 : a.valid_from > b.valid_from ? 1 : a.edition - b.edition)).at(-1) ?? null
}

/** What a final mark is judged by under an edition. */
export const finalRule = (row: RuleRow | null): FinalRule =>
  row ? { ...ruleFrom(row), marksFromGrade: row.marks_from_grade, policy: row.finals } : { ...ordinaryRule, marksFromGrade: 2, policy: firstPolicy }

/** The day by which a period is judged. */
export const judgedOn = (period: PeriodRow, today: string): string => (period.ends < today ? period.ends : today)
