import type { Import } from '../../contract/imports.ts'
import { isNew } from './names-map.ts'
import type { GridDifference, GridEntry } from './proposal-diff.ts'

/** The differences of two weeks as people read them: what and whom, where and by whom, and the place in the week. */
export function describeGrid(found: GridDifference<GridEntry & { id: string }, GridEntry>, titles: ReadonlyMap<string, string>): Import['changes'] {
  const nameOf = (id: string) => titles.get(id) ?? (isNew(id.replace(/^\w+:/, '')) || isNew(id) ? id.replace(/^(group:|class:)?new:/, '') : '')
  const title = (one: GridEntry) => `${nameOf(one.subjectId)}, ${one.students.map(nameOf).join(' + ')}`
  const words = (one: GridEntry) => [one.roomId === null ? '' : nameOf(one.roomId), ...one.teacherIds.map((id) => surname(nameOf(id)))].filter(Boolean).join(' · ')
  const at = (one: GridEntry) => ({ weekday: one.weekday, number: one.number, week: one.week })
  return [
    ...found.added.map((one) => ({ kind: 'entry.add', row: null, title: title(one), before: null, after: words(one), at: at(one) })),
    ...found.changed.map(({ before, after }) => ({ kind: 'entry.change', row: null, title: title(after), before: words(before), after: words(after), was: at(before), at: at(after) })),
    ...found.removed.map((one) => ({ kind: 'entry.remove', row: null, title: title(one), before: words(one), after: '', was: at(one) })),
  ].toSorted((a, b) => (a.title === b.title ? 0 : a.title < b.title ? -1 : 1))
}

const surname = (name: string) => name.split(' ')[0]!
