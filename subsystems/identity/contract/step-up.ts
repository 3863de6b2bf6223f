import { Id, Instant, Nullable, OneOf, route, Text } from '@school/contract'
import { Type, type Static } from 'typebox'
import { Appointee } from './appointee.ts'

/** Acts that ask for a fresh electronic signature. */
export const StepUpOperation = OneOf('appointRegionalCurator', 'appointMunicipalCurator', 'appointAdministrator', 'releaseCurator', 'releaseAdministrator')
export type StepUpOperation = Static<typeof StepUpOperation>

/** The id of a confirmed signature for exactly this act; null when the session itself was opened by one. */
export const SignedBy = Nullable(Id)

/** A text to sign, bound to the session, the operation and what it is about; good for ten minutes and one act. `needed` is false when the session suffices. */
/** What an act will do, as the signed text spells it out: `who` and `basis` of an appointment, `reason` of a release. */
export const SignedAct = Type.Object({ who: Type.Optional(Appointee), basis: Type.Optional(Text(200, 3)), reason: Type.Optional(Text(300, 3)) })
export type SignedAct = Static<typeof SignedAct>

export const askStepUp = route({
  method: 'POST', path: '/api/step-ups', summary: 'Asks for the text to sign before an act', access: 'signedIn', audit: false, // nothing has happened yet; the signature and the act leave their traces
  body: Type.Object({ operation: StepUpOperation, aboutId: Type.String({ maxLength: 60 }), act: Type.Optional(SignedAct) }),
  reply: Type.Object({ needed: Type.Boolean(), id: Nullable(Id), text: Type.String(), expiresAt: Nullable(Instant), study: Type.Boolean() }),
})
/** `signature` is base64 of the detached signature file (CAdES-BES) of exactly the bytes of the text; null asks the study signer, which exists in the demo only. */
export const confirmStepUp = route({
  method: 'POST', path: '/api/step-ups/:id/confirm', summary: 'Confirms with an electronic signature', access: 'signedIn', params: Type.Object({ id: Id }),
  body: Type.Object({ signature: Nullable(Type.String({ maxLength: 200_000 })) }), reply: Type.Object({ id: Id, signer: Type.String() }),
  problems: ['identity.signature_wrong', 'identity.signature_refused', 'identity.study_signer_absent', 'identity.step_up_expired'],
})
