import { agrees, explainField, normalSnils, whySnilsWrong, type PersonField } from '@school/contract'
import { Problem } from '@school/server'
import type { PersonData } from '../../contract/shapes.ts'
import type { PersonTable } from '../tables.ts'

export type PersonFields = Pick<PersonTable, 'last_name' | 'first_name' | 'middle_name' | 'birth_date' | 'gender' | 'snils' | 'email' | 'phone'>

const blankToNull = (text: string | null) => text?.trim() || null
const oneSpace = (text: string) => text.trim().replace(/\s+/g, ' ')

/** The data as they are kept: without stray spaces, СНИЛС as eleven digits; a wrong СНИЛС or birth date is refused. */
export function fieldsOf(data: PersonData, today: string): PersonFields {
  const snils = data.snils === null || data.snils.trim() === '' ? null : normalSnils(data.snils)
  const fault = snils === null ? null : whySnilsWrong(snils)
  if (fault !== null) throw new Problem(400, 'registry.snils_wrong', { field: 'snils', fault })
  if (data.birthDate > today || data.birthDate < '1900-01-01' || !isRealDay(data.birthDate)) throw new Problem(400, 'registry.birth_date_wrong', { field: 'birthDate' })
  const middle = blankToNull(data.middleName)
  return {
    last_name: oneSpace(data.lastName), first_name: oneSpace(data.firstName), middle_name: middle === null ? null : oneSpace(middle),
    birth_date: data.birthDate, gender: data.gender, snils, email: blankToNull(data.email), phone: blankToNull(data.phone),
  }
}

/** Whether such a day exists: 30 February has the form of a day and is none. */
export const isRealDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day

type Recognised = Pick<PersonFields, 'last_name' | 'first_name' | 'birth_date'>

/** The fields by which two records cannot be the same person; ё and е, case and spaces do not matter. */
export function differingFields(a: Recognised, b: Recognised): PersonField[] {
  const pairs = [['lastName', a.last_name, b.last_name], ['firstName', a.first_name, b.first_name], ['birthDate', a.birth_date, b.birth_date]] as const
  return pairs.filter(([field, left, right]) => !agrees(explainField(field, left, right))).map(([field]) => field)
}
