import { algorithmOf, derOf, selfSigned } from './certificate.ts'
import { OpenSsl } from './openssl.ts'
import { bytesOf, type CertificateWish, type KeyPair, type SignatureScheme } from './scheme.ts'

const signatureLength = 64
const streebogOfAbc = '4e2919cf137ed41ec4fb6270c61826cc4fffb660341e0af3688cd0626d23b481'

/** ГОСТ Р 34.10-2012 (256) over Streebog-256 by the OpenSSL program; signatures are the raw 64 bytes in OpenSSL's order. */
export function gostScheme(openssl = new OpenSsl()): SignatureScheme {
  const publicKeys = new Map<string, string>() // certificate → file of its key
  const hashes = new Map<string, string>() // certificate → its hash
  const scheme: SignatureScheme = {
    profile: 'gost',
    algorithm: 'GOST3410_2012_256',
    sign: async (data, privateKeyPem) => {
      const signature = await openssl.must(['dgst', '-md_gost12_256', '-sign', openssl.keep(privateKeyPem)], bytesOf(data))
      if (signature.length !== signatureLength) throw new Error('The key is not a GOST R 34.10-2012 key of 256 bits')
      return signature
    },
    verify: async (data, signature, certificatePem) => {
      if (signature.length !== signatureLength || algorithmOf(certificatePem) !== scheme.algorithm) return false
      const key = await publicKeyFile(certificatePem)
      const args = ['dgst', '-md_gost12_256', '-verify', key, '-signature']
      return openssl.lend(signature, async (path) => (await openssl.run([...args, path], bytesOf(data))).code === 0)
    },
    certificateHash,
    generate,
  }

  async function publicKeyFile(certificatePem: string): Promise<string> {
    const known = publicKeys.get(certificatePem)
    if (known) return known
    const path = openssl.keep(await openssl.must(['x509', '-pubkey', '-noout'], Buffer.from(certificatePem)))
    publicKeys.set(certificatePem, path)
    return path
  }

  async function certificateHash(certificatePem: string): Promise<string> {
    const hash = hashes.get(certificatePem) ?? (await streebog(openssl, derOf(certificatePem))).toUpperCase()
    hashes.set(certificatePem, hash)
    return hash
  }

  async function generate(wish: CertificateWish): Promise<KeyPair> {
    const key = await openssl.must(['genpkey', '-algorithm', 'gost2012_256', '-pkeyopt', 'paramset:A'])
    const privateKeyPem = key.toString('utf8')
    const publicKey = await openssl.must(['pkey', '-pubout', '-outform', 'DER'], key)
    const certificatePem = await selfSigned(wish, scheme.algorithm, publicKey, (tbs) => scheme.sign(tbs, privateKeyPem))
    return { privateKeyPem, certificatePem }
  }

  return scheme
}

/** Whether this machine has an OpenSSL program with a working ГОСТ engine: it must give the known hash of `abc`. */
export async function gostIsHere(openssl = new OpenSsl()): Promise<boolean> {
  return streebog(openssl, Buffer.from('abc')).then((hash) => hash === streebogOfAbc, () => false)
}

async function streebog(openssl: OpenSsl, data: Uint8Array): Promise<string> {
  return (await openssl.must(['dgst', '-md_gost12_256', '-r'], data)).toString('ascii').slice(0, 64)
}
