import { keptKeys, makeContainer, type KeyPair } from '@school/gost'

let given: Promise<KeyPair> | undefined

/** Names the key with which this installation signs what it hands out; called once when the server starts. */
export const sealWith = (keys: Promise<KeyPair>): void => { given = keys }

/** A document with the detached signature of the installation in one container; without a named key, one that lives as long as the program. */
export async function sealed(name: string, document: Buffer): Promise<Buffer> {
  given ??= keptKeys({ commonName: 'JOURNAL SEAL' })
  return makeContainer(name, document, await given)
}
