// not messages: endings and words by which lists tell a person's gender
import { isDeepStrictEqual } from 'node:util'
import { suggestTeacher } from './proposal-teachers.ts'
import { folded } from './proposal-words.ts'
import type { RosterPerson, Wanted } from './roster.ts'
import type { RosterLists } from './roster-lists.ts'
import type { NameParts } from './workbook-rows.ts'

export const nameKey = (name: NameParts) => folded(`${name.lastName} ${name.firstName} ${name.middleName ?? ''}`)

/** The person of the lists whom a row means, null for nobody, 'many' when the row does not tell them apart. */
export function findPerson(lists: RosterLists, wanted: Wanted): RosterPerson | null | 'many' {
  const bySnils = wanted.snils ? lists.bySnils(wanted.snils) : undefined
  if (bySnils) return bySnils
  const namesakes = lists.namesakes(nameKey(wanted)).filter((one) => !(one.snils && wanted.snils) && !(one.birthDate && wanted.birthDate && one.birthDate !== wanted.birthDate))
  if (namesakes.length === 0) return null
  const sameDay = wanted.birthDate ? namesakes.filter((one) => one.birthDate === wanted.birthDate) : []
  if (sameDay.length === 1) return sameDay[0]!
  return namesakes.length === 1 ? namesakes[0]! : 'many'
}

/** A name for somebody new: it does not depend on where in the file the row stands. */
export function newRef(lists: RosterLists, wanted: Wanted): string {
  const base = `new:${wanted.snils ?? `${nameKey(wanted)}|${wanted.birthDate ?? ''}`}`
  let ref = base
  for (let n = 2; lists.people.has(ref); n++) ref = `${base}|${n}`
  return ref
}

/** The known person with what the row adds or corrects; spellings that differ only by case or ё stay as they are. */
export function corrected(known: RosterPerson, row: Omit<RosterPerson, 'ref'>): RosterPerson | null {
  const after = { ...known }
  if (nameKey(known) !== nameKey(row)) Object.assign(after, { lastName: row.lastName, firstName: row.firstName, middleName: row.middleName ?? known.middleName })
  for (const field of ['birthDate', 'gender', 'snils', 'email'] as const) if (row[field] !== null) Object.assign(after, { [field]: row[field] })
  return isDeepStrictEqual(after, known) ? null : after
}

/** The employee a written name means, or null when nobody or more than one fits. */
export const findEmployee = (lists: RosterLists, name: string): string | null => suggestTeacher(name, lists.employees().map((one) => ({ ...one, id: one.ref }))).target

const female = /^(мать|мама|бабушка|тётя|тетя|сестра)|(вна|чна|кызы)$/
const male = /^(отец|папа|дед|дедушка|дядя|брат)|(вич|ьич|оглы)$/

/** The gender that a patronymic or the word for the relation tells; null when neither does. */
export function genderOf(name: NameParts & { kind?: string }): 'male' | 'female' | null {
  for (const word of [name.middleName?.toLowerCase(), name.kind]) {
    if (word && female.test(word)) return 'female'
    if (word && male.test(word)) return 'male'
  }
  return null
}
