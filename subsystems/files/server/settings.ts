import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BlobStore } from './blobs/blob-store.ts'
import { diskStore } from './blobs/disk.ts'

export interface FilesSettings {
  readonly blobs: BlobStore
  /** Where uploads lie until they are whole; on the same file system as the blobs. */
  readonly staging: string
  /** The origin that shows previews and its key; null: files are only saved, never shown. */
  readonly content: { readonly origin: string; readonly host: string; readonly opener: string; readonly key: Buffer } | null
}

let given: FilesSettings | undefined

/** Keeps files in a folder, and shows previews from the given origin to pages of `opener`. */
export function filesIn(folder: string, content: { readonly origin: string; readonly opener: string } | null): void {
  given = openFiles(folder, content)
}

function openFiles(folder: string, content: { origin: string; opener: string } | null): FilesSettings {
  const staging = join(folder, 'uploads')
  mkdirSync(staging, { recursive: true, mode: 0o700 })
  return { blobs: diskStore(join(folder, 'blobs')), staging, content: content && { ...content, host: new URL(content.origin).host, key: keptKey(join(folder, 'content.key')) } }
}

/** Without a named folder, one that lives as long as the machine keeps temporary files. */
export const settings = (): FilesSettings => (given ??= openFiles(mkdtempSync(join(tmpdir(), 'school-files-')), { origin: 'http://content.localhost:3000', opener: 'http://localhost:3000' }))

function keptKey(file: string): Buffer {
  try {
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as { code?: string }).code !== 'EEXIST') throw error
  }
  return readFileSync(file)
}
