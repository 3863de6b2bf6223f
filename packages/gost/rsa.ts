import { X509Certificate, createHash, generateKeyPair, sign as signWith, verify as verifyWith } from 'node:crypto'
import { promisify } from 'node:util'
import { derOf, selfSigned } from './certificate.ts'
import { bytesOf, type CertificateWish, type KeyPair, type SignatureScheme } from './scheme.ts'

/**
 * The test profile for machines without ГОСТ: RSA with SHA-256, by Node alone. It keeps every rule of the protocol
 * (the same strings, a 64-digit certificate hash, the same tokens) and differs only in the mathematics.
 */
export const rsaScheme: SignatureScheme = {
  profile: 'rsa',
  algorithm: 'RS256',
  sign: async (data, privateKeyPem) => signWith('sha256', bytesOf(data), privateKeyPem),
  verify: async (data, signature, certificatePem) => {
    const { publicKey } = new X509Certificate(certificatePem)
    return publicKey.asymmetricKeyType === 'rsa' && verifyWith('sha256', bytesOf(data), publicKey, signature)
  },
  certificateHash: async (certificatePem) => createHash('sha256').update(derOf(certificatePem)).digest('hex').toUpperCase(),
  generate,
}

async function generate(wish: CertificateWish): Promise<KeyPair> {
  const keys = await promisify(generateKeyPair)('rsa', { modulusLength: 2048 })
  const privateKeyPem = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  const publicKey = keys.publicKey.export({ type: 'spki', format: 'der' })
  const certificatePem = await selfSigned(wish, 'RS256', publicKey, (tbs) => rsaScheme.sign(tbs, privateKeyPem))
  return { privateKeyPem, certificatePem }
}
