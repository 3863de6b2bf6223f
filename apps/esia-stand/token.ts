import { createHash, randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { signJwt } from '@school/gost'
import { mayReturnTo } from './clients.ts'
import type { Grant, Stand } from './context.ts'
import { Refusal } from './refusal.ts'
import { checkFreshness, checkScope, checkSignature, clientNamed, field, fieldsOf, need, type Fields } from './signed-request.ts'

const lifeSeconds = 3600

/** The token endpoint: a code, or a refresh token, for signed tokens. */
export function tokenRoutes(app: FastifyInstance, stand: Stand) {
  app.post('/aas/oauth2/v3/te', async (request, reply) => {
    const fields = fieldsOf(request.body)
    try {
      const { grant, offline } = await exchange(stand, fields)
      stand.journal.note('tokens given', { client: grant.clientId, oid: grant.oid })
      return await answer(stand, grant, field(fields, 'state'), offline)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      stand.journal.note('tokens refused', { client: field(fields, 'client_id'), code: `ESIA-${error.code}`, detail: error.message })
      const status = error.error === 'unauthorized_client' ? 401 : 400
      return reply.code(status).send({ error: error.error, error_description: error.description, state: field(fields, 'state') })
    }
  })
}

async function exchange(stand: Stand, fields: Fields): Promise<{ grant: Grant; offline: boolean }> {
  const client = clientNamed(stand, fields)
  const kind = need(fields, 'grant_type')
  if (kind !== 'authorization_code' && kind !== 'refresh_token') throw new Refusal('007012', kind)
  if (!mayReturnTo(client, need(fields, 'redirect_uri'))) throw new Refusal('007023', field(fields, 'redirect_uri'))
  await checkSignature(client, fields, kind === 'refresh_token' ? refreshText(stand, fields) : codeText(fields))
  checkFreshness(stand, fields)
  checkScope(client, need(fields, 'scope'))
  return kind === 'refresh_token' ? { grant: refreshed(stand, fields), offline: true } : redeemed(stand, fields)
}

function redeemed(stand: Stand, fields: Fields): { grant: Grant; offline: boolean } {
  const code = stand.codes.take(need(fields, 'code'))
  if (!code || stand.faults.strikes('expiredCode') || !matches(code, fields)) throw new Refusal('007011')
  const { offline, challenge, ...grant } = code
  const verifier = field(fields, 'code_verifier')
  if (!challenge && verifier) throw new Refusal('007039')
  if (challenge && createHash('sha256').update(verifier).digest('base64url') !== challenge) throw new Refusal('007040')
  return { grant, offline }
}

function refreshed(stand: Stand, fields: Fields): Grant {
  const grant = stand.refreshes.take(need(fields, 'refresh_token'))
  if (!grant || !matches(grant, fields)) throw new Refusal('007011')
  return grant
}

const matches = (grant: Grant, fields: Fields) =>
  grant.clientId === field(fields, 'client_id') && grant.scope === field(fields, 'scope') && grant.redirectUri === field(fields, 'redirect_uri')

const joined = (fields: Fields, names: readonly string[]) => names.map((name) => field(fields, name)).join('')

const codeText = (fields: Fields) => joined(fields, ['client_id', 'scope', 'scope_org', 'timestamp', 'state', 'redirect_uri', 'code'])

const refreshText = (stand: Stand, fields: Fields) =>
  stand.refreshText === 'refresh_token'
    ? joined(fields, ['client_id', 'scope', 'timestamp', 'state', 'refresh_token'])
    : joined(fields, ['client_id', 'scope', 'scope_org', 'timestamp', 'state', 'redirect_uri'])

async function answer(stand: Stand, grant: Grant, state: string, offline: boolean) {
  const confirmed = (await stand.persons.find(grant.oid))?.confirmed === true
  const signer = stand.faults.strikes('oldCertificate') ? await stand.oldSigner() : stand.signer
  const nbfAhead = stand.faults.strikes('nbfAheadSeconds') ?? 0
  const now = Math.floor(stand.clock().getTime() / 1000)
  const times = { iss: `${stand.url}/`, iat: now, nbf: now + nbfAhead, exp: now + lifeSeconds, 'urn:esia:sid': grant.sid }
  const header = (sbt: string) => ({ ver: 1, typ: 'JWT', sbt })
  const access = await signJwt(signer, header('access'), { ...times, ...accessClaims(grant) })
  stand.tokens.put(grant, access)
  return {
    access_token: access,
    id_token: await signJwt(signer, header('id'), { ...times, ...idClaims(grant, now, confirmed) }),
    ...(offline ? { refresh_token: stand.refreshes.put(grant, randomUUID()) } : {}),
    state: stand.faults.strikes('wrongState') ? randomUUID() : state,
    token_type: 'Bearer',
    expires_in: lifeSeconds,
  }
}

const accessClaims = (grant: Grant) => ({
  client_id: grant.clientId,
  'urn:esia:sbj_id': numeric(grant.oid),
  scope: grant.scope.split(' ').map((scope) => (scope === 'openid' ? scope : `${scope}?oid=${grant.oid}`)).join(' '),
})

const idClaims = (grant: Grant, now: number, confirmed: boolean) => ({
  aud: grant.clientId,
  sub: numeric(grant.oid),
  auth_time: now,
  amr: grant.method,
  'urn:esia:amd': grant.method,
  'urn:esia:sbj': {
    'urn:esia:sbj:typ': 'P',
    ...(confirmed ? { 'urn:esia:sbj:is_tru': true } : {}), // left out, not false, for an unconfirmed account
    'urn:esia:sbj:oid': numeric(grant.oid),
    'urn:esia:sbj:nam': `OID.${grant.oid}`,
  },
})

// ЕСИА writes object ids as numbers, also those that JavaScript would round
const numeric = (oid: string) => (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(oid)
