import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const dist = new URL('../web/dist/', import.meta.url).pathname

/** Serves the built web application: hashed files for a year, the page itself fresh, every unknown page address by the page. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(dist)) return
  const page = await readFile(`${dist}index.html`)
  await app.register(fastifyStatic, {
    root: dist, index: false, wildcard: false, preCompressed: true, cacheControl: false,
    setHeaders: (reply, path) => reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !/^\/(api|auth|assets|health|metrics)(\/|$)/.test(request.url)
    if (!isPage) return reply.status(404).send({ code: 'not_found', requestId: request.id })
    return reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page)
  })
}
