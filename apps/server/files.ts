import { join } from 'node:path'
import { filesIn } from '@school/files/server'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'

/** Files lie beside the data; previews are shown from a host of their own. */
export function connectFiles({ dataDir, contentUrl, publicUrl }: Pick<Config, 'dataDir' | 'contentUrl' | 'publicUrl'>): void {
  filesIn(join(dataDir, 'files'), contentUrl === '' ? null : { origin: contentUrl, opener: publicUrl })
}

/** The content host shows no page of ours, and our pages may show what stands there. */
export function keepContentApart(app: FastifyInstance, { contentUrl }: Pick<Config, 'contentUrl'>): void {
  if (contentUrl === '') return
  const { host, origin } = new URL(contentUrl)
  app.addHook('onRequest', async (request, reply) => {
    if (request.host === host && !request.url.startsWith('/content/')) return reply.callNotFound()
  })
  app.addHook('onSend', async (_request, reply) => {
    const policy = reply.getHeader('content-security-policy')
    if (typeof policy === 'string' && policy.includes("script-src 'self'")) reply.header('content-security-policy', `${policy.replace("img-src 'self'", `img-src 'self' ${origin}`)};frame-src ${origin};media-src ${origin}`)
  })
}
