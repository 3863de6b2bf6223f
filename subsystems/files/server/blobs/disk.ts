import { createReadStream } from 'node:fs'
import { copyFile, link, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { BlobStore, Kept } from './blob-store.ts'

const isHash = /^[0-9a-f]{64}$/

/** Blobs as files in folders of two levels, `ab/cd/abcd…`. */
export function diskStore(folder: string): BlobStore {
  const at = (hash: string): string => {
    if (!isHash.test(hash)) throw new Error('not a hash')
    return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
  }
  return {
    async keep(hash, file) {
      const target = at(hash)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await linkOrCopy(file, target)
      await flushFolder(dirname(target))
    },
    open: (hash, slice) => createReadStream(at(hash), slice ? { start: slice.start, end: slice.end } : {}),
    sizeOf: (hash) => stat(at(hash)).then((found) => found.size, absent),
    async remove(hash) { await rm(at(hash), { force: true }) },
    list: () => listUnder(folder),
  }
}

const absent = (error: { code?: string }) => { if (error.code === 'ENOENT') return null; throw error }

/** A second name costs nothing; where the file system has none, a copy appears under its name only when it is whole. */
async function linkOrCopy(file: string, target: string): Promise<void> {
  try {
    await link(file, target)
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EEXIST') return
    if (code !== 'EXDEV' && code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EMLINK') throw error
    const part = `${target}.${randomUUID()}.part`
    await copyFile(file, part)
    const written = await open(part, 'r+')
    await written.sync().finally(() => written.close())
    await rename(part, target)
  }
}

/** The name itself must survive a loss of power, not only the bytes. */
async function flushFolder(folder: string): Promise<void> {
  const entry = await open(folder, 'r')
  await entry.sync().catch(() => {}).finally(() => entry.close()) // some systems cannot flush a folder
}

async function* listUnder(folder: string, depth = 0): AsyncIterable<Kept> {
  const entries = await opendir(folder).catch(absent)
  if (entries === null) return
  for await (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && depth < 2) yield* listUnder(path, depth + 1)
    else if (entry.isFile() && isHash.test(entry.name)) {
      const found = await stat(path).catch(absent)
      if (found) yield { hash: entry.name, size: found.size, changedAt: found.ctime }
    }
  }
}
