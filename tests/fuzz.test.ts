import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { addressOf, newId, type Route } from '@school/contract'
import { describedRoutes } from '@school/server'
import { testSchool, type TestSchool } from '@school/app-server/testing'
import type { TestCaller } from '@school/testing'
import fc from 'fast-check'

type Schema = Record<string, unknown>
const perRoute = Number(process.env['FUZZ_RUNS'] ?? 40)

/** Values near what a schema accepts: mostly well-formed, sometimes hostile. */
function near(schema: unknown, known: readonly string[]): fc.Arbitrary<unknown> {
  const s = (schema ?? {}) as Schema
  return fc.oneof({ weight: 8, arbitrary: good(s, known) }, { weight: 1, arbitrary: hostile })
}

const hostile: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom('', ' ', '\u0000', '\ud800', "'; drop table x; --", '__proto__', '../../etc/passwd', '%00', 'ё'.repeat(5000), '1e999', 'null', 'undefined', '<script>', '9999-99-99', '0000-00-00', '2026-02-30', '24:61'),
  fc.constantFrom(-1, 0, 1e15, 1.5, -1e308, 2_147_483_648, true, null), fc.array(fc.constantFrom(1, 'x', null), { maxLength: 3 }), fc.constant({ __proto__: null, toString: 1 }))

function good(s: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  if ('const' in s) return fc.constant(s['const'])
  if (Array.isArray(s['enum'])) return fc.constantFrom(...(s['enum'] as unknown[]))
  const options = (s['anyOf'] ?? s['oneOf']) as unknown[] | undefined
  if (options) return fc.oneof(...options.map((one) => near(one, known)))
  switch (s['type']) {
    case 'object': return goodObject(s, known)
    case 'array': return fc.array(near(s['items'], known), { maxLength: 4 })
    case 'string': return goodText(s, known)
    case 'integer': return fc.integer({ min: (s['minimum'] as number | undefined) ?? -100_000, max: Math.max((s['maximum'] as number | undefined) ?? 100_000, (s['minimum'] as number | undefined) ?? 0) })
    case 'number': return fc.double({ noNaN: true })
    case 'boolean': return fc.boolean()
    case 'null': return fc.constant(null)
    default: return fc.jsonValue({ maxDepth: 2 })
  }
}

function goodObject(s: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  const required = (s['required'] as string[] | undefined) ?? []
  const model = Object.fromEntries(Object.entries((s['properties'] as Schema | undefined) ?? {}).map(([key, inner]) => [key, near(inner, known)]))
  return fc.record(model, { requiredKeys: required.filter((key) => key in model) })
}

function goodText(s: Schema, known: readonly string[]): fc.Arbitrary<unknown> {
  const pattern = (s['pattern'] as string | undefined) ?? ''
  if (pattern.startsWith('^[0-9a-f]{8}-')) return fc.constantFrom(...known, newId())
  if (pattern.startsWith('^\\d{4}-')) return fc.constantFrom('2026-10-12', '2026-10-15', '2027-02-28', '0001-01-01', '9999-12-31', '2026-02-31')
  if (pattern.startsWith('^([01]')) return fc.constantFrom('00:00', '23:59', '08:30')
  return fc.oneof(fc.string({ maxLength: Math.min((s['maxLength'] as number | undefined) ?? 60, 60), unit: 'grapheme' }), fc.constantFrom('5', '2', 'Иванова Ёлка', '112-233-445 95'))
}

let s: TestSchool
before(async () => { s = await testSchool() })
after(() => s.close())

test('no input to any route is our fault', { timeout: 600_000 }, async () => {
  const people = [s.operator, s.regionalCurator, s.municipalCurator, s.admin, s.principal, s.deputyHead, s.teacher, s.homeroom, s.pupil, s.parent, null]
  const callers = await Promise.all(people.map((one) => s.as(one)))
  const known = [s.id, s.school.region_id, s.school.municipality_id, s.classUnit.id, s.pupil.id, s.teacher.id, s.course.id, s.lesson.id, s.subject.id, s.work.id, s.workType.id, s.stranger.id, s.stranger.pupil.id]
  const faults: string[] = []
  for (const { route } of describedRoutes(s.kit)) {
    if (route.path === '/api/live/poll') continue // waits by design
    await fc.assert(fc.asyncProperty(inputs(route, known), fc.constantFrom(...callers), async (input, caller) => {
      const fault = await faultOf(route, input, caller)
      if (fault) faults.push(fault)
      return fault === null
    }), { numRuns: perRoute, seed: 20261124, endOnFailure: true }).catch(() => {})
  }
  assert.deepEqual(faults, [])
})

interface Fuzzed { params: Record<string, unknown>; query: Record<string, unknown>; body: unknown }

function inputs(route: Route, known: readonly string[]): fc.Arbitrary<Fuzzed> {
  const names = [...route.path.matchAll(/:(\w+)/g)].map((one) => one[1]!)
  const properties = (route.params as { properties?: Schema } | undefined)?.properties ?? {}
  return fc.record({
    params: fc.record(Object.fromEntries(names.map((name) => [name, near(properties[name] ?? { type: 'string' }, known)]))),
    query: route.query ? (good(route.query as unknown as Schema, known) as fc.Arbitrary<Record<string, unknown>>) : fc.constant({}),
    body: route.body ? near(route.body, known) : fc.constant(undefined),
  })
}

async function faultOf(route: Route, { params, query, body }: Fuzzed, caller: TestCaller): Promise<string | null> {
  let url: string
  try {
    url = addressOf(route, { params, query })
  } catch {
    return null // text that no address can carry
  }
  const isText = body !== undefined && (body === null || typeof body !== 'object')
  const answer = await caller.raw(route.method, url, isText ? JSON.stringify(body) : body, isText ? { 'content-type': 'application/json' } : {})
  if (answer.statusCode >= 500 && answer.statusCode !== 503) return `${route.method} ${url.slice(0, 300)} ${JSON.stringify(body)?.slice(0, 400) ?? ''}: ${answer.statusCode}`
  return null
}
