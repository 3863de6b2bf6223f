import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder, readTree, root } from './files.ts'
import { laws } from './lint/laws.ts'
import type { Breach, Tree } from './lint/law.ts'

const checked = /\.(tsx?|mjs|cjs|css|sql|md)$|(^|\/)package\.json$/

/** All breaches of the house laws in the working tree. */
export function inspectHouse(): { law: string; breach: Breach }[] {
  const folders = ['apps', 'packages', 'subsystems', 'tools', 'tests', 'e2e', 'bench']
  const tree = readTree(folders.flatMap((folder) => [...filesUnder(folder)]).filter((path) => checked.test(path)))
  const found = laws.flatMap((law) => [...law.check(tree)].map((breach) => ({ law: law.name, breach })))
  return [...found, ...changedMigrations(tree, landedMigrations()).map((breach) => ({ law: 'migrations-stay', breach }))]
}

/** Migrations that differ from their landed text: databases out there have already run it. */
export function changedMigrations(tree: Tree, landed: ReadonlyMap<string, string>): Breach[] {
  const breaches: Breach[] = []
  for (const [path, digest] of landed) {
    const text = tree.get(path)
    if (text === undefined) breaches.push({ path, says: 'has landed and may not be removed' })
    else if (digestOf(text) !== digest) breaches.push({ path, says: 'has landed and may not be changed: write a new one' })
  }
  return breaches
}

export const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Migrations that databases out there have run, with the digests of their texts; a migration is added here when it lands, and never taken out. */
export function landedMigrations(): Map<string, string> {
  return new Map(Object.entries(JSON.parse(readFileSync(join(root, 'tools/landed-migrations.json'), 'utf8')) as Record<string, string>))
}

if (import.meta.main) {
  const found = inspectHouse()
  for (const { law, breach } of found) console.log(`${breach.path}${breach.line ? `:${breach.line}` : ''}  ${breach.says}  [${law}]`)
  console.log(found.length === 0 ? 'the house is in order' : `${found.length} breaches`)
  process.exit(found.length === 0 ? 0 : 1)
}
