import { serve, type Read } from '@school/server'
import type { FastifyInstance } from 'fastify'
import * as contract from '../contract/audit.ts'
import { watchedPupil } from './access.ts'
import { findChain, listEntries, listLooksAt, type Filters } from './store.ts'

const usual = 50

async function page(read: Read, schoolId: string | null, query: Filters & { limit?: number | undefined }) {
  const limit = query.limit ?? usual
  const cursor = query.cursor !== undefined && /^[0-9a-f-]{36}$/.test(query.cursor) ? query.cursor : undefined
  const rows = await listEntries(read, schoolId, { ...query, cursor }, limit + 1)
  return { rows: rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() })) as contract.Entry[], next: rows.length > limit ? rows[limit - 1]!.id : null }
}

export function historyRoutes(app: FastifyInstance): void {
  serve(app, contract.listSchoolHistory, async (read, { query }) => page(read, read.schoolId, query))
  serve(app, contract.listSystemHistory, async (read, { query }) => page(read, null, query))
  serve(app, contract.getChainState, async (read) => {
    const row = await findChain(read, read.schoolId)
    return { sealed: row.sealed, unsealed: row.unsealed, checkpointAt: row.checkpoint_at?.toISOString() ?? null, checkpointSize: row.checkpoint_size }
  })
  serve(app, contract.listLooks, async (read, { params, query }) =>
    (await listLooksAt(read, read.schoolId, watchedPupil(read, params.studentId), query.limit ?? 100)).map((row) => ({ ...row, at: row.at.toISOString() })) as never)
}
