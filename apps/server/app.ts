import { makeApp, startKit, type KitConfig, type StartedKit, type Subsystem } from '@school/server'
import type { FastifyInstance } from 'fastify'
import { subsystems } from './subsystems.ts'

export { subsystems } from './subsystems.ts'

/** Folders with migrations, lower levels first. */
export const migrationFolders = subsystems.map((room) => room.migrations)

export const version = '0.1.0'

export interface Composed extends StartedKit { readonly app: FastifyInstance }

export interface Compose {
  readonly url: string
  readonly connections: number
  readonly config: KitConfig
  readonly clock?: () => Date
  readonly log?: boolean
  readonly trustProxy?: boolean
  readonly uploadBytes?: number
  readonly processMetrics?: boolean
  /** Rooms other than the house's own; tests add theirs. */
  readonly rooms?: readonly Subsystem[]
}

/** The whole server of one process, not listening yet. */
export async function composeApp(compose: Compose): Promise<Composed> {
  const started = await startKit({
    url: compose.url, connections: compose.connections, subsystems: compose.rooms ?? subsystems, config: compose.config,
    ...(compose.clock ? { clock: compose.clock } : {}), processMetrics: compose.processMetrics ?? false,
  })
  try {
    const app = await makeApp(started.kit, { log: compose.log ?? false, version, trustProxy: compose.trustProxy ?? false, uploadBytes: compose.uploadBytes ?? 20 * 1_048_576 })
    return { ...started, app, async close() { await app.close(); await started.close() } }
  } catch (error) {
    await started.close()
    throw error
  }
}
