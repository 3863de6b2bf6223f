import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { budget, weighViews } from '../tools/web-budget.ts'
import { openBrowser, signIn, type Someone } from './browser.ts'
import { measureTyping, pageSize, slowdown, typedColumns, typingLimitMs, type Typing } from './typing.ts'

interface Listed { readonly oid: string; readonly hint?: string }
interface Visit { readonly seconds: number; readonly requests: number; readonly kilobytes: number }
interface Measured { readonly name: string; readonly first: Visit; readonly second: Visit }

const url = `http://localhost:${process.env['PORT'] ?? '3000'}`
const line = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 }
const target = { first: 6, second: 2 }
/** Of several visits the middle one counts: a machine has other things to do now and then. */
const tries = 3
const walks: ReadonlyArray<{ readonly name: string; readonly hint: string; readonly profile: Someone['profile']; readonly path: string }> = [
  { name: 'diary of a parent', hint: 'родитель ученика 7Б', profile: 'parent', path: 'diary' },
  { name: 'home of a pupil', hint: 'дневник 7Б', profile: 'pupil', path: 'home' },
]

/** Runs in the page: tells when the heading stands and no bars stand for what is still to come. */
const watchContent = `(() => {
  const look = () => {
    const sheet = document.querySelector('#content')
    if (sheet?.querySelector('h1') && !sheet.querySelector('[role="status"][aria-label]') && (sheet.textContent ?? '').length > 200) performance.mark('content')
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
})()`

/** Opens the page on the slow line and the slow processor. */
async function visit(context: BrowserContext, address: string): Promise<Visit> {
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  await wire.send('Network.enable')
  await wire.send('Network.emulateNetworkConditions', line)
  await wire.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.addInitScript(watchContent)
  let requests = 0
  let bytes = 0
  let counting = true
  page.on('request', () => { if (counting) requests++ })
  wire.on('Network.loadingFinished', (event) => { if (counting) bytes += event.encodedDataLength })
  await page.goto(address, { waitUntil: 'commit', timeout: 60_000 })
  await page.waitForFunction(() => performance.getEntriesByName('content').length > 0, undefined, { timeout: 60_000 })
  counting = false
  const ms = await page.evaluate(() => performance.getEntriesByName('content')[0]?.startTime ?? 0)
  await page.close()
  return { seconds: ms / 1000, requests, kilobytes: bytes / 1024 }
}

async function measure(browser: Browser, { name, hint, profile, path }: (typeof walks)[number], people: readonly Listed[]): Promise<Measured> {
  const who = people.find((one) => one.hint === hint)
  if (!who) throw new Error(`the demo has nobody for the ${name}`)
  const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'ru-RU' }
  const signed = await browser.newContext(phone)
  const page: Page = await signIn(signed, url, { oid: who.oid, profile })
  await page.waitForURL(/\/as\//)
  const address = `${/^.*\/as\/[^/]+\/[^/]+/.exec(page.url())![0]}/${path}`
  const { cookies } = await signed.storageState()
  await signed.close()
  const visits: Array<readonly [first: Visit, second: Visit]> = []
  while (visits.length < tries) {
    const fresh = await browser.newContext({ ...phone, storageState: { cookies, origins: [] } })
    visits.push([await visit(fresh, address), await visit(fresh, address)])
    await fresh.close()
  }
  const middle = (nth: 0 | 1) => visits.map((both) => both[nth]).toSorted((a, b) => a.seconds - b.seconds)[Math.floor(tries / 2)]!
  return { name, first: middle(0), second: middle(1) }
}

const number = (value: number) => value.toFixed(1)

/** docs/generated/web.md: what every page weighs, how long a slow phone waits for it, and how a journal answers to keys. */
function report(measured: readonly Measured[], typing: Typing): string {
  const views = weighViews()
  const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) => [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')
  const sameForAll = Map.groupBy(views, (view) => `${view.page.replace(/^\/as\/\w+\/…/, '')} ${number(view.scripts)} ${view.requests}`)
  return `# The web application, weighed and timed

Printed by \`npm run slow-phone\` on a running demo (\`npm start\`).

## A slow phone

Processor ×${slowdown} slower, 400 kbit/s, 400 ms to the server and back. The first visit brings everything, the second has the files in the cache. Of ${tries} visits the middle one. Content: the heading stands and nothing in the sheet is still on its way. To reach: ${target.first} s and ${target.second} s.

${table(['page', 'first visit, s', 'requests', 'KB', 'second visit, s', 'requests', 'KB'], measured.map(({ name, first, second }) => [name, number(first.seconds), first.requests, number(first.kilobytes), number(second.seconds), second.requests, number(second.kilobytes)]))}

## Typing into a journal

A page of ${pageSize.pupils} pupils by ${pageSize.lessons} lessons, processor ×${slowdown} slower, ${pageSize.pupils * typedColumns} marks typed one after another. The longest task after a key, in the processor's own time; to reach: ${typingLimitMs} ms for 95 of 100 keys.

${table(['keys', 'median, ms', '95 of 100, ms', 'longest, ms', `over ${typingLimitMs} ms`], [[typing.keys, number(typing.median), number(typing.p95), number(typing.longest), typing.overLimit]])}

## What the first view of a page takes

Kilobytes after gzip; requests with the document and the font. Limits: scripts ${budget.scripts}, styles ${budget.styles}, requests ${budget.requests}.

${table(['page', 'roles', 'scripts, KB', 'styles, KB', 'requests'], [...sameForAll.values()].map((same) => [`\`${same[0]?.page.replace(/^\/as\/\w+\/…/, '') ?? ''}\``, same.map((one) => one.role).join(', '), number(same[0]?.scripts ?? 0), number(same[0]?.styles ?? 0), same[0]?.requests ?? 0]))}
`
}

/** Measures the first and the second visit of families on a slow phone against a running demo. */
async function walk(): Promise<void> {
  const people = JSON.parse(readFileSync(join(process.env['DATA_DIR'] ?? '.data', 'people.json'), 'utf8')) as Listed[]
  const browser = await openBrowser()
  const measured: Measured[] = []
  for (const one of walks) {
    const found = await measure(browser, one, people)
    measured.push(found)
    console.log(`${found.name}: first ${number(found.first.seconds)} s (${found.first.requests} requests, ${number(found.first.kilobytes)} KB), second ${number(found.second.seconds)} s (${found.second.requests} requests)`)
  }
  await browser.close()
  const typing = await measureTyping()
  console.log(`typing: 95 of 100 keys within ${number(typing.p95)} ms of the processor, the longest ${number(typing.longest)} ms`)
  mkdirSync('docs/generated', { recursive: true })
  writeFileSync('docs/generated/web.md', report(measured, typing))
  const late = [...measured.filter(({ first, second }) => first.seconds > target.first || second.seconds > target.second).map((one) => one.name), ...typing.p95 > typingLimitMs ? ['typing'] : []]
  console.log(late.length > 0 ? `too slow: ${late.join(', ')}` : 'docs/generated/web.md written')
  process.exitCode = late.length > 0 ? 1 : 0
}

await walk()
