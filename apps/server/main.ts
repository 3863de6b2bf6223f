import { checkpoint, checkpointKey, seal, type Kit } from '@school/server'
import { composeApp, type Composed } from './app.ts'
import type { Config } from './config.ts'
import { connectIdentity } from './esia.ts'
import { connectFiles, keepContentApart } from './files.ts'
import { connectPush } from './push.ts'
import { connectReports } from './seal.ts'
import { serveMetrics } from './metrics.ts'
import { serveWeb } from './web.ts'

export interface Running { readonly url: string; readonly composed: Composed; close(): Promise<void> }

const sealMs = 1500
const checkpointMs = 600_000

/** Starts the server on its configured port: application, worker, sealer; the database must be migrated. A story gives its own clock. */
export async function startServer(config: Config, clock?: () => Date): Promise<Running> {
  connectFiles(config)
  const composed = await composeApp({
    ...(clock ? { clock } : {}),
    url: config.appUrl, connections: config.connections, log: config.log, trustProxy: config.trustProxy, uploadBytes: config.uploadBytes, processMetrics: true,
    config: { origins: originsOf(config), production: config.production, checkReplies: false, rateLimits: true },
  })
  await connectIdentity(composed.kit, config)
  connectReports(config)
  connectPush(config)
  keepContentApart(composed.app, config)
  serveMetrics(composed.app, composed.kit, config.metricsToken)
  await serveWeb(composed.app)
  await composed.app.listen({ port: config.port, host: config.host })
  composed.worker.start()
  const stopSealing = await keepSealing(composed.kit, config.dataDir)
  return {
    url: config.publicUrl, composed,
    async close() {
      await stopSealing()
      await composed.close()
    },
  }
}

function originsOf(config: Config): string[] {
  const local = config.production ? [] : [`http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`]
  return [...new Set([config.publicUrl, ...local])]
}

async function keepSealing(kit: Kit, dataDir: string): Promise<() => Promise<void>> {
  const key = await checkpointKey(dataDir)
  let turn: Promise<unknown> = Promise.resolve()
  const sealNow = () => { turn = turn.then(() => seal(kit)).catch(() => {}) }
  const sealing = setInterval(sealNow, sealMs)
  const signing = setInterval(() => { turn = turn.then(() => checkpoint(kit, dataDir, key)).catch(() => {}) }, checkpointMs)
  return async () => {
    clearInterval(sealing)
    clearInterval(signing)
    sealNow()
    turn = turn.then(() => checkpoint(kit, dataDir, key)).catch(() => {})
    await turn
  }
}
