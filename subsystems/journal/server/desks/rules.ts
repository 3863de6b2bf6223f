import { averageText, sumsOf, type Rule } from '../averages/rules.ts'
import type { PeriodMark } from '../finals/rules.ts'
import { daysBetween, mondayOf } from '../lessons/rules.ts'

/** How many of the marks that a period needs should stand by now. */
export function neededBy(least: number, starts: string, ends: string, today: string): number {
  if (today >= ends) return least
  return Math.floor((least * (daysBetween(starts, today) + 1)) / (daysBetween(starts, ends) + 1))
}

/** The last three marks against those before, in the order they were put; null when they did not fall by a whole half. */
export function fallOf(marks: readonly PeriodMark[], rule: Rule): { before: string; last: string } | null {
  const counting = marks.filter((mark) => mark.scale !== 'pass' && /^[1-5]$/.test(mark.value) && mark.weight > 0)
  if (counting.length < 6) return null
  const [before, last] = [sumsOf(counting.slice(0, -3), rule), sumsOf(counting.slice(-3), rule)]
  // before − last ≥ 1/2 in whole numbers
  return 2 * (before.sum * last.weights - last.sum * before.weights) >= before.weights * last.weights ? { before: averageText(before), last: averageText(last) } : null
}

/** Whether so many lessons were missed that somebody should ask: a third of them, from six on. */
export const missesMuch = (missed: number, lessons: number): boolean => lessons >= 6 && missed * 3 >= lessons

interface Work { readonly classId: string; readonly date: string }
/** Days and weeks in which a class writes more control works than allowed; a week that holds only one such day is told once, as the day. */
export function overloads<W extends Work>(works: readonly W[], aDay: number, aWeek: number): { classId: string; span: 'day' | 'week'; from: string; limit: number; works: W[] }[] {
  const over = (span: 'day' | 'week', limit: number, fromOf: (date: string) => string) =>
    [...Map.groupBy(works, (work) => `${work.classId} ${fromOf(work.date)}`).values()].filter((group) => group.length > limit).map((group) => ({ classId: group[0]!.classId, span, from: fromOf(group[0]!.date), limit, works: group }))
  const weeks = over('week', aWeek, mondayOf)
  return [...weeks, ...over('day', aDay, (date) => date)].toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
}
