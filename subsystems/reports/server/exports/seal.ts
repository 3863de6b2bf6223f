import { blocksOf, keptKeys, makeContainer, openContainer, verifyDetached, type KeyPair, type SignatureVerdict } from '@school/gost'

let given: Promise<KeyPair> | undefined

/** Names the key with which this installation signs what it hands out; called once when the server starts. */
export const sealWith = (keys: Promise<KeyPair>): void => { given = keys }

const keysOf = () => (given ??= keptKeys({ commonName: 'JOURNAL SEAL' }))

/** A document with the detached signature of the installation in one container; without a named key, one that lives as long as the program. */
export async function sealed(name: string, document: Buffer): Promise<Buffer> {
  return makeContainer(name, document, await keysOf())
}

/** The certificate that anyone needs to check such a signature. */
export async function sealCertificate(): Promise<string> {
  return (await keysOf()).certificatePem
}

/** A container as it came: its document and how its signature stands against the certificate of this installation; null when it is no container. */
export async function opened(container: Uint8Array, now: Date): Promise<{ document: Buffer; verdict: SignatureVerdict } | null> {
  const contained = openContainer(container)
  if (!contained) return null
  const trust = { authorities: blocksOf(Buffer.from(await sealCertificate()), 'CERTIFICATE'), revocations: null }
  return { document: contained.document, verdict: await verifyDetached({ document: contained.document, signature: contained.signature, purpose: 'any', now, trust }) }
}
