import { actingRoles, roles, type Access, type Role, type Route } from '@school/contract'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Actor, Grant, Session } from '../actor.ts'
import { nobody } from '../actor.ts'
import type { Kit } from '../kit.ts'
import { Problem } from '../problem.ts'

declare module 'fastify' {
  interface FastifyContextConfig { access?: Access; summary?: string; route?: Route }
  interface FastifyRequest { session: Session | null; actor: Actor }
  interface FastifyInstance { kit: Kit }
}

/** Makes a route without declared access fail the boot, and judges every request before its handler. */
export function guardEveryRoute(app: FastifyInstance, kit: Kit): void {
  app.decorateRequest('session', null)
  app.decorateRequest('actor', null as never)
  app.addHook('onRoute', (route) => {
    if (route.config?.access === undefined) throw new Error(`${String(route.method)} ${route.url} declares no access`)
  })
  app.addHook('onRequest', async (request) => {
    const access = request.routeOptions.config.access ?? 'public' // only the handler of unknown addresses has none
    refuseForeignOrigin(kit, request)
    request.session = await identify(kit, request)
    request.actor = judge(kit, access, request)
  })
}

async function identify(kit: Kit, request: FastifyRequest): Promise<Session | null> {
  for (const room of kit.subsystems) if (room.identify) return room.identify(kit, request)
  return null
}

const unsafe = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/** Forged requests carry a foreign origin; a browser cannot leave both headers out. Sockets are judged like unsafe methods. */
function refuseForeignOrigin(kit: Kit, request: FastifyRequest): void {
  const isSocket = request.headers.upgrade?.toLowerCase() === 'websocket'
  if (!unsafe.has(request.method) && !isSocket) return
  const origin = request.headers.origin
  const ok = origin === undefined ? request.headers['sec-fetch-site'] === 'same-origin' : kit.config.origins.includes(origin)
  if (!ok) throw new Problem(403, 'foreign_origin')
}

function judge(kit: Kit, access: Access, request: FastifyRequest): Actor {
  const { session } = request
  if (access === 'public') return session ? actorOf(session, null, []) : nobody
  if (!session) throw new Problem(401, 'sign_in_first')
  if (access === 'signedIn') return actorOf(session, null, [])
  const allowed = kit.rolesOf.get(access.permission)
  const mine = session.grants.filter((grant) => allowed?.has(grant.role))
  if (mine.length === 0) throw new Problem(403, 'not_allowed')
  const here = mine.filter((grant) => inScope(grant, request.params as Record<string, string>) && asked(grant.role, request.headers['x-role']))
  const first = here[0]
  if (!first) throw new Problem(404, 'not_found') // may elsewhere: a foreign scope looks like an absent one
  return actorOf(session, first.role, here.filter((grant) => grant.role === first.role))
}

/** In a school that knows the person by a merged record, they act as that record: all that the school has written hangs on it. */
const actorOf = (session: Session, role: Role | null, acting: readonly Grant[]): Actor =>
  ({ personId: acting[0]?.recordId ?? session.personId, role, acting, grants: session.grants, sessionId: session.id, acr: session.acr })

/** Whether the grant reaches the scope that the path names; a path without a scope is reached by every grant. */
export function inScope(grant: Grant, params: Record<string, string | undefined>): boolean {
  if (params['schoolId'] !== undefined) return grant.schoolId === params['schoolId']
  const { regionId, municipalityId } = params
  if (regionId === undefined && municipalityId === undefined) return true
  if (grant.scopeKind === 'federation') return true
  return (grant.scopeKind === 'region' && grant.scopeId === regionId) || (grant.scopeKind === 'municipality' && grant.scopeId === municipalityId)
}

function asked(role: Role, header: string | string[] | undefined): boolean {
  if (header === undefined) return true
  return typeof header === 'string' && (roles as readonly string[]).includes(header) && actingRoles(header as Role).includes(role)
}

/** The session of a request that passed a wall asking for one. */
export function identified(request: FastifyRequest): { session: Session; actor: Actor } {
  if (!request.session) throw new Problem(401, 'sign_in_first')
  return { session: request.session, actor: request.actor }
}
