import type { Role } from '@school/contract'
import { assertHarmless, openPool } from './database/pool.ts'
import type { Kit, KitConfig } from './kit.ts'
import { postgresBus } from './live/bus.ts'
import { makeMetrics } from './metrics.ts'
import type { Subsystem } from './subsystem.ts'
import { Worker } from './tasks/worker.ts'

export interface StartKit {
  /** The application's connection string; see `database/pool.ts` for the role it acts as. */
  readonly url: string
  readonly connections: number
  readonly subsystems: readonly Subsystem[]
  readonly config: KitConfig
  readonly clock?: () => Date
  readonly processMetrics?: boolean
}

export interface StartedKit { readonly kit: Kit; readonly worker: Worker; close(): Promise<void> }

/** Opens the database, the bus and the worker of one process; refuses a connection that is too mighty. */
export async function startKit(start: StartKit): Promise<StartedKit> {
  const pool = openPool({ url: start.url, max: start.connections })
  try {
    await assertHarmless(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  const subsystems = start.subsystems.map((room): Subsystem => (room.listenersOf ? { ...room, listeners: [...(room.listeners ?? []), ...room.listenersOf(start.subsystems)] } : room))
  const permissions = subsystems.flatMap((room) => room.permissions ?? [])
  const heard = new Set(subsystems.flatMap((room) => (room.listeners ?? []).map((one) => one.fact)))
  const bus = await postgresBus(start.url, pool)
  let worker: Worker | undefined
  const kit: Kit = {
    pool, bus, clock: start.clock ?? (() => new Date()), metrics: makeMetrics(start.processMetrics ?? false), config: start.config, subsystems, permissions,
    rolesOf: new Map(permissions.map((one) => [one.key, new Set<Role>(one.roles)])),
    heard: (name) => heard.has(name),
    wake: () => worker?.wake(),
  }
  worker = new Worker(kit)
  for (const room of subsystems) await room.ready?.(kit)
  return { kit, worker, async close() { await worker.stop(); await bus.close(); await pool.end() } }
}
