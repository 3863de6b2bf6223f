/** What a creation says of the file: pairs of a key and a base64 value, parted by commas; null when it is malformed. */
export function readMetadata(header: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>()
  for (const pair of header.split(',').map((one) => one.trim()).filter(Boolean)) {
    const [key = '', value = ''] = pair.split(' ')
    if (!/^[\x21-\x7e]+$/.test(key) || !/^[A-Za-z0-9+/]*={0,2}$/.test(value) || found.has(key)) return null
    try {
      found.set(key, new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(value, 'base64')))
    } catch {
      return null
    }
  }
  return found
}

export const checksumAlgorithms = ['sha256', 'sha1', 'md5'] as const
export interface Checksum { readonly algorithm: (typeof checksumAlgorithms)[number]; readonly value: Buffer }

/** The checksum of a chunk as tus writes it; null when the algorithm is unknown or the value no base64. */
export function readChecksum(header: string): Checksum | null {
  const [name, value = ''] = header.split(' ')
  const algorithm = checksumAlgorithms.find((one) => one === name)
  return algorithm && /^[A-Za-z0-9+/]+={0,2}$/.test(value) ? { algorithm, value: Buffer.from(value, 'base64') } : null
}

/** A count of bytes in a header: digits only. */
export const readCount = (header: unknown): number | null => (typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : null)
