// not messages: words found in foreign timetables
import type { FetFile } from './fet.ts'
import { suggest, type Candidate, type SchoolNames, type Suggestion } from './proposal.ts'
import { compact, folded } from './proposal-words.ts'

export type StudentsTarget = { kind: 'class' | 'group'; id: string } | { kind: 'classes'; ids: string[] }
/** A set of students may mean another group in each subject; `subject` is null when it means the same everywhere. */
export type StudentsSuggestion = Suggestion<StudentsTarget> & { subject: string | null }

type Alphabet = 'looks' | 'sounds' | 'order'
const SOUNDS: Record<string, string> = { a: 'а', b: 'б', v: 'в', g: 'г', d: 'д', e: 'е', z: 'з', i: 'и', k: 'к', l: 'л', m: 'м', n: 'н' }
const ORDER = 'абвгдежзиклмн'

/** What each set of students of the file is in the school: a class, a group of the subject, or a whole parallel. */
export function suggestStudents(file: FetFile, school: SchoolNames, subjectId: (name: string) => string | null): StudentsSuggestion[] {
  const sets = file.years.flatMap((year) => [{ name: year.name, year: '' }, ...year.groups.flatMap((group) => [{ name: group.name, year: year.name }, ...group.subgroups.map((subgroup) => ({ name: subgroup.name, year: year.name }))])])
  const used = new Map<string, Set<string>>()
  for (const activity of file.activities) for (const name of activity.students) used.set(name, (used.get(name) ?? new Set()).add(activity.subject))
  const alphabet = alphabetOf(sets.map((set) => set.name))
  const seen = new Set<string>()
  const known = prepare(school)
  return sets.flatMap(({ name, year }) => {
    if (seen.has(name) || !used.has(name)) return []
    seen.add(name)
    return suggestSet(name, year, [...used.get(name)!], known, alphabet, subjectId)
  })
}

/** What is asked of every name of the file is worked out once. */
interface KnownSets { readonly classes: readonly { readonly id: string; readonly title: string; readonly bare: string; readonly parallel: number | null }[]; readonly groups: readonly { readonly id: string; readonly bare: string; readonly subjectId: string | null; readonly classes: readonly string[] }[] }

function prepare(school: SchoolNames): KnownSets {
  const classes = school.classes.map((one) => ({ ...one, bare: bareClass(one.title) }))
  const bareOf = new Map(classes.map((one) => [one.id, one.bare]))
  return { classes, groups: school.groups.map((group) => ({ id: group.id, bare: bareGroup(group.title), subjectId: group.subjectId, classes: group.classIds.flatMap((id) => bareOf.get(id) ?? []) })) }
}

function suggestSet(name: string, year: string, subjects: readonly string[], school: KnownSets, alphabet: Alphabet, subjectId: (name: string) => string | null): StudentsSuggestion[] {
  const whole = suggest(name, [...rateClasses(name, school, alphabet), ...rateParallel(name, school)])
  if (whole.target) return [{ ...whole, subject: null }]
  const perSubject = subjects.map((subject) => ({ ...suggest(name, rateGroups(name, year, subjectId(subject), school, alphabet)), subject }))
  const first = perSubject[0]
  const alike = first && perSubject.every((one) => JSON.stringify(one.target) === JSON.stringify(first.target))
  return alike ? [{ ...first, subject: null }] : perSubject
}

function rateClasses(name: string, school: KnownSets, alphabet: Alphabet): Candidate<StudentsTarget>[] {
  const wanted = keysOf(name, alphabet)
  return school.classes.flatMap((one): Candidate<StudentsTarget>[] => {
    const target = { kind: 'class' as const, id: one.id }
    if (one.title === name) return [{ target, confidence: 1, reason: 'exact' }]
    const key = one.bare
    if (key === wanted.folded) return [{ target, confidence: 0.97, reason: 'folded' }]
    if (key === wanted.latin) return [{ target, confidence: alphabet === 'order' ? 0.7 : 0.85, reason: alphabet === 'order' ? 'letter_order' : 'look_alike' }]
    return []
  })
}

function rateParallel(name: string, school: KnownSets): Candidate<StudentsTarget>[] {
  const found = /^(\d{1,2})(?: ?(?:е|ые|ый|х))?(?: ?(?:класс|классы|параллель|кл|grade))?$/u.exec(folded(name)) ?? /^(?:параллель|grade|year) ?(\d{1,2})$/u.exec(folded(name))
  const ids = found ? school.classes.filter((one) => one.parallel === Number(found[1])).map((one) => one.id) : []
  return ids.length ? [{ target: ids.length === 1 ? { kind: 'class', id: ids[0]! } : { kind: 'classes', ids }, confidence: 0.9, reason: 'whole_parallel' }] : []
}

/** A group is named after its class and something more; the subject of the lesson picks among groups with one number. */
function rateGroups(name: string, year: string, subject: string | null, school: KnownSets, alphabet: Alphabet): Candidate<StudentsTarget>[] {
  const plain = bareGroup(name)
  const yearKeys = keysOf(year, alphabet)
  return school.groups.flatMap((group): Candidate<StudentsTarget>[] => {
    const target = { kind: 'group' as const, id: group.id }
    const { classes, bare: title } = group
    const fits = group.subjectId === null || subject === null || group.subjectId === subject
    if (!fits) return []
    const bonus = group.subjectId !== null && group.subjectId === subject ? 0.05 : 0
    if (plain === title || classes.some((one) => plain === one + title)) return [{ target, confidence: 0.93 + bonus, reason: 'folded' }]
    const inClass = classes.length === 1 && [yearKeys.folded, yearKeys.latin].includes(classes[0]!) || classes.some((one) => plain.startsWith(one))
    const [a, b] = [/(\d+)$/.exec(plain)?.[1], /(\d+)$/.exec(title)?.[1]]
    return inClass && a !== undefined && a === b ? [{ target, confidence: 0.75 + bonus, reason: 'group_number' }] : []
  })
}

const bareClass = (text: string) => compact(folded(text).replace(/(^| )(класс|кл|class)( |$)/gu, ' '))
const bareGroup = (text: string) => compact(folded(text).replace(/(^| )(класс|кл|группа|группы|гр|подгруппа|подгр|group|п)(?= |\d|$)/gu, ' '))

/** The name as Cyrillic look-alikes and, when it is all Latin, as the file's alphabet means it. */
function keysOf(name: string, alphabet: Alphabet): { folded: string; latin: string } {
  const plain = folded(name).replaceAll(' ', '')
  const found = /^(\d{1,2})([a-z])$/.exec(plain)
  if (!found) return { folded: bareClass(name), latin: bareClass(name) }
  const letter = found[2]!
  const meant = alphabet === 'looks' ? compact(letter) : alphabet === 'sounds' ? SOUNDS[letter] : ORDER['abcdefghijklm'.indexOf(letter)]
  return { folded: '', latin: found[1] + (meant ?? letter) }
}

/** Latin letters of classes are typing slips beside Cyrillic ones; V and G betray sounds; A, B, C are an order. */
function alphabetOf(names: readonly string[]): Alphabet {
  const letters = names.flatMap((name) => /^(\d{1,2})(\p{L})$/u.exec(folded(name).replaceAll(' ', ''))?.[2] ?? [])
  if (letters.some((letter) => /[а-я]/.test(letter))) return 'looks'
  return letters.some((letter) => /[vgz]/.test(letter)) && !letters.includes('c') ? 'sounds' : 'order'
}
