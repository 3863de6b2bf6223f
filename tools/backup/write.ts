import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { finished } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import type { KeptAudit } from './audit.ts'
import { appliedMigrations, openPlain, sequences, tablesInOrder } from './catalogue.ts'
import type { SavedTable } from './catalogue.ts'
import { copyOut } from './copy.ts'

/** 2 carries what proves the audit; a file of format 1 can still be read. */
export const formatVersion = 2

export interface Summary { readonly tables: number; readonly rows: number; readonly bytes: number }

/** Writes all data as of one moment into one compressed file; people may go on working meanwhile. `audit` was read before: a checkpoint may not be younger than the data. */
export async function writeBackup(url: string, file: string, audit: KeptAudit | null = null, progress: (words: string) => void = () => {}): Promise<Summary> {
  const part = `${file}.part`
  const client = await openPlain(url)
  const gzip = createGzip({ level: 6 })
  const output = createWriteStream(part, { mode: 0o600 })
  const written = finished(gzip.pipe(output))
  written.catch(() => {}) // told below; a full disk must not end the process by itself
  const put = async (data: Buffer | string) => { if (!gzip.write(data)) await Promise.race([once(gzip, 'drain'), written]) }
  try {
    await client.query('begin isolation level repeatable read read only')
    const summary = await writeAll(client, put, audit, progress)
    gzip.end()
    await written
    renameSync(part, file)
    return summary
  } catch (error) {
    output.destroy()
    rmSync(part, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

type Put = (data: Buffer | string) => Promise<void>

async function writeAll(client: pg.Client, put: Put, audit: KeptAudit | null, progress: (words: string) => void): Promise<Summary> {
  const line = (value: unknown) => put(`${JSON.stringify(value)}\n`)
  const tables = await tablesInOrder(client)
  await line({ format: formatVersion, writtenAt: new Date().toISOString(), migrations: await appliedMigrations(client), sequences: await sequences(client), tables: tables.length, audit })
  let rows = 0
  let bytes = 0
  for (const [index, table] of tables.entries()) {
    progress(`${index + 1} of ${tables.length}: ${table.name}`)
    await line({ table: table.name, columns: table.columns })
    const sum = await writeTable(client, table, put)
    await put('\\.\n')
    await line({ rows: sum.rows, sha256: sum.sha256 })
    rows += sum.rows
    bytes += sum.bytes
  }
  await line({ end: true, tables: tables.length, rows })
  return { tables: tables.length, rows, bytes }
}

async function writeTable(client: pg.Client, table: SavedTable, put: Put): Promise<{ rows: number; bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let rows = 0
  let bytes = 0
  for await (const row of copyOut(client, copyText(table, 'to stdout'))) {
    hash.update(row)
    rows++
    bytes += row.length
    await put(row)
  }
  return { rows, bytes, sha256: hash.digest('hex') }
}

/** Checksum of a table as it stands now. */
export async function sumOf(client: pg.Client, table: SavedTable): Promise<{ rows: number; sha256: string }> {
  const { rows, sha256 } = await writeTable(client, table, async () => {})
  return { rows, sha256 }
}

/** Partitioned tables can only be read through a query. */
export function copyText({ name, columns }: SavedTable, direction: 'to stdout' | 'from stdin'): string {
  return direction === 'to stdout' ? `copy (select ${columns.join(', ')} from ${name}) to stdout` : `copy ${name} (${columns.join(', ')}) from stdin`
}
