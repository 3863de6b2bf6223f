import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../packages/server/database/migrate.ts'
import { checkAll } from './check.ts'
import { findChromium } from './chromium.ts'
import { filesUnder, root } from './files.ts'
import { onStop } from './say.ts'
import { scratchCluster } from './scratch.ts'
import { runFiles } from './test-run.ts'
import type { Tally } from './test-run.ts'
import { migrationFolders } from './world.ts'

const usage = `npm test                    all checks, all tests, browser stories
npm test -- <word> …        only test files whose path contains one of the words
npm test -- --database-only only tests that use the database (DATABASE_URL chooses the server)
npm test -- --no-browser    without the browser stories`

interface Wish { readonly words: readonly string[]; readonly databaseOnly: boolean; readonly browser: boolean }

const isStory = (path: string) => path.startsWith('e2e/')

function chosenFiles({ words, databaseOnly, browser }: Wish): string[] {
  const all = ['packages', 'subsystems', 'apps', 'tools', 'bench', 'tests', ...(browser ? ['e2e'] : [])].flatMap((folder) => [...filesUnder(folder)])
  return all.filter((path) => /\.test\.tsx?$/.test(path) && (words.length === 0 || words.some((word) => path.includes(word))) && (!databaseOnly || usesDatabase(path)))
}

/** Tests that ask for a database do so through @school/testing or through the variable itself; a story starts its own. */
const usesDatabase = (path: string) => !isStory(path) && /@school\/testing|TEST_DATABASE_URL|\/tests\//.test(path + readFileSync(join(root, path), 'utf8'))

interface TestCluster { readonly url: string; readonly template: string; stop(): Promise<void> }

/** One server for all tests, with a migrated database that each test file copies. */
async function openCluster(): Promise<TestCluster> {
  const { cluster, stop } = await scratchCluster(process.env['DATABASE_URL'])
  const template = `school_template_${process.pid}`
  try {
    await migrate(await cluster.createDatabase(template), migrationFolders())
  } catch (error) {
    await stop()
    throw error
  }
  return { url: cluster.url, template, async stop() { await cluster.dropDatabase(template); await stop() } }
}

async function testAll(wish: Wish): Promise<Tally> {
  const total: Tally = { passed: 0, failed: 0, skipped: 0, slowest: [] }
  const files = chosenFiles(wish)
  if (wish.words.length === 0 && !wish.databaseOnly) {
    const { passed, failed } = await checkAll(undefined)
    total.passed += passed
    total.failed += failed.length
  }
  const cluster = files.some(usesDatabase) ? await openCluster() : null
  onStop(async () => cluster?.stop(), 130)
  if (cluster) Object.assign(process.env, { TEST_DATABASE_URL: cluster.url, TEST_TEMPLATE: cluster.template })
  try {
    await runFiles(files.filter((path) => !isStory(path)), Math.max(2, Math.min(6, availableParallelism())), total)
    await runStories(files.filter(isStory), total)
  } finally {
    await cluster?.stop()
  }
  return total
}

/** A story walks through dozens of pages; on a busy machine that takes its time. */
const storyPatience = 600_000

async function runStories(stories: readonly string[], total: Tally): Promise<void> {
  if (stories.length === 0) return
  const chromium = findChromium()
  if (chromium) {
    process.env['CHROMIUM'] = chromium
    return runFiles(stories, 1, total, storyPatience)
  }
  console.log(`SKIPPED  ${stories.length} files of browser stories: no Chromium on this machine (install chromium, or name one in CHROMIUM)`)
  total.skipped += stories.length
}

const args = process.argv.slice(2)
if (args.includes('--help')) {
  console.log(usage)
} else {
  const startedAt = performance.now()
  const words = args.filter((arg) => !arg.startsWith('--'))
  const total = await testAll({ words, databaseOnly: args.includes('--database-only'), browser: !args.includes('--no-browser') })
  const slow = total.slowest.sort((a, b) => b.seconds - a.seconds).slice(0, 10).filter((one) => one.seconds > 0.5)
  if (slow.length > 0) console.log('\nSlowest tests')
  for (const { name, file, seconds } of slow) console.log(`  ${seconds.toFixed(1).padStart(5)} s  ${name}  (${file})`)
  if (total.passed + total.failed + total.skipped === 0) {
    console.log(`no test file matches ${words.join(' ')}`)
    total.failed = 1
  }
  console.log(`\n${Math.round((performance.now() - startedAt) / 1000)} s`)
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  process.exit(total.failed === 0 ? 0 : 1)
}
