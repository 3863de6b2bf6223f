import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { reading, type Kit, type Read } from '@school/server'
import { settings } from '../settings.ts'
import { findRule, listBlobs, listBroken, listKnown } from './store.ts'

export interface FilesVerdict { readonly blobs: number; readonly hashed: number; readonly stray: number; readonly faults: readonly string[] }

const batch = 500

/** Proves that the tables and the bytes agree; `share` is the part of blobs whose bytes are read again, 1 for all. */
export async function checkFiles(kit: Kit, share: number): Promise<FilesVerdict> {
  const faults = (await reading(kit, {}, listBroken)).map(({ what, id }) => `${what}: ${id}`)
  const rule = await reading(kit, {}, findRule)
  // A sweep may be one turn late, and what is young may be on its way.
  const grace = new Date(kit.clock().getTime() - (rule.orphan_hours + 2) * 3_600_000)
  let [blobs, hashed, after] = [0, 0, '']
  for (;;) {
    const rows = await reading(kit, {}, (read) => listBlobs(read, after, batch))
    for (const row of rows) {
      blobs++
      after = row.hash
      if (row.refs !== row.counted) faults.push(`blob ${row.hash} counts ${row.refs} references, ${row.counted} versions point at it`)
      if (row.orphan_since && row.orphan_since < grace) faults.push(`blob ${row.hash} lies unused since ${row.orphan_since.toISOString()}`)
      const size = await settings().blobs.sizeOf(row.hash)
      if (size === null) { if (row.refs > 0) faults.push(`blob ${row.hash} has no bytes`); continue }
      if (size !== row.size) faults.push(`blob ${row.hash} has ${size} bytes instead of ${row.size}`)
      // Chosen by the hash itself: another run with the same share reads the same ones, a larger share more of them.
      else if (Number.parseInt(row.hash.slice(0, 8), 16) / 0x1_0000_0000 < share) { hashed++; if (await hashOf(row.hash) !== row.hash) faults.push(`blob ${row.hash} holds other bytes`) }
    }
    if (rows.length < batch) break
  }
  const stray = await reading(kit, {}, (read) => strayBlobs(read, grace))
  return { blobs, hashed, stray: stray.length, faults: [...faults, ...stray.map((hash) => `bytes of ${hash} belong to no blob`)] }
}

async function hashOf(hash: string): Promise<string> {
  const sum = createHash('sha256')
  await pipeline(settings().blobs.open(hash), sum)
  return sum.digest('hex')
}

/** Bytes without a row that lie there since before a moment: an act that kept them never committed. */
export async function strayBlobs(read: Read, before: Date): Promise<string[]> {
  const found: string[] = []
  let asked: string[] = []
  const ask = async () => {
    const known = await listKnown(read, asked)
    found.push(...asked.filter((hash) => !known.has(hash)))
    asked = []
  }
  for await (const { hash, changedAt } of settings().blobs.list()) {
    if (changedAt < before) asked.push(hash)
    if (asked.length >= batch) await ask()
  }
  if (asked.length > 0) await ask()
  return found
}
