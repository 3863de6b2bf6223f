import { notFound, type Work } from '@school/server'
import { relatedPupil } from '../people/access.ts'
import type { GuardianshipTable } from '../tables.ts'
import { lockGuardianship } from './store.ts'

declare const granted: unique symbol
/** A guardianship over a pupil of this school; made only by `changeableGuardianship`. */
export type ChangeableGuardianship = GuardianshipTable & { readonly [granted]: 'guardianship' }

/** The guardianship, if its pupil is or was enrolled in the school of this work. */
export async function changeableGuardianship(work: Work, id: string): Promise<ChangeableGuardianship> {
  const row = await lockGuardianship(work, id)
  if (!row) throw notFound()
  await relatedPupil(work, row.student_id)
  return row as ChangeableGuardianship
}

export const mayChangeGuardianship = (role: string | null, row: { valid_to: string | null }): boolean => role === 'schoolAdmin' && row.valid_to === null
