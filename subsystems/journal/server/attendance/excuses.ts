import { notFound, Problem, type Work } from '@school/server'
import { excusePut, type Excuse } from '../../contract/index.ts'
import { dayAfter, isDay } from '../lessons/rules.ts'
import type { ExcusablePupil, ExplainablePupil } from './access.ts'
import { presentExcuse } from './present.ts'
import { putSpan, whoCares } from './reasons.ts'
import { findExcuseForUpdate, insertExcuse, saveDecision } from './store.ts'

export interface ExcuseGiven { readonly from: string; readonly to: string; readonly reason: 'illness' | 'excused'; readonly text: string }

const mostDays = 60

/** A parent says why the child was or will be absent; the class teacher is asked. */
export async function askExcuse(work: Work, pupil: ExcusablePupil, id: string, given: ExcuseGiven): Promise<Excuse> {
  if (!isDay(given.from) || !isDay(given.to) || given.to < given.from || given.to > dayAfter(given.from, mostDays)) throw new Problem(400, 'journal.span_wrong')
  const before = await findExcuseForUpdate(work, id)
  if (before) {
    const same = before.student_id === pupil.studentId && before.by_id === work.by.personId && before.starts === given.from && before.ends === given.to && before.reason === given.reason && before.text === given.text
    if (!same) throw new Problem(409, 'journal.id_taken')
    work.audit('journal.excuse.repeated', { about: pupil.studentId })
    return presentExcuse(before)
  }
  await insertExcuse(work, { id, student_id: pupil.studentId, starts: given.from, ends: given.to, reason: given.reason, text: given.text })
  work.audit('journal.excuse.asked', { about: pupil.studentId, after: { excuseId: id, ...given } })
  return tell(work, pupil, id)
}

/** The class teacher or the office answers; what is accepted becomes the reason of those days. */
export async function answerExcuse(work: Work, pupil: ExplainablePupil, id: string, accept: boolean, answer: string): Promise<Excuse> {
  const before = await findExcuseForUpdate(work, id)
  if (!before || before.student_id !== pupil.studentId) throw notFound()
  const state = accept ? 'accepted' : 'declined'
  if (before.state !== 'asked') {
    if (before.state !== state || before.answer !== answer) throw new Problem(409, 'journal.excuse_decided', { state: before.state })
    work.audit('journal.excuse.repeated', { about: pupil.studentId })
    return presentExcuse(before)
  }
  if (accept) await putSpan(work, pupil, id, { from: before.starts, to: before.ends, reason: before.reason, note: before.text, basedOn: null })
  await saveDecision(work, id, state, answer)
  work.audit(`journal.excuse.${state}`, { about: pupil.studentId, before: { state: before.state }, after: { excuseId: id, state, answer } })
  return tell(work, pupil, id)
}

async function tell(work: Work, pupil: ExcusablePupil | ExplainablePupil, id: string): Promise<Excuse> {
  work.announce(excusePut, { schoolId: work.schoolId, studentId: pupil.studentId, excuseId: id }, whoCares(work, pupil))
  const row = await findExcuseForUpdate(work, id)
  if (!row) throw new Error(`the excuse ${id} vanished within its own act`)
  return presentExcuse(row)
}
