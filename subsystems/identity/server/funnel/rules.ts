import type { FunnelPart } from '../../contract/funnel.ts'
import type { SchoolProgress } from './store.ts'

const smallest = 10
/** A count of people that points at nobody: none, or at least ten. */
export const few = (count: number): number | null => (count > 0 && count < smallest ? null : count)

const reached: readonly [FunnelPart['steps'][number]['key'], (school: SchoolProgress) => boolean][] = [
  ['schools', () => true],
  ['adminSignedIn', (school) => school.admin_in],
  ['staffImported', (school) => school.staff > 1],
  ['staffSignedIn', (school) => school.staff > 1 && school.staff_in * 2 >= school.staff],
  ['classesWithPupils', (school) => school.classes > 0],
  ['parentsConnected', (school) => school.pupils > 0 && school.with_parent * 2 >= school.pupils],
  ['firstMarks', (school) => school.first_marks],
]

/** The steps of several schools added up. A step of people counts when at least half of them came. */
export function summed(schools: readonly SchoolProgress[]): Omit<FunnelPart, 'id' | 'name'> {
  const sum = (of: (school: SchoolProgress) => number) => schools.reduce((total, school) => total + of(school), 0)
  return {
    steps: reached.map(([key, has]) => ({ key, schools: schools.filter(has).length })),
    staff: few(sum((one) => one.staff)), staffSignedIn: few(sum((one) => one.staff_in)), pupils: few(sum((one) => one.pupils)), pupilsWithParent: few(sum((one) => one.with_parent)), classes: sum((one) => one.classes),
  }
}

/** The parts of a territory, each with its own steps, by name. */
export function partsBy(schools: readonly SchoolProgress[], id: (school: SchoolProgress) => string, name: (school: SchoolProgress) => string): FunnelPart[] {
  const groups = Map.groupBy(schools, id)
  return [...groups].map(([key, rows]) => ({ id: key, name: name(rows[0]!), ...summed(rows) })).toSorted((a, b) => a.name.localeCompare(b.name, 'ru', { numeric: true }))
}
