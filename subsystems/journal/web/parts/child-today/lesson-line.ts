import type { StudentToday } from '../../../contract/index.ts'

type Lesson = StudentToday['lessons'][number]
/** Where a pupil is in the school day. */
export type Moment =
  | { readonly kind: 'none' }
  | { readonly kind: 'over' }
  | { readonly kind: 'before'; readonly first: Lesson; readonly ends: string }
  | { readonly kind: 'lesson'; readonly lesson: Lesson; readonly next: Lesson | null; readonly ends: string }
  | { readonly kind: 'break'; readonly next: Lesson; readonly ends: string }

/** What goes on at a clock time: a lesson, a break, or the time before and after school. */
export function momentOf(lessons: readonly Lesson[], now: string): Moment {
  const held = lessons.filter((one) => one.state !== 'cancelled' && one.state !== 'moved').toSorted((a, b) => a.starts.localeCompare(b.starts))
  const [first] = held
  if (!first) return { kind: 'none' }
  const ends = held.reduce((last, one) => one.ends > last ? one.ends : last, first.ends)
  if (now < first.starts) return { kind: 'before', first, ends }
  const lesson = held.find((one) => one.starts <= now && now < one.ends)
  const next = held.find((one) => one.starts > now)
  if (lesson) return { kind: 'lesson', lesson, next: next ?? null, ends }
  return next ? { kind: 'break', next, ends } : { kind: 'over' }
}
