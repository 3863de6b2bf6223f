import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../apps/server/config.ts'
import { clusterFrom, Locked, startEmbedded, takeLock } from '../packages/server/database/embedded.ts'
import type { Cluster } from '../packages/server/database/embedded.ts'
import { migrate } from '../packages/server/database/migrate.ts'
import { filesUnder, root } from './files.ts'
import { step } from './say.ts'

/** A migrated database with the configuration that points at it. */
export interface World { readonly config: Config; readonly cluster: Cluster; close(): Promise<void> }

/** Folders with migrations of all rooms. */
export function migrationFolders(): string[] {
  const files = [...filesUnder('subsystems')].filter((path) => /\/server\/migrations\/[^/]+\.sql$/.test(path))
  return [...new Set(files.map((path) => join(root, path, '..')))].sort()
}

/** Takes the data folder for this process, starts or reaches the database and brings it up to date. */
export async function openWorld(read: Config): Promise<World> {
  const dataDir = resolve(root, read.dataDir)
  mkdirSync(dataDir, { recursive: true })
  const lock = lockOf(dataDir)
  let stop = async () => {}
  try {
    const database = await step('database', async (note) => {
      if (read.ownerUrl) return { cluster: clusterFrom(read.ownerUrl), stop }
      const embedded = await startEmbedded({ dataDir: join(dataDir, 'postgres'), log: note })
      note(`PostgreSQL on port ${embedded.port}`)
      return { cluster: embedded, stop: () => embedded.stop() }
    })
    stop = database.stop
    const { cluster } = database
    await step('migrations', async (note) => {
      const applied = await migrate(cluster.url, migrationFolders())
      note(applied.length === 0 ? 'up to date' : `${applied.length} applied`)
    })
    const config = { ...read, dataDir, ownerUrl: cluster.url, appUrl: read.appUrl || cluster.url }
    return { config, cluster, async close() { await stop(); lock.release() } }
  } catch (error) {
    await stop()
    lock.release()
    throw error
  }
}

function lockOf(dataDir: string) {
  try {
    return takeLock(join(dataDir, 'running.lock'))
  } catch (error) {
    if (!(error instanceof Locked)) throw error
    throw new Error(`${dataDir} is in use by process ${error.pid}. Stop it, or start this copy with another DATA_DIR and PORT.`, { cause: error })
  }
}
