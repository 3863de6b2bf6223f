import { NotDer } from '../der-read.ts'
import { OpenSsl } from '../openssl.ts'
import { factsOf, readCertificate, type CertificateParts, type SignerFacts } from './certificate-facts.ts'
import { askLists } from './revocation.ts'
import { derOfSignature, readSignedData, type SignedParts } from './signed-data.ts'
import { pemOf, type Trust } from './trust.ts'

/** Why a signature is not accepted; `details` are the values a sentence about it needs. */
export interface SignatureFault { readonly code: FaultCode; readonly details?: Readonly<Record<string, string>> }
export type FaultCode =
  | 'noProgram' | 'noGost' | 'notASignature' | 'notDetached' | 'severalSigners' | 'noCertificate' | 'notCades' | 'changed'
  | 'timeUnknown' | 'timeOutside' | 'notYetValid' | 'expired' | 'untrusted' | 'keyUsage' | 'revoked' | 'revocationUnknown' | 'revocationStale' | 'otherPerson' | 'noSnils' | 'otherOrganization'

export interface SignatureVerdict {
  readonly ok: boolean
  readonly faults: readonly SignatureFault[]
  readonly signer: SignerFacts | null
  /** By the signer's own clock. */
  readonly signedAt: Date | null
  /** The moment for which certificates were judged. */
  readonly judgedAt: Date
  /** False where no revocation lists were given. */
  readonly revocationAsked: boolean
}

export interface VerifyWish {
  readonly document: Uint8Array
  readonly signature: Uint8Array
  readonly trust: Trust
  readonly now: Date
  /** The signing must lie between these moments; what a person signs here and now. */
  readonly signedWithin?: { readonly from: Date; readonly until: Date }
  /** The moment to judge certificates by; without it the moment of signing, or now where the signing must lie within bounds. */
  readonly judgeAt?: Date
  /** `person`: the key must be for signatures that bind (the default); `any`: a key without such marks will do. */
  readonly purpose?: 'person' | 'any'
  readonly expect?: { readonly snils?: string; readonly ogrn?: string }
}

const shared = new OpenSsl()

/** Judges a detached signature of exactly these bytes; every fault is found that can be, and none throws. */
export async function verifyDetached(wish: VerifyWish, openssl = shared): Promise<SignatureVerdict> {
  const parts = taken(wish.signature)
  if (parts === null) return verdictOf(wish, null, wish.now, [{ code: 'notASignature' }])
  const judgedAt = momentOf(parts, wish)
  const { signer } = parts
  const shape = faultsOfShape(parts)
  if (shape.length > 0 || signer === null) return verdictOf(wish, parts, judgedAt, shape)
  try {
    const changed = await faultOfBytes(openssl, parts, signer, wish.document)
    const faults = changed ? [changed] : [...faultsOfTime(parts, wish), ...faultsOfOwner(signer, wish), ...(await faultsOfTrust(openssl, parts, signer, wish, judgedAt))]
    return verdictOf(wish, parts, judgedAt, faults)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return verdictOf(wish, parts, judgedAt, [{ code: 'noProgram' }])
    if (error instanceof NotDer) return verdictOf(wish, parts, judgedAt, [{ code: 'notASignature' }])
    throw error
  }
}

/** An act of today is judged by today; a document of the past by the moment it was signed. */
const momentOf = ({ signingTime }: SignedParts, { now, signedWithin, judgeAt }: VerifyWish) => judgeAt ?? (signedWithin || signingTime === null || signingTime > now ? now : signingTime)

const verdictOf = (wish: VerifyWish, parts: SignedParts | null, judgedAt: Date, faults: readonly SignatureFault[]): SignatureVerdict => ({
  ok: faults.length === 0, faults, signer: parts?.signer ? factsOf(parts.signer) : null, signedAt: parts?.signingTime ?? null, judgedAt, revocationAsked: wish.trust.revocations !== null,
})

function taken(signature: Uint8Array): SignedParts | null {
  try {
    return readSignedData(derOfSignature(signature))
  } catch (error) {
    if (error instanceof NotDer || error instanceof RangeError || error instanceof TypeError) return null
    throw error
  }
}

function faultsOfShape(parts: SignedParts): SignatureFault[] {
  if (!parts.detached) return [{ code: 'notDetached' }]
  if (parts.signers !== 1) return [{ code: 'severalSigners' }]
  if (parts.signer === null) return [{ code: 'noCertificate' }]
  return parts.namesCertificate ? [] : [{ code: 'notCades' }]
}

/** Whether the signature is this certificate's over these bytes; the chain is asked about separately, so that both can be told. */
async function faultOfBytes(openssl: OpenSsl, parts: SignedParts, signer: CertificateParts, document: Uint8Array): Promise<SignatureFault | null> {
  const done = await openssl.lend(document, (content) => openssl.lend(parts.der, (path) =>
    openssl.run(['cms', '-verify', '-inform', 'DER', '-in', path, '-content', content, '-binary', '-noverify', '-nointern', '-certfile', openssl.keep(pemOf('CERTIFICATE', signer.der)), '-out', openssl.nowhere])))
  if (done.code === 0) return null
  return signer.algorithm === 'gost' && !(await hasGost(openssl)) ? { code: 'noGost' } : { code: 'changed' }
}

const hasGost = async (openssl: OpenSsl) => (await openssl.run(['dgst', '-md_gost12_256'], Buffer.from('abc'))).code === 0

function faultsOfTime(parts: SignedParts, { now, signedWithin }: VerifyWish): SignatureFault[] {
  const at = parts.signingTime
  if (at === null) return [{ code: 'timeUnknown' }]
  const bounds = signedWithin ?? { from: new Date(0), until: new Date(now.getTime() + 300_000) }
  return at < bounds.from || at > bounds.until ? [{ code: 'timeOutside', details: { at: at.toISOString() } }] : []
}

function faultsOfOwner(signer: CertificateParts, { expect, purpose }: VerifyWish): SignatureFault[] {
  const faults: SignatureFault[] = []
  const binds = signer.keyUsage?.has('digitalSignature') && signer.keyUsage.has('nonRepudiation')
  if (purpose !== 'any' && !binds) faults.push({ code: 'keyUsage' })
  if (expect?.snils && signer.snils === null) faults.push({ code: 'noSnils' })
  else if (expect?.snils && signer.snils !== expect.snils) faults.push({ code: 'otherPerson', details: { snils: signer.snils!, name: signer.name, expected: expect.snils } })
  if (expect?.ogrn && signer.ogrn !== expect.ogrn) faults.push({ code: 'otherOrganization', details: { ogrn: signer.ogrn ?? '', expected: expect.ogrn } })
  return faults
}

async function faultsOfTrust(openssl: OpenSsl, parts: SignedParts, signer: CertificateParts, wish: VerifyWish, at: Date): Promise<SignatureFault[]> {
  const { trust } = wish
  const chain = await faultOfChain(openssl, parts, signer, wish, at)
  if (chain) return [chain]
  if (trust.revocations === null) return []
  const known = [...trust.authorities.map(readCertificate), ...parts.certificates]
  for (const certificate of wayUp(signer, known)) {
    const told = await askLists(openssl, certificate, trust.revocations, known, at)
    if (told.state === 'revoked') return [{ code: 'revoked', details: { since: told.since.toISOString(), name: certificate.name } }]
    if (told.state === 'stale') return [{ code: 'revocationStale', details: { until: told.until.toISOString(), issuer: certificate.issuer } }]
    if (told.state === 'unknown') return [{ code: 'revocationUnknown', details: { issuer: certificate.issuer } }]
  }
  return []
}

/** The signer and the authorities above, without the root, which nobody can take back. */
function wayUp(signer: CertificateParts, known: readonly CertificateParts[]): CertificateParts[] {
  const way: CertificateParts[] = []
  for (let at: CertificateParts | undefined = signer; at && !at.issuerName.equals(at.subjectName) && way.length < 8;) {
    way.push(at)
    const above: Buffer = at.issuerName
    at = known.find((one) => one.subjectName.equals(above))
  }
  return way
}

/** The way from the signer to a root we believe, judged at a moment; authorities that came with the signature only fill gaps. */
async function faultOfChain(openssl: OpenSsl, parts: SignedParts, signer: CertificateParts, { trust, document }: VerifyWish, at: Date): Promise<SignatureFault | null> {
  if (trust.authorities.length === 0) return { code: 'untrusted', details: { issuer: signer.issuer } }
  const file = (ders: readonly Buffer[]) => openssl.keep(ders.map((der) => pemOf('CERTIFICATE', der)).join(''))
  const between = parts.certificates.filter((one) => one !== signer).map((one) => one.der)
  const judged = ['-no-CApath', '-no-CAstore', '-attime', String(Math.floor(at.getTime() / 1000)), '-CAfile', file(trust.authorities)]
  const done = await openssl.run(['verify', ...judged, ...(between.length > 0 ? ['-untrusted', file(between)] : []), file([signer.der])])
  if (done.code !== 0) return faultNamed(done.errors + done.output.toString('utf8'), signer)
  const bound = await openssl.lend(document, (content) => openssl.lend(parts.der, (path) =>
    openssl.run(['cms', '-verify', '-cades', '-inform', 'DER', '-in', path, '-content', content, '-binary', '-purpose', 'any', ...judged, '-out', openssl.nowhere])))
  return bound.code === 0 ? null : { code: 'notCades' }
}

function faultNamed(told: string, signer: CertificateParts): SignatureFault {
  const dates = { from: signer.validFrom.toISOString(), until: signer.validUntil.toISOString() }
  const [, error, depth] = /^error (\d+) at (\d+) depth/m.exec(told) ?? []
  if (depth === '0' && error === '10') return { code: 'expired', details: dates }
  if (depth === '0' && error === '9') return { code: 'notYetValid', details: dates }
  return { code: 'untrusted', details: { issuer: signer.issuer } }
}
