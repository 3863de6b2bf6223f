import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { algorithmOf, validityOf } from './certificate.ts'
import { gostIsHere, gostScheme } from './gost.ts'
import { rsaScheme } from './rsa.ts'
import type { Algorithm, KeyPair, Profile, SignatureScheme, Signer } from './scheme.ts'

let gost: Promise<SignatureScheme | undefined> | undefined

/** The ГОСТ scheme, or undefined on a machine without the engine. Looked up once per program. */
export function findGost(): Promise<SignatureScheme | undefined> {
  gost ??= gostIsHere().then((here) => (here ? gostScheme() : undefined))
  return gost
}

/** The scheme behind an algorithm; undefined when this machine cannot do it. */
export const schemeFor = async (algorithm: Algorithm) => (algorithm === 'RS256' ? rsaScheme : findGost())

/** The scheme that checks what a certificate's owner signed. */
export async function schemeOfCertificate(certificatePem: string): Promise<SignatureScheme> {
  const scheme = await schemeFor(algorithmOf(certificatePem))
  if (!scheme) throw new Error('The certificate is a GOST one, but OpenSSL with the GOST engine is not installed')
  return scheme
}

/** A signer from a key that already exists. */
export async function signerOf(keys: KeyPair): Promise<Signer> {
  const scheme = await schemeOfCertificate(keys.certificatePem)
  return {
    profile: scheme.profile,
    algorithm: scheme.algorithm,
    certificatePem: keys.certificatePem,
    certificateHash: await scheme.certificateHash(keys.certificatePem),
    sign: (data) => scheme.sign(data, keys.privateKeyPem),
  }
}

export interface SignerWish {
  readonly commonName: string
  /** Where the key is kept between starts; without it the key lives as long as the program. */
  readonly directory?: string
  /** `auto` takes ГОСТ where the engine is installed and the RSA test profile elsewhere. */
  readonly profile?: Profile | 'auto'
  readonly now?: Date
}

/** A signer for development and tests: the kept key, or a new key with a self-signed certificate. */
export const chooseSigner = async (wish: SignerWish): Promise<Signer> => signerOf(await keptKeys(wish))

/** The key itself, for signatures that a program outside makes; see `chooseSigner`. */
export async function keptKeys(wish: SignerWish): Promise<KeyPair> {
  const scheme = await schemeNamed(wish.profile ?? 'auto')
  const now = wish.now ?? new Date()
  const kept = wish.directory ? findKept(wish.directory, wish.commonName, scheme.profile) : undefined
  if (kept && validityOf(kept.certificatePem).validUntil > now) return kept
  const keys = await scheme.generate({ commonName: wish.commonName, validFrom: yearsFrom(now, -2), validUntil: yearsFrom(now, 10) })
  if (wish.directory) keep(wish.directory, wish.commonName, scheme.profile, keys)
  return keys
}

async function schemeNamed(profile: Profile | 'auto'): Promise<SignatureScheme> {
  if (profile === 'rsa') return rsaScheme
  const found = await findGost()
  if (found) return found
  if (profile === 'gost') throw new Error('OpenSSL with the GOST engine is not installed (Debian: libengine-gost-openssl)')
  return rsaScheme
}

function yearsFrom(day: Date, years: number): Date {
  const moved = new Date(day)
  moved.setUTCFullYear(moved.getUTCFullYear() + years)
  return moved
}

function pathsOf(directory: string, name: string, profile: Profile) {
  const stem = join(directory, `${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.${profile}`)
  return { key: `${stem}.key.pem`, certificate: `${stem}.crt.pem` }
}

function findKept(directory: string, name: string, profile: Profile): KeyPair | undefined {
  const paths = pathsOf(directory, name, profile)
  try {
    return { privateKeyPem: readFileSync(paths.key, 'utf8'), certificatePem: readFileSync(paths.certificate, 'utf8') }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function keep(directory: string, name: string, profile: Profile, keys: KeyPair) {
  const paths = pathsOf(directory, name, profile)
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  writeFileSync(paths.key, keys.privateKeyPem, { mode: 0o600 })
  writeFileSync(paths.certificate, keys.certificatePem)
}
