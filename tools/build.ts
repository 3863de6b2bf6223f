import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder, root } from './files.ts'
import { runNode } from './run.ts'

const built = join(root, 'apps/web/dist/index.html')
const builder = 'node_modules/vite/bin/vite.js'
const isWebSource = (path: string) => /^(apps\/web|packages\/(contract|web|ui|names)|subsystems\/[^/]+\/(contract|web))\//.test(path) && !/\.test\.tsx?$/.test(path)

/** Whether the built web application is older than what it is made of. */
export function webIsStale(): boolean {
  if (!existsSync(built)) return true
  if (!existsSync(join(root, builder))) return false // an image brings the built application and no builder
  const builtAt = statSync(built).mtimeMs
  const sources = ['apps/web', 'packages', 'subsystems'].flatMap((folder) => [...filesUnder(folder)]).filter(isWebSource)
  return sources.some((path) => statSync(join(root, path)).mtimeMs > builtAt)
}

/** Builds the web application into apps/web/dist. */
export async function buildWeb(): Promise<void> {
  const { code, output } = await runNode(builder, ['build', 'apps/web', '--logLevel', 'warn'])
  if (code !== 0) throw new Error(`the web application was not built:\n${output}`)
}

if (import.meta.main) await buildWeb()
