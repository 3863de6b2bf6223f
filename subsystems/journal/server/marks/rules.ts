import { daysBetween, whyNotWritable, type LessonFacts, type Standing } from '../lessons/rules.ts'

export interface Asked { readonly value: string; readonly reason: string | undefined; /** A second try; undefined says nothing of it, null takes it back. */ readonly retake?: string | null | undefined; readonly retakeOn?: string | undefined }
export interface MarkFacts {
  readonly lesson: LessonFacts
  readonly today: string
  readonly standing: Standing
  readonly inClass: boolean
  readonly scale: string
  readonly grade: number | null
  readonly marksFromGrade: number
  readonly editDays: number
  /** How long after the work it may be written again. */
  readonly retakeDays?: number
  /** The office opened the period for this subject: the window does not matter meanwhile. */
  readonly unlocked?: boolean
  /** What stands now: a debt may be made good until its own day, whatever the window says. */
  readonly before: { readonly value: string; readonly debtDue: string | null } | null
}

const figures = ['1', '2', '3', '4', '5', 'debt', '']
const scales: Readonly<Record<string, readonly string[]>> = { five: figures, hundred: figures, criteria: figures, pass: ['pass', 'fail', 'debt', ''] }

/** The scales that know the value as it is typed; where points are counted, a mark is made of them. */
export const typedScalesWith = (value: string): string[] => ['five', 'pass'].filter((scale) => scales[scale]?.includes(value))

/** Why a mark cannot be put so, judged when it is received; null when it can. */
export function whyNotMarkable(facts: MarkFacts, asked: Asked): string | null {
  const { lesson, standing } = facts
  const closed = whyNotWritable(lesson, standing, asked.reason)
  if (closed) return closed
  if (lesson.state === 'cancelled') return 'journal.lesson_cancelled'
  if (lesson.date > facts.today) return 'journal.lesson_ahead'
  if (!facts.inClass) return 'journal.not_in_class'
  if (!(scales[facts.scale] ?? []).includes(asked.value)) return 'journal.value_not_in_scale'
  if (asked.value !== '' && facts.grade !== null && facts.grade < facts.marksFromGrade) return 'journal.no_marks_in_grade'
  const free = standing === 'office' || facts.unlocked === true
  if (asked.retake !== undefined && asked.retake !== null) {
    const problem = whyNotRetake(facts, asked, free)
    if (problem) return problem
    // the first mark stays as it is: only the time for second tries matters
    if (facts.before?.value === asked.value) return null
  }
  return !free && windowOver(facts) ? 'journal.window_over' : null
}

/** Why a second try cannot be put so: it follows a mark, on a day between the work and today, while the act allows it. */
function whyNotRetake(facts: MarkFacts, { value, retake, retakeOn = facts.today }: Asked, free: boolean): string | null {
  const { lesson, today, before } = facts
  if (value === '') return 'journal.retake_of_nothing'
  if (!(scales[facts.scale] ?? []).includes(retake ?? '') || retake === 'debt') return 'journal.value_not_in_scale'
  if (retakeOn < lesson.date || retakeOn > today) return 'journal.retake_day_wrong'
  const from = before?.value === 'debt' && before.debtDue !== null && before.debtDue > lesson.date ? before.debtDue : lesson.date
  const days = facts.retakeDays ?? 14
  return !free && (daysBetween(from, retakeOn) > days || daysBetween(from, today) > days + facts.editDays) ? 'journal.retake_late' : null
}

/** Whether the time in which a teacher corrects without the office is over. */
export function windowOver({ lesson, today, editDays, before }: Pick<MarkFacts, 'lesson' | 'today' | 'editDays' | 'before'>): boolean {
  const from = before?.value === 'debt' && before.debtDue !== null && before.debtDue > lesson.date ? before.debtDue : lesson.date
  return daysBetween(from, today) > editDays
}

export interface AttendanceFacts { readonly lesson: LessonFacts; readonly today: string; readonly standing: Standing; readonly inClass: boolean; readonly editDays: number; readonly unlocked?: boolean; readonly givesReasons: boolean }
export interface AttendanceAsked { readonly code: string; readonly minutes: number | null; readonly absenceReason: string | null | undefined; readonly reason: string | undefined }

/** Why a fact of attendance cannot be put so; null when it can. */
export function whyNotAttendance(facts: AttendanceFacts, asked: AttendanceAsked): string | null {
  const { lesson, standing } = facts
  const closed = whyNotWritable(lesson, standing, asked.reason)
  if (closed) return closed
  if (lesson.state === 'cancelled') return 'journal.lesson_cancelled'
  if (lesson.date > facts.today) return 'journal.lesson_ahead'
  if (!facts.inClass) return 'journal.not_in_class'
  if (asked.minutes !== null && asked.code !== 'late' && asked.code !== 'leftEarly') return 'journal.minutes_only_late'
  if (asked.absenceReason !== undefined && asked.absenceReason !== null && !facts.givesReasons) return 'journal.reason_is_class_teachers'
  return standing !== 'office' && facts.unlocked !== true && windowOver({ ...facts, before: null }) ? 'journal.window_over' : null
}
