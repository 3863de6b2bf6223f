import { createHash } from 'node:crypto'
import { newId, normalSnils } from '@school/contract'
import { registryFace } from '@school/registry/server'
import { canonical, notFound, Problem, type Work } from '@school/server'
import type { SignedAct, StepUpOperation } from '../../contract/step-up.ts'
import { textToSign } from './document.ts'
import type { Signatures } from './signatures.ts'
import { findNameOf, findWaiting, insertStepUp, saveConfirmed, spendConfirmed } from './store.ts'

const minutes = 10

/** A session opened with a qualified signature needs no second one. */
export const signsAnyway = (work: Work): boolean => work.by.acr === 'ukep'

/** Makes the text that a person signs before an act; it spells out the act and carries a number nobody can foresee. */
export async function askSignature(work: Work, operation: StepUpOperation, aboutId: string, act?: SignedAct): Promise<{ id: string; text: string; expiresAt: Date }> {
  const id = newId()
  const expiresAt = new Date(work.now.getTime() + minutes * 60_000)
  const signer = await registryFace.findPerson(work, work.by.personId)
  const text = textToSign({ operation, aboutId, place: await findNameOf(work, operation, aboutId), signer, at: work.now, number: crypto.randomUUID(), ...(act ? { act } : {}) })
  await insertStepUp(work, {
    id, session_id: work.by.sessionId, person_id: work.by.personId, operation, about_id: aboutId, text, created_at: work.now, expires_at: expiresAt, confirmed_at: null, signer: null, signature: null, used_at: null,
    act_hash: hashOfAct(act), verdict: null,
  })
  return { id, text, expiresAt }
}

/** Takes the signature of a text that waits for it. */
export async function confirmSignature(work: Work, signatures: Signatures | undefined, id: string, signature: string | null): Promise<{ id: string; signer: string }> {
  if (!signatures) throw new Problem(409, 'identity.study_signer_absent')
  const waiting = await findWaiting(work, id)
  if (!waiting) throw notFound()
  const signer = await registryFace.findPerson(work, work.by.personId)
  const checked = await signatures.check(waiting.text, signature, { snils: signer?.snils ? normalSnils(signer.snils) : null, since: waiting.created_at, now: work.now })
  await saveConfirmed(work, id, checked)
  const { verdict } = checked
  work.audit('identity.step_up.confirm', { after: {
    operation: waiting.operation, about: waiting.about_id, text: waiting.text, signer: checked.signer, signature: checked.signature,
    ...(verdict ? { signedAt: verdict.signedAt, certificate: verdict.signer?.serial, issuer: verdict.signer?.issuer } : {}),
  } })
  return { id, signer: checked.signer }
}

/** Lets an act marked for a signature go on: a strong session, or a confirmed signature of exactly this act, used once. */
export async function requireSignature(work: Work, operation: StepUpOperation, aboutId: string, signedBy: string | null, act?: SignedAct): Promise<void> {
  if (signsAnyway(work)) return
  const used = signedBy === null ? undefined : await spendConfirmed(work, signedBy, operation, aboutId, hashOfAct(act))
  if (!used) throw new Problem(403, 'identity.signature_needed', { operation, aboutId })
}

/** What a signature is bound to besides operation and place; ids that the page makes up are no part of what a person means. */
function hashOfAct(act: SignedAct | undefined): string | null {
  if (!act) return null
  const { who, basis, reason } = act
  const meant = { who: who ? { ...who, personId: undefined, snils: normalSnils(who.snils) } : null, basis: basis?.trim() ?? null, reason: reason?.trim() ?? null }
  return createHash('sha256').update(canonical(meant)).digest('hex')
}
