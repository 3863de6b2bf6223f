import type { Algorithm, Signer, TrustedCertificate } from '@school/gost'

export interface EsiaConfig {
  /** `https://esia.gosuslugi.ru`, the test contour or the stand; no trailing slash. */
  readonly host: string
  /** The `iss` of its tokens, letter by letter: `http://esia.gosuslugi.ru/`. */
  readonly issuer: string
  /** The mnemonic of our information system. */
  readonly clientId: string
  readonly redirectUri: string
  readonly signer: Signer
  /** ЕСИА's own certificates. They change, so keep the old and the new one together while both are in use. */
  readonly trusted: readonly TrustedCertificate[]
  /** The only algorithm accepted in tokens. */
  readonly tokenAlgorithm: Algorithm
  readonly clock: () => Date
  /** Sends a PKCE challenge; on unless the installation's registration refuses it. */
  readonly pkce?: boolean
  /** Offset of the time zone written into timestamps; Moscow by default. */
  readonly offsetMinutes?: number
  readonly timeoutMs?: number
}
