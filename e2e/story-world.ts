import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Builder } from '@school/testing'
import type { StandPerson } from '@school/esia-stand'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { readConfig } from '../apps/server/config.ts'
import { buildDemo } from '../apps/server/demo.ts'
import { startServer } from '../apps/server/main.ts'
import { openStand, peopleFile } from '../apps/server/stand.ts'
import { testNow } from '../apps/server/testing.ts'
import { migrate } from '../packages/server/database/migrate.ts'
import { buildWeb, webIsStale } from '../tools/build.ts'
import { scratchCluster } from '../tools/scratch.ts'
import { migrationFolders } from '../tools/world.ts'
import { openBrowser, signIn, type Someone } from './browser.ts'
import { Screens } from './screens.ts'
import type { Listed } from './tour-roles.ts'

export type Size = 'wide' | 'phone'
const sizes = { wide: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const

/** A whole installation of its own for a story: empty database, server with the built web application, ЕСИА stand, browser; its clock starts on the fixed day of the tests. */
export interface StoryWorld extends AsyncDisposable {
  readonly url: string
  readonly make: Builder
  readonly screens: Screens
  readonly browser: Browser
  /** Everybody whom the stand knows. */
  readonly people: readonly Listed[]
  /** Someone signs in in a window of their own. */
  enters(who: Pick<StandPerson, 'oid'>, profile: Someone['profile'], size?: Size): Promise<Page>
}

/** Opens the world in which these people have accounts of Госуслуги, or the demo country as it is on the first day of a start. */
export async function storyWorld(people: readonly StandPerson[] | 'demo'): Promise<StoryWorld> {
  await using opened = new AsyncDisposableStack()
  const { cluster, stop } = await scratchCluster(process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'])
  opened.defer(stop)
  const name = `school_story_${process.pid}_${Date.now().toString(36)}`
  const ownerUrl = await cluster.createDatabase(name)
  opened.defer(() => cluster.dropDatabase(name))
  await migrate(ownerUrl, migrationFolders())
  if (webIsStale()) await buildWeb()
  const dataDir = mkdtempSync(join(tmpdir(), 'school-story-'))
  opened.defer(() => rmSync(dataDir, { recursive: true, force: true }))
  const [port, esiaPort] = [await freePort(), await freePort()]
  const config = { ...readConfig({ PORT: String(port), ESIA_PORT: String(esiaPort), DATA_DIR: dataDir }), ownerUrl, appUrl: ownerUrl, connections: 6 }
  const demo = people === 'demo'
  if (demo) await buildDemo(config, () => {})
  else writeFileSync(peopleFile(config), JSON.stringify(people))
  const shift = demo ? 0 : testNow.getTime() - Date.now()
  const clock = () => new Date(Date.now() + shift)
  const stand = await openStand(config, clock)
  opened.defer(() => stand.close())
  const server = await startServer(stand.config, clock)
  opened.defer(() => server.close())
  const make = await Builder.open(ownerUrl)
  opened.defer(() => make.close())
  const browser = await openBrowser()
  opened.defer(() => browser.close())
  const screens = new Screens()
  const done = opened.move()
  return {
    url: server.url, make, screens, browser, people: JSON.parse(readFileSync(peopleFile(config), 'utf8')) as Listed[],
    async enters({ oid }, profile, size = 'wide') {
      const page = await signIn(await newWindow(browser, size, shift), server.url, { oid, profile })
      screens.listenTo(page)
      return page
    },
    [Symbol.asyncDispose]: () => done.disposeAsync(),
  }
}

/** A window whose clock agrees with the server's. */
async function newWindow(browser: Browser, size: Size, shift: number): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: sizes[size], locale: 'ru-RU', timezoneId: 'Europe/Moscow', hasTouch: size === 'phone' })
  context.setDefaultTimeout(20_000)
  await context.addInitScript(`{ const Real = Date; globalThis.Date = class extends Real { constructor(...given) { if (given.length > 0) super(...given); else super(Real.now() + ${shift}) } static now() { return Real.now() + ${shift} } } }`)
  return context
}

/** A port that nobody listens on now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => { server.once('listening', resolve) })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => { server.close(resolve) })
  return port
}
