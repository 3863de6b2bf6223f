import type { Decision } from '../../contract/index.ts'

export interface PupilYear { readonly grade: number | null; readonly marksFromGrade: number; readonly missing: number; readonly debts: number; readonly admissionWork: 'pass' | 'fail' | null }
export interface PromotionRule { readonly debtsAtMost: number; readonly admissionDebts: number }
export interface Proposed { readonly decision: Decision | null; readonly by: 'allPassed' | 'noMarksInGrade' | 'debtsWithin' | 'debtsOver' | 'marksMissing' | 'workMissing' | 'workFailed' }

/** A year's mark that leaves a subject unlearnt. */
export const isFailed = (value: string): boolean => value === '1' || value === '2' || value === 'fail' || value === 'notAttested'

/** Grades after which one is admitted to the final attestation instead of being promoted. */
export const isLast = (grade: number | null): boolean => grade === 9 || grade === 11

/** What may be decided in a grade at all. */
export const decisionsOf = (grade: number | null): readonly Decision[] => (isLast(grade) ? ['admitted', 'notAdmitted', 'finished'] : ['promoted', 'conditional', 'repeat', 'adapted', 'individual'])

/** What the rule proposes to the council; null where people have to decide or something is missing yet. */
export function proposePromotion(of: PupilYear, rule: PromotionRule): Proposed {
  if (of.grade !== null && of.grade < of.marksFromGrade) return { decision: 'promoted', by: 'noMarksInGrade' }
  if (of.missing > 0) return { decision: null, by: 'marksMissing' }
  if (isLast(of.grade)) {
    if (of.debts > rule.admissionDebts) return { decision: 'notAdmitted', by: 'debtsOver' }
    if (of.admissionWork === null) return { decision: null, by: 'workMissing' }
    return of.admissionWork === 'pass' ? { decision: 'admitted', by: 'allPassed' } : { decision: 'notAdmitted', by: 'workFailed' }
  }
  if (of.debts === 0) return { decision: 'promoted', by: 'allPassed' }
  return of.debts <= rule.debtsAtMost ? { decision: 'conditional', by: 'debtsWithin' } : { decision: null, by: 'debtsOver' }
}

export interface Asked { readonly decision: Decision; readonly familyChoice: boolean; readonly admissionWork: 'pass' | 'fail' | null }

/** Why the council cannot decide so; null when it can. */
export function whyNotDecided(of: PupilYear, rule: PromotionRule, asked: Asked): string | null {
  if (!decisionsOf(of.grade).includes(asked.decision)) return 'journal.decision_not_of_grade'
  const unmarked = of.grade !== null && of.grade < of.marksFromGrade
  if (of.missing > 0 && !unmarked) return 'journal.year_not_marked'
  switch (asked.decision) {
    case 'promoted': return of.debts > 0 && !unmarked ? 'journal.has_debts' : null
    case 'conditional': return of.debts === 0 ? 'journal.no_debts' : of.debts > rule.debtsAtMost ? 'journal.too_many_debts' : null
    case 'repeat': case 'adapted': case 'individual': return asked.familyChoice ? null : 'journal.family_choice_needed'
    case 'admitted': return of.debts > rule.admissionDebts ? 'journal.has_debts' : asked.admissionWork === 'pass' ? null : 'journal.admission_work_needed'
    case 'notAdmitted': return of.debts > rule.admissionDebts || asked.admissionWork === 'fail' ? null : 'journal.no_debts'
    case 'finished': return of.debts > 0 ? 'journal.has_debts' : null
  }
}

export interface DebtFacts { readonly firstDue: string; readonly secondDue: string; readonly today: string; readonly before: readonly { readonly attempt: number; readonly date: string; readonly value: string }[] }

/** Why an attempt cannot be written so: the second follows a failed first, each by its day, and the second by a commission. */
export function whyNotAttempt(debt: DebtFacts, attempt: number, asked: { readonly date: string; readonly protocol: boolean }): string | null {
  if (asked.date > debt.today) return 'journal.lesson_ahead'
  const first = debt.before.find((one) => one.attempt === 1)
  if (attempt === 1 && debt.before.some((one) => one.attempt === 2)) return 'journal.attempt_out_of_order'
  if (attempt === 2 && (!first || !isFailed(first.value) || asked.date < first.date)) return 'journal.attempt_out_of_order'
  if (asked.date > (attempt === 1 ? debt.firstDue : debt.secondDue)) return 'journal.attempt_late'
  return attempt === 2 && !asked.protocol ? 'journal.protocol_needed' : null
}
