import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { registeredPages } from './pages.ts'
import { eyesOf, visitors, type Listed, type Visitor } from './tour-roles.ts'
import { firstLine, phone, walk, wide, type Walked } from './walk.ts'
import { axeInModes, faultsAtSight, settled, showIn } from './watch.ts'

const out = '.tmp/tour'
/** Longer than this until a page stands is told, be it the page or the machine. */
const slow = 1500
const usage = `npm run tour                 pictures of every page of every role of a running demo: wide, dark, on a phone; axe once on each page of a kind of people, in three modes
npm run tour -- <role> …     only these roles: ${visitors.map((one) => one.name).join(', ')}
npm run tour -- --no-axe     pictures only`
const args = process.argv.slice(2)
const wanted = args.filter((arg) => !arg.startsWith('--'))
const judged = new Set<string>()

/** Looks through the eyes of one role after another. */
async function tour(): Promise<boolean> {
  const people = JSON.parse(readFileSync(join(process.env['DATA_DIR'] ?? '.data', 'people.json'), 'utf8')) as Listed[]
  const [pages, browser] = [await registeredPages(), await openBrowser()]
  if (wanted.length === 0) rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const report: string[] = []
  for (const visitor of visitors.filter((one) => wanted.length === 0 || wanted.includes(one.name))) {
    const from = performance.now()
    const walked = await walk({
      url: `http://localhost:${process.env['PORT'] ?? '3000'}`, browser, pages, people,
      look: (page, path, address) => lookAt(page, address, `${visitor.name}${path.replaceAll(/\/:?/g, '-')}`.replace(/-$/, '-front'), isNew(visitor, path)),
    }, visitor).catch((error: unknown): Walked => ({ seen: 0, faults: [`not visited: ${firstLine(error)}`], unreached: [] }))
    console.log(`${visitor.name}: ${walked.seen} pages in ${Math.round((performance.now() - from) / 1000)} s${walked.unreached.length > 0 ? `; nothing leads to ${walked.unreached.join(', ')}` : ''}`)
    for (const fault of walked.faults) console.log(`  ${fault}`)
    report.push(...walked.faults.map((fault) => `${visitor.name} ${fault}`))
  }
  await browser.close()
  writeFileSync(`${out}/faults.txt`, report.join('\n'))
  console.log(`pictures are in ${out}; ${report.length === 0 ? 'nothing is wrong at first sight' : `${report.length} faults, listed in ${out}/faults.txt`}`)
  return report.length === 0
}

/** Axe takes its time: one look for each kind of people is enough. */
function isNew(visitor: Visitor, path: string): boolean {
  const key = `${eyesOf(visitor)} ${path}`
  if (args.includes('--no-axe') || judged.has(key)) return false
  judged.add(key)
  return true
}

/** One page, opened once: wide, dark, on a phone. */
async function lookAt(page: Page, address: string, name: string, judge: boolean): Promise<string[]> {
  const [faults, from] = [[] as string[], performance.now()]
  await page.goto(address)
  const stood = await settled(page) - from
  if (stood > slow) faults.push(`slow: stood after ${(stood / 1000).toFixed(1)} s`)
  await page.screenshot({ path: `${out}/${name}-wide.png` })
  faults.push(...await faultsAtSight(page), ...(judge ? await axeInModes(page) : []))
  await showIn(page, 'dark')
  await page.screenshot({ path: `${out}/${name}-dark.png` })
  await showIn(page, 'light')
  await page.setViewportSize(phone)
  await settled(page)
  await page.screenshot({ path: `${out}/${name}-phone.png` })
  faults.push(...[...await faultsAtSight(page), ...(judge ? await axeInModes(page, ['light']) : [])].map((fault) => `on a phone: ${fault}`))
  await page.setViewportSize(wide)
  return faults
}

if (args.includes('--help')) console.log(usage)
else process.exitCode = await tour() ? 0 : 1
