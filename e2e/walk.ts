import type { Browser, Page } from 'playwright-core'
import { signIn } from './browser.ts'
import { pageAt, type Registered } from './pages.ts'
import type { Listed, Visitor } from './tour-roles.ts'
import { complaintsOf } from './watch.ts'

export const wide = { width: 1440, height: 900 } as const
export const phone = { width: 390, height: 844 } as const

interface Ground { readonly base: string; readonly open: readonly Registered[]; readonly pages: readonly Registered[] }

export interface Walk {
  readonly url: string; readonly browser: Browser; readonly pages: readonly Registered[]; readonly people: readonly Listed[]
  /** Looks at the page when it has been opened; what it returns is noted. */
  look(page: Page, path: string, address: string): Promise<readonly string[]>
  /** Pages that need no look; links on them are not followed. */
  passes?(path: string): boolean
}

/** What came of one visitor: pages seen, what is wrong with them, pages they may open and nothing leads to. */
export interface Walked { seen: number; readonly faults: string[]; readonly unreached: string[] }

/** Signs a visitor in and goes where links lead from the first pages. A page that fails is told, the rest goes on. */
export async function walk({ url, browser, pages, people, look, passes }: Walk, visitor: Visitor): Promise<Walked> {
  const person = people.find(visitor.who)
  if (!person) throw new Error('the demo has nobody for this role')
  const context = await browser.newContext({ viewport: wide, locale: 'ru-RU', colorScheme: 'light' })
  try {
    const page = await signIn(context, url, { oid: person.oid, profile: visitor.profile })
    const { base, may } = await standing(page, url, visitor)
    const open = pages.filter((one) => one.access === 'acting' ? visitor.role !== null && (one.needs.length === 0 || one.needs.some((need) => may.has(need))) : visitor.role === null || (visitor.own === true && one.access === 'signedIn'))
    const walked: Walked = { seen: 0, faults: [], unreached: [] }
    const found = new Map(visitor.role === null ? [['/', '/'], ['/join', '/join']] : [['/home', `${base}/home`], ['/notices', `${base}/notices`], ...(visitor.own ? [['/profile', '/profile']] as const : [])])
    const complaints = complaintsOf(page)
    // A map may grow while it is walked: links found on a page are visited after it.
    for (const [path, address] of found) {
      if (passes?.(path) === true) continue
      const faults = await look(page, path, url + address).catch((error: unknown) => [`not opened: ${firstLine(error)}`])
      walked.faults.push(...[...faults, ...complaints()].map((fault) => `${address}: ${fault}`))
      walked.seen++
      for (const [next, to] of await linksOf(page, { base, open, pages })) if (!found.has(next)) found.set(next, to)
    }
    walked.unreached.push(...open.filter((one) => !found.has(one.path)).map((one) => one.path))
    return walked
  } finally {
    await context.close()
  }
}

export const firstLine = (error: unknown) => String(error instanceof Error ? error.message : error).split('\n')[0]!

/** Where the visitor acts and what they may there. */
async function standing(page: Page, url: string, { role }: Visitor): Promise<{ base: string; may: ReadonlySet<string> }> {
  const me = await (await page.request.get(`${url}/api/me`)).json() as { contexts: { role: string; scopeId: string }[]; permissionsByRole: Record<string, string[]> }
  if (role === null) return { base: '', may: new Set() }
  const context = me.contexts.find((one) => one.role === role)
  if (!context) throw new Error(`this person does not act as ${role}`)
  return { base: `/as/${role}/${context.scopeId}`, may: new Set(me.permissionsByRole[role]) }
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
