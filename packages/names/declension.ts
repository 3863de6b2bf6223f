import { inclineFirstname, inclineLastname, inclineMiddlename } from 'lvovich'
import type { Gender } from './surnames.ts'

export type GrammarCase = 'nominative' | 'genitive' | 'dative' | 'accusative' | 'instrumental' | 'prepositional'
export type FullName = { lastName: string; firstName: string; middleName?: string | null; gender: Gender }

/** Surnames spelt like animals and things keep the vowel that the word loses: Льва the lion, Лева the man. */
const KEPT_VOWEL = new Set(['лев', 'заяц', 'бобёр'])
const ENDINGS: Record<GrammarCase, string> = { nominative: '', genitive: 'а', dative: 'у', accusative: 'а', instrumental: 'ом', prepositional: 'е' }

/** The full name in a case; every part is declined by itself. An unknown shape stays as it is: a document then needs a person's eye. */
export function decline(name: FullName, grammarCase: GrammarCase): { lastName: string; firstName: string; middleName: string | null } {
  return {
    lastName: declineLastName(name.lastName, name.gender, grammarCase),
    firstName: inclineFirstname(name.firstName, grammarCase, name.gender),
    middleName: name.middleName ? declineMiddleName(name.middleName, name.gender, grammarCase) : null,
  }
}

/** «Ивановой Анны Петровны» as one text. */
export function declinedFullName(name: FullName, grammarCase: GrammarCase): string {
  const { lastName, firstName, middleName } = decline(name, grammarCase)
  return [lastName, firstName, middleName].filter(Boolean).join(' ')
}

/** A woman's surname ending in a consonant, and any in -ко, -о, -их, -ых, does not change. */
export function declineLastName(lastName: string, gender: Gender, grammarCase: GrammarCase): string {
  return lastName.split('-').map((part) => declinePart(part, gender, grammarCase)).join('-')
}

function declinePart(part: string, gender: Gender, grammarCase: GrammarCase): string {
  if (grammarCase === 'nominative' || /([иы]х|[оеёиуыэю])$/i.test(part)) return part
  if (gender === 'female' && !/[ая]$/i.test(part)) return part
  if (KEPT_VOWEL.has(part.toLowerCase())) return part + ENDINGS[grammarCase].replace(/^ом$/, part.endsWith('ц') ? 'ем' : 'ом')
  return inclineLastname(part, grammarCase, gender)
}

/** «Али оглы» keeps its form, as papers have it. */
const declineMiddleName = (middleName: string, gender: Gender, grammarCase: GrammarCase) =>
  /\s(оглы|кызы|улы|заде)$/i.test(middleName) ? middleName : inclineMiddlename(middleName, grammarCase, gender)
