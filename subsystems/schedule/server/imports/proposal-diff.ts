import type { PlacedLesson } from './proposal-lessons.ts'

/** A lesson of the grid as it is compared: what, whom, by whom, when and where. */
export type GridEntry = Omit<PlacedLesson, 'activityId' | 'part'>
export type EntryField = 'subjectId' | 'teacherIds' | 'students' | 'weekday' | 'number' | 'week' | 'roomId'
export type GridDifference<Existing extends GridEntry, Proposed extends GridEntry> = {
  added: Proposed[]
  removed: Existing[]
  changed: { before: Existing; after: Proposed; fields: EntryField[] }[]
  same: { before: Existing; after: Proposed }[]
}

const FIELDS: readonly EntryField[] = ['subjectId', 'teacherIds', 'students', 'weekday', 'number', 'week', 'roomId']
/** How entries find their pair, the surest way first: equal, the same slot of the same students, another slot, another subject in the slot. */
const PAIRINGS: readonly (readonly EntryField[])[] = [
  FIELDS,
  ['subjectId', 'students', 'weekday', 'number', 'week'],
  ['subjectId', 'students', 'teacherIds', 'roomId'],
  ['subjectId', 'students', 'teacherIds'],
  ['students', 'weekday', 'number', 'week'],
]

/** What has to happen to the grid that exists so that it becomes the proposed one; the same file twice changes nothing. */
export function differ<Existing extends GridEntry, Proposed extends GridEntry>(existing: readonly Existing[], proposed: readonly Proposed[]): GridDifference<Existing, Proposed> {
  let left = [...existing]
  let right = [...proposed]
  const found: GridDifference<Existing, Proposed> = { added: [], removed: [], changed: [], same: [] }
  for (const fields of PAIRINGS) {
    const waiting = new Map<string, Existing[]>()
    for (const entry of left) waiting.set(keyOf(entry, fields), [...(waiting.get(keyOf(entry, fields)) ?? []), entry])
    const paired = new Set<Existing>()
    right = right.filter((after) => {
      const before = waiting.get(keyOf(after, fields))?.shift()
      if (!before) return true
      paired.add(before)
      const changed = FIELDS.filter((field) => keyOf(before, [field]) !== keyOf(after, [field]))
      if (changed.length === 0) found.same.push({ before, after })
      else found.changed.push({ before, after, fields: changed })
      return false
    })
    left = left.filter((entry) => !paired.has(entry))
  }
  return { ...found, added: right, removed: left }
}

const keyOf = (entry: GridEntry, fields: readonly EntryField[]) =>
  JSON.stringify(fields.map((field) => (Array.isArray(entry[field]) ? [...entry[field]].sort() : entry[field])))
