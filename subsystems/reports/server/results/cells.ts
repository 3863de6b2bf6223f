import { column, num, share, type Cell } from '../make/cells.ts'
import { partsText } from '../make/figures.ts'
import type { Words } from '../words/words.ts'
import { average, countedIn, good, learned, learnedSum, learnedWeights, succeeded, type Spread } from './rules.ts'

/** Who of a group is not counted, and why. */
const leftOut = ({ results: w }: Words, s: Spread): string[] => ([['exempt', s.exempt], ['unmarked', s.unmarked], ['passFail', s.passFail]] as const).flatMap(([why, n]) => (n > 0 ? [`${w.leftOut[why]}: ${n}`] : []))

const weighed = ['five', 'four', 'three', 'two', 'notAttested'] as const

function learnedCell(words: Words, s: Spread): Cell {
  const { results: w } = words
  const parts = learned(s)
  if (parts === null) return { text: '' }
  const result = partsText(parts, 1, words.comma)
  return {
    text: result, number: parts / 10,
    why: {
      title: w.learnedTitle, formula: `${learnedSum(s)} ÷ ${countedIn(s)}`, result: `${result} %`, rule: `${w.learnedRule} ${words.rounding.tenths}`, excluded: leftOut(words, s),
      inputs: weighed.map((key) => ({ name: w.figure[key], value: String(s[key]), weight: String(learnedWeights[key]), product: String(s[key] * learnedWeights[key]) })),
    },
  }
}

function averageCell(words: Words, s: Spread): Cell {
  const { results: w } = words
  const parts = average(s)
  if (parts === null) return { text: '' }
  const figures = [['five', 5], ['four', 4], ['three', 3], ['two', 2]] as const
  const result = partsText(parts, 2, words.comma)
  return {
    text: result, number: parts / 100,
    why: {
      title: w.average, formula: `${figures.reduce((sum, [key, figure]) => sum + figure * s[key], 0)} ÷ ${figures.reduce((sum, [key]) => sum + s[key], 0)}`, result, rule: `${w.averageRule} ${words.rounding.hundredths}`,
      excluded: [...(s.notAttested > 0 ? [`${w.figure.notAttested}: ${s.notAttested}`] : []), ...leftOut(words, s)],
      inputs: figures.map(([key, figure]) => ({ name: w.figure[key], value: String(s[key]), weight: String(figure), product: String(s[key] * figure) })),
    },
  }
}

/** % успеваемости, % качества, СОУ and the mean, each with what stands behind it. */
export function rateCells(words: Words, s: Spread): Cell[] {
  const { results: w } = words
  const whole = [w.counted, countedIn(s)] as const
  const excluded = leftOut(words, s)
  return [
    share(words, { title: w.success, part: [w.succeeded, succeeded(s)], whole, rule: w.rule, excluded }), share(words, { title: w.quality, part: [w.good, good(s)], whole, rule: w.rule, excluded }),
    learnedCell(words, s), averageCell(words, s),
  ]
}

export const spreadCells = (s: Spread): Cell[] => [num(s.five), num(s.four), num(s.three), num(s.two, 'bad'), num(s.notAttested, 'warn')]
export const spreadColumns = ({ results: w }: Words) => ['5', '4', '3', '2', w.mark['notAttested']!].map((head) => column(head, 'number', w.marks))
export const rateColumns = ({ results: w }: Words) => [w.success, w.quality, w.learned, w.average].map((head) => column(head))
