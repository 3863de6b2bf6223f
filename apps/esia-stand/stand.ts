import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import { chooseSigner, type Signer } from '@school/gost'
import Fastify, { type FastifyInstance } from 'fastify'
import { authorizeRoutes } from './authorize.ts'
import { mayReturnTo, originsOf, type StandClient } from './clients.ts'
import type { Stand } from './context.ts'
import { controlRoutes, faultHook } from './control.ts'
import { Expiring } from './expiring.ts'
import { Faults } from './faults.ts'
import { Journal } from './journal.ts'
import { showRefusal } from './pages/refusal-page.ts'
import { Persons, type PersonSource } from './persons.ts'
import { recordRoutes } from './records.ts'
import { Refusal } from './refusal.ts'
import { signInRoutes } from './sign-in.ts'
import { clientNamed, fieldsOf, need } from './signed-request.ts'
import { tokenRoutes } from './token.ts'

const minute = 60_000

export interface StandOptions {
  /** 0 takes any free port. */
  readonly port: number
  readonly host?: string
  /** The address browsers use, when it is not `http://host:port`. */
  readonly publicUrl?: string
  /** Read at every request, so that clients may be added while the stand runs. */
  readonly clients: readonly StandClient[]
  readonly persons: PersonSource
  readonly clock?: () => Date
  readonly signer?: Signer
  /** Where the stand keeps its key between starts. */
  readonly directory?: string
  readonly refreshText?: 'redirect_uri' | 'refresh_token'
  readonly production?: boolean
}

export interface RunningStand {
  readonly url: string
  /** The `iss` of its tokens. */
  readonly issuer: string
  /** What a client has to trust. */
  readonly certificatePem: string
  readonly algorithm: Signer['algorithm']
  close(): Promise<void>
}

/** Starts a stand that answers like ЕСИА. It lets anybody be anybody, so it refuses to start in production. */
export async function startStand(options: StandOptions): Promise<RunningStand> {
  if (options.production || process.env.NODE_ENV === 'production') throw new Error('The sign-in stand never runs in production')
  const stand = await contextOf(options)
  const app = buildApp(stand)
  await app.listen({ port: options.port, host: options.host ?? '127.0.0.1' })
  const { port } = app.server.address() as AddressInfo
  stand.url = options.publicUrl?.replace(/\/$/, '') ?? `http://${options.host ?? '127.0.0.1'}:${port}`
  const { certificatePem, algorithm } = stand.signer
  return { url: stand.url, issuer: `${stand.url}/`, certificatePem, algorithm, close: () => app.close() }
}

async function contextOf(options: StandOptions): Promise<Stand> {
  const clock = options.clock ?? (() => new Date())
  const place = options.directory === undefined ? {} : { directory: options.directory }
  const signer = options.signer ?? (await chooseSigner({ commonName: 'ESIA STAND', now: clock(), ...place }))
  return {
    url: '',
    clock,
    clients: options.clients,
    persons: new Persons(options.persons),
    signer,
    oldSigner: () => chooseSigner({ commonName: 'ESIA STAND OLD', profile: signer.profile, now: clock() }),
    refreshText: options.refreshText ?? 'redirect_uri',
    faults: new Faults(),
    journal: new Journal(clock),
    pending: new Expiring(30 * minute, clock),
    asked: new Expiring(30 * minute, clock),
    codes: new Expiring(3 * minute, clock),
    tokens: new Expiring(60 * minute, clock),
    refreshes: new Expiring(24 * 60 * minute, clock),
    consents: new Set(),
  }
}

function buildApp(stand: Stand): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true, routerOptions: { maxParamLength: 200 } })
  app.register(cookie)
  app.register(formbody)
  secure(app, stand)
  faultHook(app, stand)
  app.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
    if (error instanceof Refusal) return reply.code(403).send({ code: `ESIA-${error.code}`, message: error.message })
    return reply.code(error.statusCode ?? 500).send({ error: 'server_error', error_description: error.message })
  })
  authorizeRoutes(app, stand)
  signInRoutes(app, stand)
  tokenRoutes(app, stand)
  recordRoutes(app, stand)
  signOutRoute(app, stand)
  controlRoutes(app, stand)
  for (const [name, type] of [['stand.css', 'text/css'], ['stand.js', 'text/javascript'], ['stand.svg', 'image/svg+xml']] as const) {
    const content = readFileSync(new URL(`./public/${name}`, import.meta.url))
    app.get(`/${name}`, (_request, reply) => reply.type(`${type}; charset=utf-8`).send(content))
  }
  return app
}

function secure(app: FastifyInstance, stand: Stand) {
  app.addHook('onSend', async (_request, reply) => {
    // a form's answer may redirect to the client, and browsers hold that against form-action too
    const targets = ["'self'", ...originsOf(stand.clients)].join(' ')
    reply.headers({
      'content-security-policy':
        `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action ${targets}; base-uri 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
  })
}

function signOutRoute(app: FastifyInstance, stand: Stand) {
  app.get('/idp/ext/Logout', async (request, reply) => {
    const fields = fieldsOf(request.query)
    try {
      const client = clientNamed(stand, fields)
      const address = need(fields, 'redirect_url')
      if (!originsOf([client]).some((origin) => mayReturnTo({ ...client, redirects: [origin] }, address))) throw new Refusal('007023', address)
      stand.journal.note('signed out', { client: client.mnemonic })
      return reply.redirect(address, 302)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return showRefusal(request, reply, error)
    }
  })
}
