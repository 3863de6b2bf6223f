type Details = Readonly<Record<string, string>>

const snils = (digits = '') => digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1-$2-$3 $4')
const day = (instant = '') => (instant ? new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/Moscow' }).format(new Date(instant)) : '')
const time = (instant = '') => (instant ? new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Moscow' }).format(new Date(instant)) : '')

const sentences: Record<string, (d: Details) => string> = {
  noProgram: () => 'The server cannot check signatures: OpenSSL is not installed. Tell the administrator of the installation.',
  noGost: () => 'The server cannot check ГОСТ signatures: the cryptographic module is not connected. Tell the administrator of the installation.',
  notASignature: () => 'The file does not look like an electronic signature. A .sig or .p7s file of a signing program is needed.',
  notDetached: () => 'The signature holds the document inside itself. Make a detached signature: a file of its own beside the document.',
  severalSigners: () => 'The file holds several signatures. One is needed, yours.',
  noCertificate: () => 'The certificate of the signer is not in the signature. Switch that on in the signing program.',
  notCades: () => 'The form of the signature does not fit. Choose “CAdES-BES” in the program.',
  changed: () => 'The signature is not of this document: another file was signed, or it was changed afterwards. Download the document again and sign it without opening it in an editor.',
  timeUnknown: () => 'The signature carries no time. Switch that on in the signing program.',
  timeOutside: (d) => `The time of signing does not fit: ${time(d['at'])}. Check the clock of the computer and sign again.`,
  notYetValid: (d) => `The certificate was not valid yet: it is valid from ${day(d['from'])}.`,
  expired: (d) => `The certificate ended on ${day(d['until'])}. Obtain a new one.`,
  untrusted: (d) => `The certificate was given by an authority that is not trusted here: ${d['issuer'] || 'issuer not named'}. A certificate of an accredited authority is needed.`,
  keyUsage: () => 'This certificate is not meant for signing documents.',
  revoked: (d) => `The certificate was revoked on ${day(d['since'])}${d['name'] ? `, holder “${d['name']}”` : ''}.`,
  revocationUnknown: (d) => `It is unknown whether the certificate was revoked: there is no list of “${d['issuer'] ?? ''}”. Tell the administrator of the installation.`,
  revocationStale: (d) => `The revocation list of “${d['issuer'] ?? ''}” is out of date: it held until ${day(d['until'])}. Tell the administrator of the installation.`,
  otherPerson: (d) => `The signature of another person: СНИЛС ${snils(d['snils'])}${d['name'] ? `, ${d['name']}` : ''}. Your СНИЛС is ${snils(d['expected'])}.`,
  noSnils: () => 'The certificate names no СНИЛС, so nobody can tell whether the signature is yours.',
  ownSnilsUnknown: () => 'Your account has no СНИЛС to compare the signature with. Complete your data at Госуслуги and sign in again.',
  otherOrganization: (d) => `The signature of another organization: ОГРН ${d['ogrn'] || 'not named'}, expected ${d['expected'] ?? ''}.`,
}

/** Why a signature is not accepted, and what to do. */
export const signatureFault = (code: string, details: Details): string => sentences[code]?.(details) ?? 'The signature is not accepted.'
