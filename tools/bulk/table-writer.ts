import type pg from 'pg'
import { copyIn } from '../backup/copy.ts'

export type Value = string | number | boolean | null | readonly string[] | Date | object
export type Row = Record<string, Value>

const escapes: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const flushAt = 4_000_000

/** Collects rows of many tables and COPYs them, parents first in the order in which tables were first named. */
export class TableWriter {
  readonly #client: pg.Client
  readonly #tables = new Map<string, { columns: string[]; lines: string[] }>()
  #size = 0
  written = 0

  constructor(client: pg.Client) { this.#client = client }

  async put(table: string, rows: readonly Row[]): Promise<void> {
    const first = rows[0]
    if (!first) return
    let entry = this.#tables.get(table)
    if (!entry) { entry = { columns: Object.keys(first), lines: [] }; this.#tables.set(table, entry) }
    for (const row of rows) {
      const line = `${entry.columns.map((name) => wire(row[name] ?? null)).join('\t')}\n`
      this.#size += line.length
      entry.lines.push(line)
    }
    if (this.#size > flushAt) await this.flush()
  }

  async flush(): Promise<void> {
    for (const [table, { columns, lines }] of this.#tables) {
      if (lines.length === 0) continue
      const text = lines.join('')
      this.written += lines.length
      lines.length = 0
      await copyIn(this.#client, `copy ${table} (${columns.join(', ')}) from stdin`, (async function* () { yield Buffer.from(text) })())
    }
    this.#size = 0
  }
}

function wire(value: Value): string {
  if (value === null) return '\\N'
  if (typeof value === 'string') return value.replace(/[\\\n\r\t]/g, (sign) => escapes[sign]!)
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) return `{${value.join(',')}}`
  return JSON.stringify(value).replace(/[\\\n\r\t]/g, (sign) => escapes[sign]!)
}
