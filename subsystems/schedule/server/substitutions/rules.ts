import type { Proposal } from '../../contract/substitutions.ts'
import type { SubstitutionRules } from '../../contract/board.ts'

/** What is known about somebody who is free at the time of a lesson. */
export interface Candidate {
  readonly id: string; readonly lastName: string; readonly firstName: string; readonly middleName: string | null
  readonly sameSubject: boolean; readonly knowsClass: boolean
  /** Numbers of own lessons that day. */
  readonly numbers: readonly number[]
  /** Substitutions since the first of the month. */
  readonly month: number
}

type Reason = Proposal['reasons'][number]

/** Why somebody fits, in points; the reasons are what the deputy head is shown. */
export function reasonsFor(one: Candidate, number: number, rules: SubstitutionRules, dayMost: number): Reason[] {
  const reasons: Reason[] = []
  const say = (kind: Reason['kind'], points: number, count = 0) => { if (points !== 0) reasons.push({ kind, points, count }) }
  if (one.sameSubject) say('subject', rules.sameSubject)
  if (one.knowsClass) say('class', rules.knowsClass)
  if (one.numbers.length === 0) say('notHere', -rules.notHere)
  else if (one.numbers.some((own) => own < number) && one.numbers.some((own) => own > number)) say('window', rules.window)
  else say('here', rules.here)
  if (one.numbers.length >= dayMost) say('overloaded', -rules.overloaded, one.numbers.length)
  else if (one.numbers.length > 0) say('dayLoad', -rules.dayLoad * one.numbers.length, one.numbers.length)
  if (one.month > 0) say('month', -rules.month * one.month, one.month)
  return reasons
}

/** Candidates, best first; equal ones by name, so that the order is the same for everyone. */
export const ranked = (candidates: readonly Candidate[], number: number, rules: SubstitutionRules, dayMost: number): Proposal[] => candidates
  .map(({ id, lastName, firstName, middleName, ...one }) => {
    const reasons = reasonsFor({ id, lastName, firstName, middleName, ...one }, number, rules, dayMost)
    return { teacher: { id, lastName, firstName, middleName }, score: reasons.reduce((sum, { points }) => sum + points, 0), reasons }
  })
  .toSorted((a, b) => b.score - a.score || a.teacher.lastName.localeCompare(b.teacher.lastName, 'ru') || (a.teacher.id < b.teacher.id ? -1 : 1))
