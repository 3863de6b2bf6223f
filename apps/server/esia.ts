import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { algorithmOf, chooseSigner, readTrust, signerOf, validityOf } from '@school/gost'
import { configureIdentity, esiaV2, qualifiedSignatures, studySignatures } from '@school/identity/server'
import type { Kit } from '@school/server'
import type { Config } from './config.ts'

/** Where ЕСИА sends browsers back to; registered there letter by letter. */
export const returnPath = '/auth/esia/return'

/** Tells the server through which ЕСИА people sign in; without one configured, signing in is explained as unavailable. */
export async function connectIdentity(kit: Kit, config: Config): Promise<void> {
  const { esia, publicUrl } = config
  if (!esia.url) return
  const trusted = esia.trustedFiles.map((file) => readFileSync(file, 'utf8')).map((certificatePem) => ({ certificatePem, ...validityOf(certificatePem) }))
  const first = trusted[0]
  if (!first) throw new Error('ESIA_TRUSTED_FILES must name at least one certificate of ЕСИА')
  const signer = await signerOf({ privateKeyPem: readFileSync(esia.keyFile, 'utf8'), certificatePem: readFileSync(esia.certificateFile, 'utf8') })
  const host = esia.url.replace(/\/$/, '')
  configureIdentity(kit, {
    provider: esiaV2({ host, issuer: issuerOf(host), clientId: esia.clientId, redirectUri: publicUrl + returnPath, signer, trusted, tokenAlgorithm: algorithmOf(first.certificatePem), clock: kit.clock }),
    publicUrl, secureCookies: isTrustworthy(publicUrl),
    ...(await signaturesOf(config)),
  })
}

/** Who checks signatures: the authorities of the installation; without any, the demo has its study signature and production none. */
async function signaturesOf({ signatures, production, dataDir }: Config) {
  if (signatures) {
    await readTrust(signatures.authorities, signatures.revocations) // a wrong folder is told at the start, not to the first curator
    return { signatures: qualifiedSignatures(() => readTrust(signatures.authorities, signatures.revocations)) }
  }
  return production ? {} : { signatures: studySignatures(await chooseSigner({ commonName: 'STUDY SIGNER', directory: join(dataDir, 'esia') })) }
}

/** The `iss` of ЕСИА's tokens: its own host names itself over plain HTTP. */
const issuerOf = (host: string) => (/\.gosuslugi\.ru$/.test(new URL(host).hostname) ? `http://${new URL(host).host}/` : `${host}/`)

/** Where browsers keep cookies marked Secure: over HTTPS and on the machine itself. */
function isTrustworthy(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname) || hostname.endsWith('.localhost')
}
