import { parseSync, type Plugin } from 'vite'

interface Node { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown }
interface Edit { readonly start: number; readonly end: number; readonly text: string }

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as Node).type === 'string'
const nameOf = (node: unknown) => isNode(node) && (node.type === 'Identifier' ? node['name'] as string : null)
const asked = new Set(['method', 'path'])

/** What the browser never reads of a call in a contract: of a route all but its address, of a fact its shape, of a schema everything. */
function editsOf(call: Node): readonly Edit[] | null {
  const [callee, given] = [call['callee'] as Node, call['arguments'] as readonly Node[]]
  if (callee.type === 'MemberExpression' && nameOf(callee['object']) === 'Type') return [{ start: call.start, end: call.end, text: 'Type' }]
  if (nameOf(callee) === 'fact' && given[1]) return [{ start: given[0]!.end, end: given[1].end, text: '' }]
  if (nameOf(callee) !== 'route' || given[0]?.type !== 'ObjectExpression') return null
  const parts = given[0]['properties'] as readonly Node[]
  return parts.filter((part) => part.type === 'Property' && !asked.has(nameOf(part['key']) || '')).map((part) => ({ start: part.start, end: part.end, text: '' }))
}

function* walk(node: Node): Generator<Edit> {
  const edits = node.type === 'CallExpression' ? editsOf(node) : null
  if (edits) yield* edits
  else for (const value of Object.values(node)) for (const one of [value].flat()) if (isNode(one)) yield* walk(one)
}

/** A contract as the browser needs it: a removed part leaves its comma, which an object takes only once. */
export function lighten(path: string, source: string): string {
  const edits = [...walk(parseSync(path, source).program as unknown as Node)].toSorted((a, b) => a.start - b.start)
  let [light, at] = ['', 0]
  for (const { start, end, text } of edits) {
    light += source.slice(at, start) + text
    at = text === '' && source[end] === ',' ? end + 1 : end
  }
  return light + source.slice(at)
}

/** Takes out of the contracts what only the server reads. */
export function lightContract(): Plugin {
  return { name: 'light-contract', apply: 'build', enforce: 'pre', transform: { filter: { id: /subsystems\/[^/]+\/contract\/[^/]+\.ts$/ }, handler: (code, id) => ({ code: lighten(id, code), map: null }) } }
}
