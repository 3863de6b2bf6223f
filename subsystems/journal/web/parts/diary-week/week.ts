import type { DiaryWeek } from '../../../contract/index.ts'

type Day = DiaryWeek['days'][number]
type Lesson = Day['lessons'][number]

const holds = (day: Day) => day.lessons.length + day.otherDue.length > 0

/** The two pages of a spread: three days on the left, the rest on the right; a day after Friday only when something is on it. */
export function pagesOf(days: readonly Day[]): readonly [left: readonly Day[], right: readonly Day[]] {
  const last = days.findLastIndex((day, i) => i < 5 || holds(day))
  return [days.slice(0, 3), days.slice(3, last + 1)]
}

/** The day a phone shows: the asked one, else today; on a day that is over or not yet come, the nearest of the week. */
export function chosenDay(dates: readonly string[], today: string, asked: string): string {
  if (dates.includes(asked)) return asked
  const last = dates.at(-1) ?? ''
  return dates.includes(today) ? today : today > last && today <= sundayAfter(dates) ? last : dates[0] ?? ''
}

/** A free day at the end of this very week still belongs to it; a week long past begins with its Monday. */
const sundayAfter = ([monday]: readonly string[]) => monday ? new Date(Date.parse(`${monday}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10) : ''

/** A lesson that is not held at its place. */
export const isOff = ({ state }: Pick<Lesson, 'state'>) => state === 'cancelled' || state === 'moved'

/** Whether a lesson of a day goes on at this moment. */
export const goesOn = (lesson: Pick<Lesson, 'starts' | 'ends' | 'state'>, date: string, today: string, now: string) =>
  date === today && lesson.starts <= now && now < lesson.ends && !isOff(lesson)

/** Numbers of the lessons a pupil missed on a day, and whether every absence is explained. */
export function missedOf(lessons: readonly Pick<Lesson, 'number' | 'attendance'>[]): { readonly numbers: readonly number[]; readonly explained: boolean } {
  const missed = lessons.filter((one) => one.attendance?.code === 'absent')
  return { numbers: missed.map((one) => one.number), explained: missed.length > 0 && missed.every((one) => one.attendance?.reason === 'illness' || one.attendance?.reason === 'excused') }
}
