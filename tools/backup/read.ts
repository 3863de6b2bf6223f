import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type pg from 'pg'
import { migrate } from '../../packages/server/database/migrate.ts'
import { openKey, putAudit, refuseUnlessFree, type KeptAudit } from './audit.ts'
import { appliedMigrations, openPlain, sequences, tablesInOrder } from './catalogue.ts'
import type { SavedMigration, SavedSequence, SavedTable } from './catalogue.ts'
import { copyIn } from './copy.ts'
import { copyText, formatVersion, sumOf } from './write.ts'

interface Header { readonly format: number; readonly writtenAt: string; readonly migrations: readonly SavedMigration[]; readonly sequences: readonly SavedSequence[]; readonly tables: number; readonly audit?: KeptAudit | null }

export interface Restored { readonly tables: number; readonly rows: number; readonly writtenAt: string; readonly audit: 'absent' | 'withKey' | 'withoutKey' }
/** Where the checkpoints of the audit go, and what opens the key that signs them. */
export interface AuditTarget { readonly dataDir: string; readonly passphrase: string | null }

/** Reads a backup into an empty database: migrations up to the recorded ones, data in the order of foreign keys, then every table is compared with its checksum. */
export async function readBackup(file: string, url: string, folders: readonly string[], target: AuditTarget | null = null, progress: (words: string) => void = () => {}): Promise<Restored> {
  const lines = new Lines(file)
  const header = await lines.json<Header>()
  if (header.format !== formatVersion && header.format !== 1) throw new Error(`${file} has format ${header.format}; this version reads ${formatVersion}`)
  const audit = target && header.audit ? header.audit : null
  const key = audit && target ? openKey(audit, target.passphrase) : null
  if (audit && target) refuseUnlessFree(target.dataDir)
  await refuseUnlessEmpty(url)
  progress('migrations')
  const last = header.migrations.at(-1)?.name
  if (last !== undefined) await migrate(url, folders, last)
  const client = await openPlain(url)
  try {
    await compareMigrations(client, header.migrations)
    await client.query('begin')
    const restored = await fill(client, lines, header, progress)
    if (audit && target) putAudit(target.dataDir, audit, key)
    await client.query('commit')
    await client.query('analyze')
    return { ...restored, writtenAt: header.writtenAt, audit: audit === null ? 'absent' : key === null ? 'withoutKey' : 'withKey' }
  } finally {
    lines.close()
    await client.end()
  }
}

async function refuseUnlessEmpty(url: string): Promise<void> {
  const client = await openPlain(url)
  try {
    const tables = await tablesInOrder(client)
    if (tables.length > 0) throw new Error(`the database is not empty (${tables.length} tables, first ${tables[0]?.name}); restore goes into an empty one`)
  } finally {
    await client.end()
  }
}

async function compareMigrations(client: pg.Client, saved: readonly SavedMigration[]): Promise<void> {
  const now = await appliedMigrations(client)
  const hashes = new Map(now.map((one) => [one.name, one.hash]))
  const wrong = saved.find((one) => hashes.get(one.name) !== one.hash) ?? now.find((one) => !saved.some((other) => other.name === one.name))
  if (wrong) throw new Error(`migration ${wrong.name} differs from the one the backup was made with; use the version of the project that made it`)
}

async function fill(client: pg.Client, lines: Lines, header: Header, progress: (words: string) => void): Promise<{ tables: number; rows: number }> {
  const expected = new Map((await tablesInOrder(client)).map((table) => [table.name, table]))
  // Migrations may have put first rows into lists; the backup has them too.
  if (expected.size > 0) await client.query(`truncate ${[...expected.keys()].join(', ')}`)
  let rows = 0
  for (let index = 0; index < header.tables; index++) {
    const { table: name, columns } = await lines.json<{ table: string; columns: string[] }>()
    if (!expected.delete(name)) throw new Error(`the backup has the table ${name}, which the migrations do not make`)
    const table: SavedTable = { name, columns }
    progress(`${index + 1} of ${header.tables}: ${name}`)
    await copyIn(client, copyText(table, 'from stdin'), lines.rows())
    const saved = await lines.json<{ rows: number; sha256: string }>()
    const now = await sumOf(client, table)
    if (now.rows !== saved.rows || now.sha256 !== saved.sha256) throw new Error(`${name} came back different: ${now.rows} rows instead of ${saved.rows}, or other content`)
    rows += saved.rows
  }
  if (expected.size > 0) throw new Error(`the backup lacks the table ${[...expected.keys()][0]}`)
  const end = await lines.json<{ end?: boolean; rows: number }>()
  if (end.end !== true || end.rows !== rows) throw new Error('the backup file has no proper end')
  await setSequences(client, header.sequences)
  return { tables: header.tables, rows }
}

async function setSequences(client: pg.Client, saved: readonly SavedSequence[]): Promise<void> {
  for (const { name, value, called } of saved) await client.query('select setval($1::regclass, $2::bigint, $3)', [name, value, called])
  const now = new Map((await sequences(client)).map((one) => [one.name, one.value]))
  const wrong = saved.find((one) => now.get(one.name) !== one.value)
  if (wrong) throw new Error(`the sequence ${wrong.name} did not take its value`)
}

const batchBytes = 65_536
const endOfRows = Buffer.from('\\.\n')

/** The lines of a compressed file, read on demand. */
class Lines {
  readonly #chunks: AsyncIterator<Buffer>
  readonly #file: string
  readonly #close: () => void
  #buffer: Buffer = Buffer.alloc(0)

  constructor(file: string) {
    const source = createReadStream(file)
    const plain = createGunzip()
    source.on('error', (error) => plain.destroy(error))
    this.#chunks = source.pipe(plain)[Symbol.asyncIterator]() as AsyncIterator<Buffer>
    this.#file = file
    this.#close = () => { source.destroy(); plain.destroy() }
  }

  close(): void { this.#close() }

  async json<T>(): Promise<T> {
    return JSON.parse((await this.#line()).toString('utf8')) as T
  }

  /** Rows of one table in batches, up to the mark that ends them. */
  async *rows(): AsyncGenerator<Buffer> {
    let batch: Buffer[] = []
    let bytes = 0
    for (let line = await this.#line(); !line.equals(endOfRows); line = await this.#line()) {
      batch.push(line)
      bytes += line.length
      if (bytes < batchBytes) continue
      yield Buffer.concat(batch)
      batch = []
      bytes = 0
    }
    if (bytes > 0) yield Buffer.concat(batch)
  }

  async #line(): Promise<Buffer> {
    let searched = 0
    while (true) {
      const at = this.#buffer.indexOf(10, searched)
      if (at >= 0) {
        const line = this.#buffer.subarray(0, at + 1)
        this.#buffer = this.#buffer.subarray(at + 1)
        return line
      }
      searched = this.#buffer.length
      const next = await this.#chunks.next().catch((cause: unknown) => { throw new Error(`${this.#file} is damaged or cut off`, { cause }) })
      if (next.done) throw new Error(`${this.#file} ends too early`)
      this.#buffer = searched === 0 ? next.value : Buffer.concat([this.#buffer, next.value])
    }
  }
}
