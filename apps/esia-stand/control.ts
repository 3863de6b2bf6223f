import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Stand } from './context.ts'
import { personsFrom } from './persons.ts'

/** The control interface, for programs on the same machine only. */
export function controlRoutes(app: FastifyInstance, stand: Stand) {
  app.register(async (control) => {
    control.addHook('onRequest', async (request) => {
      if (!comesFromHere(request)) throw Object.assign(new Error('Only from this machine'), { statusCode: 403 })
    })
    control.get('/_stand/persons', () => stand.persons.all())
    control.put('/_stand/persons', async (request) => {
      const persons = asked(() => personsFrom(request.body))
      stand.persons.put(persons)
      return { put: persons.length }
    })
    control.get('/_stand/faults', async () => stand.faults.settings)
    control.put('/_stand/faults', async (request) => {
      asked(() => stand.faults.set(request.body as Record<string, unknown>))
      return stand.faults.settings
    })
    control.delete('/_stand/faults', async () => {
      stand.faults.clear()
      return stand.faults.settings
    })
    control.delete('/_stand/consents', async () => {
      stand.consents.clear()
      return {}
    })
    control.get('/_stand/journal', async () => stand.journal.list())
  })
}

/** Delays and failures of the endpoints that servers talk to. */
export function faultHook(app: FastifyInstance, stand: Stand) {
  app.addHook('preHandler', async (request, reply) => {
    if (!request.url.startsWith('/rs/') && !request.url.startsWith('/aas/oauth2/v3/te')) return
    const latency = stand.faults.strikes('latencyMs')
    if (latency) await new Promise((done) => setTimeout(done, latency))
    const status = stand.faults.strikes('status')
    if (status) return reply.code(status).send({ error: 'server_error' })
    if (stand.faults.strikes('html')) return reply.type('text/html; charset=utf-8').send('<!doctype html><title>Ошибка</title><h1>Сервис временно недоступен</h1>')
  })
}

// A proxy in front would make everybody local, and a page in a local browser is not a program: both are turned away.
function comesFromHere(request: FastifyRequest): boolean {
  const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.socket.remoteAddress ?? '')
  const site = request.headers['sec-fetch-site'] ?? 'none'
  return local && request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined && site === 'none'
}

function asked<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw Object.assign(error as Error, { statusCode: 400 })
  }
}
