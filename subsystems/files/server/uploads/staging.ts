import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, rm, stat, truncate, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { sniffBytes } from '../blobs/sniff.ts'
import { settings } from '../settings.ts'

const fileOf = (id: string): string => join(settings().staging, id)

/** Sums over what has arrived so far, kept while the process lives; after a restart they are computed again from the disk. */
const sums = new Map<string, { readonly hash: Hash; readonly at: number }>()
const mostSums = 2000

export const stagedFile = fileOf

/** An empty file for an upload, safely on the disk. */
export async function makeStaged(id: string): Promise<void> {
  const file = await open(fileOf(id), 'wx', 0o600)
  await file.sync().finally(() => file.close())
}

/** Opens the file at the place up to which it is known to be whole; null when less lies there, so that the upload is lost. */
export async function openStaged(id: string, received: number): Promise<FileHandle | null> {
  const found = await stat(fileOf(id)).catch(() => null)
  if (!found || found.size < received) return null
  if (found.size > received) await truncate(fileOf(id), received)
  return open(fileOf(id), 'r+')
}

/** The sum over the first bytes. */
export async function sumAt(id: string, received: number): Promise<Hash> {
  const known = sums.get(id)
  if (known?.at === received) return known.hash.copy()
  const hash = createHash('sha256')
  if (received > 0) for await (const chunk of createReadStream(fileOf(id), { end: received - 1 })) hash.update(chunk as Buffer)
  return hash
}

export function rememberSum(id: string, hash: Hash, at: number): void {
  if (sums.size >= mostSums) sums.clear()
  sums.set(id, { hash, at })
}

export async function headOf(id: string): Promise<Buffer> {
  const file = await open(fileOf(id), 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffBytes), 0, sniffBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

export async function dropStaged(id: string): Promise<void> {
  sums.delete(id)
  await rm(fileOf(id), { force: true })
}

/** Files of uploads, by id. */
export const listStaged = (): Promise<string[]> => readdir(settings().staging)
/** When a file of an upload was last written. */
export const stagedAge = async (id: string): Promise<Date> => (await stat(fileOf(id))).mtime
