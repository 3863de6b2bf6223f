// not messages: the signer as the signed record names them
import type { Signer } from '@school/gost'
import { Problem } from '@school/server'

export interface Checked { readonly signer: string; readonly signature: string }

/** Who checks a person's signature of a text: the qualified signature of an installation, or the study one of the demo. */
export interface Signatures {
  /** True where nothing but a study signature is to be had, so that pages say so. */
  readonly study: boolean
  /** The signer's name when the signature belongs to the text; refuses otherwise. Null asks for a study signature. */
  check(text: string, signature: string | null): Promise<Checked>
}

/** Signs for whoever asks, with a key of this process: it shows the step and proves nothing about the person. */
export const studySignatures = (signer: Signer): Signatures => ({
  study: true,
  async check(text, signature) {
    if (signature !== null) throw new Problem(400, 'identity.signature_wrong')
    return { signer: 'Учебная подпись', signature: (await signer.sign(Buffer.from(text, 'utf8'))).toString('base64') }
  },
})
