import { hundredths } from '../make/figures.ts'

/** Final marks of one group of people: who is counted (`five` … `notAttested`), and who is left out. `two` holds ones as well. */
export interface Spread { readonly five: number; readonly four: number; readonly three: number; readonly two: number; readonly notAttested: number; readonly exempt: number; readonly passFail: number; readonly unmarked: number }

const places: Readonly<Record<string, keyof Spread>> = { 5: 'five', 4: 'four', 3: 'three', 2: 'two', 1: 'two', notAttested: 'notAttested', exempt: 'exempt', pass: 'passFail', fail: 'passFail' }

/** Counts final marks; an absent one is unmarked. */
export function spreadOf(values: Iterable<string | null>): Spread {
  const spread = { five: 0, four: 0, three: 0, two: 0, notAttested: 0, exempt: 0, passFail: 0, unmarked: 0 }
  for (const value of values) spread[places[value ?? ''] ?? 'unmarked'] += 1
  return spread
}

/** N: everyone with a mark for the subject, the not attested included, the exempt and those without a mark left out. */
export const countedIn = (s: Spread): number => s.five + s.four + s.three + s.two + s.notAttested
/** Of N, those who have at least a three: % успеваемости is this by N. */
export const succeeded = (s: Spread): number => s.five + s.four + s.three
/** Of N, those who have a four or a five: % качества знаний is this by N. */
export const good = (s: Spread): number => s.five + s.four

/** Weights of СОУ (степень обученности учащихся) by В. П. Симонов. */
export const learnedWeights = { five: 100, four: 64, three: 36, two: 16, notAttested: 7 } as const
/** The sum that СОУ divides by N. */
export const learnedSum = (s: Spread): number => (Object.keys(learnedWeights) as (keyof typeof learnedWeights)[]).reduce((sum, key) => sum + learnedWeights[key] * s[key], 0)
/** СОУ in tenths, halves upwards. */
export const learned = (s: Spread): number | null => { const n = countedIn(s); return n === 0 ? null : Math.floor((20 * learnedSum(s) + n) / (2 * n)) }

/** The mean of fives to twos in hundredths; the not attested have no figure to average. */
export const average = (s: Spread): number | null => hundredths(5 * s.five + 4 * s.four + 3 * s.three + 2 * s.two, s.five + s.four + s.three + s.two)

export type Category = 'excellent' | 'good' | 'passing' | 'failing' | 'notAttested' | 'unmarked'

/** Where a pupil stands by all final marks together: the worst of them decides. */
export function categoryOf(values: readonly string[]): Category {
  if (values.some((one) => one === '2' || one === '1' || one === 'fail')) return 'failing'
  if (values.includes('notAttested')) return 'notAttested'
  const figures = values.filter((one) => /^[345]$/.test(one))
  if (figures.length === 0) return 'unmarked'
  return figures.includes('3') ? 'passing' : figures.includes('4') ? 'good' : 'excellent'
}

/** One mark short of the next category: all fives but one four, or nothing below four but one three. */
export function oneShort(values: readonly string[]): '4' | '3' | null {
  const category = categoryOf(values)
  if (category === 'good' && values.filter((one) => one === '4').length === 1) return '4'
  return category === 'passing' && values.filter((one) => one === '3').length === 1 ? '3' : null
}
