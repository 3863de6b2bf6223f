import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Which certification authorities are believed, and what they have taken back. */
export interface Trust {
  /** Certificates of authorities as DER: roots (issued by themselves) and those between. */
  readonly authorities: readonly Buffer[]
  /** Revocation lists as DER; null: nobody asks whether a certificate was taken back. */
  readonly revocations: readonly Buffer[] | null
}

/** Reads the folders again at every call, so that a list brought anew holds at once. Files are PEM or DER; others are passed by. */
export async function readTrust(authorityFolder: string, revocationFolder: string | null): Promise<Trust> {
  return {
    authorities: await bytesIn(authorityFolder, /\.(pem|crt|cer)$/i, 'CERTIFICATE'),
    revocations: revocationFolder === null ? null : await bytesIn(revocationFolder, /\.(pem|crl)$/i, 'X509 CRL'),
  }
}

/** The DER of every PEM block with this label; a file without such a block is DER itself. */
export function blocksOf(file: Buffer, label: string): Buffer[] {
  if (file[0] === 0x30) return [file]
  const block = new RegExp(`-----BEGIN ${label}-----([A-Za-z0-9+/=\\s]+)-----END ${label}-----`, 'g')
  return [...file.toString('latin1').matchAll(block)].map(([, text]) => Buffer.from(text!, 'base64'))
}

/** DER as PEM, as the program wants it. */
export const pemOf = (label: string, der: Buffer) => `-----BEGIN ${label}-----\n${(der.toString('base64').match(/.{1,64}/g) ?? []).join('\n')}\n-----END ${label}-----\n`

async function bytesIn(folder: string, named: RegExp, label: string): Promise<Buffer[]> {
  const names = (await readdir(folder)).filter((name) => named.test(name)).toSorted()
  return (await Promise.all(names.map(async (name) => blocksOf(await readFile(join(folder, name)), label)))).flat()
}
