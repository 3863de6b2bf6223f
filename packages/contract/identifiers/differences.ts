import { foldLookAlikes, foldName } from './fold.ts'
import { spansOf, type Span } from './spans.ts'
import { normalSnils, whySnilsWrong } from './snils.ts'

/** What a person is recognised by; an absent value is null, undefined or ''. */
export type PersonData = {
  lastName?: string | null
  firstName?: string | null
  middleName?: string | null
  /** 'YYYY-MM-DD' */
  birthDate?: string | null
  snils?: string | null
  gender?: string | null
}
export type PersonField = keyof PersonData
export type Verdict = 'same' | 'same_folded' | 'typo' | 'swapped_digits' | 'different' | 'missing'
export type FieldDifference = {
  field: PersonField
  left: string
  right: string
  verdict: Verdict
  /** The differing stretches of each side, as [from, to) in its text. */
  spans: { left: Span[]; right: Span[] }
  /** Whose СНИЛС fails its own check digits; null when neither or for other fields. */
  wrongCheckDigit: 'left' | 'right' | 'both' | null
}

const FIELDS = ['lastName', 'firstName', 'middleName', 'birthDate', 'snils', 'gender'] as const
const NAMES: readonly PersonField[] = ['lastName', 'firstName', 'middleName']

/** Compares two records of a person field by field and says how each pair differs and where. */
export const explainDifference = (a: PersonData, b: PersonData): FieldDifference[] =>
  FIELDS.map((field) => explainField(field, a[field] ?? '', b[field] ?? ''))

/** Compares one field; both sides empty is 'same', one side empty is 'missing'. */
export function explainField(field: PersonField, leftText: string, rightText: string): FieldDifference {
  const [left, right] = field === 'snils' ? [normalSnils(leftText), normalSnils(rightText)] : [leftText.trim(), rightText.trim()]
  const verdict = verdictOf(field, left, right)
  const marked = verdict === 'same' || verdict === 'missing' ? { left: [], right: [] } : spansOf(left, right)
  return { field, left, right, verdict, spans: marked, wrongCheckDigit: field === 'snils' ? wrongSide(left, right) : null }
}

/** Whether two differences leave the records equal: same, or the same after folding. */
export const agrees = (difference: FieldDifference) => difference.verdict === 'same' || difference.verdict === 'same_folded'

function verdictOf(field: PersonField, left: string, right: string): Verdict {
  if (left === right) return 'same'
  if (left === '' || right === '') return 'missing'
  if (NAMES.includes(field)) return nameVerdict(left, right)
  if (field === 'gender') return 'different'
  const [a, b] = [left.replace(/\D/g, ''), right.replace(/\D/g, '')]
  if (isSwap(a, b)) return 'swapped_digits'
  if (field === 'birthDate' && dayAndMonthSwapped(left, right)) return 'swapped_digits'
  return a.length === b.length && differing(a, b).length === 1 ? 'typo' : 'different'
}

function nameVerdict(left: string, right: string): Verdict {
  const [a, b] = [foldName(foldLookAlikes(left)), foldName(foldLookAlikes(right))]
  if (a === b || a.replaceAll(' ', '') === b.replaceAll(' ', '')) return 'same_folded'
  const allowed = Math.min(a.length, b.length) >= 8 ? 2 : Math.min(a.length, b.length) >= 3 ? 1 : 0
  return typingDistance(a, b) <= allowed ? 'typo' : 'different'
}

/** The number of slips (a letter wrong, lost, extra, or two neighbours exchanged) between two words. */
export function typingDistance(a: string, b: string): number {
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, before[j - 2]! + 1)
      row.push(best)
    }
    before = last
    last = row
  }
  return last[b.length]!
}

const differing = (a: string, b: string) => [...a].flatMap((sign, i) => (sign === b[i] ? [] : [i]))

function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = differing(a, b)
  return at.length === 2 && at[1] === at[0]! + 1 && a[at[0]!] === b[at[1]!] && a[at[1]!] === b[at[0]!]
}

function dayAndMonthSwapped(left: string, right: string): boolean {
  const [a, b] = [left.split('-'), right.split('-')]
  return a.length === 3 && b.length === 3 && a[0] === b[0] && a[1] === b[2] && a[2] === b[1]
}

function wrongSide(left: string, right: string): FieldDifference['wrongCheckDigit'] {
  const wrong = (text: string) => text !== '' && whySnilsWrong(text) !== null
  if (wrong(left) && wrong(right)) return 'both'
  return wrong(left) ? 'left' : wrong(right) ? 'right' : null
}
