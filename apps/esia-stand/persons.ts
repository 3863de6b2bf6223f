import { readFile, stat } from 'node:fs/promises'

export interface StandOrganisation {
  readonly oid: string
  readonly fullName: string
  readonly shortName: string
  readonly ogrn: string
  readonly type?: 'LEGAL' | 'BUSINESS' | 'AGENCY'
  readonly chief?: boolean
  readonly admin?: boolean
  readonly active?: boolean
  readonly liquidated?: boolean
}

/** One invented person who can sign in. */
export interface StandPerson {
  /** Digits only; unique. */
  readonly oid: string
  readonly lastName: string
  readonly firstName: string
  readonly middleName: string | null
  /** `YYYY-MM-DD`. */
  readonly birthDate: string
  readonly gender: 'M' | 'F'
  /** Eleven digits. */
  readonly snils: string | null
  readonly confirmed: boolean
  readonly closed?: boolean
  readonly email?: string
  readonly mobile?: string
  /** Oids of the children; they are persons of the same list. */
  readonly kids: readonly string[]
  readonly organisations: readonly StandOrganisation[]
  /** Heading in the picker: a school, «Регион», «Без школы». */
  readonly school: string
  /** Second heading: «Учителя», «7 «Б»», «Родители». */
  readonly group: string
  /** What the person is, in a few words: «математика, классный руководитель 7 «Б»». */
  readonly label: string
  /** «7 «Б»», for pupils; parents' rows name it behind the child. */
  readonly className?: string
  /** What is worth trying with this person. */
  readonly hint?: string
  /** Shown first, before the schools. */
  readonly featured?: boolean
}

export type PersonSource = string | (() => Promise<readonly StandPerson[]>)

/** The people of the stand: a source, and over it what was put by the control interface. */
export class Persons {
  #source: PersonSource
  #put = new Map<string, StandPerson>()
  #read: { path: string; changed: number; persons: StandPerson[] } | undefined

  constructor(source: PersonSource) {
    this.#source = source
  }

  async all(): Promise<StandPerson[]> {
    const listed = typeof this.#source === 'string' ? await this.#fromFile(this.#source) : await this.#source()
    return [...listed.filter((person) => !this.#put.has(person.oid)), ...this.#put.values()]
  }

  async find(oid: string): Promise<StandPerson | undefined> {
    return this.#put.get(oid) ?? (await this.all()).find((person) => person.oid === oid)
  }

  /** Adds persons, or replaces those with the same oid. */
  put(persons: readonly StandPerson[]) {
    for (const person of persons) this.#put.set(person.oid, person)
  }

  async #fromFile(path: string): Promise<StandPerson[]> {
    const changed = (await stat(path)).mtimeMs
    if (this.#read?.path !== path || this.#read.changed !== changed) {
      this.#read = { path, changed, persons: personsFrom(JSON.parse(await readFile(path, 'utf8'))) }
    }
    return this.#read.persons
  }
}

/** A list of persons from unknown JSON; the first one that does not fit is named in the error. */
export function personsFrom(value: unknown): StandPerson[] {
  if (!Array.isArray(value)) throw new Error('A list of persons is expected')
  return value.map((entry: unknown, index) => {
    const person = { kids: [], organisations: [], middleName: null, snils: null, ...(entry as object) } as unknown as StandPerson
    const wrong = whyNotPerson(person)
    if (wrong) throw new Error(`Person ${index + 1} (${String(person.oid)}): ${wrong}`)
    return person
  })
}

function whyNotPerson(person: StandPerson): string | null {
  if (!/^[1-9]\d{0,19}$/.test(person.oid)) return 'oid must be digits'
  if (!/^\d{4}-\d{2}-\d{2}$/.test(person.birthDate)) return 'birthDate must be YYYY-MM-DD'
  if (person.snils !== null && !/^\d{11}$/.test(person.snils)) return 'snils must be eleven digits or null'
  if (person.gender !== 'M' && person.gender !== 'F') return 'gender must be M or F'
  if (typeof person.confirmed !== 'boolean') return 'confirmed must be true or false'
  for (const field of ['lastName', 'firstName', 'school', 'group', 'label'] as const) {
    if (typeof person[field] !== 'string') return `${field} must be a text`
  }
  return Array.isArray(person.kids) && Array.isArray(person.organisations) ? null : 'kids and organisations must be lists'
}
