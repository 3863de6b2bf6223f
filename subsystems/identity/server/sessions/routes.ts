import { printSnils } from '@school/contract'
import { registryFace } from '@school/registry/server'
import { notFound, serve } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { endOtherSessions, endSession as endSessionRoute, getProfile, listSessions } from '../../contract/sign-in.ts'
import { findAccount } from '../me/store.ts'
import { endSession, ownSession, shortId } from './sessions.ts'
import { listLiveSessions } from './store.ts'

/** Serves the devices of a person and what the profile shows. */
export function sessionRoutes(app: FastifyInstance): void {
  serve(app, listSessions, async (read) => (await listLiveSessions(read, read.by.personId)).map((row) => ({
    id: shortId(row.id), current: row.id === read.by.sessionId, device: row.device, network: row.ip_net, shared: row.shared, acr: row.acr,
    createdAt: row.created_at.toISOString(), lastSeenAt: row.last_seen_at.toISOString(), endsAt: row.ends_at.toISOString(),
  })))
  serve(app, endSessionRoute, async (work, { params }) => {
    await endSession(work, await ownSession(work, params.id), 'revoked')
    return { done: true as const }
  })
  serve(app, endOtherSessions, async (work) => {
    const others = (await listLiveSessions(work, work.by.personId)).filter((one) => one.id !== work.by.sessionId)
    for (const one of others) await endSession(work, one.id, 'revoked')
    work.audit('identity.session.end_others', { about: work.by.personId, after: { ended: others.length } })
    return { ended: others.length }
  })
  serve(app, getProfile, async (read) => {
    const person = await registryFace.findPerson(read, read.by.personId)
    if (!person) throw notFound()
    const account = await findAccount(read, person.id)
    return {
      lastName: person.last_name, firstName: person.first_name, middleName: person.middle_name, birthDate: person.birth_date, snils: person.snils === null ? null : printSnils(person.snils),
      confirmedBy: account ? 'esia' : '', firstSignInAt: account?.first_at.toISOString() ?? null, lastSignInAt: account?.last_at.toISOString() ?? null,
    }
  })
}
