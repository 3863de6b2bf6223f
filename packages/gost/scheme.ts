/** Names of the two signature algorithms as ЕСИА writes them into the `alg` of a token. */
export type Algorithm = 'GOST3410_2012_256' | 'RS256'
export type Profile = 'gost' | 'rsa'

/** A private key and the certificate that speaks for it, both as PEM. */
export interface KeyPair {
  readonly privateKeyPem: string
  readonly certificatePem: string
}

/** What a new self-signed certificate says. */
export interface CertificateWish {
  readonly commonName: string
  readonly validFrom: Date
  readonly validUntil: Date
}

/** One way of signing. It holds no keys, so another certified product can stand behind the same five functions. */
export interface SignatureScheme {
  readonly profile: Profile
  readonly algorithm: Algorithm
  sign(data: string | Uint8Array, privateKeyPem: string): Promise<Buffer>
  /** False for every signature that does not fit, whatever its shape. */
  verify(data: string | Uint8Array, signature: Uint8Array, certificatePem: string): Promise<boolean>
  /** The hash of the DER certificate as 64 upper-case hexadecimal digits. */
  certificateHash(certificatePem: string): Promise<string>
  generate(wish: CertificateWish): Promise<KeyPair>
}

/** Somebody who can sign: a scheme together with its key. */
export interface Signer {
  readonly profile: Profile
  readonly algorithm: Algorithm
  readonly certificatePem: string
  readonly certificateHash: string
  sign(data: string | Uint8Array): Promise<Buffer>
}

/** The same text as bytes. */
export const bytesOf = (data: string | Uint8Array) => (typeof data === 'string' ? Buffer.from(data, 'utf8') : Buffer.from(data))
