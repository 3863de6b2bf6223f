import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { readConfig } from '../apps/server/config.ts'
import type { Config } from '../apps/server/config.ts'
import { root } from './files.ts'
import { piece } from './pieces.ts'
import type { DemoPiece, StandPiece } from './pieces.ts'
import { onStop, step } from './say.ts'
import { openWorld } from './world.ts'

const webPort = 5173

/** Variables with which a child reads the same configuration. */
const environmentOf = (config: Config): NodeJS.ProcessEnv => ({
  ...process.env, PORT: String(config.port), DATA_DIR: config.dataDir, DATABASE_URL: config.ownerUrl, APP_DATABASE_URL: config.appUrl, PUBLIC_URL: config.publicUrl,
  ESIA_URL: config.esia.url, ESIA_CLIENT_ID: config.esia.clientId, ESIA_KEY_FILE: config.esia.keyFile, ESIA_CERTIFICATE_FILE: config.esia.certificateFile, ESIA_TRUSTED_FILES: config.esia.trustedFiles.join(','),
  SCHOOL_API: `http://127.0.0.1:${config.port}`, LOG: process.env['LOG'] ?? '1',
})

const child = (script: string, nodeArgs: readonly string[], args: readonly string[], env: NodeJS.ProcessEnv) =>
  spawn(process.execPath, [...nodeArgs, join(root, script), ...args], { cwd: root, env, stdio: 'inherit', detached: process.platform !== 'win32' })

const ended = (one: ChildProcess) => new Promise<void>((resolve) => {
  if (one.exitCode !== null || one.signalCode !== null) return resolve()
  one.once('exit', () => resolve())
  one.kill('SIGTERM')
})

const world = await openWorld(readConfig({ PUBLIC_URL: `http://localhost:${webPort}`, ...process.env }))
const demo = await piece<DemoPiece>('apps/server/demo.ts')
if (demo) await step('demo country', (note) => demo.buildDemo(world.config, note))
const stand = await piece<StandPiece>('apps/server/stand.ts')
const running = stand && !world.config.esia.url ? await step('ЕСИА stand', () => stand.openStand(world.config)) : null
const env = environmentOf(running?.config ?? world.config)
const watched = ['apps/server', 'packages', 'subsystems'].map((folder) => `--watch-path=${join(root, folder)}`)
const children = [
  child('tools/serve.ts', process.platform === 'linux' ? ['--watch', '--watch-preserve-output'] : ['--watch-preserve-output', ...watched], [], env),
  child('node_modules/vite/bin/vite.js', [], ['apps/web', '--clearScreen', 'false'], env),
]
console.log(`\n  http://localhost:${webPort} follows every saved file; Ctrl+C stops everything\n`)
onStop(async () => {
  await Promise.all(children.map(ended))
  await running?.close()
  await world.close()
})
