import type { RosterChange, RosterState } from './roster.ts'
import { titleKey } from './workbook-rows.ts'

/** The lists as they would be after the changes; nothing outside is touched. Previews and the planner itself use it. */
export function applied(state: RosterState, changes: readonly RosterChange[]): RosterState {
  const next = structuredClone(state)
  for (const change of changes) applyOne(next, change)
  return next
}

/** Carries one change out on lists that may be changed in place. */
export function applyOne(next: RosterState, change: RosterChange): void {
  switch (change.kind) {
    case 'person.create': case 'person.update': return put(next.people, change.after, (one) => one.ref)
    case 'class.create': case 'class.update': return put(next.classes, change.after, (one) => titleKey(one.title))
    case 'enrol': case 'move': return put(next.enrolments, change.after, (one) => one.person)
    case 'employ': case 'employ.update': return put(next.employments, change.after, (one) => one.person)
    case 'guardian': return put(next.guardians, change.after, (one) => `${one.guardian} ${one.child}`)
    case 'load.create': case 'load.update': return put(next.loads, change.after, loadKey)
    case 'group.create': case 'group.update': {
      const members = next.groups.find((one) => titleKey(one.title) === titleKey(change.after.title))?.members ?? []
      return put(next.groups, { ...change.after, members }, (one) => titleKey(one.title))
    }
    case 'group.member': next.groups.find((one) => titleKey(one.title) === titleKey(change.after.title))?.members.push(change.after.person)
  }
}

/** A load is one teacher's subject in one class or group; without a teacher it is the class's. */
export const loadKey = (load: { students: string; subject: string; teacher: string | null }) => `${titleKey(load.students)}|${titleKey(load.subject)}|${load.teacher ?? ''}`

function put<Item>(list: Item[], item: Item, keyOf: (item: Item) => string): void {
  const at = list.findIndex((one) => keyOf(one) === keyOf(item))
  if (at < 0) list.push(item)
  else list[at] = item
}
