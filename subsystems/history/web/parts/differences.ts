/** One field that differs: its key, what it was and what it became; null where it was not. */
export interface Difference { readonly key: string; readonly was: unknown; readonly became: unknown }

type Flat = ReadonlyMap<string, unknown>

/** Fields of an act that differ between before and after; fields inside fields stand on their own, those that nobody can read are left out. */
export function differencesOf(before: unknown, after: unknown, names: Readonly<Record<string, string>>): Difference[] {
  const [was, became] = [flat(before, names), flat(after, names)]
  const all = [...new Set([...was.keys(), ...became.keys()])]
  return all.map((key) => ({ key, was: was.get(key) ?? null, became: became.get(key) ?? null })).filter((one) => one.was !== one.became)
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const machinery = new Set(['revision', 'basedOn', 'can', 'requestId', 'repeated'])

function flat(value: unknown, names: Readonly<Record<string, string>>, path = ''): Flat {
  const found = new Map<string, unknown>()
  if (Array.isArray(value)) {
    const said = value.map((one) => plainOf(one, names)).filter((one) => one !== null)
    if (said.length > 0) found.set(path, said.join(', '))
  } else if (value !== null && typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) if (!machinery.has(key)) for (const [at, plain] of flat(inner, names, path ? `${path}.${key}` : key)) found.set(at, plain)
  } else {
    const plain = plainOf(value, names)
    if (plain !== null && plain !== '') found.set(path, plain)
  }
  return found
}

/** An id is read by its name or not at all. */
function plainOf(value: unknown, names: Readonly<Record<string, string>>): string | number | boolean | null {
  if (typeof value === 'string') return uuid.test(value) ? names[value] ?? null : value
  return typeof value === 'number' || typeof value === 'boolean' ? value : null
}
