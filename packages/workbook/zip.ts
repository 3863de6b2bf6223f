import { inflateRawSync } from 'node:zlib'

export const WORKBOOK_LIMITS = { bytes: 12 * 1024 * 1024, unpacked: 120 * 1024 * 1024, entries: 300, rows: 20_000 } as const
export type ZipFault = 'too_large' | 'not_a_workbook' | 'old_format' | 'unpacks_too_large' | 'encrypted'

/** Says why the bytes are no workbook that may be opened: each entry is unpacked to a bound, whatever size it claims. */
export function whyNotWorkbook(bytes: Uint8Array): ZipFault | null {
  if (bytes.length > WORKBOOK_LIMITS.bytes) return 'too_large'
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return 'old_format'
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || end < 0 || end + 22 > file.length) return 'not_a_workbook'
  const entries = file.readUInt16LE(end + 10)
  if (entries === 0 || entries > WORKBOOK_LIMITS.entries) return entries === 0 ? 'not_a_workbook' : 'unpacks_too_large'
  return whyNotEntries(file, file.readUInt32LE(end + 16), entries)
}

function whyNotEntries(file: Buffer, directory: number, entries: number): ZipFault | null {
  let left: number = WORKBOOK_LIMITS.unpacked
  let at = directory
  for (let i = 0; i < entries; i++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return 'not_a_workbook'
    if (file.readUInt16LE(at + 8) & 1) return 'encrypted'
    const size = unpackedSize(file, at, left)
    if (typeof size === 'string') return size
    left -= size
    at += 46 + file.readUInt16LE(at + 28) + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return null
}

function unpackedSize(file: Buffer, entry: number, most: number): number | ZipFault {
  const [method, packed, local] = [file.readUInt16LE(entry + 10), file.readUInt32LE(entry + 20), file.readUInt32LE(entry + 42)]
  if (local + 30 > file.length || file.readUInt32LE(local) !== 0x04034b50) return 'not_a_workbook'
  const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
  if (start + packed > file.length) return 'not_a_workbook'
  if (method === 0) return packed <= most ? packed : 'unpacks_too_large'
  if (method !== 8) return 'not_a_workbook'
  try {
    return inflateRawSync(file.subarray(start, start + packed), { maxOutputLength: Math.max(1, most) }).length
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'unpacks_too_large' : 'not_a_workbook'
  }
}
