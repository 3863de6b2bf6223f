import type { NameMapping } from '../../contract/imports.ts'
import type { FetFile } from './fet.ts'
import type { SchoolNames, Suggestion } from './proposal.ts'
import type { DayTarget } from './proposal-days.ts'
import { proposeMapping, type Mapping } from './proposal-lessons.ts'
import type { StudentsSuggestion, StudentsTarget } from './proposal-students.ts'

/** A set of students that means another group in each subject is asked for by both names. */
export const between = ' ¦ '
export const isNew = (id: string) => id.startsWith('new:')

const dayKey = (day: DayTarget) => `${day.weekday}:${day.week ?? ''}:${day.half ?? ''}`
const studentsKey = (target: StudentsTarget) => (target.kind === 'classes' ? `classes:${target.ids.join(',')}` : `${target.kind}:${target.id}`)

/** Every name of the file with what it probably means; names of an earlier import of this school mean what they meant then. */
export function namesOf(file: FetFile, school: SchoolNames, earlier: readonly { kind: string; source: string; target: string | null }[]): NameMapping[] {
  const mapping = proposeMapping(file, school)
  const titles = titlesOf(school)
  const uses = usesOf(file)
  const before = new Map(earlier.map((one) => [`${one.kind} ${one.source}`, one.target]))
  const row = <T>(kind: NameMapping['kind'], one: Suggestion<T>, keyOf: (target: T) => string, fallback: string | null, source = one.source): NameMapping => {
    const known = before.has(`${kind} ${source}`) ? before.get(`${kind} ${source}`) : before.get(`${kind} ${one.source}`)
    const suggested = one.target === null ? fallback : keyOf(one.target)
    const target = known !== undefined && (known === null || known === 'new' || known === 'skip' || titles.has(known) || kind === 'day' || kind === 'hour') ? known : suggested
    return {
      kind, source, target, targetName: target === null ? null : titles.get(target) ?? null, confidence: one.confidence, reason: one.reason, lessons: uses.get(`${kind} ${one.source}`) ?? 0,
      others: one.others.map(({ target: other }) => ({ target: keyOf(other), name: titles.get(keyOf(other)) ?? keyOf(other) })),
    }
  }
  const weekdays = mapping.days.map((one) => (one.target !== null && one.target.weekday > 6 ? { ...one, target: null } : one))
  const numbers = mapping.hours.map((one) => (one.target !== null && one.target > 14 ? { ...one, target: null } : one))
  const asIs = (id: string) => id
  return [
    ...mapping.students.map((one) => row('students', one, studentsKey, school.classes.length === 0 ? 'new' : null, one.subject === null ? one.source : `${one.source}${between}${one.subject}`)),
    ...mapping.subjects.map((one) => row('subject', one, asIs, 'new')),
    ...mapping.teachers.map((one) => row('teacher', one, asIs, null)),
    ...mapping.rooms.map((one) => row('room', one, asIs, 'new')),
    ...weekdays.map((one) => row('day', one, dayKey, null)),
    ...numbers.map((one) => row('hour', one, String, null)),
  ]
}

/** What people may choose, and how each id is called. */
export function titlesOf(school: SchoolNames): Map<string, string> {
  return new Map([
    ...school.subjects.map((one) => [one.id, one.title] as const), ...school.rooms.map((one) => [one.id, one.title] as const),
    ...school.people.map((one) => [one.id, [one.lastName, one.firstName, one.middleName].filter(Boolean).join(' ')] as const),
    ...school.classes.map((one) => [`class:${one.id}`, one.title] as const), ...school.groups.map((one) => [`group:${one.id}`, one.title] as const),
  ])
}

/** The mapping by which lessons are drawn; 'new' becomes a provisional id that carries the name. */
export function mappingOf(names: readonly NameMapping[]): Mapping {
  const of = (kind: NameMapping['kind']) => names.filter((one) => one.kind === kind)
  const chosen = <T>(one: NameMapping, target: T | null): Suggestion<T> => ({ source: one.source, target, confidence: 1, reason: 'exact', others: [] })
  const plain = (kind: NameMapping['kind']) => of(kind).map((one) => chosen(one, one.target === 'skip' ? null : one.target === 'new' ? `new:${one.source}` : one.target))
  return {
    subjects: plain('subject'), teachers: plain('teacher'), rooms: plain('room'),
    students: of('students').map((one): StudentsSuggestion => {
      const [source, subject] = one.source.split(between)
      return { ...chosen(one, studentsTarget(one, source!)), source: source!, subject: subject ?? null }
    }),
    days: of('day').map((one) => chosen(one, dayTarget(one.target))),
    hours: of('hour').map((one) => chosen(one, one.target === null || one.target === 'skip' ? null : Number(one.target))),
  }
}

function studentsTarget(one: NameMapping, name: string): StudentsTarget | null {
  if (one.target === null || one.target === 'skip') return null
  if (one.target === 'new') return { kind: 'group', id: `new:${name}` }
  const [kind, ids] = one.target.split(':') as [string, string]
  if (kind === 'classes') return { kind: 'classes', ids: ids.split(',') }
  return kind === 'class' ? { kind: 'class', id: ids } : { kind: 'group', id: ids }
}

function dayTarget(text: string | null): DayTarget | null {
  if (text === null || text === 'skip') return null
  const [weekday, week, half] = text.split(':')
  return { weekday: Number(weekday), week: week === 'A' || week === 'B' ? week : null, half: half === '1' ? 1 : half === '2' ? 2 : null }
}

function usesOf(file: FetFile): Map<string, number> {
  const uses = new Map<string, number>()
  const count = (key: string) => uses.set(key, (uses.get(key) ?? 0) + 1)
  for (const activity of file.activities) {
    count(`subject ${activity.subject}`)
    for (const name of activity.teachers) count(`teacher ${name}`)
    for (const name of activity.students) count(`students ${name}`)
  }
  for (const { room, day, hour } of file.placements) {
    if (room !== null) count(`room ${room}`)
    if (day !== null && file.days[day]) count(`day ${file.days[day].name}`)
    if (hour !== null && file.hours[hour]) count(`hour ${file.hours[hour].name}`)
  }
  return uses
}
