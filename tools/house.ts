import { createHash } from 'node:crypto'
import { filesUnder, git, readTree } from './files.ts'
import { laws } from './lint/laws.ts'
import type { Breach, Tree } from './lint/law.ts'

const checked = /\.(tsx?|mjs|cjs|css|sql|md)$|(^|\/)package\.json$/

/** All breaches of the house laws in the working tree. */
export function inspectHouse(): { law: string; breach: Breach }[] {
  const folders = ['apps', 'packages', 'subsystems', 'tools', 'tests', 'e2e', 'bench']
  const tree = readTree(folders.flatMap((folder) => [...filesUnder(folder)]).filter((path) => checked.test(path)))
  const found = laws.flatMap((law) => [...law.check(tree)].map((breach) => ({ law: law.name, breach })))
  return [...found, ...changedMigrations(tree, landedBlobs()).map((breach) => ({ law: 'migrations-stay', breach }))]
}

/** Migrations that differ from their landed text: databases out there have already run it. */
export function changedMigrations(tree: Tree, landed: ReadonlyMap<string, string>): Breach[] {
  const breaches: Breach[] = []
  for (const [path, blob] of landed) {
    const text = tree.get(path)
    if (text === undefined) breaches.push({ path, says: 'has landed and may not be removed' })
    else if (blobOf(text) !== blob) breaches.push({ path, says: 'has landed and may not be changed: write a new one' })
  }
  return breaches
}

export function blobOf(text: string): string {
  const bytes = Buffer.from(text)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** Landed is what the latest release tag contains. */
function landedBlobs(): Map<string, string> {
  const release = git('describe', '--tags', '--abbrev=0', '--match', 'v*')?.trim()
  const listed = release ? git('ls-tree', '-r', release) : null
  const rows = (listed ?? '').split('\n').map((line) => /^\d+ blob ([0-9a-f]{40})\t(.*\/migrations\/.*\.sql)$/.exec(line))
  return new Map(rows.filter((row) => row !== null).map((row) => [row[2] ?? '', row[1] ?? '']))
}

if (import.meta.main) {
  const found = inspectHouse()
  for (const { law, breach } of found) console.log(`${breach.path}${breach.line ? `:${breach.line}` : ''}  ${breach.says}  [${law}]`)
  console.log(found.length === 0 ? 'the house is in order' : `${found.length} breaches`)
  process.exit(found.length === 0 ? 0 : 1)
}
