import { spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isOpenToAll, openCopyOf } from './postgres-files.ts'
import type { PostgresFiles } from './postgres-files.ts'

/** How PostgreSQL is run: as ourselves, or without privileges when we are root, which it refuses to be. */
export interface PostgresUser {
  readonly files: PostgresFiles
  readonly spawn: { uid?: number; gid?: number }
  /** The command line that runs a program as this user. */
  line(program: string, args: readonly string[]): [string, string[]]
  /** Gives a path, with all that is in it, to this user. */
  own(path: string): void
}

const nobody = 65534
const inNamespace = ['--user', `--map-user=${nobody}`, `--map-group=${nobody}`]

/** Chooses the user who may run these programs on this data directory. */
export function postgresUser(files: PostgresFiles, dataDir: string): PostgresUser {
  if (process.getuid?.() !== 0) return ourselves(files)
  const dataOpen = isOpenToAll(dataDir)
  if (dataOpen && isOpenToAll(files.bin)) return unprivileged(files)
  if (spawnSync('unshare', [...inNamespace, 'true']).status === 0) return rootInNamespace(files)
  if (dataOpen) return unprivileged(openCopyOf(files))
  throw new Error(`PostgreSQL does not run as root, and no other user can reach ${dataDir}. Set DATA_DIR to a directory outside closed folders.`)
}

const ourselves = (files: PostgresFiles): PostgresUser => ({ files, spawn: {}, line: plain, own: () => {} })

const unprivileged = (files: PostgresFiles): PostgresUser =>
  ({ files, spawn: { uid: nobody, gid: nobody }, line: plain, own: (path) => chownAll(path, nobody) })

/** The files stay root's; inside the namespace root is called nobody. */
const rootInNamespace = (files: PostgresFiles): PostgresUser =>
  ({ files, spawn: {}, line: (program, args) => ['unshare', [...inNamespace, program, ...args]], own: (path) => chownAll(path, 0) })

const plain = (program: string, args: readonly string[]): [string, string[]] => [program, [...args]]

function chownAll(path: string, id: number): void {
  const now = lstatSync(path)
  // A cluster belongs to one user throughout, so its top directory tells about the rest.
  if (now.uid === id && now.gid === id) return
  if (now.isDirectory()) for (const name of readdirSync(path)) chownAll(join(path, name), id)
  chownSync(path, id, id)
}
