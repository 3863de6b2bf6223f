import { newId } from '@school/contract'

type Schema = Record<string, unknown>

/** The smallest value that a schema accepts; ids are fresh unless `known` has one for the name of the field. */
export function sample(schema: unknown, known: Readonly<Record<string, unknown>> = {}, name = ''): unknown {
  const s = schema as Schema
  if (name in known) return known[name]
  if ('const' in s) return s['const']
  if (Array.isArray(s['enum'])) return s['enum'][0]
  const options = (s['anyOf'] ?? s['oneOf']) as Schema[] | undefined
  if (options) return sample(options.find((one) => one['type'] === 'null') ?? options[0], known, name)
  switch (Array.isArray(s['type']) ? s['type'][0] : s['type']) {
    case 'object': return sampleObject(s, known)
    case 'array': return Array.from({ length: (s['minItems'] as number | undefined) ?? 0 }, () => sample(s['items'], known, name.replace(/s$/, '')))
    case 'string': return sampleText(s)
    case 'integer': case 'number': return s['minimum'] ?? 1
    case 'boolean': return false
    case 'null': return null
    default: return {}
  }
}

function sampleObject(s: Schema, known: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const required = new Set((s['required'] as string[] | undefined) ?? [])
  const properties = Object.entries((s['properties'] as Schema | undefined) ?? {})
  return Object.fromEntries(properties.filter(([key]) => required.has(key)).map(([key, inner]) => [key, sample(inner, known, key)]))
}

/** Texts of the shapes the contracts use: ids, days, times, instants, digits. */
function sampleText(s: Schema): string {
  const pattern = (s['pattern'] as string | undefined) ?? ''
  if (pattern.startsWith('^[0-9a-f]{8}-')) return newId()
  if (pattern.startsWith('^\\d{4}-') && pattern.includes('T')) return '2026-10-15T07:30:00Z'
  if (pattern.startsWith('^\\d{4}-')) return '2026-10-12'
  if (pattern.startsWith('^([01]')) return '08:30'
  const digits = /^\^\\d\{(\d+)\}\$$/.exec(pattern)
  if (digits) return '1'.repeat(Number(digits[1]))
  return 'проба'.padEnd((s['minLength'] as number | undefined) ?? 0, 'а').slice(0, (s['maxLength'] as number | undefined) ?? 5)
}
