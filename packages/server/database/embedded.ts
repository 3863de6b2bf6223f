import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, realpathSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { clusterFrom } from './cluster.ts'
import type { Cluster } from './cluster.ts'
import { findPostgres, majorOfCluster, makePrivate, programOf } from './postgres-files.ts'
import { postgresUser } from './postgres-user.ts'
import type { PostgresUser } from './postgres-user.ts'
import { isAlive, Locked, takeLock } from './lock.ts'

export { clusterFrom, Locked, takeLock }
export type { Cluster }

/** A running PostgreSQL of our own. */
export interface Embedded extends Cluster {
  readonly port: number
  /** Stops the server: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  /** Everything lives here: the cluster, its password, its port, its log. */
  readonly dataDir: string
  /** 0 keeps the port of the last start, or finds a free one. */
  readonly port?: number
  readonly log?: (line: string) => void
  /** Server settings such as `{ fsync: 'off' }` for throw-away databases. */
  readonly settings?: Readonly<Record<string, string>>
}

interface Place { readonly dir: string; readonly cluster: string; readonly port: string; readonly password: string; readonly logFile: string }

/** Starts PostgreSQL on a data directory of ours, creating it the first time; listens on this machine only, with a password. */
export async function startEmbedded({ dataDir, port = 0, log = () => {}, settings = {} }: EmbeddedOptions): Promise<Embedded> {
  makePrivate(dataDir)
  const place = placeIn(realpathSync(dataDir))
  const lock = takeLock(join(place.dir, 'launcher.lock'))
  try {
    const user = postgresUser(findPostgres(majorOfCluster(place.cluster)), place.dir)
    if (!existsSync(place.cluster)) await createCluster(user, place, log)
    user.own(place.cluster)
    await stopLeftOver(place, log)
    const started = await startServer(user, place, port, settings)
    const cluster = clusterFrom(addressOf(place, started.port))
    if (!existsSync(join(place.dir, 'ready'))) await createMainDatabase(cluster, place)
    const stop = async () => {
      await started.stop()
      lock.release()
    }
    return { ...cluster, port: started.port, stop }
  } catch (error) {
    lock.release()
    throw error
  }
}

/** Owner address of the server that another process runs on this data directory. */
export function runningUrl(dataDir: string): string {
  const place = placeIn(realpathSync(dataDir))
  return addressOf(place, rememberedPort(place))
}

const addressOf = (place: Place, port: number) => `postgres://school:${readFileSync(place.password, 'utf8').trim()}@127.0.0.1:${port}/school`

const placeIn = (dir: string): Place =>
  ({ dir, cluster: join(dir, 'cluster'), port: join(dir, 'port'), password: join(dir, 'owner-password'), logFile: join(dir, 'postgres.log') })

async function createMainDatabase(cluster: Cluster, place: Place): Promise<void> {
  if (!(await cluster.hasDatabase('school'))) await cluster.createDatabase('school')
  writeFileSync(join(place.dir, 'ready'), '')
}

/** `initdb` writes beside the final place, so that one interrupted half-way leaves nothing to trip over. */
async function createCluster(user: PostgresUser, place: Place, log: (line: string) => void): Promise<void> {
  log(`creating a PostgreSQL ${user.files.major} data directory`)
  const password = randomBytes(24).toString('base64url')
  const part = join(place.dir, 'cluster.part')
  const passwordForInit = join(part, '..', 'initdb-password')
  rmSync(part, { recursive: true, force: true })
  rmSync(passwordForInit, { force: true })
  makePrivate(part)
  writeFileSync(passwordForInit, password, { mode: 0o600 })
  user.own(part)
  user.own(passwordForInit)
  const [program, args] = user.line(programOf(user.files, 'initdb'), [
    '-D', part, '-U', 'school', '--auth=scram-sha-256', `--pwfile=${passwordForInit}`, '--encoding=UTF8', '--no-sync', ...localeOf(user.files.major),
  ])
  const done = spawnSync(program, args, { ...user.spawn, cwd: '/', env: environment(), encoding: 'utf8' })
  rmSync(passwordForInit, { force: true })
  if (done.status !== 0) throw new Error(`initdb failed: ${done.error?.message ?? ''}${done.stdout ?? ''}${done.stderr ?? ''}`)
  rmSync(place.password, { force: true })
  writeFileSync(place.password, password, { mode: 0o600 })
  renameSync(part, place.cluster)
}

function localeOf(major: number): string[] {
  const ofSystem = { darwin: 'en_US.UTF-8', win32: 'en-US' }[process.platform as string] ?? 'C.UTF-8'
  return major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', `--locale=${ofSystem}`] : ['--locale-provider=libc', `--locale=${ofSystem}`]
}

/** Without a real home directory libpq does not look for root's certificates. */
const environment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, TZ: 'UTC', LC_MESSAGES: 'C', HOME: '/nonexistent' })

/** A server whose launcher was killed may still run on this directory, or have left its lock file. */
async function stopLeftOver(place: Place, log: (line: string) => void): Promise<void> {
  const file = join(place.cluster, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (pid > 0 && isAlive(pid) && runsOn(pid, place.cluster)) {
    log(`stopping the PostgreSQL left from an earlier start (process ${pid})`)
    await end(pid)
  }
  rmSync(file, { force: true })
}

function runsOn(pid: number, cluster: string): boolean {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster
    } catch {
      return false
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.includes(cluster) ?? false
}

/** SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one. */
async function end(pid: number): Promise<void> {
  for (const [signal, patience] of [['SIGINT', 20_000], ['SIGQUIT', 5_000], ['SIGKILL', 5_000]] as const) {
    if (!isAlive(pid)) return
    process.kill(pid, signal)
    for (const until = performance.now() + patience; performance.now() < until && isAlive(pid);) await sleep(10)
  }
}

interface Started { readonly port: number; stop(): Promise<void> }

async function startServer(user: PostgresUser, place: Place, wantedPort: number, settings: Readonly<Record<string, string>>): Promise<Started> {
  let trouble = ''
  for (let attempt = 0; attempt < 20; attempt++) {
    const port = wantedPort > 0 ? wantedPort : await freePort(attempt === 0 ? rememberedPort(place) : 0)
    const server = launch(user, place, port, settings)
    if (await isReady(server, place)) {
      writeFileSync(place.port, String(port))
      return { port, stop: server.stop }
    }
    trouble = readFileSync(place.logFile, 'utf8').slice(server.logFrom)
    // Children of a killed server need a moment to notice; a port can be taken between our look and the bind.
    const passing = /shared memory block|in use|could not bind/i.test(trouble)
    if (!passing || (wantedPort > 0 && /could not bind/.test(trouble))) break
    await sleep(250)
  }
  throw new Error(`PostgreSQL did not start (${place.logFile}):\n${trouble.trim().split('\n').slice(-8).join('\n')}`)
}

interface Launched { readonly pid: number; readonly logFrom: number; hasExited(): boolean; stop(): Promise<void> }

function launch(user: PostgresUser, place: Place, port: number, settings: Readonly<Record<string, string>>): Launched {
  if (existsSync(place.logFile) && statSync(place.logFile).size > 5_000_000) truncateSync(place.logFile)
  const logFrom = existsSync(place.logFile) ? statSync(place.logFile).size : 0
  const output = openSync(place.logFile, 'a', 0o600)
  const all = { listen_addresses: '127.0.0.1', port: String(port), unix_socket_directories: '', max_connections: '200', ...settings }
  const [program, args] = user.line(programOf(user.files, 'postgres'), ['-D', place.cluster, ...Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`])])
  // Detached: Ctrl+C in a terminal must reach us first, so that the application closes before its database.
  const child = spawn(program, args, { ...user.spawn, cwd: '/', env: environment(), detached: true, stdio: ['ignore', output, output] })
  closeSync(output)
  let exited = false
  const gone = new Promise<void>((resolve) => {
    child.once('error', () => { exited = true; resolve() })
    child.once('exit', () => { exited = true; resolve() })
  })
  child.unref()
  const pid = child.pid ?? 0
  const watch = watchOver(user, place, pid)
  const stop = async () => {
    watch?.kill('SIGKILL')
    if (pid > 0 && !exited) await end(pid)
    await gone
  }
  return { pid, logFrom, hasExited: () => exited, stop }
}

/** A pipe from us to a tiny shell closes when we die, however we die; the shell then stops the server. */
function watchOver(user: PostgresUser, place: Place, pid: number) {
  if (process.platform === 'win32' || pid === 0) return null
  const script = 'cat >/dev/null; [ "$(head -n 1 "$1/postmaster.pid" 2>/dev/null)" = "$2" ] && kill -INT "$2"'
  const watch = spawn('/bin/sh', ['-c', script, 'sh', place.cluster, String(pid)], {
    ...user.spawn, cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'],
  })
  watch.on('error', () => {}) // no shell: the next start finds and stops the server
  watch.stdin.on('error', () => {})
  watch.unref()
  ;(watch.stdin as unknown as { unref(): void }).unref()
  return watch
}

async function isReady(server: Launched, place: Place): Promise<boolean> {
  const file = join(place.cluster, 'postmaster.pid')
  for (const until = performance.now() + 60_000; performance.now() < until;) {
    if (server.hasExited()) return false
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    if (lines[0] === String(server.pid) && lines[7]?.trim() === 'ready') return true
    await sleep(10)
  }
  await server.stop()
  return false
}

const rememberedPort = (place: Place) => (existsSync(place.port) ? Number(readFileSync(place.port, 'utf8')) || 0 : 0)

async function freePort(preferred: number): Promise<number> {
  return (await boundPort(preferred)) ?? (await boundPort(0)) ?? Promise.reject(new Error('no free port'))
}

const boundPort = (port: number) =>
  new Promise<number | null>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(null))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null))
    })
  })
