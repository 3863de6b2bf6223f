import { partAt, partsOf, readElement, readMoment, readObjectId, readText, type Element } from '../der-read.ts'

/** What a certificate says about its owner; identifiers are digits without separators. */
export interface SignerFacts {
  readonly name: string
  readonly organization: string | null
  readonly title: string | null
  readonly snils: string | null
  readonly ogrn: string | null
  /** ИНН of the person. */
  readonly inn: string | null
  /** ИНН of the legal entity. */
  readonly organizationInn: string | null
  readonly issuer: string
  readonly serial: string
  readonly validFrom: Date
  readonly validUntil: Date
  readonly algorithm: 'gost' | 'rsa' | 'ecdsa' | 'other'
  /** Class of the signing tool by its policy (КС1, КС2 …) as the certificate claims it; null: the certificate is not marked as a qualified one. */
  readonly toolClass: string | null
}

/** A certificate taken apart as far as a signature needs. */
export interface CertificateParts extends SignerFacts {
  readonly der: Buffer
  readonly issuerName: Buffer
  readonly subjectName: Buffer
  readonly keyId: Buffer | null
  /** Null when the certificate does not limit its key. */
  readonly keyUsage: ReadonlySet<string> | null
}

const attributes: Record<string, string> = {
  '2.5.4.3': 'commonName', '2.5.4.4': 'surname', '2.5.4.42': 'givenName', '2.5.4.10': 'organization', '2.5.4.12': 'title',
  '1.2.643.100.3': 'snils', '1.2.643.100.1': 'ogrn', '1.2.643.3.131.1.1': 'inn', '1.2.643.100.4': 'organizationInn',
}
const usages = ['digitalSignature', 'nonRepudiation', 'keyEncipherment', 'dataEncipherment', 'keyAgreement', 'keyCertSign', 'cRLSign']
const keyAlgorithms: Record<string, SignerFacts['algorithm']> = {
  '1.2.840.113549.1.1.1': 'rsa', '1.2.840.113549.1.1.10': 'rsa', '1.2.840.10045.2.1': 'ecdsa',
  '1.2.643.7.1.1.1.1': 'gost', '1.2.643.7.1.1.1.2': 'gost', '1.2.643.2.2.19': 'gost',
}
const toolPolicy = /^1\.2\.643\.100\.113\.(\d)$/
const toolClasses = ['', 'KC1', 'KC2', 'KC3', 'KB1', 'KB2', 'KA1']

/** Takes a certificate apart. */
export function readCertificate(der: Buffer): CertificateParts {
  const tbs = partsOf(partAt(partsOf(readElement(der)), 0))
  const at = tbs[0]?.tag === 0xa0 ? 1 : 0
  const [serial, issuer, validity, subject, key] = [0, 2, 3, 4, 5].map((index) => partAt(tbs, at + index)) as [Element, Element, Element, Element, Element]
  const [from, until] = partsOf(validity)
  const named = namesOf(subject)
  const extensions = extensionsOf(tbs)
  const person = [named.surname, named.givenName].filter(Boolean).join(' ')
  const inn = unpadded(named.inn)
  return {
    der, issuerName: issuer.raw, subjectName: subject.raw, serial: serial.content.toString('hex').replace(/^00/, '').toUpperCase(),
    name: person || named.commonName || named.organization || '', organization: named.organization ?? null, title: named.title ?? null,
    snils: digits(named.snils), ogrn: digits(named.ogrn), inn: inn?.length === 12 ? inn : null,
    organizationInn: digits(named.organizationInn) ?? (inn?.length === 10 ? inn : null),
    issuer: namesOf(issuer).commonName ?? namesOf(issuer).organization ?? '', validFrom: readMoment(from!), validUntil: readMoment(until!),
    algorithm: keyAlgorithms[readObjectId(partAt(partsOf(partAt(partsOf(key), 0)), 0))] ?? 'other',
    keyId: extensions.has('2.5.29.14') ? readElement(extensions.get('2.5.29.14')!).content : null,
    keyUsage: usageOf(extensions.get('2.5.29.15')), toolClass: toolClassOf(extensions.get('2.5.29.32')),
  }
}

/** The facts that may be shown and kept. */
export function factsOf(parts: CertificateParts): SignerFacts {
  const { name, organization, title, snils, ogrn, inn, organizationInn, issuer, serial, validFrom, validUntil, algorithm, toolClass } = parts
  return { name, organization, title, snils, ogrn, inn, organizationInn, issuer, serial, validFrom, validUntil, algorithm, toolClass }
}

function namesOf(name: Element): Record<string, string | undefined> {
  const found: Record<string, string> = {}
  for (const pair of partsOf(name).flatMap(partsOf).map(partsOf)) {
    const known = attributes[readObjectId(partAt(pair, 0))]
    if (known) found[known] = readText(partAt(pair, 1)).trim()
  }
  return found
}

function extensionsOf(tbs: readonly Element[]): Map<string, Buffer> {
  const list = tbs.find((part) => part.tag === 0xa3)
  if (!list) return new Map()
  return new Map(partsOf(partAt(partsOf(list), 0)).map((one) => {
    const parts = partsOf(one)
    return [readObjectId(partAt(parts, 0)), partAt(parts, parts.length - 1).content]
  }))
}

function usageOf(value: Buffer | undefined): ReadonlySet<string> | null {
  if (!value) return null
  const bits = readElement(value).content.subarray(1)
  return new Set(usages.filter((_, index) => ((bits[index >> 3] ?? 0) & (0x80 >> (index & 7))) !== 0))
}

function toolClassOf(value: Buffer | undefined): string | null {
  if (!value) return null
  const numbers = partsOf(readElement(value)).map((policy) => toolPolicy.exec(readObjectId(partAt(partsOf(policy), 0)))?.[1]).filter((one) => one !== undefined)
  return numbers.length === 0 ? null : toolClasses[Math.max(...numbers.map(Number))] ?? null
}

const digits = (text: string | undefined) => text?.replaceAll(/\D/g, '') || null
/** Older certificates pad the ten digits of a legal entity to twelve. */
const unpadded = (text: string | undefined) => digits(text)?.replace(/^00(?=\d{10}$)/, '') ?? null
