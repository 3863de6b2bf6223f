import type { MergeObstacle } from '../../contract/merging.ts'
import { differingFields } from '../people/rules.ts'
import type { PersonTable } from '../tables.ts'

/** Where a record belongs: a school, as what, and whether still. */
export interface PlaceOfRecord { readonly person_id: string; readonly school_id: string; readonly relation: 'pupil' | 'staff' | 'guardian'; readonly now: boolean }
export type Compared = Pick<PersonTable, 'id' | 'last_name' | 'first_name' | 'birth_date' | 'snils' | 'esia_oid' | 'created_at' | 'merged_to'>

/**
 * The record that stays is the one its person signs in with; then the one with a СНИЛС; then the one that is older.
 * So sessions, answers and devices need not move.
 */
export function inOrder<T extends Compared>(a: T, b: T): { kept: T; gone: T } {
  const weight = (one: T) => (one.esia_oid === null ? 0 : 2) + (one.snils === null ? 0 : 1)
  const first = weight(a) === weight(b) ? a.created_at.getTime() < b.created_at.getTime() || (a.created_at.getTime() === b.created_at.getTime() && a.id < b.id) : weight(a) > weight(b)
  return first ? { kept: a, gone: b } : { kept: b, gone: a }
}

/** Why two records cannot become one: papers that contradict each other, or two lives in one school at once. */
export function whyNotOne(a: Compared, b: Compared, places: readonly PlaceOfRecord[], facts: { represents: boolean; regions: number }): MergeObstacle[] {
  const differs = differingFields(a, b)
  const both = (relation: PlaceOfRecord['relation']) => places.some((one) => one.now && one.relation === relation && one.person_id === a.id && places.some((other) => other.now && other.relation === relation && other.person_id === b.id && other.school_id === one.school_id))
  const found: [MergeObstacle, boolean][] = [
    ['alreadyOne', (a.merged_to ?? a.id) === (b.merged_to ?? b.id)],
    ['birthDate', differs.includes('birthDate')],
    ['names', differs.includes('lastName') && differs.includes('firstName')],
    ['snils', a.snils !== null && b.snils !== null && a.snils !== b.snils],
    ['accounts', a.esia_oid !== null && b.esia_oid !== null],
    ['bothEnrolled', both('pupil')],
    ['bothEmployed', both('staff')],
    ['ownGuardian', facts.represents],
    ['regions', facts.regions > 1],
  ]
  return found.filter(([, is]) => is).map(([name]) => name)
}

interface Terms { readonly from: string; readonly undoDays: number }
/** For how long a merge can be undone; every edition keeps its first day. */
const editions: readonly Terms[] = [{ from: '2026-01-01', undoDays: 30 }]
export const mergeTerms = (day: string): Terms => editions.findLast((one) => one.from <= day) ?? editions[0]!

interface Represented { readonly id: string; readonly guardian: string; readonly student: string; readonly restricted: boolean; readonly valid_from: string }

/**
 * The guardianships that say the same twice once the records are one. A restricted one always stays: no merge may open what a court has closed.
 * `guardian` and `student` are the records that stay.
 */
export function saidTwice<T extends Represented>(rows: readonly T[]): T[] {
  const best = (a: T, b: T) => Number(b.restricted) - Number(a.restricted) || a.valid_from.localeCompare(b.valid_from) || a.id.localeCompare(b.id)
  const groups = Map.groupBy(rows, (row) => `${row.guardian} ${row.student}`)
  return [...groups.values()].flatMap((same) => same.toSorted(best).slice(1))
}
