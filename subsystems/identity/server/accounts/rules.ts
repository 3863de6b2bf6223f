import { agrees, explainField, normalSnils, type PersonData } from '@school/contract'

export interface Recognised { readonly last_name: string; readonly first_name: string; readonly birth_date: string; readonly esia_oid: string | null }
export type Recognition = 'known' | 'tie' | 'new' | 'clash'
interface Came { readonly lastName: string; readonly firstName: string; readonly birthDate: string }

/**
 * What a sign-in means for the registry. The number of the account decides first; then the СНИЛС, if its record has no other account
 * and is not plainly somebody else: a school may have mistyped a number. A name alone decides nothing.
 */
export function recognition(byOid: Recognised | undefined, bySnils: Recognised | undefined, came: Came): Recognition {
  if (byOid) return 'known'
  if (!bySnils) return 'new'
  if (bySnils.esia_oid !== null) return 'clash'
  const same = (field: keyof PersonData, left: string, right: string) => agrees(explainField(field, left, right))
  const named = same('lastName', bySnils.last_name, came.lastName) && same('firstName', bySnils.first_name, came.firstName)
  return named || bySnils.birth_date === came.birthDate ? 'tie' : 'clash'
}

/** The gender the registry asks for, when ЕСИА gives none: by the ending of the patronymic. */
export const genderOf = (given: 'M' | 'F' | null, middleName: string | null): 'M' | 'F' => given ?? (/(вна|чна|кызы)$/i.test(middleName ?? '') ? 'F' : 'M')

export const digitsOf = (snils: string | null): string | null => (snils === null ? null : normalSnils(snils))
