import { join, resolve } from 'node:path'
import { readConfig } from '../apps/server/config.ts'
import { Locked, runningUrl, startEmbedded } from '../packages/server/database/embedded.ts'
import { root } from './files.ts'

/** The owner's address of the configured database; the embedded one is started when it does not run yet. */
export async function ownerDatabase(): Promise<{ url: string; stop(): Promise<void> }> {
  const { ownerUrl, dataDir } = readConfig(process.env)
  if (ownerUrl) return { url: ownerUrl, stop: async () => {} }
  const folder = join(resolve(root, dataDir), 'postgres')
  try {
    const server = await startEmbedded({ dataDir: folder })
    return { url: server.url, stop: () => server.stop() }
  } catch (error) {
    if (!(error instanceof Locked)) throw error
    return { url: runningUrl(folder), stop: async () => {} }
  }
}
