import { NotDer, partAt, partsOf, readElement, readMoment, readObjectId, type Element } from '../der-read.ts'
import { readCertificate, type CertificateParts } from './certificate-facts.ts'

const signedData = '1.2.840.113549.1.7.2'
const signingTime = '1.2.840.113549.1.9.5'
const signingCertificates = new Set(['1.2.840.113549.1.9.16.2.47', '1.2.840.113549.1.9.16.2.12'])
const largest = 262_144

/** A detached signature taken apart: its only signer, what came along, what the signer states. */
export interface SignedParts {
  readonly der: Buffer
  readonly detached: boolean
  readonly signers: number
  readonly certificates: readonly CertificateParts[]
  readonly signer: CertificateParts | null
  /** When the signer's own clock says it was signed. */
  readonly signingTime: Date | null
  /** Whether the certificate itself is among what was signed, which makes the signature a CAdES one. */
  readonly namesCertificate: boolean
}

/** The DER of a signature in any of the forms that programs save: DER, PEM, bare base64. */
export function derOfSignature(bytes: Uint8Array): Buffer {
  const given = Buffer.from(bytes)
  if (given.length > largest) throw new NotDer('too long')
  if (given[0] === 0x30) return given
  const text = given.toString('latin1').replaceAll(/-----[^-]+-----/g, '').replaceAll(/\s/g, '')
  if (text === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) throw new NotDer('neither DER nor base64')
  return Buffer.from(text, 'base64')
}

/** Takes a CMS signature apart without believing anything in it. */
export function readSignedData(der: Buffer): SignedParts {
  const outer = partsOf(readElement(der))
  if (readObjectId(partAt(outer, 0)) !== signedData) throw new NotDer('not a signature')
  const parts = partsOf(partAt(partsOf(partAt(outer, 1)), 0))
  const certificates = partsOf(parts.find((part) => part.tag === 0xa0) ?? { tag: 0, raw: der, content: Buffer.alloc(0) })
    .filter((one) => one.tag === 0x30).map((one) => readCertificate(one.raw))
  const infos = partsOf(partAt(parts, parts.length - 1))
  const info = infos[0] ? partsOf(infos[0]) : null
  const stated = info ? attributesOf(info) : new Map<string, Element>()
  const time = stated.get(signingTime)
  return {
    der, certificates, detached: partsOf(partAt(parts, 2)).length === 1, signers: infos.length,
    signer: info ? certificates.find((one) => isOf(one, partAt(info, 1))) ?? null : null,
    signingTime: time ? readMoment(partAt(partsOf(time), 0)) : null,
    namesCertificate: [...stated.keys()].some((id) => signingCertificates.has(id)),
  }
}

function attributesOf(info: readonly Element[]): Map<string, Element> {
  const signed = info.find((part) => part.tag === 0xa0)
  return new Map(signed ? partsOf(signed).map(partsOf).map((pair) => [readObjectId(partAt(pair, 0)), partAt(pair, 1)]) : [])
}

/** Whether a signer's identifier, by issuer and number or by the key's own id, names this certificate. */
function isOf(certificate: CertificateParts, id: Element): boolean {
  if (id.tag === 0x80) return certificate.keyId?.equals(id.content) ?? false
  const [issuer, serial] = partsOf(id)
  return issuer !== undefined && serial !== undefined && issuer.raw.equals(certificate.issuerName) && serial.content.toString('hex').replace(/^00/, '').toUpperCase() === certificate.serial
}
