import type { Norms, Variant } from '../../contract/norms.ts'
import type { CurriculumHead } from '../../contract/curricula.ts'
import type { Finding, Part, Severity } from '../../contract/shapes.ts'
import { subjectKey } from '../subject-names.ts'

export interface PlanLine { readonly part: Part; readonly subject: string; readonly advanced: boolean; readonly cells: readonly { readonly grade: number; readonly hours: number; readonly groups: number }[] }
type Plan = Pick<CurriculumHead, 'kind' | 'level' | 'weekDays' | 'standard' | 'fromGrade' | 'toGrade'>

const round = (value: number) => Math.round(value * 100) / 100
export const gradesOf = (plan: Pick<CurriculumHead, 'fromGrade' | 'toGrade'>): number[] => Array.from({ length: plan.toGrade - plan.fromGrade + 1 }, (_, i) => plan.fromGrade + i)
/** Hours of a week in a grade, over the given parts of the plan. */
export const hoursOf = (lines: readonly PlanLine[], grade: number, parts: readonly Part[]): number =>
  round(lines.filter((line) => parts.includes(line.part)).reduce((sum, line) => sum + (line.cells.find((cell) => cell.grade === grade)?.hours ?? 0), 0))
export const lessonParts: readonly Part[] = ['core', 'school']

/** The most hours of a week that a grade may have; null where such a week is forbidden. */
export const weekMostOf = (norms: Norms, grade: number, weekDays: number): number | null => {
  const row = norms.weekMost.find((one) => one.grade === grade)
  return row ? (weekDays === 6 ? row.six : row.five) : null
}
export const weeksOf = (norms: Norms, grade: number): number => norms.weeks.find((one) => one.grade === grade)?.weeks ?? 34

/** Hours of a year: weeks of the grade, those at its beginning shorter where the norms say so. */
export function yearHours(norms: Norms, grade: number, week: number): number {
  const weeks = weeksOf(norms, grade)
  const short = norms.step.grade === grade ? Math.min(norms.step.weeks, weeks) : 0
  return round(week * (weeks - short) + Math.min(week, norms.step.hours) * short)
}

/** Everything in a plan that breaks the law, the usual way, or is worth a look; the gravest first. */
export function checkPlan(plan: Plan, lines: readonly PlanLine[], norms: Norms): Finding[] {
  const found: Finding[] = []
  const own = plan.kind === 'class'
  const tell = (severity: Severity, code: string, law: string, more: Partial<Finding> = {}) => found.push({ severity, code, law, grade: null, subject: null, has: null, needs: null, ...more })
  for (const grade of gradesOf(plan)) checkGrade(plan, lines, norms, grade, tell)
  const variant = norms.variants.find((one) => one.key === plan.standard)
  if (variant && own) checkVariant(plan, lines, variant, tell)
  if (!variant && own) tell('hint', 'no_standard', 'fop')
  if (own) checkLevel(plan, lines, norms, tell)
  for (const line of lines) for (const cell of line.cells) if (!Number.isInteger(cell.hours * 2)) tell('warning', 'odd_hours', 'school', { grade: cell.grade, subject: line.subject, has: cell.hours })
  const order: readonly Severity[] = ['error', 'warning', 'hint']
  return found.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity) || (a.grade ?? 99) - (b.grade ?? 99))
}

type Tell = (severity: Severity, code: string, law: string, more?: Partial<Finding>) => void

function checkGrade(plan: Plan, lines: readonly PlanLine[], norms: Norms, grade: number, tell: Tell): void {
  const week = hoursOf(lines, grade, lessonParts)
  const most = weekMostOf(norms, grade, plan.weekDays)
  if (most === null && plan.weekDays === 6 && norms.weekMost.some((one) => one.grade === grade)) tell('error', 'six_days', 'sanpin', { grade })
  if (most !== null && week > most) tell('error', 'week_over', 'sanpin', { grade, has: week, needs: most })
  if (week === 0) tell('error', 'grade_empty', 'school', { grade })
  if (most !== null && week > 0 && week < most && plan.kind === 'class') tell('hint', 'week_under', 'school', { grade, has: week, needs: most })
  const extra = hoursOf(lines, grade, ['extracurricular'])
  if (extra > norms.extracurricularMost) tell('error', 'extra_over', 'fgos', { grade, has: extra, needs: norms.extracurricularMost })
  const year = norms.yearTotals.find((one) => grade >= one.fromGrade && grade <= one.toGrade)
  if (!year || week === 0) return
  const hours = yearHours(norms, grade, week)
  if (hours > year.most) tell('error', 'year_over', 'fop', { grade, has: hours, needs: year.most })
  if (hours < year.least && plan.kind === 'class') tell('error', 'year_under', 'fop', { grade, has: hours, needs: year.least })
}

function checkVariant(plan: Plan, lines: readonly PlanLine[], variant: Variant, tell: Tell): void {
  for (const line of variant.lines) {
    const same = lines.filter((one) => one.part !== 'extracurricular' && subjectKey(one.subject) === subjectKey(line.subject))
    for (const { grade, hours } of line.hours) {
      if (grade < plan.fromGrade || grade > plan.toGrade || hours === 0) continue
      const has = round(same.reduce((sum, one) => sum + (one.cells.find((cell) => cell.grade === grade)?.hours ?? 0), 0))
      if (has === 0) tell('error', 'subject_missing', 'fop', { grade, subject: line.subject, needs: hours })
      else if (has < hours) tell('error', 'subject_under', 'fop', { grade, subject: line.subject, has, needs: hours })
    }
    if (line.advanced && same.length > 0 && !same.some((one) => one.advanced)) tell('warning', 'not_advanced', 'fop', { subject: line.subject })
  }
}

function checkLevel(plan: Plan, lines: readonly PlanLine[], norms: Norms, tell: Tell): void {
  const total = norms.levelTotals.find((one) => one.fromGrade === plan.fromGrade && one.toGrade === plan.toGrade)
  if (total) {
    const hours = round(gradesOf(plan).reduce((sum, grade) => sum + yearHours(norms, grade, hoursOf(lines, grade, lessonParts)), 0))
    if (hours > total.most) tell('error', 'level_over', 'fgos', { has: hours, needs: total.most })
    if (hours < total.least) tell('error', 'level_under', 'fgos', { has: hours, needs: total.least })
  }
  if (plan.level !== 'secondary') return
  const advanced = new Set(lines.filter((one) => one.advanced).map((one) => subjectKey(one.subject))).size
  if (advanced < norms.advancedLeast) tell('error', 'advanced_few', 'fgos', { has: advanced, needs: norms.advancedLeast })
}
