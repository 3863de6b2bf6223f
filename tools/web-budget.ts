import { existsSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { join } from 'node:path'
import type { Files, Views } from '../apps/web/build/shapes.ts'
import { root } from './files.ts'

/** Kilobytes after gzip, and files, that the first view of a page may take. */
export const budget = { scripts: 190, styles: 25, requests: 12 } as const
export interface Weighed { readonly page: string; readonly role: string; readonly scripts: number; readonly styles: number; readonly requests: number; readonly fits: boolean }

const built = join(root, 'apps/web/dist')
// the document and the font come with every view
const always = 2

/** Weighs the first view of every page for every role: the shell, the page, what other rooms put into it, and the Russian words. */
export function weighViews(): Weighed[] {
  if (!existsSync(join(built, 'views.json'))) throw new Error('apps/web is not built: run `node tools/build.ts` first')
  const { shell, pages } = JSON.parse(readFileSync(join(built, 'views.json'), 'utf8')) as Views
  const weights = new Map<string, number>()
  const kilobytes = (file: string) => weights.getOrInsertComputed(file, () => gzipSync(readFileSync(join(built, file))).length / 1024)
  const sum = (files: readonly string[]) => files.reduce((all, file) => all + kilobytes(file), 0)
  function weigh(page: string, role: string, { scripts, styles, words }: Files): Weighed {
    const all = [...new Set([...shell, ...scripts, ...styles, ...words.ru])]
    const code = sum(all.filter((file) => file.endsWith('.js')))
    const looks = sum(all.filter((file) => file.endsWith('.css')))
    return { page, role, scripts: code, styles: looks, requests: all.length + always, fits: code <= budget.scripts && looks <= budget.styles && all.length + always <= budget.requests }
  }
  return pages.flatMap(({ path, acting, roles }) => Object.entries(roles).map(([role, files]) => weigh(acting ? `/as/${role}/…${path}` : path, role, files)))
}

if (import.meta.main) {
  const views = weighViews()
  for (const { page, scripts, styles, requests, fits } of views) console.log(`${fits ? 'ok  ' : 'OVER'} ${page.padEnd(80)} scripts ${scripts.toFixed(1).padStart(6)} KB, styles ${styles.toFixed(1).padStart(5)} KB, requests ${requests}`)
  const over = views.filter((view) => !view.fits).length
  console.log(over > 0 ? `${over} of ${views.length} views are over the budget: scripts ${budget.scripts} KB, styles ${budget.styles} KB gzipped, ${budget.requests} requests` : `all ${views.length} views fit`)
  process.exitCode = over > 0 ? 1 : 0
}
