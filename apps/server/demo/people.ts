import type { StandPerson } from '@school/esia-stand'
import type { PlannedPerson } from './school-plan.ts'

/** Collects who can sign in at the stand; ids of ЕСИА are given in order. */
export class People {
  readonly all: StandPerson[]
  #next: number

  constructor(known: readonly StandPerson[] = []) {
    this.all = [...known]
    this.#next = 1_000_100_000 + known.length
  }

  add(person: PlannedPerson, place: { school: string; group: string; label: string; className?: string; hint?: string; featured?: boolean; kids?: readonly string[]; confirmed?: boolean; organisations?: StandPerson['organisations'] }): StandPerson {
    const known = this.all.find((one) => one.snils === person.snils)
    if (known) return known
    const made: StandPerson = {
      oid: String(this.#next++), lastName: person.lastName, firstName: person.firstName, middleName: person.middleName, birthDate: person.birthDate, gender: person.gender === 'male' ? 'M' : 'F', snils: person.snils,
      confirmed: place.confirmed ?? true, kids: place.kids ?? [], organisations: place.organisations ?? [], school: place.school, group: place.group, label: place.label,
      ...(place.className ? { className: place.className } : {}), ...(place.hint ? { hint: place.hint } : {}), ...(place.featured ? { featured: true } : {}),
    }
    this.all.push(made)
    return made
  }
}

/** The data of a planned person as routes take them. */
export const dataOf = (person: PlannedPerson) => ({
  lastName: person.lastName, firstName: person.firstName, middleName: person.middleName, birthDate: person.birthDate, gender: person.gender === 'male' ? 'M' as const : 'F' as const, snils: person.snils, email: null, phone: null,
})
