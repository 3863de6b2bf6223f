import type { Gender } from './surnames.ts'

const STEMS: Record<string, string> = { Пётр: 'Петр', Лев: 'Льв', Павел: 'Павл', Михаил: 'Михайл', Яков: 'Яковл', Данила: 'Данил', Гавриил: 'Гаврил' }
/** Short masculine names in -а and -я: Ильич, but Ильинична. */
const SHORT: Record<string, [male: string, female: string]> = {
  Илья: ['Ильич', 'Ильинична'], Никита: ['Никитич', 'Никитична'], Кузьма: ['Кузьмич', 'Кузьминична'], Фома: ['Фомич', 'Фоминична'],
  Лука: ['Лукич', 'Лукинична'], Савва: ['Саввич', 'Саввична'], Фока: ['Фокич', 'Фокична'],
}
const SOFT: Record<string, 1> = { Яков: 1 }

/** The patronymic of a child of this father. */
export function patronymic(father: string, gender: Gender): string {
  const short = SHORT[father]
  if (short) return short[gender === 'male' ? 0 : 1]
  return beforeEnding(father) + (gender === 'male' ? 'ич' : 'на')
}

/** «Али оглы» for a son, «Али кызы» for a daughter. */
export const turkicPatronymic = (father: string, gender: Gender) => `${father} ${gender === 'male' ? 'оглы' : 'кызы'}`

function beforeEnding(father: string): string {
  const stem = STEMS[father]
  if (stem) return stem + (SOFT[father] ? 'ев' : 'ов')
  if (father.endsWith('ий')) return father.slice(0, -2) + (keepsVowel(father.slice(0, -2)) ? 'иев' : 'ьев')
  if (/[йь]$/.test(father)) return father.slice(0, -1) + 'ев'
  if (/[ая]$/.test(father)) return father + 'ев'
  if (father.endsWith('о')) return father.slice(0, -1) + 'ов'
  if (/[еёиуыэю]$/.test(father)) return father + 'ев'
  return father + (/[жшчщц]$/.test(father) ? 'ев' : 'ов')
}

/** Дмитриевич keeps the vowel after two consonants, except -нт-: Викентьевич. */
const keepsVowel = (stem: string) => /[^аеёиоуыэюяь][^аеёиоуыэюяь]$/i.test(stem) && !stem.endsWith('нт')
