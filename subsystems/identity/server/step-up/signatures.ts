// not messages: the signer as the signed record names them
import { verifyDetached, type SignatureVerdict, type Signer, type Trust } from '@school/gost'
import { Problem } from '@school/server'

export interface Checked { readonly signer: string; readonly signature: string; readonly verdict?: SignatureVerdict }

/** Whose signature is awaited, and since when the text has been there to sign. */
export interface Awaited { readonly snils: string | null; readonly since: Date; readonly now: Date }

/** Who checks a person's signature of a text: the qualified signature of an installation, or the study one of the demo. */
export interface Signatures {
  /** True where nothing but a study signature is to be had, so that pages say so. */
  readonly study: boolean
  /** The signer's name when the signature belongs to the text and to the person awaited; refuses otherwise. Null asks for a study signature. */
  check(text: string, signature: string | null, awaited: Awaited): Promise<Checked>
}

/** Signs for whoever asks, with a key of this process: it shows the step and proves nothing about the person. */
export const studySignatures = (signer: Signer): Signatures => ({
  study: true,
  async check(text, signature) {
    if (signature !== null) throw new Problem(400, 'identity.signature_wrong')
    return { signer: 'Учебная подпись', signature: (await signer.sign(Buffer.from(text, 'utf8'))).toString('base64') }
  },
})

/** How far the clock of a person's computer may be off. */
const clockMs = 300_000

/** Checks qualified signatures against the authorities of the installation, which are read anew for each. */
export const qualifiedSignatures = (trust: () => Promise<Trust>): Signatures => ({
  study: false,
  async check(text, signature, { snils, since, now }) {
    if (signature === null) throw new Problem(400, 'identity.signature_wrong')
    if (snils === null) throw new Problem(409, 'identity.signature_refused', { faults: [{ code: 'ownSnilsUnknown' }] })
    const verdict = await verifyDetached({
      document: Buffer.from(text, 'utf8'), signature: Buffer.from(signature, 'base64'), trust: await trust(), now, expect: { snils },
      signedWithin: { from: new Date(since.getTime() - clockMs), until: new Date(now.getTime() + clockMs) },
    })
    if (!verdict.ok) throw new Problem(400, 'identity.signature_refused', { faults: verdict.faults })
    return { signer: verdict.signer?.name ?? '', signature, verdict }
  },
})
