import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { Country } from './country.ts'

/** How far the demo country has come; kept beside the database, so that a start goes on where the last one was stopped. */
export interface Saved {
  readonly seed: number
  /** The moment the country was begun: all of it is told as of that day. */
  readonly now: string
  readonly done: readonly string[]
  readonly country: Country | null
}

type Where = Pick<Config, 'dataDir'>
const fileOf = (config: Where) => join(config.dataDir, 'demo.json')

export const readSaved = (config: Where): Saved | null => existsSync(fileOf(config)) ? JSON.parse(readFileSync(fileOf(config), 'utf8')) as Saved : null

export const writeSaved = (config: Where, saved: Saved): void => writeWhole(fileOf(config), saved)

export const forgetSaved = (config: Where): void => rmSync(fileOf(config), { force: true })

/** A reader finds the old file or the new one, never half of it. */
export function writeWhole(path: string, value: unknown): void {
  writeFileSync(`${path}.new`, JSON.stringify(value, null, 1), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
