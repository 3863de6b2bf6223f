import type { Permission, Role } from '@school/contract'
import type { Pool, PoolClient } from 'pg'
import { nobody, type Actor } from './actor.ts'
import type { Bus } from './live/bus.ts'
import type { Metrics } from './metrics.ts'
import type { Subsystem } from './subsystem.ts'
import { Read, Work, beginText, type Announced } from './work.ts'

export interface KitConfig {
  /** Origins from which unsafe requests and sockets are accepted. */
  readonly origins: readonly string[]
  readonly production: boolean
  /** Tests hold every reply to its schema. */
  readonly checkReplies: boolean
  readonly rateLimits: boolean
}

/** What the kit shares inside one process. */
export interface Kit {
  readonly pool: Pool
  readonly clock: () => Date
  readonly bus: Bus
  readonly metrics: Metrics
  readonly config: KitConfig
  readonly subsystems: readonly Subsystem[]
  /** Which roles hold a permission. */
  readonly rolesOf: ReadonlyMap<string, ReadonlySet<Role>>
  readonly permissions: readonly Permission[]
  readonly heard: (factName: string) => boolean
  /** Wakes the worker of this process. */
  wake(): void
}

export interface Scope { readonly by?: Actor; readonly schoolId?: string | null; readonly requestId?: string }

/** Runs a reading transaction. */
export async function reading<T>(kit: Kit, scope: Scope, run: (read: Read) => Promise<T>): Promise<T> {
  const client = await kit.pool.connect()
  const schoolId = scope.schoolId ?? null
  const begun = begin(client, schoolId, true)
  try {
    const read = new Read({ client, by: scope.by ?? nobody, now: kit.clock(), schoolId, requestId: scope.requestId ?? '' })
    const result = await run(read)
    await begun
    // The reply need not wait for the end of a transaction that changed nothing.
    client.query('commit').then(() => client.release(), (error: Error) => client.release(error))
    return result
  } catch (error) {
    await abandon(client, begun)
    throw error
  }
}

export interface Written<T> { readonly result: T; readonly announced: readonly Announced[] }

/** What PostgreSQL says of an act that would succeed if it were done again: its ground moved, or it met another one head on. */
const again = new Set(['40001', '40P01'])
const mostTries = 5

/**
 * Runs a writing transaction: commits what it did together with its traces and tasks, then nudges those who listen.
 * An act whose ground moved under it is done again from the start, so `run` must do nothing outside its transaction.
 */
export async function writing<T>(kit: Kit, scope: Scope, run: (work: Work) => Promise<T>, mustAudit?: string): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await writeOnce(kit, scope, run, mustAudit)
    } catch (error) {
      if (tries === mostTries || !again.has((error as { code?: string }).code ?? '')) throw error
    }
  }
}

async function writeOnce<T>(kit: Kit, scope: Scope, run: (work: Work) => Promise<T>, mustAudit: string | undefined): Promise<T> {
  const client = await kit.pool.connect()
  const schoolId = scope.schoolId ?? null
  const begun = begin(client, schoolId, false)
  const work = new Work({ client, by: scope.by ?? nobody, now: kit.clock(), schoolId, requestId: scope.requestId ?? '' }, kit.heard)
  let result: T
  try {
    result = await run(work)
    await begun
    if (mustAudit !== undefined && work.audited === 0) throw new Error(`${mustAudit} left no audit trace`)
    if (!work.over) await conclude(client, work)
  } catch (error) {
    await abandon(client, begun)
    throw work.refusal ?? error
  }
  client.release()
  if (work.announced.length > 0) kit.bus.publish(work.announced)
  if (work.tasks > 0) kit.wake()
  return result
}

async function conclude(client: PoolClient, work: Work): Promise<void> {
  const flushed = work.flush()
  flushed.catch(() => {})
  const committed = client.query('commit') // sent with the traces in one packet; it rolls back if they failed
  committed.catch(() => {})
  await flushed
  const tag = await committed
  if ((tag as { command?: string }).command === 'ROLLBACK') throw new Error('the transaction was rolled back')
}

function begin(client: PoolClient, schoolId: string | null, readOnly: boolean): Promise<unknown> {
  let text: string
  try {
    text = beginText(schoolId, readOnly)
  } catch (error) {
    client.release()
    throw error
  }
  const begun = client.query(text)
  begun.catch(() => {}) // told by the first statement that follows
  return begun
}

async function abandon(client: PoolClient, begun: Promise<unknown>): Promise<void> {
  try {
    await begun
    await client.query('rollback')
    client.release()
  } catch (error) {
    client.release(error instanceof Error ? error : true)
  }
}
