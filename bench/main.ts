import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded, type Embedded } from '../packages/server/database/embedded.ts'
import { root } from '../tools/files.ts'
import { startChild, type Child } from './child.ts'
import { clockWith, lagFrom } from './clock.ts'
import { openLoop, type LiveFigures } from './live.ts'
import { bodyOf } from './load.ts'
import { alone, alternate, journey, type Figures, type Probe } from './measure.ts'
import { report, type Answer, type Cold, type Grown, type Results } from './report.ts'
import { casesFor, type Case } from './shots.ts'
import { openStand, signInLoop } from './sign-in.ts'
import { addSchools, connected, migrateAll, postmasterOf, takeAim, type Targets } from './world.ts'

const smoke = process.argv.includes('--smoke')
const grow = process.argv.includes('--grow')
const sizes = smoke ? [10] : grow ? [40, 200, 400] : [200]
const main = smoke ? 10 : 200
const [seconds, rounds] = smoke ? [0.3, 1] : [2, 2]

const dir = mkdtempSync(join(tmpdir(), 'school-bench-'))
chmodSync(dir, 0o711)
const dataDir = join(dir, 'postgres')
const lag = lagFrom(Date.now())
const startedAt = performance.now()
const say = (words: string) => console.log(`${String(Math.round((performance.now() - startedAt) / 1000)).padStart(4)} s  ${words}`)

const careful = { fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', shared_buffers: '512MB', max_wal_size: '4GB', max_connections: '100' }
const openDatabase = async (): Promise<{ database: Embedded; statistics: boolean }> => {
  try {
    return { database: await startEmbedded({ dataDir, settings: { ...careful, shared_preload_libraries: 'pg_stat_statements' } }), statistics: true }
  } catch {
    return { database: await startEmbedded({ dataDir, settings: careful }), statistics: false }
  }
}
const openOurs = (url: string, echo: boolean, stand = '') => startChild('server.ts', { BENCH_ESIA: stand, BENCH_URL: url, BENCH_LAG: String(lag), BENCH_ECHO: echo ? '1' : '0', BENCH_DIR: dir })
const openFloor = (url: string) => startChild('floor/server.ts', { BENCH_URL: url, BENCH_LAG: String(lag) })

let places = 0
let { database, statistics } = await openDatabase()
const children: Child[] = []
try {
  await run()
} finally {
  for (const child of children) await child.stop()
  await database.stop()
  rmSync(dir, { recursive: true, force: true })
}

async function run(): Promise<void> {
  await migrateAll(database.url)
  const grown: Grown[] = []
  let targets: Targets | undefined
  let results: Results | undefined
  let loaded = 0
  for (const size of sizes) {
    const { schools, marks } = await addSchools(database.url, size - loaded, loaded + 1)
    loaded = size
    say(`${size} schools, ${marks} marks`)
    targets ??= await takeAim(database.url, schools, clockWith(lag)(), 240)
    const probe = await probeOf()
    if (grow) grown.push({ schools: size, marks, figures: await sizeOf(probe, targets) })
    if (size === main) results = await measureAll(probe, targets, size, marks)
    await probe.owner.end()
    if (results && !smoke) write({ ...results, grown })
  }
  if (smoke) console.log('smoke: every case answered, the floor with the same bytes or as many; nothing was written')
}

function write(results: Results): void {
  mkdirSync(join(root, 'docs/generated'), { recursive: true })
  writeFileSync(join(root, 'docs/generated/bench.md'), report(results))
  say('docs/generated/bench.md is written')
}

async function probeOf(): Promise<Probe> {
  const owner = await connected(database.url)
  if (statistics) await owner.query('create extension if not exists pg_stat_statements')
  return { owner, postmaster: postmasterOf(dataDir), statistics }
}

/** Cases whose marks go to places that no earlier call used. */
function freshCases(targets: Targets): Case[] {
  const kept = targets.places.slice(places)
  const cases = casesFor({ ...targets, places: kept })
  return cases.map((one) => (one.name === 'put' ? { ...one, shot: (n) => { places++; return one.shot(n) } } : one))
}

/** The cost of a request of ours while the tables grow. */
async function sizeOf(probe: Probe, targets: Targets): Promise<Record<string, Figures>> {
  const ours = await openOurs(database.url, false)
  children.push(ours)
  const made: Record<string, Figures> = {}
  for (const one of freshCases(targets).filter((each) => each.floor)) {
    await alone(probe, ours, 8, 1, one.shot)
    made[one.name] = await alone(probe, ours, 16, seconds, one.shot)
  }
  await ours.stop()
  children.splice(children.indexOf(ours), 1)
  return made
}

async function measureAll(before: Probe, targets: Targets, schools: number, marks: number): Promise<Results> {
  await before.owner.query('checkpoint')
  await database.stop()
  ;({ database, statistics } = await openDatabase())
  const probe = await probeOf()
  const [ours, floor] = [await openOurs(database.url, false), await openFloor(database.url)]
  children.push(ours, floor)
  const cases = freshCases(targets)
  const cold: Cold[] = []
  for (const one of cases) cold.push({ name: one.name, ours: await bodyOf(ours.base, one.shot(1)), floor: one.floor ? await bodyOf(floor.base, one.shot(1)) : null })
  const answers = cold.map(sameAnswer)
  const warm: Results['warm'] = []
  for (const one of cases) {
    const servers = one.floor ? [ours, floor] : [ours]
    await alternate(probe, servers, 16, smoke ? 0.2 : 1.5, 1, one.shot)
    for (const connections of [1, 16, 64]) {
      const [mine, least] = await alternate(probe, servers, connections, seconds, rounds, one.shot)
      warm.push({ name: one.name, title: one.title, connections, ours: mine!, floor: least ?? null })
    }
    say(`${one.title}: measured`)
  }
  await ours.stop()
  await floor.stop()
  children.length = 0
  const signIns = await signInsOf(probe, targets)
  const { echo, live } = await withEchoes(probe, targets)
  await probe.owner.end()
  return { schools, marks, statistics, seconds, rounds, cold, answers, warm, signIns, echo, live, grown: [] }
}

/** Parents whom no other case needs (a sixth session ends the first) signing in through a stand of ЕСИА: what our own two answers cost, from the click to the session. */
async function signInsOf(probe: Probe, targets: Targets): Promise<Results['signIns']> {
  const stand = await openStand(database.url, targets.families.slice(-240), clockWith(lag), dir)
  const ours = await openOurs(database.url, false, stand.env)
  children.push(ours)
  await signInLoop(ours.base, stand, 8, smoke ? 0.5 : 3)
  const made: { connections: number; figures: Figures }[] = []
  for (const connections of [1, 16]) made.push({ connections, figures: await journey(probe, ours, () => signInLoop(ours.base, stand, connections, seconds * rounds)) })
  await ours.stop()
  await stand.close()
  children.length = 0
  say('sign-in: measured')
  return made
}

/** Marks again, now with everything that follows them: notices, statistics, sealing; then at a fixed pace to open pages. */
async function withEchoes(probe: Probe, targets: Targets): Promise<{ echo: Figures; live: LiveFigures }> {
  await probe.owner.query('truncate kit.task')
  const ours = await openOurs(database.url, true)
  children.push(ours)
  const drained = async () => {
    for (const until = performance.now() + 120_000; performance.now() < until; await new Promise((done) => setTimeout(done, 100))) {
      if ((await probe.owner.query('select 1 from kit.task where run_at <= $1 and not dead limit 1', [clockWith(lag)()])).rowCount === 0) return
    }
    const { rows } = await probe.owner.query('select name, count(*)::int as tasks, max(attempts) as attempts, max(error) as error from kit.task group by name')
    throw new Error(`the queue did not empty within two minutes: ${JSON.stringify(rows)}`)
  }
  const put = freshCases(targets).find((one) => one.name === 'put')!
  await alone(probe, ours, 16, smoke ? 0.3 : 1, put.shot, drained)
  const echo = await alone(probe, ours, 16, seconds, put.shot, drained)
  if (statistics) for (const line of await dearest(probe)) say(line)
  const live = await openLoop(ours.base, targets, targets.livePlaces, 200, smoke ? 3 : 20)
  if (live.heard < live.sent) throw new Error(`${live.sent - live.heard} marks never reached their parents' pages`)
  await drained()
  await ours.stop()
  children.length = 0
  say('marks with their echoes: measured')
  return { echo, live }
}

/** The statements of the last slice on which the database spent most, for whoever wants to make them cheaper. */
async function dearest(probe: Probe): Promise<string[]> {
  const { rows } = await probe.owner.query<{ line: string }>(`select calls || ' calls, ' || round(total_exec_time::numeric, 0) || ' ms: ' || left(regexp_replace(query, '\\s+', ' ', 'g'), 110) as line
    from pg_stat_statements where dbid = (select oid from pg_database where datname = current_database()) order by total_exec_time desc limit 12`)
  return rows.map((row) => row.line)
}

/** The floor must answer with the same bytes; a mark has its own id and place, so there the size decides. */
function sameAnswer({ name, ours, floor }: Cold): Answer {
  const same = floor === null ? null : ours.body === floor.body ? 'bytes' : ours.body.length === floor.body.length ? 'size' : null
  if (floor !== null && same === null) throw new Error(`${name}: the floor answers otherwise\n${ours.body}\n${floor.body}`)
  return { name, bytes: Buffer.byteLength(ours.body), same }
}
