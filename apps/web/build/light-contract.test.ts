import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lighten } from './light-contract.ts'

test('a route keeps its address, a fact its name; schemas stay out', () => {
  const source = `import { Type } from 'typebox'
export const Mark = Type.Object({ value: Type.String(), ...Other.properties }, { title: 'x' })
export const put = route({
  method: 'PUT', path: '/api/x/:id', summary: 'Puts, (or not)', access: { permission: 'a.b.c' }, ...shared,
  body: Type.Object({ value: Type.Optional(Mark) }), reply: Done,
})
export const happened = fact('a.b.happened', Type.Object({ id: Id }))
export const place = slot<{ id: string }>('a.place')
export const half = (n: number): number => Math.max(n, 2) / 2
`
  const light = lighten('contract/marks.ts', source)
  assert.match(light, /Mark = Type\n/)
  assert.match(light, /happened = fact\('a\.b\.happened'\)/)
  assert.match(light, /place = slot<\{ id: string \}>\('a\.place'\)/)
  assert.match(light, /Math\.max\(n, 2\) \/ 2/)
  assert.doesNotMatch(light, /summary|permission|Optional|Done/)
  assert.equal(/put = route\((\{[^]*?\})\)/.exec(light)?.[1]?.replace(/\s+/g, ' '), "{ method: 'PUT', path: '/api/x/:id', ...shared, }")
})
