import { crc32, inflateRawSync } from 'node:zlib'

export interface ZipEntry { readonly name: string; readonly bytes: Buffer }

const largest = 64 * 1_048_576
const utf8Names = 0x0800

/** A ZIP archive whose entries lie as they are, in this order; the same entries give the same bytes. */
export function writeZip(entries: readonly ZipEntry[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes } of entries) {
    const words = Buffer.from(name, 'utf8')
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(utf8Names, 2)
    facts.writeUInt16LE(0x21, 8) // the first of January 1980: a container tells its time by the signature
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(bytes.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(words.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    bodies.push(signature(0x04034b50), facts, words, bytes)
    directory.push(signature(0x02014b50), Buffer.of(20, 0), facts, place, words)
    at += 30 + words.length + bytes.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(at, 12)
  return Buffer.concat([...bodies, listed, signature(0x06054b50), end])
}

/** The entries of an archive; anything broken, too large or packed in a way not known throws. */
export function readZip(archive: Buffer): ZipEntry[] {
  const end = archive.lastIndexOf(signature(0x06054b50))
  if (end < 0 || end + 22 > archive.length) throw new Error('not a ZIP archive')
  const entries: ZipEntry[] = []
  let total = 0
  for (let at = archive.readUInt32LE(end + 16), left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (archive.readUInt32LE(at) !== 0x02014b50) throw new Error('a broken ZIP archive')
    const [packing, sum, packed, size] = [archive.readUInt16LE(at + 10), archive.readUInt32LE(at + 16), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 24)]
    const [nameLength, extra, note, place] = [archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32), archive.readUInt32LE(at + 42)]
    total += size
    if (total > largest) throw new Error('the archive unpacks to more than is accepted')
    const start = place + 30 + archive.readUInt16LE(place + 26) + archive.readUInt16LE(place + 28)
    const body = archive.subarray(start, start + packed)
    const bytes = packing === 0 ? Buffer.from(body) : packing === 8 ? inflateRawSync(body, { maxOutputLength: size || 1 }) : Buffer.alloc(0)
    if (bytes.length !== size || crc32(bytes) !== sum) throw new Error('a broken ZIP archive')
    entries.push({ name: archive.toString('utf8', at + 46, at + 46 + nameLength), bytes })
    at += 46 + nameLength + extra + note
  }
  return entries
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}
