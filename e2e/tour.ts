import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, signIn } from './browser.ts'
import { pageAt, registeredPages, type Registered } from './pages.ts'
import { visitors, type Listed, type Visitor } from './tour-roles.ts'
import { axeInModes, complaintsOf, faultsAtSight, settled, showIn } from './watch.ts'

const url = `http://localhost:${process.env['PORT'] ?? '3000'}`
const out = '.tmp/tour'
const wide = { width: 1440, height: 900 } as const
const phone = { width: 390, height: 844 } as const
/** Pages that axe has judged, by who looks at them: the families' page of a name is another one than the office's. */
const judged = new Set<string>()
const eyes = (visitor: Visitor) => visitor.role === 'parent' || visitor.role === 'pupil' ? 'family' : /Admin$|principal|deputyHead/.test(visitor.role ?? '') ? 'office' : visitor.role
/** Longer than this until a page stands is told, be it the page or the machine. */
const slow = 1500

const usage = `npm run tour                 pictures of every page of every role of a running demo: wide, dark, on a phone; axe once on each page of a kind of people, in three modes
npm run tour -- <role> …     only these roles: ${visitors.map((one) => one.name).join(', ')}
npm run tour -- --no-axe     pictures only`
const args = process.argv.slice(2)
const wanted = args.filter((arg) => !arg.startsWith('--'))
const withAxe = !args.includes('--no-axe')

/** What came of one visitor: pictures taken, what is wrong on them, pages they may open and nothing leads to. */
interface Visited { pictures: number; readonly faults: string[]; readonly unreached: string[] }
interface Ground { readonly base: string; readonly open: readonly Registered[]; readonly pages: readonly Registered[] }

/** Looks through the eyes of one role after another. A page that fails is told, the rest goes on. */
async function tour(): Promise<boolean> {
  const people = JSON.parse(readFileSync(join(process.env['DATA_DIR'] ?? '.data', 'people.json'), 'utf8')) as Listed[]
  const [pages, browser] = [await registeredPages(), await openBrowser()]
  const chosen = visitors.filter((one) => wanted.length === 0 || wanted.includes(one.name))
  if (wanted.length === 0) rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const report: string[] = []
  for (const visitor of chosen) {
    const from = performance.now()
    const visited = await visit(browser, pages, visitor, people).catch((error: unknown): Visited => ({ pictures: 0, faults: [`not visited: ${firstLine(error)}`], unreached: [] }))
    console.log(`${visitor.name}: ${visited.pictures} pictures in ${Math.round((performance.now() - from) / 1000)} s${visited.unreached.length > 0 ? `; nothing leads to ${visited.unreached.join(', ')}` : ''}`)
    for (const fault of visited.faults) console.log(`  ${fault}`)
    report.push(...visited.faults.map((fault) => `${visitor.name} ${fault}`))
  }
  await browser.close()
  writeFileSync(`${out}/faults.txt`, report.join('\n'))
  console.log(`pictures are in ${out}; ${report.length === 0 ? 'nothing is wrong at first sight' : `${report.length} faults, listed in ${out}/faults.txt`}`)
  return report.length === 0
}

const firstLine = (error: unknown) => String(error instanceof Error ? error.message : error).split('\n')[0]!

async function visit(browser: Browser, pages: readonly Registered[], visitor: Visitor, people: readonly Listed[]): Promise<Visited> {
  const person = people.find(visitor.who)
  if (!person) throw new Error('the demo has nobody for this role')
  const context = await browser.newContext({ viewport: wide, locale: 'ru-RU', colorScheme: 'light' })
  try {
    const page = await signIn(context, url, { oid: person.oid, profile: visitor.profile })
    const { base, may } = await standing(page, visitor)
    const open = pages.filter((one) => one.access === 'acting' ? visitor.role !== null && (one.needs.length === 0 || one.needs.some((need) => may.has(need))) : visitor.role === null || (visitor.own === true && one.access === 'signedIn'))
    return await photograph(page, visitor, { base, open, pages })
  } finally {
    await context.close()
  }
}

/** Where the visitor acts and what they may there. */
async function standing(page: Page, { role }: Visitor): Promise<{ base: string; may: ReadonlySet<string> }> {
  const me = await (await page.request.get(`${url}/api/me`)).json() as { contexts: { role: string; scopeId: string }[]; permissionsByRole: Record<string, string[]> }
  if (role === null) return { base: '', may: new Set() }
  const context = me.contexts.find((one) => one.role === role)
  if (!context) throw new Error(`this person does not act as ${role}`)
  return { base: `/as/${role}/${context.scopeId}`, may: new Set(me.permissionsByRole[role]) }
}

/** Goes where links lead from the first pages, and then to the pages without parameters that no link led to. */
async function photograph(page: Page, visitor: Visitor, ground: Ground): Promise<Visited> {
  const visited: Visited = { pictures: 0, faults: [], unreached: [] }
  const found = new Map(visitor.role === null ? [['/', '/'], ['/join', '/join']] : [['/home', `${ground.base}/home`], ...(visitor.own ? [['/profile', '/profile']] as const : [])])
  const complaints = complaintsOf(page)
  // A map may grow while it is walked: links found on a page are visited after it.
  for (const [path, address] of found) {
    const note = (faults: readonly string[]) => visited.faults.push(...[...faults, ...complaints()].map((fault) => `${address}: ${fault}`))
    try {
      const name = `${visitor.name}${path.replaceAll(/\/:?/g, '-')}`.replace(/-$/, '-front')
      for (const [next, to] of await lookAt(page, address, name, ground, note, withAxe && isNew(visitor, path))) if (!found.has(next)) found.set(next, to)
      visited.pictures += 3
    } catch (error) {
      note([`not opened: ${firstLine(error)}`])
    }
    if ([...found.keys()].at(-1) !== path) continue
    for (const one of ground.open.filter((other) => !found.has(other.path))) {
      visited.unreached.push(one.path)
      if (!one.path.includes(':')) found.set(one.path, (one.access === 'acting' ? ground.base : '') + one.path)
    }
  }
  return visited
}

const isNew = (visitor: Visitor, path: string) => {
  const key = `${eyes(visitor)} ${path}`
  return judged.has(key) ? false : judged.add(key) !== null
}

/** One page, opened once: wide, dark, on a phone. Returns the addresses that it leads to. */
async function lookAt(page: Page, address: string, name: string, ground: Ground, note: (faults: readonly string[]) => void, judge: boolean): Promise<Map<string, string>> {
  const from = performance.now()
  await page.goto(url + address)
  const stood = await settled(page)
  if (stood - from > slow) note([`slow: stood after ${((stood - from) / 1000).toFixed(1)} s`])
  await page.screenshot({ path: `${out}/${name}-wide.png` })
  const links = await linksOf(page, ground)
  note([...await faultsAtSight(page), ...(judge ? await axeInModes(page) : [])])
  await showIn(page, 'dark')
  await page.screenshot({ path: `${out}/${name}-dark.png` })
  await showIn(page, 'light')
  await page.setViewportSize(phone)
  await settled(page)
  await page.screenshot({ path: `${out}/${name}-phone.png` })
  note([...await faultsAtSight(page), ...(judge ? await axeInModes(page, ['light']) : [])].map((fault) => `on a phone: ${fault}`))
  await page.setViewportSize(wide)
  return links
}

/** The first address for every page that this screen leads to. */
async function linksOf(page: Page, { base, open, pages }: Ground): Promise<Map<string, string>> {
  const links = await page.evaluate(`[...document.querySelectorAll('a[href]')].filter((link) => !link.hasAttribute('download')).map((link) => new URL(link.href)).filter((to) => to.origin === location.origin).map((to) => to.pathname)`) as string[]
  const led = new Map<string, string>()
  for (const link of links) {
    const inside = base !== '' && link.startsWith(`${base}/`)
    const at = pageAt(pages.filter((one) => (one.access === 'acting') === inside), inside ? link.slice(base.length) : link)
    if (at && open.includes(at) && !led.has(at.path)) led.set(at.path, link)
  }
  return led
}

if (args.includes('--help')) console.log(usage)
else process.exitCode = await tour() ? 0 : 1
