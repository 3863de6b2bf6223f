import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { Agent } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { newId } from '@school/contract'
import { seal, verifyAudit } from '@school/server'
import { composeApp } from '../apps/server/app.ts'
import { startChild } from '../bench/child.ts'
import { clockWith, lagFrom } from '../bench/clock.ts'
import { treeOf } from '../bench/cpu.ts'
import { fire } from '../bench/load.ts'
import { putShot } from '../bench/shots.ts'
import { addSchools, connected, migrateAll, postmasterOf, takeAim, type Place, type Targets } from '../bench/world.ts'
import { startEmbedded } from '../packages/server/database/embedded.ts'

const dir = mkdtempSync(join(tmpdir(), 'school-faults-'))
chmodSync(dir, 0o711)
const dataDir = join(dir, 'postgres')
const lag = lagFrom(Date.now())
const closing: (() => Promise<unknown>)[] = []
after(async () => {
  for (const close of closing.toReversed()) await close().catch(() => {})
  rmSync(dir, { recursive: true, force: true })
})

const total = 1000
const lanes = 64
const plan = { firstDay: '2026-10-12', schoolDays: 5, classes: 2, pupilsPerClass: 30, lessonsPerDay: 6, markShare: 0.1 }

interface Put { readonly id: string; readonly place: Place }
const openServer = (url: string) => startChild('server.ts', { BENCH_URL: url, BENCH_LAG: String(lag), BENCH_ECHO: '1', BENCH_DIR: dir })

/** Sends every mark over many connections; returns the ids that were acknowledged. `onAnswer` hears how many are. */
async function putAll(base: URL, targets: Targets, puts: readonly Put[], onAnswer: (n: number) => void): Promise<Set<string>> {
  const agent = new Agent({ keepAlive: true, maxSockets: lanes })
  const waiting = [...puts]
  const acknowledged = new Set<string>()
  await Promise.all(Array.from({ length: lanes }, async () => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      try {
        await fire(base, agent, putShot(targets, next.place, next.id))
        acknowledged.add(next.id)
        onAnswer(acknowledged.size)
      } catch { /* not acknowledged: nobody was promised anything */ }
    }
  }))
  agent.destroy()
  return acknowledged
}

async function marksIn(url: string, ids: readonly string[]): Promise<{ marks: string[]; revisions: number; entries: string[] }> {
  const client = await connected(url)
  try {
    const [marks, revisions, entries] = [
      await client.query<{ id: string }>('select id from journal.mark where id = any($1::uuid[])', [ids]),
      await client.query<{ n: number }>('select count(*)::int as n from journal.mark_revision where mark_id = any($1::uuid[])', [ids]),
      await client.query<{ id: string }>(`select after ->> 'markId' as id from audit.entry where action = 'journal.mark.put'`),
    ]
    return { marks: marks.rows.map((row) => row.id), revisions: revisions.rows[0]!.n, entries: entries.rows.map((row) => row.id) }
  } finally {
    await client.end()
  }
}

test('server and database are killed in the middle of 1,000 marks: what was acknowledged is there, nothing twice, the audit chain whole', { timeout: 240_000 }, async (t) => {
  const first = await startEmbedded({ dataDir })
  closing.push(() => first.stop())
  await migrateAll(first.url)
  const { schools } = await addSchools(first.url, 1, 1, plan)
  const targets = await takeAim(first.url, schools, clockWith(lag)())
  const puts = targets.places.slice(0, total).map((place): Put => ({ id: newId(), place }))
  assert.equal(puts.length, total)
  const ids = puts.map((one) => one.id)

  const server = await openServer(first.url)
  closing.push(() => server.kill())
  let killed: Promise<unknown> | undefined
  const acknowledged = await putAll(server.base, targets, puts, (n) => {
    if (n < total * 0.4 || killed) return
    for (const pid of treeOf(postmasterOf(dataDir))) process.kill(pid, 'SIGKILL')
    killed = server.kill()
  })
  await killed
  assert.ok(killed && acknowledged.size >= total * 0.4 && acknowledged.size < total, `the kill came in the middle: ${acknowledged.size} acknowledged`)
  await first.stop()

  const second = await startEmbedded({ dataDir })
  closing.push(() => second.stop())
  const survived = await marksIn(second.url, ids)
  const there = new Set(survived.marks)
  assert.deepEqual([...acknowledged].filter((id) => !there.has(id)), [])
  assert.deepEqual(survived.entries.toSorted(), survived.marks.toSorted(), 'each mark has its trace, each trace its mark')

  const again = await openServer(second.url)
  closing.push(() => again.kill())
  assert.equal((await putAll(again.base, targets, puts, () => {})).size, total, 'sending all again is harmless')
  await again.kill()
  const final = await marksIn(second.url, ids)
  assert.deepEqual(final.marks.toSorted(), ids.toSorted())
  assert.equal(final.revisions, total)
  assert.deepEqual(final.entries.toSorted(), ids.toSorted())

  const composed = await composeApp({ url: second.url, connections: 4, clock: clockWith(lag), config: { origins: [], production: true, checkReplies: false, rateLimits: false } })
  closing.push(() => composed.close())
  while ((await seal(composed.kit)) > 0);
  const verdict = await verifyAudit(composed.kit, dir)
  assert.deepEqual(verdict.faults, [])
  assert.equal(verdict.unsealed, 0)
  assert.ok(verdict.entries >= total)
  t.diagnostic(`${acknowledged.size} acknowledged before the kill, ${there.size} survived, ${verdict.entries} entries sealed`)
})
