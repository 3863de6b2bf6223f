import { addresses } from '@school/contract'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { unlockChanged, type Unlock } from '../../contract/index.ts'
import { kindOf } from '../access.ts'
import type { AskableUnlock } from './access.ts'
import { whyNotDecide } from './rules.ts'
import { findUnlockForUpdate, findUnlockRow, insertUnlock, listUnlockRows, saveDecision, saveEnd, unlocksAPage, type UnlockRow } from './store.ts'

const dayMs = 86_400_000
/** An unlock is a matter of days. */
const mostDays = 30

export function presentUnlock(read: Read, row: UnlockRow): Unlock {
  const over = row.until !== null && row.until < read.now
  const state = (row.state === 'granted' && over) || (row.state === 'asked' && row.asked_until < read.now) ? 'expired' : row.state
  const office = kindOf(read) === 'office'
  return {
    id: row.id, classId: row.class_id, className: row.class_name, scopeId: row.scope_id, scope: row.scope, subject: row.subject, courseId: row.course_id, reason: row.reason, askedUntil: row.asked_until.toISOString(), by: row.by,
    askedAt: row.asked_at.toISOString(), state, until: row.until?.toISOString() ?? null, decidedBy: row.decider, answer: row.answer,
    can: { decide: office && state === 'asked' && row.asked_by !== read.by.personId, end: (state === 'granted' && (office || row.asked_by === read.by.personId)) || (state === 'asked' && row.asked_by === read.by.personId) },
  }
}

/** Requests to correct closed periods, those that wait first. */
export async function unlocksOf(read: Read, page: number): Promise<{ unlocks: Unlock[]; more: boolean }> {
  const rows = await listUnlockRows(read, page)
  return { unlocks: rows.slice(0, unlocksAPage).map((row) => presentUnlock(read, row)), more: rows.length > unlocksAPage }
}

/** Asks to open one class and subject of a closed period. The same request again changes nothing. */
export async function askUnlockOf(work: Work, of: AskableUnlock, id: string, asked: { reason: string; until: string }): Promise<Unlock> {
  const until = new Date(asked.until)
  const before = await findUnlockRow(work, id)
  if (before && (before.asked_by !== work.by.personId || before.class_id !== of.class_id || before.scope_id !== of.scope_id)) throw new Problem(409, 'journal.id_taken')
  if (before) {
    work.audit('journal.unlock.repeated', { after: { unlockId: id } })
    return presentUnlock(work, before)
  }
  if (!of.closed) throw new Problem(409, 'journal.not_closed')
  refuseUntil(work, until)
  if (!(await insertUnlock(work, { id, classId: of.class_id, scopeId: of.scope_id, subjectId: of.subject_id, reason: asked.reason.trim(), until }))) throw new Problem(409, 'journal.id_taken')
  return told(work, id, 'journal.unlock.asked', null)
}

function refuseUntil(work: Work, until: Date): void {
  if (!(until.getTime() > work.now.getTime()) || until.getTime() > work.now.getTime() + mostDays * dayMs) throw new Problem(409, 'journal.until_wrong')
}

/** Grants or declines; never by the person who asked. */
export async function decideUnlockOf(work: Work, id: string, given: { grant: boolean; until?: string; answer?: string }): Promise<Unlock> {
  const row = await findUnlockForUpdate(work, id)
  if (!row || kindOf(work) !== 'office') throw notFound()
  const problem = whyNotDecide({ state: row.state, askedBy: row.asked_by, by: work.by.personId })
  if (problem) throw new Problem(409, problem)
  const until = given.grant ? new Date(given.until ?? row.asked_until) : null
  if (until) refuseUntil(work, until)
  await saveDecision(work, id, given.grant ? 'granted' : 'declined', until, given.answer?.trim() ?? '')
  return told(work, id, given.grant ? 'journal.unlock.granted' : 'journal.unlock.declined', row)
}

/** Ends what was granted, or takes one's own request back. */
export async function endUnlockOf(work: Work, id: string): Promise<Unlock> {
  const row = await findUnlockForUpdate(work, id)
  if (!row) throw notFound()
  if (!presentUnlock(work, row).can.end) throw new Problem(409, 'journal.unlock_decided')
  await saveEnd(work, id)
  return told(work, id, 'journal.unlock.ended', row)
}

async function told(work: Work, id: string, action: string, before: UnlockRow | null): Promise<Unlock> {
  const after = (await findUnlockRow(work, id))!
  const inAudit = (row: UnlockRow) => ({ unlockId: row.id, classId: row.class_id, scopeId: row.scope_id, subject: row.subject.name, reason: row.reason, state: row.state, until: row.until?.toISOString() ?? null, answer: row.answer })
  work.audit(action, { before: before && inAudit(before), after: inAudit(after) })
  work.announce(unlockChanged, { schoolId: work.schoolId, unlockId: id, courseId: after.course_id }, [addresses.person(after.asked_by), addresses.office(work.schoolId), ...(after.course_id ? [addresses.course(after.course_id)] : [])])
  return presentUnlock(work, after)
}
