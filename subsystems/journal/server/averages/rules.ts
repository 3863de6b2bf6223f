/** A mark with what decides how it counts. */
export interface Counted { readonly value: string; readonly weight: number; readonly scale: string; /** The second try, when there was one. */ readonly retake?: string | null }
export interface Rule {
  readonly averaging: 'weighted' | 'plain'
  /** Hundredths from which the proposed mark is rounded up. */
  readonly roundUpFrom: number
  readonly leastMarks: readonly { readonly hoursUpTo: number; readonly marks: number }[]
  readonly absenceLimitPercent: number
  /** Which counts when a work was written twice. */
  readonly retakeCounts?: 'last' | 'best' | 'both' | 'average'
}
/** Exact sums: their quotient is the average. */
export interface Sums { readonly marks: number; readonly sum: number; readonly weights: number }

export const ordinaryRule: Rule = { averaging: 'weighted', roundUpFrom: 50, leastMarks: [], absenceLimitPercent: 50 }

const figure = /^[1-5]$/
/** A work that is owed and was not made good. */
export const isOwed = ({ value, retake }: Pick<Counted, 'value' | 'retake'>): boolean => value === 'debt' && !retake

export type WhyNot = 'weightZero' | 'notFivePoint' | 'debt'

/** Why a mark stays out of the average; null when it counts. */
export function whyNotCounted({ value, weight, scale, retake }: Counted): WhyNot | null {
  if (value === 'debt' && !retake) return 'debt'
  if (scale === 'pass' || !figure.test(value === 'debt' ? retake! : value)) return 'notFivePoint'
  return weight === 0 ? 'weightZero' : null
}

/** The weight a counted mark has under the rule. */
export const weightUnder = (rule: Rule, weight: number): number => (rule.averaging === 'plain' ? 1 : weight)

const wasRetaken = ({ value, retake }: Counted): boolean => value !== 'debt' && !!retake && figure.test(retake)

/** Where the mean of two tries counts, every weight is doubled, so that sums stay whole. */
export const unitOf = (marks: Iterable<Counted>, rule: Rule): 1 | 2 => (rule.retakeCounts === 'average' && [...marks].some((mark) => whyNotCounted(mark) === null && wasRetaken(mark)) ? 2 : 1)

/** What a counted mark brings: after a second try the last, the better, both or their mean, as the rule says; a debt made good brings its second try. */
export function valuesOf(mark: Counted, rule: Rule, unit: 1 | 2 = 1): number[] {
  const [first, second] = [Number(mark.value), Number(mark.retake)]
  const one = (value: number) => (unit === 2 ? [value, value] : [value])
  if (mark.value === 'debt') return one(second)
  if (!wasRetaken(mark)) return one(first)
  if (rule.retakeCounts === 'both' || rule.retakeCounts === 'average') return [first, second]
  return one(rule.retakeCounts === 'best' ? Math.max(first, second) : second)
}

/** Adds up what counts; the order of the marks does not matter. */
export function sumsOf(marks: Iterable<Counted>, rule: Rule): Sums {
  let [count, sum, weights] = [0, 0, 0]
  const counted = [...marks].filter((mark) => mark.value !== '' && whyNotCounted(mark) === null)
  const unit = unitOf(counted, rule)
  for (const mark of counted) {
    const weight = weightUnder(rule, mark.weight)
    const values = valuesOf(mark, rule, unit)
    count += values.length / unit
    for (const value of values) {
      sum += value * weight
      weights += weight
    }
  }
  return { marks: count, sum, weights }
}

/** The quotient with two decimals, half up, from whole numbers only; '' when nothing counts. */
export function averageText({ sum, weights }: Sums): string {
  if (weights === 0) return ''
  const hundredths = Math.floor((200 * sum + weights) / (2 * weights))
  return `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
}

/** The quotient cut to four decimals, and whether nothing was cut. */
export function quotientText({ sum, weights }: Sums): { quotient: string; exact: boolean } {
  if (weights === 0) return { quotient: '', exact: true }
  const parts = Math.floor((10_000 * sum) / weights)
  const decimals = String(parts % 10_000).padStart(4, '0').replace(/0+$/, '')
  return { quotient: decimals === '' ? String(Math.floor(parts / 10_000)) : `${Math.floor(parts / 10_000)}.${decimals}`, exact: (10_000 * sum) % weights === 0 }
}

export interface Proposal { readonly mark: string; readonly by: 'roundedUp' | 'roundedDown' | 'whole' }

/** The mark the rule gives for exact sums; judged on the fraction itself, never on its printed decimals. */
export function roundedMark({ sum, weights }: Sums, rule: Rule): Proposal | null {
  if (weights === 0) return null
  const whole = Math.floor(sum / weights)
  const rest = sum - whole * weights
  if (rest === 0) return { mark: String(whole), by: 'whole' }
  return rest * 100 >= rule.roundUpFrom * weights ? { mark: String(whole + 1), by: 'roundedUp' } : { mark: String(whole), by: 'roundedDown' }
}

/** How few marks a period needs for this many hours a week. */
export function leastFor(rule: Rule, hoursPerWeek: number): number {
  const steps = [...rule.leastMarks].sort((a, b) => a.hoursUpTo - b.hoursUpTo)
  return (steps.find((step) => hoursPerWeek <= step.hoursUpTo) ?? steps.at(-1))?.marks ?? 0
}

export interface Circumstances { readonly hoursPerWeek: number; readonly lessonsHeld: number; readonly missed: number }
export interface Judged { readonly proposed: string | null; readonly by: Proposal['by'] | 'nothing' | 'tooManyAbsences'; readonly enough: boolean }

/** What the rule proposes for a period: a mark, н/а for who missed too much and has too few marks, or nothing. */
export function propose(sums: Sums, rule: Rule, around: Circumstances): Judged {
  const enough = sums.marks >= Math.max(1, leastFor(rule, around.hoursPerWeek))
  const absentTooMuch = around.lessonsHeld > 0 && around.missed * 100 > rule.absenceLimitPercent * around.lessonsHeld
  if (absentTooMuch && !enough) return { proposed: 'notAttested', by: 'tooManyAbsences', enough }
  const rounded = roundedMark(sums, rule)
  return rounded ? { proposed: rounded.mark, by: rounded.by, enough } : { proposed: null, by: 'nothing', enough }
}

export interface Way { readonly value: string; readonly weight: number; readonly count: number; readonly average: string; readonly proposed: string }

const mostNext = 5

/** The nearest ways to another proposal: for each weight the fewest equal marks that lead up, and the single marks that lead down. */
export function forecast(sums: Sums, rule: Rule, weights: readonly number[], unit: 1 | 2 = 1): Way[] {
  const now = Number(roundedMark(sums, rule)?.mark ?? 0)
  if (now === 0) return []
  const counting = [...new Set(weights.filter((weight) => weight > 0).map((weight) => weightUnder(rule, weight)))].sort((a, b) => a - b)
  const ways = counting.flatMap((weight) => [fewestUp(sums, rule, weight * unit, now), ...leadingDown(sums, rule, weight * unit, now)])
  const rank = (way: Way) => (Number(way.proposed) > now ? 0 : 1)
  return ways.filter((way) => way !== null).map((way) => ({ ...way, weight: way.weight / unit })).sort((a, b) => rank(a) - rank(b) || a.count - b.count || a.weight - b.weight || Number(b.value) - Number(a.value))
}

const after = (sums: Sums, value: number, weight: number, count: number): Sums =>
  ({ marks: sums.marks + count, sum: sums.sum + value * weight * count, weights: sums.weights + weight * count })

function wayOf(sums: Sums, rule: Rule, value: number, weight: number, count: number): Way {
  const then = after(sums, value, weight, count)
  return { value: String(value), weight, count, average: averageText(then), proposed: roundedMark(then, rule)!.mark }
}

function fewestUp(sums: Sums, rule: Rule, weight: number, now: number): Way | null {
  for (let count = 1; count <= mostNext; count++) {
    for (let value = now + 1; value <= 5; value++) {
      const way = wayOf(sums, rule, value, weight, count)
      if (Number(way.proposed) > now) return way
    }
  }
  return null
}

/** The best single mark that already costs the proposal. */
function leadingDown(sums: Sums, rule: Rule, weight: number, now: number): Way[] {
  for (let value = now - 1; value >= 2; value--) {
    const way = wayOf(sums, rule, value, weight, 1)
    if (Number(way.proposed) < now) return [way]
  }
  return []
}
