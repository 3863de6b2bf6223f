import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../refusal.ts'
import { html } from './html.ts'
import { layout } from './layout.ts'
import { languageOf, messages } from './messages.ts'

/** Shows a refusal on the stand's own page, without any way to the address it came with. */
export function showRefusal(request: FastifyRequest, reply: FastifyReply, refusal: Refusal) {
  const language = languageOf(request)
  const say = messages[language]
  const content = html`<h1>${say.refusedTitle}</h1>
<p class="code">${refusal.message}</p>
<p>${say.refusedHint}</p>`
  return reply.code(400).type('text/html; charset=utf-8').send(String(layout(language, say.refusedTitle, content)))
}

/** Says that the sign-in is too old or was already used. */
export function expiredPage(request: FastifyRequest, reply: FastifyReply) {
  const language = languageOf(request)
  const say = messages[language]
  const content = html`<h1>${say.expiredTitle}</h1>
<p>${say.expiredHint}</p>`
  return reply.code(410).type('text/html; charset=utf-8').send(String(layout(language, say.expiredTitle, content)))
}
