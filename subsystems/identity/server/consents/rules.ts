import { ageOfOwnAccount, ageOn } from '../esia/age.ts'
import type { ConsentDocumentTable, ConsentTable } from '../tables.ts'
import type { ConsentState } from '../../contract/consents.ts'

export type SubjectKind = 'staff' | 'parent' | 'pupil'

/** Under fourteen the representative answers, from fourteen on the person alone. */
export const answersAlone = (birthDate: string, day: string): boolean => ageOn(birthDate, day) >= ageOfOwnAccount

/** Whether a document is put before a person of these kinds. */
export const concerns = (document: Pick<ConsentDocumentTable, 'audience'>, kinds: readonly SubjectKind[]): boolean =>
  document.audience === 'everyone' || kinds.includes(document.audience)

/** The documents in force on a day: the latest edition of each purpose. */
export function inForce(documents: readonly ConsentDocumentTable[], day: string): ConsentDocumentTable[] {
  const latest = new Map<string, ConsentDocumentTable>()
  for (const one of documents) {
    if (one.in_force_from > day) continue
    const known = latest.get(one.purpose)
    if (!known || known.edition < one.edition) latest.set(one.purpose, one)
  }
  return [...latest.values()].toSorted((a, b) => Number(b.required) - Number(a.required) || a.title.localeCompare(b.title, 'ru'))
}

/** What the answers of one subject say about one document; the last answer counts. */
export function stateOf(document: ConsentDocumentTable, answers: readonly (ConsentTable & { giver: string | null })[]): ConsentState {
  const last = answers.filter((one) => one.purpose === document.purpose).toSorted((a, b) => a.given_at.getTime() - b.given_at.getTime() || a.id.localeCompare(b.id)).at(-1)
  if (!last) return { purpose: document.purpose, state: 'none', edition: null, givenAt: null, withdrawnAt: null, givenBy: null }
  const state = last.withdrawn_at ? 'withdrawn' : last.edition === document.edition ? 'given' : 'oldEdition'
  return { purpose: document.purpose, state, edition: last.edition, givenAt: last.given_at.toISOString(), withdrawnAt: last.withdrawn_at?.toISOString() ?? null, givenBy: last.giver }
}
