import type { ClosingRef, FinalCell, FinalKind, FinalMark, FinalValue } from '../../contract/index.ts'
import { averageText, type Sums } from '../averages/rules.ts'
import type { PeriodRow, RuleRow } from '../pages/store.ts'
import type { ClosingRow, FinalHead, UnlockRow } from './access.ts'
import { finalRule, judgedOn, ruleRowOn, type Gathered, type Material } from './material.ts'
import { proposeFinal, proposePeriod, proposeYear, type FinalRule } from './rules.ts'
import type { FinalRow } from './store.ts'

/** A pupil in a subject: whose class, from and to which day. */
export interface PlaceOf { readonly studentId: string; readonly classId: string; readonly subjectId: string; readonly grade: number | null }
/** A cell with what a command needs to write it. */
export interface JudgedCell extends FinalCell { readonly row: FinalRow | null; readonly sums: Sums; readonly edition: number | null; readonly starts: string; readonly marksFromGrade: number; readonly unlockId: string | null; readonly classId: string; readonly courseId: string }

export const presentFinal = (row: FinalRow): FinalMark => ({ id: row.id, value: row.value as FinalValue, proposed: row.proposed, revision: row.revision, corrected: row.revision > 1 })

const placeKey = (studentId: string, subjectId: string, year: number, kind: string, periodId: string | null) => `${studentId} ${subjectId} ${year} ${kind} ${periodId ?? ''}`

/** Judges the places of final marks: proposals of the rule beside what was put. */
export class Finals {
  readonly #head: FinalHead
  readonly #year: number
  readonly #material: Material
  readonly #rows: ReadonlyMap<string, FinalRow>
  readonly #all: readonly FinalRow[]
  constructor(head: FinalHead, year: number, material: Material, rows: readonly FinalRow[]) {
    this.#head = head
    this.#year = year
    this.#material = material
    this.#all = rows
    this.#rows = new Map(rows.map((row) => [placeKey(row.student_id, row.subject_id, row.year, row.kind, row.period_id), row]))
  }

  row(of: PlaceOf, kind: FinalKind, periodId: string | null): FinalRow | null {
    return this.#rows.get(placeKey(of.studentId, of.subjectId, this.#year, kind, periodId)) ?? null
  }

  ruleOn(day: string): { rule: FinalRule; row: RuleRow | null } {
    const row = ruleRowOn(this.#head.rules, day)
    return { rule: finalRule(row), row }
  }

  gather(of: PlaceOf, period: PeriodRow): Gathered | null {
    return this.#material.gather(of.studentId, of.subjectId, period.starts, period.ends, this.ruleOn(judgedOn(period, this.#head.today)).rule)
  }

  /** The cell of a period, or null when the pupil is not taught the subject in it. */
  periodCell(of: PlaceOf, period: PeriodRow): JudgedCell | null {
    const { rule, row } = this.ruleOn(judgedOn(period, this.#head.today))
    const gathered = this.gather(of, period)
    if (!gathered) return null
    const counting = gathered.inputs.filter((one) => one.left === null)
    const proposed = proposePeriod(counting, rule, { hoursPerWeek: gathered.hours, lessonsHeld: gathered.held, missed: gathered.missed, grade: of.grade })
    return this.#cell(of, 'period', period, row, { value: proposed.value, by: proposed.by, sums: proposed.sums, enough: proposed.enough }, gathered.courseId)
  }

  /** Year, exam and final mark of a pupil who is taught the subject this year. */
  yearCell(of: PlaceOf, kind: Exclude<FinalKind, 'period'>, courseId: string): JudgedCell {
    const { rule, row } = this.ruleOn(this.#head.today)
    const value = (one: FinalKind, periodId: string | null = null) => this.row(of, one, periodId)?.value || null
    const proposed = kind === 'exam' ? { value: null, by: 'nothing' as const, sums: { marks: 0, sum: 0, weights: 0 } }
      : kind === 'year' ? proposeYear(this.#periodValues(of), value('exam'), rule, of.grade)
        : proposeFinal(value('year'), value('exam'), this.#upperMarks(of), rule, of.grade)
    return this.#cell(of, kind, null, row, { ...proposed, enough: true }, courseId)
  }

  /** Values of the periods in which the pupil was taught here; null for one that is not put yet. */
  #periodValues(of: PlaceOf): (string | null)[] {
    return (this.#head.periods ?? []).flatMap((period) => {
      const value = this.row(of, 'period', period.id)?.value || null
      return value !== null || this.gather(of, period) !== null ? [value] : []
    })
  }

  #upperMarks(of: PlaceOf): string[] {
    return this.#all.filter((row) => row.student_id === of.studentId && row.subject_id === of.subjectId && (row.kind === 'period' || (row.kind === 'year' && row.year !== this.#year))).map((row) => row.value)
  }

  #cell(of: PlaceOf, kind: FinalKind, period: PeriodRow | null, rule: RuleRow | null, proposed: { value: string | null; by: FinalCell['by']; sums: Sums; enough: boolean }, courseId: string): JudgedCell {
    const row = this.row(of, kind, period?.id ?? null)
    const scopeId = period?.id ?? this.#head.scheme_id ?? ''
    const { closed, unlock } = whereStands(this.#head.closings, this.#head.unlocks, of.classId, scopeId, of.subjectId)
    return {
      studentId: of.studentId, kind, periodId: period?.id ?? null, marks: proposed.sums.marks, average: averageText(proposed.sums), proposed: proposed.value, by: proposed.by, enough: proposed.enough, mark: row && presentFinal(row), closed,
      row, sums: proposed.sums, edition: rule?.edition ?? null, starts: period?.starts ?? this.#head.periods?.[0]?.starts ?? '0001-01-01', marksFromGrade: rule?.marks_from_grade ?? 2, unlockId: unlock?.id ?? null, classId: of.classId, courseId,
    }
  }
}

function whereStands(closings: readonly ClosingRow[] | null, unlocks: readonly UnlockRow[] | null, classId: string, scopeId: string, subjectId: string): { closed: boolean; unlock: UnlockRow | null } {
  const shut = (closings ?? []).some((one) => one.class_id === classId && one.scope_id === scopeId && one.state === 'CLOSED')
  const unlock = shut ? (unlocks ?? []).find((one) => one.class_id === classId && one.scope_id === scopeId && one.subject_id === subjectId) ?? null : null
  return { closed: shut && unlock === null, unlock }
}

/** Where classes stand in a scope, as the web sees it. */
export function presentClosing(head: FinalHead, classId: string, periodId: string | null, subjectId?: string): ClosingRef {
  const scopeId = periodId ?? head.scheme_id ?? ''
  const row = (head.closings ?? []).find((one) => one.class_id === classId && one.scope_id === scopeId)
  const unlock = (head.unlocks ?? []).find((one) => one.class_id === classId && one.scope_id === scopeId && one.subject_id === subjectId)
  return { classId, periodId, state: row?.state ?? 'OPEN', due: row?.due ?? null, unlockedUntil: unlock ? new Date(unlock.until).toISOString() : null }
}

/** A cell without what only commands need. */
export const presentCell = ({ studentId, kind, periodId, marks, average, proposed, by, enough, mark, closed }: JudgedCell): FinalCell => ({ studentId, kind, periodId, marks, average, proposed, by, enough, mark, closed })
