import { algorithmOf } from '../certificate.ts'
import { OpenSsl } from '../openssl.ts'
import type { KeyPair } from '../scheme.ts'

const shared = new OpenSsl()

/** A detached CAdES-BES signature of these bytes as DER; `chain` are certificates of authorities that go along. */
export async function signDetached(document: Uint8Array, keys: KeyPair, chain: readonly string[] = [], openssl = shared): Promise<Buffer> {
  const digest = algorithmOf(keys.certificatePem) === 'RS256' ? 'sha256' : 'md_gost12_256'
  const along = chain.length > 0 ? ['-certfile', openssl.keep(chain.join('\n'))] : []
  return openssl.lend(document, (path) => openssl.lend(Buffer.from(keys.privateKeyPem), (key) => openssl.must([
    'cms', '-sign', '-cades', '-binary', '-outform', 'DER', '-md', digest, '-signer', openssl.keep(keys.certificatePem), '-inkey', key, ...along, '-in', path,
  ])))
}
