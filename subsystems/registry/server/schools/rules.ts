import { normalInn, normalKpp, normalOgrn, whyInnWrong, whyKppWrong, whyOgrnWrong } from '@school/contract'

export interface Identifiers { readonly ogrn: string; readonly inn: string; readonly kpp: string }

/** What is wrong with the identifiers of an organisation, field by field; empty when nothing is. */
export function faultsOf(given: Identifiers): Partial<Record<keyof Identifiers, string>> {
  const faults = {
    ogrn: normalOgrn(given.ogrn).length === 15 ? 'length' : whyOgrnWrong(given.ogrn), inn: whyInnWrong(given.inn, 'organisation'), kpp: whyKppWrong(given.kpp),
  }
  return Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault !== null)) as Partial<Record<keyof Identifiers, string>>
}

/** The identifiers without spaces, as they are kept. */
export const normalIdentifiers = (given: Identifiers): Identifiers => ({ ogrn: normalOgrn(given.ogrn), inn: normalInn(given.inn), kpp: normalKpp(given.kpp) })
