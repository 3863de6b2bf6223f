import type { KeyPair } from '../scheme.ts'
import { signDetached } from './sign.ts'
import { readZip, writeZip } from './zip.ts'

const mimeType = 'application/vnd.etsi.asic-s+zip'
const signaturePath = 'META-INF/signature.p7s'
const plainName = /^[^/\\\p{Cc}]{1,200}$/u

export interface Contained { readonly name: string; readonly document: Buffer; readonly signature: Buffer }

/** A document and its detached signature in one file: an ASiC-S container, which other programs open as a ZIP archive. */
export async function makeContainer(name: string, document: Uint8Array, keys: KeyPair, chain: readonly string[] = []): Promise<Buffer> {
  if (!plainName.test(name)) throw new Error('The name of a document has no folders')
  const bytes = Buffer.from(document)
  return writeZip([{ name: 'mimetype', bytes: Buffer.from(mimeType) }, { name, bytes }, { name: signaturePath, bytes: await signDetached(bytes, keys, chain) }])
}

/** What lies in a container; null when it is not one: exactly one document beside the signature. */
export function openContainer(bytes: Uint8Array): Contained | null {
  const entries = entriesOf(Buffer.from(bytes))
  const documents = entries.filter(({ name }) => name !== 'mimetype' && !name.startsWith('META-INF/'))
  const signatures = entries.filter(({ name }) => name.startsWith('META-INF/') && name.endsWith('.p7s'))
  const [document, signature] = [documents[0], signatures[0]]
  if (!document || !signature || documents.length > 1 || signatures.length > 1 || !plainName.test(document.name)) return null
  return { name: document.name, document: document.bytes, signature: signature.bytes }
}

function entriesOf(archive: Buffer) {
  try {
    return readZip(archive)
  } catch {
    return [] // whatever it is, it is not a container
  }
}
