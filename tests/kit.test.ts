import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { fact, Id, permission, route } from '@school/contract'
import { listen, serve, type Subsystem } from '@school/server'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import { Refused } from '@school/testing'
import { Type } from 'typebox'

const params = Type.Object({ schoolId: Id })
const rung = fact('probe.bell.rung', Type.Object({ schoolId: Id }))
const ring = route({ method: 'POST', path: '/api/schools/:schoolId/probe', summary: 'Rings', access: { permission: 'probe.bell.ring' }, params, body: Type.Object({ note: Type.String(), fail: Type.Optional(Type.Boolean()), silent: Type.Optional(Type.Boolean()), moves: Type.Optional(Type.Integer()) }), reply: Type.Object({ rung: Type.Boolean() }) })
const hear = route({ method: 'GET', path: '/api/schools/:schoolId/probe', summary: 'Hears', access: 'signedIn', params, reply: Type.Object({ role: Type.Union([Type.String(), Type.Null()]) }) })
const heard: string[] = []
let tries = 0
const probe: Subsystem = {
  name: 'probe', migrations: new URL('.', import.meta.url).pathname, contract: [ring, hear],
  permissions: [permission('probe.bell.ring', { title: 'x', roles: ['teacher'], row: 'probe' })],
  listeners: [listen('probe.note', rung, async (work, { schoolId }) => { heard.push(schoolId); assert.equal(work.schoolId, schoolId) })],
  routes(app) {
    serve(app, ring, async (work, { params: { schoolId }, body }) => {
      if (!body.silent) work.audit('probe.bell.ring', { after: { note: body.note } })
      work.announce(rung, { schoolId }, [`staff:${schoolId}`])
      if (++tries <= (body.moves ?? 0)) work.write('select app.moved()', [])
      if (body.fail) throw new Error('broken on purpose')
      return { rung: true }
    })
    serve(app, hear, async (read) => ({ role: read.by.role }))
  },
}

let s: TestSchool
before(async () => { s = await testSchool([probe]) })
after(() => s.close())
const at = () => ({ params: { schoolId: s.id } })

test('an act leaves its trace and is heard once it is committed', async () => {
  assert.deepEqual(await (await s.as(s.teacher)).call(ring, { ...at(), body: { note: 'x' } }), { rung: true })
  await s.settle()
  assert.deepEqual(heard, [s.id])
  assert.equal((await s.trace('probe.bell.ring')).length, 1)
})

test('a worker that was not started sleeps through a commit', async () => {
  const waiting = () => s.make.rows<{ name: string }>(`select name from kit.task where name = 'probe.bell.rung'`)
  await (await s.as(s.teacher)).call(ring, { ...at(), body: { note: 'x' } })
  await new Promise((done) => setTimeout(done, 100))
  assert.equal((await waiting()).length, 1)
  await s.settle()
  assert.equal((await waiting()).length, 0)
  heard.length = 1
})

test('an act whose ground moves is done again, leaves one trace, and gives up in the end', async () => {
  const traces = (await s.trace('probe.bell.ring')).length
  const teacher = await s.as(s.teacher)
  tries = 0
  assert.deepEqual(await teacher.call(ring, { ...at(), body: { note: 'x', moves: 2 } }), { rung: true })
  assert.equal(tries, 3)
  tries = 0
  await assert.rejects(teacher.call(ring, { ...at(), body: { note: 'x', moves: 99 } }), { status: 500 })
  assert.equal((await s.trace('probe.bell.ring')).length, traces + 1)
  await s.settle()
  heard.length = 1
})

test('an act that fails leaves nothing', async () => {
  await assert.rejects((await s.as(s.teacher)).call(ring, { ...at(), body: { note: 'x', fail: true } }), (error: Refused) => error.status === 500 && error.code === 'our_fault')
  await s.settle()
  assert.deepEqual(heard, [s.id])
})

test('an act without a trace is rolled back', async () => {
  await assert.rejects((await s.as(s.teacher)).call(ring, { ...at(), body: { note: 'x', silent: true } }), { status: 500 })
  await s.settle()
  assert.deepEqual(heard, [s.id])
})

test('walls: signed out, never allowed, foreign school, misspelt field, foreign origin', async () => {
  const input = { ...at(), body: { note: 'x' } }
  await assert.rejects((await s.as(null)).call(ring, input), { status: 401, code: 'sign_in_first' })
  await assert.rejects((await s.as(s.pupil)).call(ring, input), { status: 403, code: 'not_allowed' })
  await assert.rejects((await s.as(s.stranger.teacher)).call(ring, input), { status: 404, code: 'not_found' })
  const teacher = await s.as(s.teacher)
  await assert.rejects(teacher.call(ring, { ...at(), body: { note: 'x', nota: 1 } as never }), (error: Refused) => error.code === 'bad_input' && error.details['field'] === 'nota')
  assert.equal((await teacher.raw('POST', `/api/schools/${s.id}/probe`, { note: 'x' }, { origin: 'https://evil.example' })).statusCode, 403)
})

test('the audit is put into a chain in which a change is found', async () => {
  const { checkpoint, checkpointKey, seal, verifyAudit } = await import('@school/server')
  const { mkdtemp } = await import('node:fs/promises')
  const dir = await mkdtemp('/tmp/audit-')
  assert.ok((await seal(s.kit)) > 0)
  await checkpoint(s.kit, dir, await checkpointKey(dir))
  assert.deepEqual((await verifyAudit(s.kit, dir)).faults, [])
  await s.make.rows(`update audit.entry set after = '{"note":"y"}' where action = 'probe.bell.ring'`)
  assert.match((await verifyAudit(s.kit, dir)).faults.join(), /words of entry 1 were changed/)
  await s.make.rows('delete from audit.seal where seq = (select max(seq) from audit.seal)')
  assert.match((await verifyAudit(s.kit, dir)).faults.join(), /not the one that was signed/)
})

test('a long reply is packed for whoever unpacks it', async () => {
  const ask = (headers: Record<string, string>) => s.app.inject({ method: 'GET', url: '/api/openapi.json', headers })
  const [plain, packed, short] = [await ask({}), await ask({ 'accept-encoding': 'gzip, br' }), await s.app.inject({ method: 'GET', url: '/health/live', headers: { 'accept-encoding': 'gzip' } })]
  assert.deepEqual([plain, packed, short].map(({ headers }) => headers['content-encoding']), [undefined, 'gzip', undefined])
  assert.deepEqual([plain, packed, short].map(({ headers }) => headers['vary']), ['accept-encoding', 'accept-encoding', undefined])
  assert.equal(gunzipSync(packed.rawPayload).toString(), plain.body)
  assert.ok(packed.rawPayload.length < plain.rawPayload.length / 4)
})
