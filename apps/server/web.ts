import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const dist = new URL('../web/dist/', import.meta.url).pathname

interface Files { readonly scripts: readonly string[]; readonly styles: readonly string[]; readonly words: { readonly ru: readonly string[]; readonly en: readonly string[] } }
interface Views { readonly pages: ReadonlyArray<{ readonly pattern: string; readonly acting: boolean; readonly roles: Readonly<Record<string, Files>> }> }

/** Serves the built web application: hashed files for a year, the page itself fresh, every unknown page address by the page. */
export async function serveWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(`${dist}views.json`)) return // not built, or built by an earlier version
  const page = await readFile(`${dist}index.html`, 'utf8')
  const hinted = withHints(page, JSON.parse(await readFile(`${dist}views.json`, 'utf8')) as Views)
  const ownScripts = [...page.matchAll(/<script>([^]*?)<\/script>/g)].map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`).join(' ')
  await app.register(fastifyStatic, {
    root: dist, serve: false, preCompressed: true, cacheControl: false,
    setHeaders: (reply, path) => reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  // Routes of our own, because every route must say who may call it.
  const names = (await readdir(dist, { withFileTypes: true })).filter((one) => one.isFile() && !['index.html', 'views.json'].includes(one.name)).map((one) => one.name)
  for (const name of names) app.get(`/${name}`, { config: { access: 'public' } }, (_request, reply) => reply.sendFile(name))
  app.get<{ Params: { '*': string } }>('/assets/*', { config: { access: 'public' } }, (request, reply) => reply.sendFile(`assets/${request.params['*']}`))
  app.get('/*', { config: { access: 'public' } }, (request, reply) => {
    if (/^\/(api|auth|assets|health|metrics)(\/|$)/.test(request.url)) return reply.callNotFound()
    const policy = String(reply.getHeader('content-security-policy')).replace("script-src 'self'", `script-src 'self' ${ownScripts}`)
    return reply.header('content-security-policy', policy).header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(hinted(request.url))
  })
}

/** Names in the document the files that the page of this address will ask for, so that they come side by side with the shell. */
function withHints(page: string, { pages }: Views): (url: string) => string {
  const known = pages.map((one) => ({ ...one, pattern: new RegExp(one.pattern) }))
  return (url) => {
    const path = url.split('?', 1)[0] ?? ''
    const [, role = 'anyone', rest = path] = /^\/as\/([^/]+)\/[^/]+(\/.*)?$/.exec(path) ?? []
    const files = known.find(({ pattern, acting }) => acting === (role !== 'anyone') && pattern.test(rest))?.roles[role]
    if (!files) return page
    const words = `<meta name="words" ${(['ru', 'en'] as const).map((language) => `data-${language}="${files.words[language].map((file) => `/${file}`).join(' ')}"`).join(' ')}>`
    const code = files.scripts.map((file) => `<link rel="modulepreload" crossorigin href="/${file}">`).join('')
    const styles = files.styles.map((file) => `<link rel="stylesheet" crossorigin href="/${file}">`).join('') // after the shell's, which they refine
    return page.replace('<script>', `${words}${code}<script>`).replace('</head>', `${styles}</head>`)
  }
}
