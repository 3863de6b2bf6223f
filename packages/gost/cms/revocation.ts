import { partAt, partsOf, readElement, readMoment, type Element } from '../der-read.ts'
import type { OpenSsl } from '../openssl.ts'
import type { CertificateParts } from './certificate-facts.ts'
import { pemOf } from './trust.ts'

export type Revocation = { readonly state: 'good' } | { readonly state: 'revoked'; readonly since: Date } | { readonly state: 'unknown' } | { readonly state: 'stale'; readonly until: Date }

interface List { readonly der: Buffer; readonly issuerName: Buffer; readonly from: Date; readonly until: Date | null; readonly revoked: ReadonlyMap<string, { since: Date; compromised: boolean }> }

/** What the lists say of a certificate at a moment: only a list signed by its own issuer counts, and the newest of them. */
export async function askLists(openssl: OpenSsl, certificate: CertificateParts, lists: readonly Buffer[], authorities: readonly CertificateParts[], at: Date): Promise<Revocation> {
  const own = lists.map(readList).filter((list) => list.issuerName.equals(certificate.issuerName)).toSorted((a, b) => b.from.getTime() - a.from.getTime())
  const issuers = authorities.filter((one) => one.subjectName.equals(certificate.issuerName))
  for (const list of own) {
    if (!(await isSignedByOne(openssl, list, issuers))) continue
    const entry = list.revoked.get(certificate.serial)
    // a key known to others proves nothing about any moment, also before the day it was told
    if (entry && (entry.compromised || entry.since <= at)) return { state: 'revoked', since: entry.since }
    return list.until !== null && list.until < at ? { state: 'stale', until: list.until } : { state: 'good' }
  }
  return { state: 'unknown' }
}

async function isSignedByOne(openssl: OpenSsl, list: List, issuers: readonly CertificateParts[]): Promise<boolean> {
  for (const issuer of issuers) {
    const { errors } = await openssl.run(['crl', '-noout', '-CAfile', openssl.keep(pemOf('CERTIFICATE', issuer.der))], Buffer.from(pemOf('X509 CRL', list.der)))
    if (/^verify OK$/m.test(errors)) return true
  }
  return false
}

function readList(der: Buffer): List {
  const tbs = partsOf(partAt(partsOf(readElement(der)), 0))
  const at = tbs[0]?.tag === 0x02 ? 1 : 0
  const issuer = partAt(tbs, at + 1)
  const after = tbs[at + 3]
  const hasEnd = after !== undefined && isMoment(after)
  const entries = tbs.slice(at + (hasEnd ? 4 : 3)).find((part) => part.tag === 0x30)
  return { der, issuerName: issuer.raw, from: readMoment(partAt(tbs, at + 2)), until: hasEnd ? readMoment(after) : null, revoked: new Map(entries ? partsOf(entries).map(readEntry) : []) }
}

function readEntry(entry: Element): [string, { since: Date; compromised: boolean }] {
  const [serial, since, extensions] = partsOf(entry)
  const reason = extensions ? partsOf(extensions).map(partsOf).find((parts) => parts[0]?.content.equals(Buffer.of(0x55, 0x1d, 0x15))) : undefined
  const code = reason ? readElement(partAt(reason, reason.length - 1).content).content[0] : undefined
  return [serial!.content.toString('hex').replace(/^00/, '').toUpperCase(), { since: readMoment(since!), compromised: code === 1 || code === 2 }]
}

const isMoment = ({ tag }: Element) => tag === 0x17 || tag === 0x18
