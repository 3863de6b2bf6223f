import { readConfig } from '../apps/server/config.ts'
import type { Config } from '../apps/server/config.ts'
import { startServer } from '../apps/server/main.ts'
import { buildWeb, webIsStale } from './build.ts'
import { finishDemoBeside } from './demo-beside.ts'
import { piece } from './pieces.ts'
import type { DemoPerson, DemoPiece, StandPiece } from './pieces.ts'
import { onStop, step } from './say.ts'
import { openWorld } from './world.ts'

/** What must be closed, in order of opening; closed in the opposite order, once. */
class Opened {
  readonly #closing: (() => Promise<void>)[] = []
  #done: Promise<void> | null = null

  add(close: () => Promise<void>): void { this.#closing.push(close) }

  close(): Promise<void> {
    this.#done ??= (async () => {
      for (const close of this.#closing.toReversed()) await close()
    })()
    return this.#done
  }
}

async function start(opened: Opened): Promise<void> {
  const startedAt = performance.now()
  const world = await openWorld(readConfig(process.env))
  opened.add(() => world.close())
  // Both take their time and do not need each other.
  const web = webIsStale() ? step('web application', () => buildWeb()) : Promise.resolve()
  web.catch(() => {}) // told where it is awaited
  const people = await demoPeople(world.config)
  await web
  const config = await withStand(world.config, opened)
  const url = await step('server', async (note) => {
    const running = await startServer(config)
    opened.add(() => running.close())
    note(`port ${config.port}`)
    return running.url
  })
  greet(url, people, (performance.now() - startedAt) / 1000)
  if (people.length > 0) opened.add(finishDemoBeside(world.config))
}

async function demoPeople(config: Config): Promise<readonly DemoPerson[]> {
  const demo = config.production ? null : await piece<DemoPiece>('apps/server/demo.ts')
  return demo ? step('demo country', (note) => demo.buildDemo(config, note)) : []
}

async function withStand(config: Config, opened: Opened): Promise<Config> {
  const stand = config.production || config.esia.url ? null : await piece<StandPiece>('apps/server/stand.ts')
  if (!stand) return config
  return step('ЕСИА stand', async (note) => {
    const running = await stand.openStand(config)
    opened.add(() => running.close())
    note(running.url)
    return running.config
  })
}

function greet(url: string, people: readonly DemoPerson[], seconds: number): void {
  console.log(`\n  Моя школа: ${url}   (${seconds.toFixed(1)} s, Ctrl+C — остановить / to stop)\n`)
  if (people.length === 0) return
  console.log('  Кто может войти через стенд ЕСИА, без паролей / who can sign in, no passwords:')
  const widest = Math.max(...people.map((one) => one.role.length))
  for (const { role, name, place } of people) console.log(`    ${role.padEnd(widest)}  ${name}, ${place}`)
  console.log('')
}

const opened = new Opened()
onStop(() => opened.close())
try {
  await start(opened)
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  if (process.env['LOG'] === '1') console.error(error)
  await opened.close()
  process.exit(1)
}
