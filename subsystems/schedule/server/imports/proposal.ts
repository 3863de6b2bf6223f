/** What the school already has, as far as names from a file are matched with it. */
export type SchoolNames = {
  people: { id: string; lastName: string; firstName: string; middleName: string | null }[]
  subjects: { id: string; title: string; shortTitle?: string | null }[]
  classes: { id: string; title: string; parallel: number | null }[]
  groups: { id: string; title: string; classIds: string[]; subjectId: string | null }[]
  rooms: { id: string; title: string }[]
  /** When lessons begin, 'HH:MM'; empty when no bells are known. */
  bells: { number: number; starts: string }[]
}

export type Reason =
  | 'exact' | 'folded' | 'initials' | 'last_name' | 'transliterated' | 'typo' | 'abbreviation' | 'acronym' | 'usual_name' | 'part_of' | 'similar'
  | 'look_alike' | 'letter_order' | 'whole_parallel' | 'group_number' | 'weekday_name' | 'by_order' | 'number' | 'bell_time'
  | 'ambiguous' | 'initials_differ' | 'vacancy' | 'nothing_like_it'

/** One name of the file and what it probably means; `target` is null when a person has to choose. */
export type Suggestion<Target> = { source: string; target: Target | null; confidence: number; reason: Reason; others: { target: Target; confidence: number }[] }
export type Candidate<Target> = { target: Target; confidence: number; reason: Reason }

const SURE_ENOUGH = 0.5
const TOO_CLOSE = 0.04

/** The best candidate becomes the suggestion unless it is weak or another is as good. */
export function suggest<Target>(source: string, candidates: readonly Candidate<Target>[]): Suggestion<Target> {
  const ranked = [...candidates].filter((one) => one.confidence > 0.2).sort((a, b) => b.confidence - a.confidence)
  const [best, second] = ranked
  const others = (from: number) => ranked.slice(from, from + 4).map(({ target, confidence }) => ({ target, confidence }))
  if (!best) return { source, target: null, confidence: 0, reason: 'nothing_like_it', others: [] }
  if (second && best.confidence - second.confidence < TOO_CLOSE) return { source, target: null, confidence: best.confidence, reason: 'ambiguous', others: others(0) }
  if (best.confidence < SURE_ENOUGH) return { source, target: null, confidence: best.confidence, reason: best.reason, others: others(0) }
  return { source, target: best.target, confidence: best.confidence, reason: best.reason, others: others(1) }
}
