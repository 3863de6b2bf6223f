import { agrees, explainField } from '@school/contract'
import type { Appointee } from '../../contract/appointee.ts'

interface Known { readonly last_name: string; readonly first_name: string; readonly birth_date: string }

/** Whether the holder of the СНИЛС is plainly not the person who was named: then the number was mistyped. */
export function isOther(known: Known, named: Pick<Appointee, 'lastName' | 'firstName' | 'birthDate'>): boolean {
  const pairs = [['lastName', known.last_name, named.lastName], ['firstName', known.first_name, named.firstName], ['birthDate', known.birth_date, named.birthDate]] as const
  return pairs.some(([field, left, right]) => !agrees(explainField(field, left, right)))
}
