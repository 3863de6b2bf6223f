import { notFound, type Read, type Work } from '@school/server'
import { isOffice } from '../office.ts'
import { lockProgramme } from './store.ts'

declare const granted: unique symbol
/** A programme that this person may change: the own one, or any for the office. Made only by `changeableProgramme`. */
export interface ChangeableProgramme { readonly id: string; readonly revision: number; readonly name: string; readonly [granted]: 'programme' }

export const mayChangeProgramme = (read: Read, changedBy: string): boolean => isOffice(read) || changedBy === read.by.personId

/** The programme under this id, or null when there is none yet and whoever asks may begin it. */
export async function changeableProgramme(work: Work, id: string): Promise<ChangeableProgramme | null> {
  const row = await lockProgramme(work, id)
  if (!row) return null
  if (!mayChangeProgramme(work, row.changed_by)) throw notFound()
  return { id, revision: row.revision, name: row.name } as ChangeableProgramme
}
