import { crc32 } from 'node:zlib'
import type { Readable } from 'node:stream'

export interface ZipEntry { /** With `/` between folders; a folder ends in one. */ readonly path: string; readonly at: Date; readonly size: number; /** None for a folder. */ open?(): Readable }

const most32 = 0xffff_ffff
const most16 = 0xffff
const isLarge = (n: number) => n >= most32

/** Day and time as DOS wrote them; years outside of its reach are cut to it. */
function dosTime(at: Date): [time: number, date: number] {
  const year = Math.min(Math.max(at.getUTCFullYear(), 1980), 2107)
  return [(at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1), ((year - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate()]
}

interface Written { readonly entry: ZipEntry; readonly name: Buffer; readonly at: number; readonly crc: number; readonly size: number }

// UTF-8 names; sums and sizes follow the bytes, because they are written while they are read.
const flags = 0x0808

function localHeader(entry: ZipEntry, name: Buffer): Buffer {
  const header = Buffer.alloc(30)
  const [time, date] = dosTime(entry.at)
  header.writeUInt32LE(0x04034b50, 0)
  header.writeUInt16LE(isLarge(entry.size) ? 45 : 20, 4)
  header.writeUInt16LE(flags, 6)
  header.writeUInt16LE(time, 10)
  header.writeUInt16LE(date, 12)
  header.writeUInt16LE(name.length, 26)
  // An extra field of zip64 announces that the sizes after the bytes have eight bytes each.
  const extra = isLarge(entry.size) ? Buffer.from([1, 0, 16, 0, ...Array<number>(16).fill(0)]) : Buffer.alloc(0)
  if (extra.length > 0) { header.writeUInt32LE(most32, 18); header.writeUInt32LE(most32, 22) }
  header.writeUInt16LE(extra.length, 28)
  return Buffer.concat([header, name, extra])
}

function sizesAfter(crc: number, size: number, wide: boolean): Buffer {
  const block = Buffer.alloc(wide ? 24 : 16)
  block.writeUInt32LE(0x08074b50, 0)
  block.writeUInt32LE(crc, 4)
  if (wide) { block.writeBigUInt64LE(BigInt(size), 8); block.writeBigUInt64LE(BigInt(size), 16) } else { block.writeUInt32LE(size, 8); block.writeUInt32LE(size, 12) }
  return block
}

function centralHeader({ entry, name, at, crc, size }: Written): Buffer {
  const wide = isLarge(size) || isLarge(at)
  const extra = wide ? Buffer.alloc(28) : Buffer.alloc(0)
  if (wide) {
    extra.writeUInt16LE(1, 0)
    extra.writeUInt16LE(24, 2)
    for (const [i, n] of [size, size, at].entries()) extra.writeBigUInt64LE(BigInt(n), 4 + i * 8)
  }
  const header = Buffer.alloc(46)
  const [time, date] = dosTime(entry.at)
  header.writeUInt32LE(0x02014b50, 0)
  for (const [offset, n] of [[4, wide ? 45 : 20], [6, wide ? 45 : 20], [8, flags], [12, time], [14, date], [28, name.length], [30, extra.length]] as const) header.writeUInt16LE(n, offset)
  for (const [offset, n] of [[16, crc], [20, wide ? most32 : size], [24, wide ? most32 : size], [38, entry.open ? 0 : 0x10], [42, wide ? most32 : at]] as const) header.writeUInt32LE(n, offset)
  return Buffer.concat([header, name, extra])
}

function ending(count: number, from: number, bytes: number): Buffer {
  const wide = count >= most16 || isLarge(from) || isLarge(bytes)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  for (const offset of [8, 10]) end.writeUInt16LE(wide ? most16 : count, offset)
  end.writeUInt32LE(wide ? most32 : bytes, 12)
  end.writeUInt32LE(wide ? most32 : from, 16)
  if (!wide) return end
  const big = Buffer.alloc(76)
  big.writeUInt32LE(0x06064b50, 0)
  big.writeBigUInt64LE(44n, 4)
  for (const offset of [12, 14]) big.writeUInt16LE(45, offset)
  for (const [i, n] of [count, count, bytes, from].entries()) big.writeBigUInt64LE(BigInt(n), 24 + i * 8)
  big.writeUInt32LE(0x07064b50, 56)
  big.writeBigUInt64LE(BigInt(from + bytes), 64)
  big.writeUInt32LE(1, 72)
  return Buffer.concat([big, end])
}

/** Writes a zip while its entries are read: nothing is packed, nothing waits in memory. */
export async function* zipOf(entries: Iterable<ZipEntry>): AsyncGenerator<Buffer> {
  const written: Written[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.path.toWellFormed(), 'utf8')
    const head = localHeader(entry, name)
    yield head
    let [crc, size] = [0, 0]
    if (entry.open) {
      for await (const chunk of entry.open() as AsyncIterable<Buffer>) {
        crc = crc32(chunk, crc)
        size += chunk.length
        yield chunk
      }
    }
    const after = sizesAfter(crc, size, isLarge(entry.size))
    yield after
    written.push({ entry, name, at, crc, size })
    at += head.length + size + after.length
  }
  let bytes = 0
  for (const one of written) {
    const header = centralHeader(one)
    bytes += header.length
    yield header
  }
  yield ending(written.length, at, bytes)
}
