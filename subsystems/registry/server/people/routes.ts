import { noteAccess, reading, serve, serveOpen } from '@school/server'
import { normalSnils } from '@school/contract'
import type { FastifyInstance } from 'fastify'
import * as contract from '../../contract/people.ts'
import { cursorOf, placeOf } from '../cursor.ts'
import { readablePerson, relatedPerson } from './access.ts'
import { cardOf } from './card.ts'
import { listVisiblePeople } from './list-store.ts'
import { correctPerson } from './people.ts'
import { presentListed, presentName } from './present.ts'
import { listAlike, listHistory } from './store.ts'

const pageSize = 50
const nobodyYet = '00000000-0000-0000-0000-000000000000'
const ofFamily = new Set(['parent', 'pupil'])

export function peopleRoutes(app: FastifyInstance): void {
  serve(app, contract.listPeople, async (read, { query }) => {
    const limit = query.limit ?? pageSize
    const { rows, total } = await listVisiblePeople(read, { ...query, former: query.former ?? false, after: placeOf(query.cursor, 2), limit: limit + 1 })
    const last = rows.length > limit ? rows[limit - 1] : undefined
    return { rows: rows.slice(0, limit).map((row) => presentListed(row, query.relation)), total, next: last ? cursorOf([last.key, last.id]) : null }
  })
  serveOpen(app, contract.getPerson, async ({ params }, { kit, by, request }) => {
    const card = await reading(kit, { by, schoolId: params.schoolId, requestId: request.id }, async (read) => cardOf(read, await readablePerson(read, params.personId)))
    if (card.enrolments.length > 0 && !ofFamily.has(by.role ?? '')) await noteAccess(kit, by, params.schoolId, card.id, 'registry.card')
    return card
  })
  serve(app, contract.correctPerson, async (work, { params, body }) => {
    const { reason, basedOn, ...data } = body
    const { id, revision } = await correctPerson(work, await relatedPerson(work, params.personId), data, reason, basedOn)
    return { id, revision }
  })
  serve(app, contract.getPersonHistory, async (read, { params }) => {
    const { person } = await readablePerson(read, params.personId)
    return (await listHistory(read, person.id)).map((row) => ({
      id: row.id, at: row.at.toISOString(), action: row.action, by: row.by_id === null ? null : presentName({ ...row, id: row.by_id }), before: row.before, after: row.after,
    }))
  })
  serve(app, contract.findAlike, async (read, { query }) => {
    const snils = query.snils ? normalSnils(query.snils) : null
    const rows = await listAlike(read, { ...query, id: nobodyYet, birthDate: query.birthDate ?? null, snils })
    return rows.map((row) => ({ ...presentName(row), birthDate: row.birth_date, why: snils !== null && row.snils === snils ? 'snils' as const : 'name' as const }))
  })
}
