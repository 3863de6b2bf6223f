import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { clusterFrom, startEmbedded } from '../packages/server/database/embedded.ts'
import type { Cluster } from '../packages/server/database/embedded.ts'

const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '300' }

/** A server for throw-away databases: the one that `address` names, or one of our own that is deleted afterwards. */
export async function scratchCluster(address: string | undefined): Promise<{ cluster: Cluster; stop(): Promise<void> }> {
  if (address) return { cluster: clusterFrom(address), stop: async () => {} }
  const dataDir = mkdtempSync(join(tmpdir(), 'school-scratch-'))
  chmodSync(dataDir, 0o711)
  const clean = () => rmSync(dataDir, { recursive: true, force: true })
  try {
    const server = await startEmbedded({ dataDir, settings: careless })
    return { cluster: server, async stop() { await server.stop(); clean() } }
  } catch (error) {
    clean()
    throw error
  }
}

/** A new empty database on that server, dropped after `use`. */
export async function withScratchDatabase<T>(use: (url: string) => Promise<T>): Promise<T> {
  const { cluster, stop } = await scratchCluster(process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'])
  const name = `school_scratch_${process.pid}_${Date.now().toString(36)}`
  try {
    return await use(await cluster.createDatabase(name))
  } finally {
    await cluster.dropDatabase(name)
    await stop()
  }
}
