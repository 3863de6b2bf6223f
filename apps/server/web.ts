import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const dist = new URL('../web/dist/', import.meta.url).pathname

/** Serves the built web application: hashed files for a year, the page itself fresh, every unknown page address by the page. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(dist)) return
  const page = await readFile(`${dist}index.html`)
  await app.register(fastifyStatic, {
    root: dist, serve: false, preCompressed: true, cacheControl: false,
    setHeaders: (reply, path) => reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  // Routes of our own, because every route must say who may call it.
  const names = (await readdir(dist, { withFileTypes: true })).filter((one) => one.isFile() && one.name !== 'index.html').map((one) => one.name)
  for (const name of names) app.get(`/${name}`, { config: { access: 'public' } }, (_request, reply) => reply.sendFile(name))
  app.get<{ Params: { '*': string } }>('/assets/*', { config: { access: 'public' } }, (request, reply) => reply.sendFile(`assets/${request.params['*']}`))
  app.get('/*', { config: { access: 'public' } }, (request, reply) => {
    if (/^\/(api|auth|assets|health|metrics)(\/|$)/.test(request.url)) return reply.callNotFound()
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
  })
}
