import type { RosterChange, RosterPerson, RosterState } from './roster.ts'
import { nameKey } from './roster-people.ts'
import { titleKey } from './workbook-rows.ts'

type Guardian = RosterState['guardians'][number]

/** A load is one teacher's subject in one class or group; without a teacher it is the class's. */
export const loadKey = (load: { students: string; subject: string; teacher: string | null }) => `${titleKey(load.students)}|${titleKey(load.subject)}|${load.teacher ?? ''}`

/** A school's lists while changes are planned: each thing is found by its key, so that a file of thousands of rows is walked once. */
export class RosterLists {
  readonly people: Map<string, RosterPerson>
  readonly classes: Map<string, RosterState['classes'][number]>
  readonly enrolments: Map<string, RosterState['enrolments'][number]>
  readonly employments: Map<string, RosterState['employments'][number]>
  readonly groups: Map<string, RosterState['groups'][number]>
  readonly loads: Map<string, RosterState['loads'][number]>
  /** By child, then by guardian. */
  readonly #guardians = new Map<string, Map<string, Guardian>>()
  readonly #bySnils = new Map<string, string>()
  readonly #byName = new Map<string, Set<string>>()
  #employees: readonly RosterPerson[] | null = null

  constructor(state: RosterState) {
    const { people, classes, enrolments, employments, guardians, groups, loads } = structuredClone(state)
    this.people = keyed(people, (one) => one.ref)
    this.classes = keyed(classes, (one) => titleKey(one.title))
    this.enrolments = keyed(enrolments, (one) => one.person)
    this.employments = keyed(employments, (one) => one.person)
    this.groups = keyed(groups, (one) => titleKey(one.title))
    this.loads = keyed(loads, loadKey)
    for (const one of guardians) this.#represent(one)
    for (const one of this.people.values()) this.#name(one)
  }

  bySnils(snils: string): RosterPerson | undefined { return this.people.get(this.#bySnils.get(snils) ?? '') }

  namesakes(key: string): RosterPerson[] { return [...this.#byName.get(key) ?? []].map((ref) => this.people.get(ref)!) }

  guardiansOf(child: string): Guardian[] { return [...this.#guardians.get(child)?.values() ?? []] }

  /** Everybody who works at the school. */
  employees(): readonly RosterPerson[] {
    this.#employees ??= [...this.people.values()].filter((one) => this.employments.has(one.ref))
    return this.#employees
  }

  /** Carries one change out. */
  apply(change: RosterChange): void {
    switch (change.kind) {
      case 'person.create': case 'person.update': return this.#person(change.after)
      case 'class.create': case 'class.update': this.classes.set(titleKey(change.after.title), change.after); return
      case 'enrol': case 'move': this.enrolments.set(change.after.person, change.after); return
      case 'employ': case 'employ.update':
        this.employments.set(change.after.person, change.after)
        this.#employees = null
        return
      case 'guardian': return this.#represent(change.after)
      case 'load.create': case 'load.update': this.loads.set(loadKey(change.after), change.after); return
      case 'group.create': case 'group.update': {
        const key = titleKey(change.after.title)
        this.groups.set(key, { ...change.after, members: this.groups.get(key)?.members ?? [] })
        return
      }
      case 'group.member': this.groups.get(titleKey(change.after.title))?.members.push(change.after.person)
    }
  }

  state(): RosterState {
    const list = <Item>(map: ReadonlyMap<string, Item>) => [...map.values()]
    return {
      people: list(this.people), classes: list(this.classes), enrolments: list(this.enrolments), employments: list(this.employments), groups: list(this.groups), loads: list(this.loads),
      guardians: [...this.#guardians.values()].flatMap((of) => [...of.values()]),
    }
  }

  #person(after: RosterPerson): void {
    const before = this.people.get(after.ref)
    if (before) {
      this.#byName.get(nameKey(before))?.delete(before.ref)
      if (before.snils !== null && this.#bySnils.get(before.snils) === before.ref) this.#bySnils.delete(before.snils)
    }
    this.people.set(after.ref, after)
    this.#name(after)
    this.#employees = null
  }

  #name(one: RosterPerson): void {
    if (one.snils !== null && !this.#bySnils.has(one.snils)) this.#bySnils.set(one.snils, one.ref)
    const key = nameKey(one)
    const alike = this.#byName.get(key) ?? new Set()
    this.#byName.set(key, alike.add(one.ref))
  }

  #represent(one: Guardian): void {
    const of = this.#guardians.get(one.child) ?? new Map<string, Guardian>()
    this.#guardians.set(one.child, of.set(one.guardian, one))
  }
}

/** The first of several with one key is the one that is found. */
function keyed<Item>(list: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  const map = new Map<string, Item>()
  for (const item of list) if (!map.has(keyOf(item))) map.set(keyOf(item), item)
  return map
}

/** The lists as they would be after the changes; nothing outside is touched. */
export function applied(state: RosterState, changes: readonly RosterChange[]): RosterState {
  const lists = new RosterLists(state)
  for (const change of changes) lists.apply(structuredClone(change))
  return lists.state()
}
