import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyInstance } from 'fastify'
import type { Kit } from '../kit.ts'
import { liveRoutes, pollLive } from '../live/routes.ts'
import { answerErrors } from './errors.ts'
import { packReplies } from './compress.ts'
import { guardEveryRoute } from './guard.ts'
import { openApi, type Described } from './openapi.ts'
import { docsPage } from './docs-page.ts'
import { checkerOf, makeAjv } from './schema.ts'

export interface AppOptions { readonly log: boolean; readonly version: string; readonly trustProxy: boolean; readonly uploadBytes: number }

/** Every route of the kit and the rooms, for printing and for tests that walk over all of them. */
export function describedRoutes(kit: Kit): Described[] {
  return [...kit.subsystems.flatMap((room) => room.contract.map((route) => ({ room: room.name, route }))), { room: 'live', route: pollLive }]
}

/** The web application: walls first, then the rooms' routes. */
export async function makeApp(kit: Kit, options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    logger: options.log ? { level: 'info', serializers: { req: (request) => ({ method: request.method, url: request.routeOptions?.url }) } } : false,
    forceCloseConnections: true, trustProxy: options.trustProxy, bodyLimit: 1_048_576,
    genReqId: () => crypto.randomUUID(), routerOptions: { maxParamLength: 200 },
  })
  const bodies = makeAjv(false)
  const texts = makeAjv(true)
  app.setValidatorCompiler(({ schema, httpPart }) => (httpPart === 'body' ? bodies : texts).compile(schema as object))
  app.decorate('kit', kit)
  answerErrors(app, kit)
  const words = await protectiveHeaders(kit.config.production)
  app.addHook('onRequest', async (_request, reply) => { for (const [name, value] of words) reply.raw.setHeader(name, value) })
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: options.uploadBytes, files: 1, fields: 10 } })
  await app.register(rateLimit, { global: false, keyGenerator: (request) => request.session?.id ?? request.ip, hook: 'preHandler' })
  await app.register(websocket, { options: { maxPayload: 65_536, perMessageDeflate: false } })
  guardEveryRoute(app, kit)
  observe(app, kit)
  packReplies(app)
  await app.register(async (inner) => {
    for (const room of kit.subsystems) room.routes(inner)
    liveRoutes(inner, kit)
    contractRoutes(inner, kit, options.version)
    healthRoutes(inner, kit)
  })
  return app
}

/** What helmet says with every reply, asked once: it would put the same words together anew for each request. */
async function protectiveHeaders(production: boolean): Promise<[string, string][]> {
  const asked = Fastify()
  await asked.register(helmet, headers(production))
  asked.get('/', (_request, reply) => reply.status(204).send())
  const said = await asked.inject('/')
  await asked.close()
  return Object.entries(said.headers).flatMap(([name, value]) => (['date', 'connection', 'content-length'].includes(name) ? [] : [[name, String(value)] as [string, string]]))
}

function headers(production: boolean) {
  return {
    contentSecurityPolicy: { useDefaults: false, directives: {
      defaultSrc: ["'self'"], scriptSrc: ["'self'"], styleSrc: ["'self'"], styleSrcAttr: ["'unsafe-inline'"], imgSrc: ["'self'", 'data:', 'blob:'], fontSrc: ["'self'"],
      connectSrc: ["'self'"], objectSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"],
      ...(production ? { upgradeInsecureRequests: [] } : {}),
    } },
    referrerPolicy: { policy: 'same-origin' as const }, frameguard: { action: 'deny' as const }, hsts: production ? { maxAge: 31_536_000, includeSubDomains: true } : false as const,
    crossOriginOpenerPolicy: { policy: 'same-origin' as const }, crossOriginResourcePolicy: { policy: 'same-origin' as const },
  }
}

function observe(app: FastifyInstance, kit: Kit): void {
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) {
      if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
      reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()')
    }
  })
  app.addHook('onResponse', async (request, reply) => {
    kit.metrics.requests.observe({ route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) }, reply.elapsedTime / 1000)
  })
  if (kit.config.checkReplies) {
    app.addHook('preSerialization', async (request, reply, payload) => {
      const { route } = request.routeOptions.config
      if (route && reply.statusCode === 200) checkerOf(route)(payload)
      return payload
    })
  }
}

function contractRoutes(app: FastifyInstance, kit: Kit, version: string): void {
  let text: string | undefined
  app.get('/api/openapi.json', { config: { access: 'public' } }, async (_request, reply) => {
    text ??= JSON.stringify(openApi(describedRoutes(kit), version))
    return reply.header('cache-control', 'public, max-age=300').type('application/json').send(text)
  })
  app.get('/api/docs', { config: { access: 'public' } }, async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=300').type('text/html; charset=utf-8').send(docsPage(describedRoutes(kit), version)))
  app.get('/api/docs.css', { config: { access: 'public' } }, async (_request, reply) => reply.type('text/css').send(docsPage.css))
}

function healthRoutes(app: FastifyInstance, kit: Kit): void {
  app.get('/health/live', { config: { access: 'public' } }, async () => ({ live: true }))
  app.get('/health/ready', { config: { access: 'public' } }, async (_request, reply) => {
    try {
      await kit.pool.query('select 1')
      return { ready: true }
    } catch {
      return reply.status(503).send({ ready: false })
    }
  })
}
