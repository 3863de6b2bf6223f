import type { FastifyInstance } from 'fastify'
import { mayReturnTo } from './clients.ts'
import type { Stand } from './context.ts'
import { showRefusal } from './pages/refusal-page.ts'
import { Refusal } from './refusal.ts'
import { checkFreshness, checkScope, checkSignature, clientNamed, field, fieldsOf, need, type Fields } from './signed-request.ts'

/** The authorization endpoint: a checked request becomes a pending sign-in and the person picker opens. */
export function authorizeRoutes(app: FastifyInstance, stand: Stand) {
  app.get('/aas/oauth2/v2/ac', async (request, reply) => {
    const fields = fieldsOf(request.query)
    try {
      const client = clientNamed(stand, fields)
      const redirectUri = need(fields, 'redirect_uri')
      if (!mayReturnTo(client, redirectUri)) throw new Refusal('007023', redirectUri)
      await checkSignature(client, fields, signedText(fields))
      try {
        checkRequest(stand, fields)
        checkScope(client, need(fields, 'scope'))
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        note(stand, fields, error)
        return reply.redirect(returnWith(redirectUri, { error: error.error, error_description: error.description, state: field(fields, 'state') }), 302)
      }
      const tx = stand.pending.put({ ...pendingOf(fields), client, redirectUri })
      stand.journal.note('authorization request', { client: client.mnemonic, detail: field(fields, 'scope') })
      return reply.redirect(`/login?tx=${tx}`, 303)
    } catch (error) {
      // what is wrong with the client or the address stays on our own page: the address cannot be trusted
      if (!(error instanceof Refusal)) throw error
      note(stand, fields, error)
      return showRefusal(request, reply, error)
    }
  })
}

/** The address of return with the answer in it. */
export function returnWith(redirectUri: string, answer: Readonly<Record<string, string>>): string {
  const address = new URL(redirectUri)
  for (const [name, value] of Object.entries(answer)) address.searchParams.set(name, value)
  return address.href
}

const signedText = (fields: Fields) =>
  ['client_id', 'scope', 'scope_org', 'timestamp', 'state', 'redirect_uri'].map((name) => field(fields, name)).join('')

function checkRequest(stand: Stand, fields: Fields) {
  checkFreshness(stand, fields)
  if (need(fields, 'response_type') !== 'code') throw new Refusal('007009')
  if (field(fields, 'code_challenge') && field(fields, 'code_challenge_method') !== 'S256') throw new Refusal('007003', 'code_challenge_method')
}

const pendingOf = (fields: Fields) => ({
  scope: field(fields, 'scope'),
  scopeOrg: field(fields, 'scope_org'),
  state: field(fields, 'state'),
  offline: field(fields, 'access_type') === 'offline',
  personFilter: field(fields, 'person_filter'),
  challenge: field(fields, 'code_challenge') || null,
})

function note(stand: Stand, fields: Fields, refusal: Refusal) {
  stand.journal.note('authorization refused', { client: field(fields, 'client_id'), code: `ESIA-${refusal.code}`, detail: refusal.message })
}
