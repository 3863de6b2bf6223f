import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Config } from '../apps/server/config.ts'
import { root } from './files.ts'

/** Builds the rest of the demo country in a process of its own, at low priority, while the server answers; returns how to end it. */
export function finishDemoBeside(config: Config): () => Promise<void> {
  const child = spawn(process.execPath, [join(root, 'tools/demo-rest.ts')], {
    cwd: root, stdio: ['pipe', 'inherit', 'inherit'], env: { ...process.env, DATABASE_URL: config.ownerUrl, APP_DATABASE_URL: config.appUrl, DATA_DIR: config.dataDir },
  })
  child.on('error', (error) => console.error(`  demo country: ${error.message}`))
  return async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    child.kill('SIGKILL') // a chapter is told whole or again
    await once(child, 'exit')
  }
}
