import { addresses } from '@school/contract'
import { registryFace } from '@school/registry/server'
import { Problem, type Read, type Work } from '@school/server'
import { curriculumChanged } from '../../contract/facts.ts'
import type { NormEdition, Norms } from '../../contract/norms.ts'
import { isOffice, mustBeDay } from '../office.ts'
import { houseNorms } from './data.ts'
import { findNormOn, listNormRows, saveNorm, takeTurn, type NormRow } from './store.ts'

/** The numbers in force on a day: the school's own edition, or the first one of the house. */
export const normsOn = async (read: Read, day: string): Promise<Norms> => ({ ...houseNorms.norms, ...(await findNormOn(read, day))?.data })

/** Every edition, the house's own first. */
export async function listNorms(read: Read): Promise<NormEdition[]> {
  const [today, rows] = [await registryFace.schoolDay(read), await listNormRows(read)]
  const inForce = rows.filter((row) => row.valid_from <= today).toSorted((a, b) => (a.valid_from === b.valid_from ? b.edition - a.edition : a.valid_from < b.valid_from ? 1 : -1))[0]
  const house: NormEdition = { edition: 0, title: houseNorms.title, validFrom: houseNorms.validFrom, origin: 'house', inForce: !inForce, revision: 1, norms: houseNorms.norms, can: { change: false } }
  return [house, ...rows.map((row) => present(row, today, row === inForce, isOffice(read)))]
}

const present = (row: NormRow, today: string, inForce: boolean, office: boolean): NormEdition =>
  ({ edition: row.edition, title: row.title, validFrom: row.valid_from, origin: 'school', inForce, revision: row.revision, norms: { ...houseNorms.norms, ...row.data }, can: { change: office && row.valid_from > today } })

/** Adds the next edition, or corrects one that is not yet in force. */
export async function putNorms(work: Work, edition: number, given: { title: string; validFrom: string; norms: Norms; basedOn: number | null }): Promise<NormEdition> {
  mustBeDay(given.validFrom, 'validFrom')
  await takeTurn(work)
  const [today, rows] = [await registryFace.schoolDay(work), await listNormRows(work)]
  const before = rows.find((row) => row.edition === edition)
  if ((before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'planning.changed_meanwhile', { revision: before?.revision ?? null })
  if (before && before.valid_from <= today) throw new Problem(409, 'planning.norms_in_force', { since: before.valid_from })
  if (!before && edition !== (rows.at(-1)?.edition ?? 0) + 1) throw new Problem(409, 'planning.norms_order')
  const previous = rows.findLast((row) => row.edition < edition)
  if (given.validFrom < (previous?.valid_from ?? today)) throw new Problem(409, 'planning.norms_order', { field: 'validFrom', from: previous?.valid_from ?? today })
  const row: NormRow = { edition, valid_from: given.validFrom, title: given.title, data: given.norms, revision: (before?.revision ?? 0) + 1 }
  await saveNorm(work, row)
  work.audit('planning.norms.put', { before: before ? { ...before, data: undefined } : null, after: { edition, title: given.title, validFrom: given.validFrom } })
  work.announce(curriculumChanged, { schoolId: work.schoolId, curriculumId: work.schoolId }, [addresses.staff(work.schoolId)])
  return present(row, today, row.valid_from <= today, true)
}
