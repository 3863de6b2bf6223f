import { parseArgs } from 'node:util'

/** Named options of a command; without a required one, or with an unknown one, prints the usage and ends. */
export function readOptions<R extends string, O extends string = never>(usage: string, required: readonly R[], optional: readonly O[] = []): Record<R, string> & Partial<Record<O, string>> {
  const options = Object.fromEntries([...required, ...optional].map((name) => [name, { type: 'string' as const }]))
  try {
    const { values } = parseArgs({ options, allowPositionals: false })
    const missing = required.find((name) => typeof values[name] !== 'string')
    if (missing) throw new Error(`--${missing} is missing`)
    return values as Record<R, string> & Partial<Record<O, string>>
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
    process.exit(2)
  }
}
