import type { Route } from '@school/contract'
import { Ajv, type ValidateFunction } from 'ajv'

type Schema = Record<string, unknown>

/** The schema with every object closed, so that a misspelt field is an error and an extra one cannot leave. */
export function strict(schema: unknown): Schema {
  return walk(schema) as Schema
}

function walk(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(walk)
  if (node === null || typeof node !== 'object') return node
  const copy: Schema = {}
  for (const [key, value] of Object.entries(node)) copy[key] = walk(value)
  if (copy['type'] === 'object' && copy['properties'] !== undefined && copy['additionalProperties'] === undefined) copy['additionalProperties'] = false
  return copy
}

/** The validator of inputs: query strings become numbers, bodies are taken as they are, unknown fields are refused. */
export const makeAjv = (coerce: boolean): Ajv =>
  new Ajv({ removeAdditional: false, useDefaults: true, coerceTypes: coerce ? 'array' : false, allErrors: false, strict: false, allowUnionTypes: true })

const checkers = new WeakMap<Route, ValidateFunction>()
const ajv = makeAjv(false)

/** A function that throws when a reply is not what its route promises. */
export function checkerOf(route: Route): (data: unknown) => void {
  let validate = checkers.get(route)
  if (!validate) {
    validate = ajv.compile(strict(route.reply))
    checkers.set(route, validate)
  }
  return (data) => {
    const plain = JSON.parse(JSON.stringify(data ?? null)) as unknown
    if (!validate(plain)) throw new Error(`${route.method} ${route.path} answered outside its contract: ${ajv.errorsText(validate.errors)}`)
  }
}
