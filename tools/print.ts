import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { roles } from '@school/contract'
import { subsystems } from '../apps/server/app.ts'
import { variables } from '../apps/server/config.ts'
import { migrate } from '../packages/server/database/migrate.ts'
import { root } from './files.ts'
import { accessPage, configPage, factsPage, routesPage, tablesPage } from './print/pages.ts'
import { readColumns } from './print/schema.ts'
import { withScratchDatabase } from './scratch.ts'
import { migrationFolders } from './world.ts'

const folder = join(root, 'docs', 'generated')

/** All generated pages by file name. */
async function printAll(): Promise<Map<string, string>> {
  const columns = await withScratchDatabase(async (url) => {
    await migrate(url, migrationFolders())
    return readColumns(url)
  })
  return new Map([
    ['access.md', accessPage(subsystems, roles)], ['routes.md', routesPage(subsystems)], ['facts.md', factsPage(subsystems)],
    ['tables.md', tablesPage(columns)], ['config.md', configPage(variables)],
  ])
}

const pages = await printAll()
const stale = [...pages].filter(([name, text]) => !existsSync(join(folder, name)) || readFileSync(join(folder, name), 'utf8') !== text).map(([name]) => name)
if (process.argv.includes('--check')) {
  for (const name of stale) console.log(`docs/generated/${name} is not fresh: run "npm run print"`)
  process.exit(stale.length === 0 ? 0 : 1)
}
mkdirSync(folder, { recursive: true })
for (const name of stale) writeFileSync(join(folder, name), pages.get(name) ?? '')
console.log(stale.length === 0 ? 'all generated pages are fresh' : `printed ${stale.join(', ')}`)
