import type { AbsenceReason, AttendanceCode, DiaryHomework, DiaryLesson, DiaryMark, MarkValue, RetakeValue } from '../../contract/index.ts'
import type { HomeworkRow, LessonRow, WorkRow } from './store.ts'

/** A mark as the family sees it; only for rows that hold one. */
export const presentMark = (row: WorkRow): DiaryMark => ({
  id: row.mark_id ?? '', value: row.value as MarkValue, type: row.type, shortName: row.short_name, title: row.title, weight: row.weight, note: row.note ?? '', debtDue: row.debt_due, retake: row.retake as RetakeValue | null, retakeOn: row.retake_on, points: row.points, outOf: row.points === null ? null : row.mark_criteria === null ? 100 : row.criteria.reduce((sum, one) => sum + one.max, 0),
  criteria: (row.mark_criteria ?? []).flatMap((points, i) => { const one = row.criteria[i]; return one ? [{ ...one, points }] : [] }), putAt: row.put_at?.toISOString() ?? '',
  corrected: (row.revision ?? 1) > 1,
})

export const presentHomework = (row: HomeworkRow): DiaryHomework => ({
  id: row.id, courseId: row.course_id, lessonId: row.lesson_id, text: row.text, minutes: row.minutes, links: row.links, givenOn: row.given_on, dueDate: row.due_date, personal: row.personal, done: row.done, answer: row.answer,
})

/** A lesson with what belongs to it. */
export const presentLesson = (row: LessonRow, due: readonly HomeworkRow[], given: readonly HomeworkRow[], works: readonly WorkRow[]): DiaryLesson => ({
  id: row.id, courseId: row.course_id, number: row.number, starts: row.starts, ends: row.ends, subject: row.subject, kind: row.kind, room: row.room, teachers: row.teachers ?? [], substitute: row.substitute ?? false, state: row.state,
  topic: row.topic ?? '', note: row.note ?? '', due: due.map(presentHomework), given: given.map(presentHomework),
  marks: works.filter((work) => work.mark_id !== null).map(presentMark),
  works: works.filter((work) => work.mark_id === null).map((work) => ({ id: work.work_id, type: work.type, title: work.title, weight: work.weight, isControl: work.is_control })),
  attendance: row.code === null ? null : { code: row.code as AttendanceCode, minutes: row.minutes, reason: row.reason as AbsenceReason | null, reasonNote: row.reason_note ?? '' },
})

/** For each homework the lesson at which it is due: the named one, else the first of its course on that day; null when there is none. */
export function dueLessonOf(homework: HomeworkRow, lessons: readonly LessonRow[]): string | null {
  const named = lessons.find((lesson) => lesson.id === homework.due_lesson_id)
  return (named ?? lessons.find((lesson) => lesson.course_id === homework.course_id && lesson.date === homework.due_date))?.id ?? null
}
