// not messages: the very words that a person signs, kept with the signature
import { newId } from '@school/contract'
import { notFound, Problem, type Work } from '@school/server'
import type { StepUpOperation } from '../../contract/step-up.ts'
import type { Signatures } from './signatures.ts'
import { findNameOf, findWaiting, insertStepUp, saveConfirmed, spendConfirmed } from './store.ts'

const minutes = 10

const sentences: Record<StepUpOperation, string> = {
  appointRegionalCurator: 'Назначаю куратора региона', appointMunicipalCurator: 'Назначаю куратора муниципалитета', appointAdministrator: 'Назначаю администратора школы',
  releaseCurator: 'Освобождаю куратора', releaseAdministrator: 'Освобождаю администратора школы',
}

/** A session opened with a qualified signature needs no second one. */
export const signsAnyway = (work: Work): boolean => work.by.acr === 'ukep'

/** Makes the text that a person signs before an act; it names the act, what it is about and a number nobody can foresee. */
export async function askSignature(work: Work, operation: StepUpOperation, aboutId: string): Promise<{ id: string; text: string; expiresAt: Date }> {
  const id = newId()
  const expiresAt = new Date(work.now.getTime() + minutes * 60_000)
  const name = await findNameOf(work, operation, aboutId)
  const text = `${sentences[operation]}: ${name === null ? '' : `${name}, `}${aboutId}. ${work.now.toISOString()}. ${crypto.randomUUID()}`
  await insertStepUp(work, {
    id, session_id: work.by.sessionId, person_id: work.by.personId, operation, about_id: aboutId, text, created_at: work.now, expires_at: expiresAt, confirmed_at: null, signer: null, signature: null, used_at: null,
  })
  return { id, text, expiresAt }
}

/** Takes the signature of a text that waits for it. */
export async function confirmSignature(work: Work, signatures: Signatures | undefined, id: string, signature: string | null): Promise<{ id: string; signer: string }> {
  if (!signatures) throw new Problem(409, 'identity.study_signer_absent')
  const waiting = await findWaiting(work, id)
  if (!waiting) throw notFound()
  const checked = await signatures.check(waiting.text, signature)
  await saveConfirmed(work, id, checked.signer, checked.signature)
  work.audit('identity.step_up.confirm', { after: { operation: waiting.operation, about: waiting.about_id, text: waiting.text, signer: checked.signer, signature: checked.signature } })
  return { id, signer: checked.signer }
}

/** Lets an act marked for a signature go on: a strong session, or a confirmed signature of exactly this act, used once. */
export async function requireSignature(work: Work, operation: StepUpOperation, aboutId: string, signedBy: string | null): Promise<void> {
  if (signsAnyway(work)) return
  const used = signedBy === null ? undefined : await spendConfirmed(work, signedBy, operation, aboutId)
  if (!used) throw new Problem(403, 'identity.signature_needed', { operation, aboutId })
}
