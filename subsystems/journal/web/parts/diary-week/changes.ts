import type { DiaryHomework, DiaryLesson, DiaryWeek } from '../../../contract/index.ts'

/** The parts of a lesson's row that may change by themselves. */
export type Part = 'about' | 'task' | 'result'
export const partKey = (lessonId: string, part: Part) => `${lessonId} ${part}`

/** A tick is the reader's own act and no news. */
const task = ({ id, text, links, minutes, dueDate }: DiaryHomework) => [id, text, links, minutes, dueDate]
const words: Readonly<Record<Part, (lesson: DiaryLesson) => unknown>> = {
  about: ({ subject, starts, room, topic, note, teachers, state, substitute }) => [subject.id, starts, room, topic, note, teachers, state, substitute],
  task: ({ due }) => due.map(task),
  result: ({ marks, attendance, works }) => [marks.map(({ id, value, weight, note }) => [id, value, weight, note]), attendance, works.filter((one) => one.isControl)],
}
const parts = Object.keys(words) as Part[]
const lessonsOf = (week: DiaryWeek) => week.days.flatMap((day) => day.lessons)

/** What others changed between two readings of one week, as keys of parts; another week is no change. */
export function changesBetween(before: DiaryWeek, after: DiaryWeek): ReadonlySet<string> {
  if (before.week !== after.week || before.studentId !== after.studentId) return new Set()
  const known = new Map(lessonsOf(before).map((lesson) => [lesson.id, lesson]))
  return new Set(lessonsOf(after).flatMap((lesson) => {
    const old = known.get(lesson.id)
    return parts.filter((part) => old ? JSON.stringify(words[part](old)) !== JSON.stringify(words[part](lesson)) : part === 'about').map((part) => partKey(lesson.id, part))
  }))
}
