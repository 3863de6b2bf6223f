import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { returnWith } from './authorize.ts'
import { consentKey, type Method, type Pending, type Stand } from './context.ts'
import { ageOn } from './ages.ts'
import { consentPage } from './pages/consent-page.ts'
import { languageOf } from './pages/messages.ts'
import { expiredPage } from './pages/refusal-page.ts'
import { peopleList, pickerPage } from './pages/picker-page.ts'
import type { StandPerson } from './persons.ts'
import { Refusal, type EsiaCode } from './refusal.ts'
import { field, fieldsOf } from './signed-request.ts'

const recentCookie = 'stand_recent'
const recentKept = 4

/** The pages a person sees: picking somebody and giving consent. */
export function signInRoutes(app: FastifyInstance, stand: Stand) {
  app.get('/login', async (request, reply) => {
    const fields = fieldsOf(request.query)
    const tx = field(fields, 'tx')
    const pending = stand.pending.find(tx)
    if (!pending) return expiredPage(request, reply)
    const view = {
      tx, client: pending.client.title, language: languageOf(request), today: stand.clock(), query: field(fields, 'q'), open: field(fields, 'open'),
      recent: recentOf(request.cookies[recentCookie]), persons: await stand.persons.all(),
    }
    return reply.type('text/html; charset=utf-8').send(String(field(fields, 'part') === 'people' ? peopleList(view) : pickerPage(view)))
  })

  app.post('/login', async (request, reply) => {
    const fields = fieldsOf(request.body)
    const person = await stand.persons.find(field(fields, 'oid'))
    const pending = person && stand.pending.find(field(fields, 'tx')) // kept: one may step back and pick somebody else
    if (!person || !pending) return expiredPage(request, reply)
    remember(reply, recentOf(request.cookies[recentCookie]), person.oid)
    const why = whyNotAdmitted(stand, pending, person)
    if (why) return refuse(stand, reply, pending, why, person.oid)
    const method: Method = field(fields, 'method') === 'DS' ? 'DS' : 'PWD'
    if (stand.consents.has(consentKey(person.oid, pending.client.mnemonic, pending.scope))) return admit(stand, reply, pending, person.oid, method)
    return reply.redirect(`/consent?tx=${stand.asked.put({ pending, oid: person.oid, method })}`, 303)
  })

  app.get('/consent', async (request, reply) => {
    const tx = field(fieldsOf(request.query), 'tx')
    const asked = stand.asked.find(tx)
    const person = asked && (await stand.persons.find(asked.oid))
    if (!person) return expiredPage(request, reply)
    const { client, scope } = asked.pending
    return reply.type('text/html; charset=utf-8').send(String(consentPage({ tx, client: client.title, scope, person, language: languageOf(request) })))
  })

  app.post('/consent', async (request, reply) => {
    const fields = fieldsOf(request.body)
    const asked = stand.asked.take(field(fields, 'tx'))
    if (!asked) return expiredPage(request, reply)
    if (field(fields, 'decision') !== 'allow') return refuse(stand, reply, asked.pending, '007004', asked.oid)
    stand.consents.add(consentKey(asked.oid, asked.pending.client.mnemonic, asked.pending.scope))
    return admit(stand, reply, asked.pending, asked.oid, asked.method)
  })
}

function whyNotAdmitted(stand: Stand, pending: Pending, person: StandPerson): EsiaCode | null {
  const child = ageOn(person.birthDate, stand.clock()) < 14
  if (pending.personFilter.includes('conf_acc') && !person.confirmed) return '007055'
  if (pending.personFilter.includes('acc_kid') && !child) return '007194'
  if (pending.personFilter.includes('acc_not_kid') && child) return '007194'
  return null
}

function admit(stand: Stand, reply: FastifyReply, pending: Pending, oid: string, method: Method) {
  const { client, scope, scopeOrg, redirectUri, offline, challenge, state } = pending
  const code = stand.codes.put({ oid, clientId: client.mnemonic, scope, scopeOrg, redirectUri, method, sid: randomUUID(), offline, challenge })
  stand.journal.note('code given', { client: client.mnemonic, oid, detail: method })
  return reply.redirect(returnWith(redirectUri, { code, state }), 302)
}

function refuse(stand: Stand, reply: FastifyReply, pending: Pending, code: EsiaCode, oid: string) {
  const refusal = new Refusal(code)
  stand.journal.note('sign-in refused', { client: pending.client.mnemonic, oid, code: `ESIA-${code}` })
  const answer = { error: refusal.error, error_description: refusal.description, state: pending.state }
  return reply.redirect(returnWith(pending.redirectUri, answer), 302)
}

const recentOf = (cookie: string | undefined) => (cookie ?? '').split('.').filter((oid) => /^\d{1,20}$/.test(oid)).slice(0, recentKept)

function remember(reply: FastifyReply, recent: string[], oid: string) {
  const value = [oid, ...recent.filter((one) => one !== oid)].slice(0, recentKept).join('.')
  reply.setCookie(recentCookie, value, { path: '/login', httpOnly: true, sameSite: 'lax', maxAge: 30 * 24 * 3600 })
}
