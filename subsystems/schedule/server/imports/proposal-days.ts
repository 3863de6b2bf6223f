import type { FetName } from './fet.ts'
import type { Suggestion } from './proposal.ts'
import { folded } from './proposal-words.ts'

/** A day of the file: which weekday (1 Monday … 7 Sunday), of which of two weeks, and the second half of a day when days are cut in two. */
export type DayTarget = { weekday: number; week: 'A' | 'B' | null; half: 1 | 2 | null }

const NAMES: readonly RegExp[] = [
  /(^|[^\p{L}])(понедельник|понед|пнд|пн|monday|mon|mo)([^\p{L}]|$)/u, /(^|[^\p{L}])(вторник|втор|втр|вт|tuesday|tues|tue|tu)([^\p{L}]|$)/u,
  /(^|[^\p{L}])(среда|срд|ср|wednesday|wed|we)([^\p{L}]|$)/u, /(^|[^\p{L}])(четверг|четв|чтв|чт|thursday|thurs|thur|thu|th)([^\p{L}]|$)/u,
  /(^|[^\p{L}])(пятница|пятн|птн|пт|friday|fri|fr)([^\p{L}]|$)/u, /(^|[^\p{L}])(суббота|субб|сбт|сб|saturday|sat|sa)([^\p{L}]|$)/u,
  /(^|[^\p{L}])(воскресенье|воскр|вск|вс|sunday|sun|su)([^\p{L}]|$)/u,
]
const FIRST_WEEK = /^(а|a|1|i|odd|неч\p{L}*|верх\p{L}*|числ\p{L}*|перв\p{L}*)$/u
const SECOND_WEEK = /^(б|b|в|2|ii|even|ч[её]т\p{L}*|нижн\p{L}*|знам\p{L}*|втор\p{L}*)$/u
const HALVES: readonly RegExp[] = [/(утр|morning|до обеда|1 смена|первая смена)/u, /(вечер|день|afternoon|после обеда|2 смена|вторая смена)/u]

/** What the days of the file are. Names decide; where they say nothing, the order does. */
export function suggestDays(days: readonly FetName[]): Suggestion<DayTarget>[] {
  const read = days.map(({ name, longName }) => dayNamed(name) ?? dayNamed(longName))
  if (read.every((one) => one === null)) return days.map(({ name }, i) => byOrder(name, i, days.length))
  const repeated = new Set(read.flatMap((one, i) => (one && read.some((other, j) => j !== i && other?.weekday === one.weekday) ? [one.weekday] : [])))
  const labels = [...new Set(read.flatMap((one) => (one && repeated.has(one.weekday) && !halfOf(one.rest) ? [one.rest] : [])))]
  return days.map(({ name }, i) => {
    const one = read[i]
    if (!one) return { source: name, target: null, confidence: 0, reason: 'nothing_like_it', others: [] }
    const half = halfOf(one.rest)
    const week = half || !repeated.has(one.weekday) ? null : weekOf(one.rest, labels)
    return { source: name, target: { weekday: one.weekday, week: week?.week ?? null, half }, confidence: week ? week.confidence : 0.99, reason: 'weekday_name', others: [] }
  })
}

function dayNamed(text: string): { weekday: number; rest: string } | null {
  const plain = folded(text)
  const at = NAMES.findIndex((name) => name.test(plain))
  return at < 0 ? null : { weekday: at + 1, rest: folded(plain.replace(NAMES[at]!, ' ').replace(/(^| )(неделя|нед|week|w)( |$)/u, ' ')) }
}

const halfOf = (rest: string) => (rest === '' ? null : HALVES[0]!.test(rest) ? 1 : HALVES[1]!.test(rest) ? 2 : null)

/** A label says which week; two unknown labels are the first and the second in order of appearance. */
function weekOf(rest: string, labels: readonly string[]): { week: 'A' | 'B'; confidence: number } | null {
  if (FIRST_WEEK.test(rest)) return { week: 'A', confidence: 0.95 }
  if (SECOND_WEEK.test(rest)) return { week: 'B', confidence: 0.95 }
  const at = labels.indexOf(rest)
  return labels.length === 2 && at >= 0 ? { week: at === 0 ? 'A' : 'B', confidence: 0.6 } : null
}

function byOrder(source: string, at: number, count: number): Suggestion<DayTarget> {
  const twoWeeks = count === 10 || count === 12
  if (count > 7 && !twoWeeks) return { source, target: null, confidence: 0, reason: 'nothing_like_it', others: [] }
  const week = twoWeeks ? (at < count / 2 ? 'A' as const : 'B' as const) : null
  return { source, target: { weekday: (at % (twoWeeks ? count / 2 : 7)) + 1, week, half: null }, confidence: twoWeeks ? 0.5 : 0.6, reason: 'by_order', others: [] }
}
