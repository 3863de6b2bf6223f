// not messages: the name of the product in the API documents
import type { Described } from './openapi.ts'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const safe = (text: string) => text.replace(/[&<>"]/g, (sign) => escapes[sign]!)

/** A page for people: every route with who may call it, what it takes and what it answers; works without scripts. */
export function docsPage(described: readonly Described[], version: string): string {
  const rooms = Map.groupBy(described, (one) => one.room)
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Моя школа: API ${safe(version)}</title>
<link rel="stylesheet" href="/api/docs.css"><main><h1>Моя школа: API</h1>
<p>Machine-readable: <a href="/api/openapi.json">OpenAPI 3.1</a>. Signed-in calls carry the session cookie; unsafe methods need the site's Origin. Refusals are <code>{ code, details, requestId }</code>.</p>
<nav aria-label="Rooms">${[...rooms.keys()].map((room) => `<a href="#${room}">${room}</a>`).join(' ')}</nav>
${[...rooms].map(([room, list]) => `<section id="${room}"><h2>${room}</h2>${list.map(routeHtml).join('')}</section>`).join('')}</main></html>`
}

function routeHtml({ route }: Described): string {
  const access = typeof route.access === 'object' ? route.access.permission : route.access
  const shape = (title: string, schema: unknown) => (schema ? `<h4>${title}</h4><pre tabindex="0">${safe(JSON.stringify(schema, null, 1))}</pre>` : '')
  return `<details><summary><b>${route.method}</b> <code>${safe(route.path)}</code> <span>${safe(route.summary)}</span></summary>
<p>Access: <code>${safe(access)}</code>${route.problems?.length ? ` · may answer: ${route.problems.map((code) => `<code>${safe(code)}</code>`).join(', ')}` : ''}</p>
${shape('Path', route.params)}${shape('Query', route.query)}${shape('Body', route.body)}${shape('Reply', route.reply)}</details>`
}

docsPage.css = `:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;margin:0}main{max-width:60rem;margin:0 auto;padding:1.5rem}
nav{display:flex;flex-wrap:wrap;gap:.75rem;margin:1rem 0}details{border-top:1px solid color-mix(in srgb,currentColor 20%,transparent);padding:.5rem 0}
summary{cursor:pointer}summary span{opacity:.85}pre{overflow:auto;padding:.75rem;background:color-mix(in srgb,currentColor 6%,transparent);border-radius:8px;font-size:13px}`
