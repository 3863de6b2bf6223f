import type { Missing } from '../../contract/index.ts'

export interface Filling {
  readonly date: string; readonly starts: string; readonly ends: string; readonly state: string; readonly kind: string; readonly grade: number | null
  readonly has_topic: boolean; readonly has_homework: boolean; readonly has_attendance: boolean; readonly bare_works: number
}

/** Where a lesson stands at this moment of the school's day. */
export function whenOf(lesson: Pick<Filling, 'date' | 'starts' | 'ends'>, today: string, clock: string): 'past' | 'now' | 'ahead' {
  if (lesson.date !== today) return lesson.date < today ? 'past' : 'ahead'
  if (lesson.ends <= clock) return 'past'
  return lesson.starts <= clock ? 'now' : 'ahead'
}

/** What a lesson that is over still lacks. The first grade has no homework, extracurricular lessons neither homework nor works. */
export function missingOf(lesson: Filling, today: string, clock: string): Missing[] {
  if (lesson.state === 'cancelled' || whenOf(lesson, today, clock) !== 'past') return []
  const core = lesson.kind === 'lesson'
  return [
    ...(lesson.has_topic ? [] : ['topic' as const]), ...(lesson.has_homework || !core || (lesson.grade !== null && lesson.grade < 2) ? [] : ['homework' as const]),
    ...(lesson.has_attendance ? [] : ['attendance' as const]), ...(lesson.bare_works > 0 && core ? ['marks' as const] : []),
  ]
}

/** The gaps between lessons of one day that are longer than a break. */
export function windowsOf(lessons: readonly { starts: string; ends: string }[]): { from: string; to: string }[] {
  return lessons.slice(1).flatMap((lesson, i) => {
    const from = lessons[i]!.ends
    return minutesOf(lesson.starts) - minutesOf(from) > 35 ? [{ from, to: lesson.starts }] : []
  })
}

const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
