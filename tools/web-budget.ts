/** Weighs the first view of every built page: entry, what it imports at once, and the page with its words. Fails over the budget. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

interface Chunk { readonly file: string; readonly isEntry?: boolean; readonly imports?: readonly string[]; readonly dynamicImports?: readonly string[]; readonly css?: readonly string[]; readonly src?: string }
const budget = { scripts: 190, styles: 25, requests: 12 }
const built = new URL('../apps/web/dist/', import.meta.url)

function readManifest(): Record<string, Chunk> {
  try {
    return JSON.parse(readFileSync(new URL('.vite/manifest.json', built), 'utf8')) as Record<string, Chunk>
  } catch {
    throw new Error('apps/web is not built: run `npx vite build apps/web` first')
  }
}
const manifest = readManifest()
const weights = new Map<string, number>()

function kilobytes(file: string): number {
  const known = weights.get(file)
  if (known !== undefined) return known
  const weight = gzipSync(readFileSync(new URL(file, built))).length / 1024
  weights.set(file, weight)
  return weight
}

/** A chunk with everything it imports at once. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen
  seen.add(key)
  for (const next of manifest[key]?.imports ?? []) closure(next, seen)
  return seen
}

function weigh(keys: ReadonlySet<string>) {
  const chunks = [...keys].map((key) => manifest[key]).filter((chunk) => chunk !== undefined)
  const scripts = [...new Set(chunks.map((chunk) => chunk.file))]
  const styles = [...new Set(chunks.flatMap((chunk) => chunk.css ?? []))]
  const sum = (files: readonly string[]) => files.reduce((all, file) => all + kilobytes(file), 0)
  // the document, the script of the look and two font files come with every view
  return { scripts: sum(scripts), styles: sum(styles), requests: scripts.length + styles.length + 4 }
}

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry)
if (!entry) throw new Error('the manifest names no entry')
const pages = Object.keys(manifest).filter((key) => /\/web\/pages\/.+\.tsx$/.test(key))

/** The Russian words that come together with the page, when its subsystem has built any. */
const wordsOf = (page: string) => Object.keys(manifest).filter((key) => key === page.replace(/pages\/.+$/, 'messages/ru.ts'))

let over = 0
const views: ReadonlyArray<readonly [name: string, keys: ReadonlySet<string>]> = [
  ['shell alone', closure(entry)],
  ...pages.map((page) => [page.replace(/^.*subsystems\//, ''), new Set([entry, page, ...wordsOf(page)].flatMap((key) => [...closure(key)]))] as const),
]
for (const [name, keys] of views) {
  const { scripts, styles, requests } = weigh(keys)
  const fits = scripts <= budget.scripts && styles <= budget.styles && requests <= budget.requests
  if (!fits) over++
  console.log(`${fits ? 'ok  ' : 'OVER'} ${name.padEnd(48)} scripts ${scripts.toFixed(1)} KB, styles ${styles.toFixed(1)} KB, requests ${requests}`)
}
if (over > 0) {
  console.error(`${over} of ${views.length} views are over the budget: scripts ${budget.scripts} KB, styles ${budget.styles} KB gzipped, ${budget.requests} requests`)
  process.exitCode = 1
}
