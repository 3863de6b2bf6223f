import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './files.ts'

interface Entry { version?: string; license?: string; dev?: boolean; optional?: boolean; os?: string[]; cpu?: string[]; libc?: string[]; optionalDependencies?: Record<string, string> }
export interface LockFile { packages: Record<string, Entry> }

const systems = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'openharmony']

/** Platform packages that a package offers and the lock file forgot; `npm ci` refuses such a file. A mirror without them makes npm forget. */
export function missingPlatforms(lock: LockFile): { name: string; entry: Entry }[] {
  return Object.entries(lock.packages).filter(([path]) => path !== '').flatMap(([path, { optionalDependencies, dev, license }]) =>
    Object.entries(optionalDependencies ?? {})
      .filter(([name]) => !lock.packages[`node_modules/${name}`] && !lock.packages[`${path}/node_modules/${name}`])
      .map(([name, version]) => ({ name, entry: { version, ...platformOf(name), ...(dev ? { dev } : {}), ...(license ? { license } : {}), optional: true } })))
}

function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const parts = (name.split('/').at(-1) ?? '').split('-')
  const at = parts.findIndex((part) => systems.includes(part))
  const [os, cpu, flavour] = at < 0 ? [] : parts.slice(at)
  const libc = os === 'linux' && flavour ? { libc: [flavour.startsWith('musl') ? 'musl' : 'glibc'] } : {}
  return os && cpu ? { os: [os], cpu: [cpu], ...libc } : {}
}

if (import.meta.main) {
  const file = join(root, 'package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8')) as LockFile
  const missing = missingPlatforms(lock)
  for (const { name, entry } of missing) lock.packages[`node_modules/${name}`] = entry
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
  if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${missing.length} platform packages added to package-lock.json`)
}
