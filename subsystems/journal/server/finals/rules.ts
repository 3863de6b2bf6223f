import type { FinalPolicy, ProposedBy } from '../../contract/index.ts'
import { leastFor, propose, roundedMark, sumsOf, type Counted, type Rule, type Sums } from '../averages/rules.ts'

/** A mark of a lesson with what a period asks of it. */
export interface PeriodMark extends Counted { readonly isControl: boolean }
export interface FinalRule extends Rule { readonly marksFromGrade: number; readonly policy: FinalPolicy }
export interface Around { readonly hoursPerWeek: number; readonly lessonsHeld: number; readonly missed: number; readonly grade: number | null }
export interface ProposedFinal { readonly value: string | null; readonly by: ProposedBy; readonly sums: Sums; readonly controls: Sums; readonly enough: boolean; readonly least: number }

const nothing: Sums = { marks: 0, sum: 0, weights: 0 }

/** What the rule proposes for a period, from exact sums; control works may decide at the border. */
export function proposePeriod(marks: readonly PeriodMark[], rule: FinalRule, around: Around): ProposedFinal {
  const [sums, controls] = [sumsOf(marks, rule), sumsOf(marks.filter((mark) => mark.isControl), rule)]
  const of = { sums, controls, least: leastFor(rule, around.hoursPerWeek) }
  if (around.grade !== null && around.grade < rule.marksFromGrade) return { ...of, value: null, by: 'noMarksInGrade', enough: true }
  const passes = passOf(marks)
  if (sums.weights === 0 && passes !== null) return { ...of, value: passes, by: passes === 'pass' ? 'allPassed' : 'notPassed', enough: true }
  const judged = propose(sums, rule, around)
  if (judged.proposed === null || judged.by === 'tooManyAbsences') return { ...of, value: judged.proposed, by: judged.by, enough: judged.enough }
  return { ...of, enough: judged.enough, ...byControls(judged.proposed, judged.by, sums, controls, rule) }
}

/** Control works decide within the band around the threshold, or hold the mark down to theirs. */
function byControls(value: string, by: ProposedBy, sums: Sums, controls: Sums, rule: FinalRule): { value: string; by: ProposedBy } {
  const { controlPriority, controlBand } = rule.policy
  const theirs = roundedMark(controls, rule)
  if (controlPriority === 'none' || !theirs) return { value, by }
  if (controlPriority === 'cap') return Number(theirs.mark) < Number(value) ? { value: theirs.mark, by: 'controlsCap' } : { value, by }
  const whole = Math.floor(sums.sum / sums.weights)
  const rest = (sums.sum - whole * sums.weights) * 100
  const border = rule.roundUpFrom * sums.weights
  if (rest < border - controlBand * sums.weights || rest >= border + controlBand * sums.weights || rest === 0) return { value, by }
  const up = controls.sum * 100 >= (whole * 100 + rule.roundUpFrom) * controls.weights
  if (up === Number(value) > whole) return { value, by }
  return up ? { value: String(whole + 1), by: 'controlsUp' } : { value: String(whole), by: 'controlsDown' }
}

/** A subject without figures: passed when everything is. */
function passOf(marks: readonly PeriodMark[]): 'pass' | 'fail' | null {
  const values = marks.filter((mark) => mark.value === 'pass' || mark.value === 'fail' || (mark.scale === 'pass' && mark.value === 'debt' && !!mark.retake)).map((mark) => mark.retake ?? mark.value)
  return values.length === 0 ? null : values.every((value) => value === 'pass') ? 'pass' : 'fail'
}

export interface ProposedYear { readonly value: string | null; readonly by: ProposedBy; readonly sums: Sums }

const figure = /^[1-5]$/
const mean = (values: readonly string[]): Sums => ({ marks: values.length, sum: values.reduce((sum, value) => sum + Number(value), 0), weights: values.length })

/** The year from its periods (null: not put yet); an exam joins them where the act says so. */
export function proposeYear(periods: readonly (string | null)[], exam: string | null, rule: FinalRule, grade: number | null): ProposedYear {
  if (grade !== null && grade < rule.marksFromGrade) return { value: null, by: 'noMarksInGrade', sums: nothing }
  if (periods.length === 0 || periods.includes(null)) return { value: null, by: 'notYet', sums: nothing }
  const passes = periods.filter((value) => value === 'pass' || value === 'fail')
  const figures = periods.filter((value) => value !== null && figure.test(value)) as string[]
  if (figures.length === 0 && passes.length > 0) return passes.includes('fail') ? { value: 'fail', by: 'notPassed', sums: nothing } : { value: 'pass', by: 'allPassed', sums: nothing }
  if (figures.length === 0 && periods.every((value) => value === 'exempt')) return { value: 'exempt', by: 'asYear', sums: nothing }
  const missing = periods.filter((value) => value === 'notAttested').length
  if (missing > 0 && figures.length <= missing) return { value: 'notAttested', by: 'periodsNotAttested', sums: mean(figures) }
  const sums = mean(exam !== null && figure.test(exam) && rule.policy.yearFrom === 'periodsAndExam' ? [...figures, exam] : figures)
  return rounded(sums, rule, rule.policy.yearRoundUpFrom)
}

/** The final mark: in grade 9 the year with its exam, in grade 11 the half-years and years of the upper school, elsewhere the year. */
export function proposeFinal(year: string | null, exam: string | null, upper: readonly string[], rule: FinalRule, grade: number | null): ProposedYear {
  if (grade !== null && grade < rule.marksFromGrade) return { value: null, by: 'noMarksInGrade', sums: nothing }
  if (year === null) return { value: null, by: 'notYet', sums: nothing }
  if (!figure.test(year)) return { value: year, by: 'asYear', sums: nothing }
  if (grade === 11) return rounded(mean([...upper.filter((value) => figure.test(value)), year]), rule, rule.policy.certificateRoundUpFrom)
  if (grade === 9 && exam !== null && figure.test(exam)) return rounded(mean([year, exam]), rule, rule.policy.certificateRoundUpFrom)
  return { value: year, by: 'asYear', sums: mean([year]) }
}

function rounded(sums: Sums, rule: Rule, roundUpFrom: number): ProposedYear {
  const result = roundedMark(sums, { ...rule, roundUpFrom })
  return result ? { value: result.mark, by: result.by, sums } : { value: null, by: 'nothing', sums }
}

export interface FinalFacts {
  readonly today: string
  readonly starts: string
  readonly closed: boolean
  readonly inClass: boolean
  readonly office: boolean
  readonly grade: number | null
  readonly marksFromGrade: number
  readonly proposed: string | null
}

/** Why a final mark cannot be put so, judged when it is received; null when it can. A figure that is not the proposed one needs a reason. */
export function whyNotFinal(facts: FinalFacts, asked: { readonly value: string; readonly reason: string; readonly protocol: boolean }): string | null {
  if (facts.closed) return 'journal.period_closed'
  if (facts.starts > facts.today) return 'journal.period_ahead'
  if (!facts.inClass) return 'journal.not_in_class'
  if (asked.protocol && !facts.office) return 'journal.protocol_is_offices'
  if (asked.value !== '' && asked.value !== 'exempt' && facts.grade !== null && facts.grade < facts.marksFromGrade) return 'journal.no_marks_in_grade'
  const said = asked.reason !== '' || asked.protocol
  return !said && (facts.office || needsReason(facts.proposed, asked.value)) ? 'journal.reason_needed' : null
}

/** Whether a value departs from the proposal so that somebody will ask why: by a whole mark, or between attested and not. */
export function needsReason(proposed: string | null, value: string): boolean {
  if (value === '' || value === proposed) return false
  if (value === 'exempt') return true
  if (proposed === null) return value === 'notAttested' || figure.test(value)
  return true
}

