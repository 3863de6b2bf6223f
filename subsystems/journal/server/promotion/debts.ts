import { addresses } from '@school/contract'
import { notFound, Problem, type Work } from '@school/server'
import { promotionPut, type AcademicDebt } from '../../contract/index.ts'
import { isDay } from '../lessons/rules.ts'
import type { DecidablePupil } from './access.ts'
import { isFailed, whyNotAttempt } from './rules.ts'
import { findDebt, saveAttempt } from './store.ts'

/** Writes down an attempt to make a failed year good; a passed one settles the debt. */
export async function putAttempt(work: Work, pupil: DecidablePupil, of: { year: number; subjectId: string; attempt: number }, given: { date: string; value: string; protocolNumber?: string; basedOn: number | null }): Promise<AcademicDebt> {
  const { studentId } = pupil
  const debt = await findDebt(work, studentId, of.year, of.subjectId)
  if (!debt) throw notFound()
  const before = debt.attempts.find((one) => one.attempt === of.attempt) ?? null
  const protocolNumber = given.protocolNumber?.trim() ?? ''
  if (before && before.date === given.date && before.value === given.value && before.protocolNumber === protocolNumber) {
    work.audit('journal.promotion.repeated', { about: studentId })
    return debt
  }
  const problem = !isDay(given.date) ? 'journal.attempt_late' : whyNotAttempt({ firstDue: debt.firstDue, secondDue: debt.secondDue, today: pupil.today, before: debt.attempts }, of.attempt, { date: given.date, protocol: protocolNumber !== '' })
  if (problem) throw new Problem(409, problem)
  if ((before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'journal.changed_meanwhile', { now: before })
  const settledOn = isFailed(given.value) ? null : given.date
  const saved = await saveAttempt(work, { studentId, ...of, date: given.date, value: given.value, protocolNumber, revision: (before?.revision ?? 0) + 1, settledOn })
  if (!saved) throw new Problem(409, 'journal.changed_meanwhile', { now: null })
  work.audit('journal.debt.attempt', { about: studentId, before, after: { subjectId: of.subjectId, year: of.year, attempt: of.attempt, date: given.date, value: given.value, protocolNumber } })
  work.announce(promotionPut, { schoolId: work.schoolId, studentId, classId: null, year: of.year }, [addresses.family(studentId), addresses.office(work.schoolId)])
  return (await findDebt(work, studentId, of.year, of.subjectId))!
}
