import { X509Certificate, randomBytes } from 'node:crypto'
import { bitString, moment, nothing, objectId, positiveInteger, sequence, set, text } from './der.ts'
import type { Algorithm, CertificateWish } from './scheme.ts'

const gostPublicKey = objectId('1.2.643.7.1.1.1.1')
const commonName = objectId('2.5.4.3')
const signatureAlgorithms: Record<Algorithm, Buffer> = {
  GOST3410_2012_256: sequence(objectId('1.2.643.7.1.1.3.2')),
  RS256: sequence(objectId('1.2.840.113549.1.1.11'), nothing),
}

/** A self-signed certificate as PEM, built by hand so that both schemes work without any outside program. */
export async function selfSigned(
  wish: CertificateWish,
  algorithm: Algorithm,
  publicKey: Uint8Array,
  sign: (tbs: Buffer) => Promise<Buffer>,
): Promise<string> {
  const name = sequence(set(sequence(commonName, text(wish.commonName))))
  const tbs = sequence(
    positiveInteger(Buffer.concat([Buffer.of(1), randomBytes(15)])),
    signatureAlgorithms[algorithm],
    name,
    sequence(moment(wish.validFrom), moment(wish.validUntil)),
    name,
    publicKey,
  )
  return pem('CERTIFICATE', sequence(tbs, signatureAlgorithms[algorithm], bitString(await sign(tbs))))
}

/** The DER bytes of a PEM certificate. */
export const derOf = (certificatePem: string) => new X509Certificate(certificatePem).raw

/** The algorithm a certificate's key is for. */
export const algorithmOf = (certificatePem: string): Algorithm =>
  derOf(certificatePem).includes(gostPublicKey) ? 'GOST3410_2012_256' : 'RS256'

/** The dates a certificate carries. */
export function validityOf(certificatePem: string): { validFrom: Date; validUntil: Date } {
  const certificate = new X509Certificate(certificatePem)
  return { validFrom: new Date(certificate.validFrom), validUntil: new Date(certificate.validTo) }
}

function pem(label: string, der: Buffer): string {
  const lines = der.toString('base64').match(/.{1,64}/g) ?? []
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')
}
