import { readConfig } from '../apps/server/config.ts'
import { migrate } from '../packages/server/database/migrate.ts'
import { clusterFrom } from '../packages/server/database/embedded.ts'
import { piece } from './pieces.ts'
import type { DemoPiece } from './pieces.ts'
import { step } from './say.ts'
import { migrationFolders, openWorld } from './world.ts'

const config = readConfig(process.env)
if (config.production) {
  console.error('The demo country is never built in production.')
  process.exit(1)
}
if (config.ownerUrl && !process.argv.includes('--yes')) {
  console.error('This empties the database of DATABASE_URL. Add --yes when you mean it: npm run demo -- --yes')
  process.exit(1)
}

const demo = await piece<DemoPiece>('apps/server/demo.ts')
if (!demo) throw new Error('this copy of the project has no apps/server/demo.ts')
const world = await openWorld(config)
try {
  await step('empty database', async () => {
    const name = decodeURIComponent(new URL(world.cluster.url).pathname.slice(1))
    const cluster = clusterFrom(world.cluster.url)
    await cluster.dropDatabase(name)
    await migrate(await cluster.createDatabase(name), migrationFolders())
  })
  const people = await step('demo country', (note) => demo.buildDemo(world.config, note))
  await step('the rest of it', (note) => demo.finishDemo(world.config, note))
  for (const { role, name, place } of people) console.log(`  ${role}: ${name}, ${place}`)
} finally {
  await world.close()
}
