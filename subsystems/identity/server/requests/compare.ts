import { agrees, explainDifference, type PersonData } from '@school/contract'
import type { Check, Compared, ComparedField, Named, RequestKind } from '../../contract/requests.ts'

const fields: readonly ComparedField[] = ['lastName', 'firstName', 'middleName', 'birthDate', 'snils']

/** Both sources field by field, with the decision of the matching rule on each. */
export function compare(esia: Named, registry: Named): Compared[] {
  return explainDifference(plain(esia), plain(registry)).filter((one) => (fields as readonly string[]).includes(one.field)).map((one) => ({
    field: one.field as ComparedField, esia: one.left, registry: one.right, matches: agrees(one), verdict: one.verdict, wrongCheckDigit: one.wrongCheckDigit,
  }))
}

const plain = ({ lastName, firstName, middleName, birthDate, snils }: Named): PersonData => ({ lastName, firstName, middleName, birthDate, snils })

/** Fields that contradict; an absent СНИЛС contradicts nothing, it only proves nothing. */
export const differingOf = (compared: readonly Compared[]): ComparedField[] =>
  compared.filter((one) => !one.matches && !(one.field === 'snils' && one.verdict === 'missing')).map((one) => one.field)

export interface Judged { readonly kind: RequestKind; readonly fromEsia: boolean; readonly byBirth: boolean; readonly found: boolean; readonly compared: readonly Compared[] }

/** What the administrator has to do with a request, in a word. Nobody is linked on a name alone. */
export function checkOf({ kind, fromEsia, byBirth, found, compared }: Judged): Check {
  if (!found) return kind === 'staff' ? 'document' : 'notFound'
  if (differingOf(compared).length > 0) return 'differs'
  if (!byBirth) return 'document'
  if (bothSame(compared)) return 'matched'
  return fromEsia ? 'noSnils' : 'document'
}

/** Where the mistake is. What Госуслуги gives has been checked by the state; what a person types has not. */
export function faultOf(fromEsia: boolean, compared: readonly Compared[]): 'none' | 'registry' | 'esia' | 'unknown' {
  if (differingOf(compared).length === 0) return 'none'
  const snils = compared.find((one) => one.field === 'snils')
  if (!fromEsia && snils?.wrongCheckDigit === 'left') return 'esia'
  return fromEsia || snils?.wrongCheckDigit === 'right' ? 'registry' : 'unknown'
}

/** The candidate that agrees in most fields, if it is the only one and more than a name speaks for it. */
export function bestOf<T extends Named>(wanted: Named, candidates: readonly T[]): T | null {
  const scored = candidates.map((one) => ({ one, score: scoreOf(compare(wanted, one)) })).filter(({ score }) => score >= 3).toSorted((a, b) => b.score - a.score)
  return scored[0] && scored[0].score > (scored[1]?.score ?? 0) ? scored[0].one : null
}

const weight: Record<ComparedField, number> = { lastName: 1, firstName: 1, middleName: 1, birthDate: 2, snils: 4 }

const bothSame = (compared: readonly Compared[]) => compared.some((one) => one.field === 'snils' && one.verdict === 'same' && one.esia !== '')

/** How much speaks for two records being one human being; 0 when something speaks plainly against it. */
function scoreOf(compared: readonly Compared[]): number {
  const verdict = (field: ComparedField) => compared.find((one) => one.field === field)!.verdict
  const score = compared.reduce((sum, one) => sum + (one.matches && one.esia !== '' ? weight[one.field] : 0), 0)
  const foreignName = verdict('lastName') === 'different' || verdict('firstName') === 'different'
  const foreignNumber = verdict('snils') === 'different' && score < weight.lastName + weight.firstName + weight.middleName + weight.birthDate
  return !bothSame(compared) && (foreignName || foreignNumber) ? 0 : score
}
