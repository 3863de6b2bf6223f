import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { openBrowser, signIn } from './browser.ts'
import { pageAt, registeredPages, type Registered } from './pages.ts'
import { visitors, type Listed, type Visitor } from './tour-roles.ts'
import { axeFinds, complaintsOf, faultsAtSight, settled } from './watch.ts'

const url = `http://localhost:${process.env['PORT'] ?? '3000'}`
const out = '.tmp/tour'
const looks = [{ name: 'wide', width: 1440, height: 900, dark: false }, { name: 'phone', width: 390, height: 844, dark: false }, { name: 'dark', width: 1440, height: 900, dark: true }] as const
type Look = (typeof looks)[number]
type Session = Awaited<ReturnType<BrowserContext['storageState']>>

const args = process.argv.slice(2)
const wanted = args.filter((arg) => !arg.startsWith('--'))
const [withAxe, onlyLook] = [args.includes('--axe'), args.find((arg) => arg.startsWith('--look='))?.slice(7)]

/** What came of one visitor: pictures taken, what is wrong on them, pages they may open and nothing leads to. */
interface Visited { pictures: number; readonly faults: string[]; readonly unreached: string[] }

/** Photographs every page that each role may open on a running demo: wide, phone-size and dark. A page that fails is told, the rest goes on. */
async function tour(): Promise<boolean> {
  const people = JSON.parse(readFileSync(join(process.env['DATA_DIR'] ?? '.data', 'people.json'), 'utf8')) as Listed[]
  const [pages, browser] = [await registeredPages(), await openBrowser()]
  const chosen = visitors.filter((one) => wanted.length === 0 || wanted.includes(one.name))
  if (wanted.length === 0) rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const report: string[] = []
  for (const visitor of chosen) {
    const visited = await visit(browser, pages, visitor, people).catch((error: unknown): Visited => ({ pictures: 0, faults: [`not visited: ${firstLine(error)}`], unreached: [] }))
    console.log(`${visitor.name}: ${visited.pictures} pictures${visited.unreached.length > 0 ? `; nothing leads to ${visited.unreached.join(', ')}` : ''}`)
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
  const door = await browser.newContext({ locale: 'ru-RU' })
  const first = await signIn(door, url, { oid: person.oid, profile: visitor.profile })
  const { base, may } = await standing(first, visitor)
  const session = await door.storageState()
  await door.close()
  const open = pages.filter((page) => page.access === 'acting' ? visitor.role !== null && (page.needs.length === 0 || page.needs.some((one) => may.has(one))) : visitor.role === null || (visitor.own === true && page.access === 'signedIn'))
  const visited: Visited = { pictures: 0, faults: [], unreached: [] }
  const addresses = await photograph(browser, session, looks[0], visitor, null, { base, open, pages }, visited)
  visited.unreached.push(...open.filter((page) => !addresses.has(page.path)).map((page) => page.path))
  await Promise.all(looks.slice(1).map((look) => photograph(browser, session, look, visitor, addresses, { base, open, pages }, visited)))
  return visited
}

/** Where the visitor acts and what they may there. */
async function standing(page: Page, { role }: Visitor): Promise<{ base: string; may: ReadonlySet<string> }> {
  const me = await (await page.request.get(`${url}/api/me`)).json() as { contexts: { role: string; scopeId: string }[]; permissionsByRole: Record<string, string[]> }
  if (role === null) return { base: '', may: new Set() }
  const context = me.contexts.find((one) => one.role === role)
  if (!context) throw new Error(`this person does not act as ${role}`)
  return { base: `/as/${role}/${context.scopeId}`, may: new Set(me.permissionsByRole[role]) }
}

interface Ground { readonly base: string; readonly open: readonly Registered[]; readonly pages: readonly Registered[] }

/** Takes the pictures of one look. Without given addresses they are found on the way, from the first page by what links lead to. */
async function photograph(browser: Browser, session: Session, look: Look, visitor: Visitor, given: ReadonlyMap<string, string> | null, ground: Ground, visited: Visited): Promise<Map<string, string>> {
  const found = new Map(given ?? (visitor.role === null ? [['/', '/'], ['/join', '/join']] : [['/home', `${ground.base}/home`], ...(visitor.own ? [['/profile', '/profile']] as const : [])]))
  if (onlyLook && onlyLook !== look.name && given) return found
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, locale: 'ru-RU', colorScheme: look.dark ? 'dark' : 'light', storageState: session })
  const page = await context.newPage()
  const complaints = complaintsOf(page)
  // A map may grow while it is walked: links found on a page are visited after it.
  for (const [path, address] of found) {
    const name = `${visitor.name}${path.replaceAll(/\/:?/g, '-')}`.replace(/-$/, '-front')
    try {
      await page.goto(url + address)
      await settled(page)
      await page.screenshot({ path: `${out}/${name}-${look.name}.png` })
      visited.pictures++
      if (!given) for (const [next, to] of await linksOf(page, ground)) if (!found.has(next)) found.set(next, to)
      const faults = [...await faultsAtSight(page), ...complaints(), ...(withAxe ? await axeFinds(page) : [])]
      visited.faults.push(...faults.map((fault) => `${look.name} ${address}: ${fault}`))
    } catch (error) {
      visited.faults.push(`${look.name} ${address}: ${firstLine(error)}`)
    }
  }
  await context.close()
  return found
}

/** The first address for every page that this screen leads to. */
async function linksOf(page: Page, { base, open, pages }: Ground): Promise<Map<string, string>> {
  const links = await page.evaluate(`[...document.querySelectorAll('a[href]')].map((link) => new URL(link.href)).filter((to) => to.origin === location.origin).map((to) => to.pathname)`) as string[]
  const led = new Map<string, string>()
  for (const link of links) {
    const inside = base !== '' && link.startsWith(`${base}/`)
    const at = pageAt(pages.filter((one) => (one.access === 'acting') === inside), inside ? link.slice(base.length) : link)
    if (at && open.includes(at) && !led.has(at.path)) led.set(at.path, link)
  }
  return led
}

process.exitCode = await tour() ? 0 : 1
