import { parseArgs } from 'node:util'
import { readConfig } from '../apps/server/config.ts'
import { migrate } from '../packages/server/database/migrate.ts'
import { clusterFrom } from '../packages/server/database/embedded.ts'
import { growCountry } from './bulk/grow.ts'
import { piece } from './pieces.ts'
import type { DemoPiece } from './pieces.ts'
import { step } from './say.ts'
import { migrationFolders, openWorld, type World } from './world.ts'

const usage = `npm run demo                     builds the demo country anew, all of it
npm run demo -- --schools 200    adds light schools to the database as it is until there are 200 of them: by COPY, about
                                 120 pupils and 5,000 marks each; stopped halfway, the same command goes on
  --yes                          needed with DATABASE_URL when the database is emptied first`

async function rebuild(world: World): Promise<void> {
  const demo = await piece<DemoPiece>('apps/server/demo.ts')
  if (!demo) throw new Error('this copy of the project has no apps/server/demo.ts')
  await step('empty database', async () => {
    const name = decodeURIComponent(new URL(world.cluster.url).pathname.slice(1))
    const cluster = clusterFrom(world.cluster.url)
    await cluster.dropDatabase(name)
    await migrate(await cluster.createDatabase(name), migrationFolders())
  })
  const people = await step('demo country', (note) => demo.buildDemo(world.config, note))
  await step('the rest of it', (note) => demo.finishDemo(world.config, note))
  for (const { role, name, place } of people) console.log(`  ${role}: ${name}, ${place}`)
}

/** Reads the command, or ends with what it can do. */
function readWish(): { schools: number | null; yes: boolean } {
  try {
    const { values } = parseArgs({ options: { schools: { type: 'string' }, yes: { type: 'boolean' }, help: { type: 'boolean' } } })
    const schools = values.schools === undefined ? null : Number(values.schools)
    if (values.help) { console.log(usage); process.exit(0) }
    if (schools !== null && !(Number.isInteger(schools) && schools > 0 && schools <= 5000)) throw new Error('--schools takes a number from 1 to 5000')
    return { schools, yes: values.yes ?? false }
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
    process.exit(2)
  }
}

const wish = readWish()
const config = readConfig(process.env)
if (config.production) {
  console.error('The demo country is never built in production.')
  process.exit(1)
}
if (wish.schools === null && config.ownerUrl && !wish.yes) {
  console.error('This empties the database of DATABASE_URL. Add --yes when you mean it: npm run demo -- --yes')
  process.exit(1)
}
const world = await openWorld(config)
try {
  const { schools } = wish
  if (schools === null) await rebuild(world)
  else await step(`${schools} light schools`, (note) => growCountry(world.cluster.url, schools, note))
} finally {
  await world.close()
}
