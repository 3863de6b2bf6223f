import { notice } from '@school/server'
import { requestChanged } from '../contract/facts.ts'
import { listCuratorsOfLate } from './requests/late-store.ts'

/** What nobody in a school answered in time reaches its curator, once; of whom it is stays in the school. */
export const notices = [
  notice({
    on: requestChanged, kind: 'identity.requestLate',
    async to(read, { requestId }) {
      return (await listCuratorsOfLate(read, requestId)).map((row) => ({ personId: row.person_id, about: requestId, data: { school: row.school, kind: row.kind, scopeId: row.scope_id, dueAt: row.due_at.toISOString() }, link: '/connection/waiting' }))
    },
  }),
]
