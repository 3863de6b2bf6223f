import { notFound, type Read } from '@school/server'
import { isOffice } from '../frame/access.ts'
import { findPupil, type PupilRow } from './store.ts'

declare const granted: unique symbol
/** A pupil of this school, of today or of the past, whose record the office keeps. */
export type KeptPupil = PupilRow & { readonly [granted]: 'record' }

export async function keptPupil(read: Read, studentId: string): Promise<KeptPupil> {
  const found = isOffice(read) ? await findPupil(read, studentId) : undefined
  if (!found) throw notFound()
  return found as KeptPupil
}
