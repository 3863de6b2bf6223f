import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { cruise } from './cruise.ts'
import { filesUnder, root } from './files.ts'
import { inTurns, run, runNode } from './run.ts'
import type { Ran } from './run.ts'

interface Check { readonly name: string; run(): Promise<Ran> }

const tool = (path: string, ...args: string[]) => runNode(`node_modules/${path}`, args)

/** What did not change since the last check is not checked again. */
const types = (half: string) => tool('typescript/bin/tsc', '-p', `tsconfig.${half}.json`, '--noEmit', '--incremental', '--tsBuildInfoFile', `.tmp/types-${half}.tsbuildinfo`)

const checks: readonly Check[] = [
  { name: 'types: server', run: () => types('server') },
  { name: 'types: web', run: () => types('web') },
  { name: 'imports', run: checkImports },
  { name: 'house laws', run: () => runNode('tools/house.ts') },
  { name: 'lint', run: () => tool('oxlint/bin/oxlint', '--deny-warnings', '-f', 'unix') },
  { name: 'migrations', run: checkMigrations },
  { name: 'dead code', run: () => tool('knip/bin/knip.js', '--no-progress', '--no-config-hints') },
  { name: 'containers', run: () => runNode('tools/containers.ts') },
  { name: 'generated docs', run: () => runNode('tools/print.ts', ['--check']) },
]

/** A cruiser that sees no files reports success, so the number of files it followed is held against the tree. */
async function checkImports(): Promise<Ran> {
  const startedAt = performance.now()
  const folders = ['apps', 'packages', 'subsystems', 'tools']
  const { modules, breaches } = cruise(root, folders)
  const sources = folders.flatMap((folder) => [...filesUnder(folder)]).filter((path) => /\.tsx?$/.test(path)).length
  const lines = breaches.map(({ rule, from, to }) => `${from} → ${to}  [${rule}]`)
  if (modules < sources) lines.push(`the cruiser followed ${modules} modules, but there are ${sources} sources`)
  return { code: lines.length === 0 ? 0 : 1, output: lines.join('\n'), seconds: (performance.now() - startedAt) / 1000 }
}

async function checkMigrations(): Promise<Ran> {
  const files = ['packages', 'subsystems'].flatMap((folder) => [...filesUnder(folder)]).filter((path) => /\/migrations\/.*\.sql$/.test(path))
  const squawk = join(root, 'node_modules', '@squawk-cli', `${process.platform}-${process.arch}`, 'bin', process.platform === 'win32' ? 'squawk.exe' : 'squawk')
  return files.length === 0 ? { code: 0, output: '', seconds: 0 } : run(squawk, files, { env: { NO_COLOR: '1' } })
}

/** Runs every check, also after a failure, and tells which failed. */
export async function checkAll(only: string | undefined): Promise<{ passed: number; failed: readonly string[] }> {
  const chosen = checks.filter((check) => only === undefined || check.name.includes(only))
  const failed: string[] = []
  await inTurns(chosen, Math.min(2, availableParallelism()), async ({ name, run: start }) => {
    const { code, output, seconds } = await start()
    if (code !== 0) failed.push(name)
    console.log(`${code === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(16)} ${seconds.toFixed(1)} s`)
    if (code !== 0) console.log(output.trimEnd().split('\n').slice(0, 200).map((line) => `        ${line}`).join('\n'))
  })
  return { passed: chosen.length - failed.length, failed }
}

if (import.meta.main) {
  const { passed, failed } = await checkAll(process.argv[2])
  console.log(failed.length === 0 ? `${passed} checks passed` : `${passed} checks passed, ${failed.length} failed: ${failed.join(', ')}`)
  process.exit(failed.length === 0 ? 0 : 1)
}
