import type { Work } from '@school/server'
import type { StepUpOperation } from '../../contract/step-up.ts'
import { identity, type StepUpTable } from '../tables.ts'
import type { Checked } from './signatures.ts'

export const insertStepUp = (work: Work, row: StepUpTable) => identity(work).insertInto('identity.step_up').values(row).execute()

/** The text that waits for a signature in this very session. */
export const findWaiting = (work: Work, id: string) => identity(work).selectFrom('identity.step_up').selectAll()
  .where('id', '=', id).where('session_id', '=', work.by.sessionId).where('confirmed_at', 'is', null).where('expires_at', '>', work.now).forUpdate().executeTakeFirst()

export const saveConfirmed = (work: Work, id: string, { signer, signature, verdict }: Checked) =>
  identity(work).updateTable('identity.step_up').set({ confirmed_at: work.now, signer, signature, verdict: JSON.stringify(verdict ?? null) }).where('id', '=', id).execute()

/** Uses a confirmed signature up; nothing when it is another's, for another act, too old or used already. */
export const spendConfirmed = async (work: Work, id: string, operation: string, aboutId: string, actHash: string | null) => (await work.rows<{ signer: string }>(
  `update identity.step_up set used_at = $5 where id = $1 and session_id = $2 and operation = $3 and about_id = $4 and act_hash is not distinct from $6 and confirmed_at is not null and used_at is null and expires_at > $5 returning signer`,
  [id, work.by.sessionId, operation, aboutId, work.now, actHash]))[0]

const names: Record<StepUpOperation, string> = {
  appointRegionalCurator: 'select name from registry.v_region where id::text = $1',
  appointMunicipalCurator: 'select name from registry.v_municipality where id::text = $1',
  appointAdministrator: 'select short_name as name from registry.v_school where id::text = $1',
  releaseCurator: `select p.last_name || ' ' || p.first_name as name from identity.grant_of_role g join registry.v_person p on p.id = g.person_id where g.id::text = $1`,
  releaseAdministrator: 'select null::text as name where $1::text is null',
}

/** What an act is about in words, as the signed text names it; null when only the id can be told. */
export const findNameOf = async (work: Work, operation: StepUpOperation, aboutId: string) => (await work.rows<{ name: string | null }>(names[operation], [aboutId]))[0]?.name ?? null
