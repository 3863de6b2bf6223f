import { job, timedJob, type Work } from '@school/server'
import type { RequestTable } from '../tables.ts'
import { listLate, listSchoolsWithLate } from './lists-store.ts'
import { announceRequest } from './requests.ts'
import { addStep, changeRequest } from './store.ts'

/** In one school: what waits too long is shown to the curator, what nobody answered ends. */
export const judgeLateRequests = job('identity.request.judge_late', async (work: Work) => {
  for (const row of await listLate(work)) await (row.expires_at <= work.now ? expire(work, row) : escalate(work, row))
})

/** Looks every five minutes where requests wait too long. */
export const lookForLateRequests = timedJob('identity.request.look_for_late', 300, async (work) => {
  for (const { school_id } of await listSchoolsWithLate(work)) work.enqueueIn(school_id, judgeLateRequests, {})
})

async function escalate(work: Work, row: RequestTable): Promise<void> {
  await changeRequest(work, row, { escalated_at: work.now })
  await addStep(work, row.id, 'escalated')
  work.audit('identity.request.escalate', { about: row.asked_by, after: { requestId: row.id, dueAt: row.due_at.toISOString() } })
  await announceRequest(work, row)
}

async function expire(work: Work, row: RequestTable): Promise<void> {
  await changeRequest(work, row, { state: 'EXPIRED', decided_at: work.now })
  await addStep(work, row.id, 'expired')
  work.audit('identity.request.expire', { about: row.asked_by, before: { state: row.state }, after: { requestId: row.id } })
  await announceRequest(work, row)
}
