import { suggest, type Candidate, type SchoolNames, type Suggestion } from './proposal.ts'
import { folded, latinised, wordsOf } from './proposal-words.ts'

type Person = SchoolNames['people'][number]
type Written = { last: string; given: string[]; latin: boolean }

/** Whom of the school a teacher's name in the file means: full names, initials on either side, Latin letters, small slips. */
export function suggestTeacher(source: string, people: readonly Person[]): Suggestion<string> {
  if (/ваканс|vacan|^[-–—?]*$/i.test(source.trim())) return { source, target: null, confidence: 1, reason: 'vacancy', others: [] }
  const readings = readingsOf(source)
  return suggest(source, people.flatMap((person) => {
    const found = readings.map((written) => rate(written, person)).filter((one) => one !== null).sort((a, b) => b.confidence - a.confidence)[0]
    return found ? [{ target: person.id, ...found }] : []
  }))
}

/** The name may begin or end with the surname; a remark in brackets and a number at the end are not part of it. */
function readingsOf(source: string): Written[] {
  const words = wordsOf(source.replace(/\([^)]*\)/g, ' ').replace(/\s+\d+\s*$/, ''))
  const latin = !/[а-яё]/i.test(source)
  if (words.length === 0) return []
  const first = { last: words[0]!, given: words.slice(1), latin }
  const last = { last: words.at(-1)!, given: words.slice(0, -1), latin }
  const double = words.length > 1 ? [{ last: words.slice(0, 2).join(' '), given: words.slice(2), latin }] : []
  return words.length === 1 ? [first] : [first, last, ...double]
}

function rate(written: Written, person: Person): Omit<Candidate<string>, 'target'> | null {
  const shape = written.latin ? latinised : folded
  const [last, asWritten] = [shape(person.lastName), shape(written.last)]
  const slip = last === asWritten ? 0 : near(last, asWritten) ? 1 : null
  if (slip === null) return null
  const given = rateGiven(written.given.map(shape), [person.firstName, person.middleName ?? ''].map(shape))
  if (given === null) return slip === 0 ? { confidence: 0.3, reason: 'initials_differ' } : null
  if (slip === 1) return given >= 0.9 ? { confidence: given - 0.22, reason: 'typo' } : null
  if (written.latin) return { confidence: given - 0.05, reason: 'transliterated' }
  return { confidence: given, reason: given === 1 ? 'exact' : given === 0.8 ? 'last_name' : 'initials' }
}

/** 1 when every given name is written out and equal, less for initials, null when they contradict. */
function rateGiven(written: readonly string[], known: readonly string[]): number | null {
  if (written.length === 0) return 0.8
  let full = true
  for (const [i, word] of written.entries()) {
    const name = known[i]
    if (name === undefined || name === '' || !name.startsWith(word.length <= 2 ? word[0]! : word)) return null
    if (name !== word) full = false
  }
  if (full) return written.length > 1 || known[1] === '' ? 1 : 0.95
  return written.length > 1 ? 0.96 : 0.9
}

/** One letter wrong, lost or extra in a surname long enough for it to be a slip. */
function near(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let till = 0
  while (till < Math.min(a.length, b.length) - from && a.at(-1 - till) === b.at(-1 - till)) till++
  return Math.max(a.length, b.length) - from - till <= 1
}
