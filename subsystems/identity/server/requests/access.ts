import { notFound, Problem, type Read, type Work } from '@school/server'
import type { RequestTable } from '../tables.ts'
import { findRequest, findRequestForUpdate } from './store.ts'

declare const granted: unique symbol
/** A request that its administrator may decide now; made only by `decidableRequest`. */
export type DecidableRequest = RequestTable & { readonly [granted]: 'decide' }
/** A request of one's own that still waits. */
export type OwnWaitingRequest = RequestTable & { readonly [granted]: 'own' }

/** The waiting request as the administrator saw it; nobody decides their own. */
export async function decidableRequest(work: Work, id: string, basedOn: number | null): Promise<DecidableRequest> {
  const row = await findRequestForUpdate(work, id)
  if (!row) throw notFound()
  if (row.state !== 'PENDING') throw new Problem(409, 'identity.already_decided', { state: row.state })
  if (basedOn !== null && row.revision !== basedOn) throw new Problem(409, 'identity.changed_meanwhile', { revision: row.revision })
  if (row.asked_by === work.by.personId) throw new Problem(403, 'identity.own_request')
  return row as DecidableRequest
}

/** One's own request of this school; another's looks like none. */
export async function ownRequest(read: Read, id: string): Promise<RequestTable | undefined> {
  const row = await findRequest(read, id)
  if (row && row.asked_by !== read.by.personId) throw notFound()
  return row
}

/** One's own request while nobody has decided it. */
export async function ownWaitingRequest(work: Work, id: string): Promise<OwnWaitingRequest> {
  const row = await findRequestForUpdate(work, id)
  if (!row || row.asked_by !== work.by.personId) throw notFound()
  if (row.state !== 'PENDING') throw new Problem(409, 'identity.already_decided', { state: row.state })
  return row as OwnWaitingRequest
}

export const isWaiting = (row: Pick<RequestTable, 'state'>): boolean => row.state === 'PENDING'
