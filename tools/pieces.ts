import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Config } from '../apps/server/config.ts'
import { root } from './files.ts'

/** Someone of the demo country whom a visitor may choose at the sign-in stand. */
export interface DemoPerson { readonly name: string; readonly role: string; readonly place: string }

/** apps/server/demo.ts */
export interface DemoPiece {
  /** Builds what the first screens of the demo country need, returns at once in a full database; people to show on the first page of a start. */
  buildDemo(config: Config, progress: (words: string) => void): Promise<readonly DemoPerson[]>
  /** Builds the rest of it, from wherever it was stopped. */
  finishDemo(config: Config, progress: (words: string) => void): Promise<void>
}

/** apps/server/stand.ts */
export interface StandPiece {
  /** Starts the ЕСИА stand and returns the configuration with which our server trusts it. */
  openStand(config: Config): Promise<{ config: Config; url: string; close(): Promise<void> }>
}

/** A module of the project that a small installation may leave out. */
export async function piece<T>(path: string): Promise<T | null> {
  return existsSync(join(root, path)) ? ((await import(pathToFileURL(join(root, path)).href)) as T) : null
}

/** Ends with a plain sentence when a command's program is not part of this copy. */
export async function runPiece(path: string): Promise<void> {
  if ((await piece(path)) !== null) return
  console.error(`this copy of the project has no ${path}`)
  process.exit(1)
}
