import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { aSession } from '@school/identity/testing'
import { getPage } from '@school/journal/contract'
import { migrate } from '@school/server'
import { Builder, callerOf, testOrigin } from '@school/testing'
import { composeApp, migrationFolders } from '../apps/server/app.ts'
import { clusterFrom } from '../packages/server/database/embedded.ts'
import { root } from '../tools/files.ts'
import { landedMigrations } from '../tools/house.ts'

const id = (n: number) => `00000000-0000-7000-8000-0000000000${n}`
const now = new Date('2026-10-15T09:00:00Z')

test('a database that stopped at the foundation migrates to the present and still answers a page of the journal', async (t) => {
  const cluster = clusterFrom(process.env['TEST_DATABASE_URL']!)
  const name = `landed_${randomBytes(6).toString('hex')}`
  const url = await cluster.createDatabase(name)
  const opened: (() => Promise<unknown>)[] = [() => cluster.dropDatabase(name)]
  t.after(async () => { for (const close of opened.toReversed()) await close() })
  const foundation = [...landedMigrations().keys()].map((path) => basename(path)).sort()
  assert.deepEqual(await migrate(url, migrationFolders, foundation.at(-1)!), foundation, 'later migrations are later on the timeline')
  await fill(url)
  await migrate(url, migrationFolders)

  const composed = await composeApp({ url, connections: 3, clock: () => now, config: { origins: [testOrigin], production: false, checkReplies: true, rateLimits: false } })
  opened.push(() => composed.close())
  const make = await Builder.open(url)
  opened.push(() => make.close())
  const teacher = callerOf(composed.app, id(11), await aSession(make, id(11), now), 'teacher')
  const page = await teacher.call(getPage, { params: { schoolId: '00000000-0000-7000-8000-000000000003', courseId: id(51) }, query: { from: '2026-10-01', to: '2026-10-31' } })
  assert.match(JSON.stringify(page), /Линейное уравнение/)
  assert.match(JSON.stringify(page), /"value":"4"/)
})

async function fill(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(readFileSync(join(root, 'tests/landed-rows.sql'), 'utf8'))
  } finally {
    await client.end()
  }
}
