import type { MarkValue } from '@school/journal/contract'
import type { Course, Pupil, Story } from './story.ts'

export interface PutMark { readonly pupil: Pupil; readonly courseId: string; readonly subject: string; readonly lessonId: string; readonly date: string; readonly workId: string; readonly markId: string; readonly control: boolean; readonly weight: number; value: MarkValue; retake: string | null; revision: number }
export interface Miss { readonly pupil: Pupil; readonly lessonId: string; readonly date: string; readonly courseId: string; readonly classId: string; readonly code: 'absent' | 'late'; reason: 'illness' | null }
export interface Held { readonly lessonId: string; readonly courseId: string; readonly classId: string; readonly date: string; readonly number: number; readonly by: string; readonly homework: boolean }

/** What was done, as the story itself counts it: the figures of the reports are held against this. */
export class Ledger {
  readonly marks: PutMark[] = []
  readonly misses: Miss[] = []
  readonly held: Held[] = []
  readonly lost: { readonly lessonId: string; readonly courseId: string; readonly date: string }[] = []
  /** Who went to 7Б, from which day, and since when in which half of it. */
  transfer: { readonly pupil: Pupil; readonly from: string; half: { readonly groupId: string; readonly from: string } | null } | null = null

  /** Who sits in a class on a day. */
  roster(story: Story, classId: string, date: string): Pupil[] {
    const { classes, pupils } = story
    const moved = this.transfer !== null && date >= this.transfer.from ? this.transfer.pupil : null
    return classId === classes.a ? pupils.a.filter((one) => one !== moved) : moved ? [...pupils.b, moved] : pupils.b
  }

  /** Who is taught in a course on a day: the class, or the half of it. */
  taught(story: Story, course: Course, date: string): Pupil[] {
    const half = story.halves.get(course.groupId)
    if (!half) return this.roster(story, course.classId, date)
    const { transfer } = this
    const stayed = half.filter((one) => one !== transfer?.pupil || date < transfer.from)
    return transfer?.half?.groupId === course.groupId && date >= transfer.half.from ? [...stayed, transfer.pupil] : stayed
  }

  /** Marks that count of a pupil in a subject: a second try stands for the first. */
  counted(pupil: Pupil, subject: string): { sum: number; weights: number; marks: number } {
    const own = this.marks.filter((one) => one.pupil === pupil && one.subject === subject).map((one) => ({ value: Number(one.retake ?? one.value), weight: one.weight })).filter((one) => Number.isInteger(one.value))
    return { sum: own.reduce((sum, one) => sum + one.value * one.weight, 0), weights: own.reduce((sum, one) => sum + one.weight, 0), marks: own.length }
  }

  /** The mark the act of the school makes of it: halves upwards. */
  proposed(pupil: Pupil, subject: string): string | null {
    const { sum, weights } = this.counted(pupil, subject)
    return weights === 0 ? null : String(Math.floor((2 * sum + weights) / (2 * weights)))
  }
}

/** A quotient with so many digits, halves upwards, as people write it. */
export function quotient(part: number, whole: number, digits: number, comma = ','): string {
  const scale = 10 ** digits
  const units = Math.floor((2 * part * scale + whole) / (2 * whole))
  return `${Math.floor(units / scale)}${comma}${String(units % scale).padStart(digits, '0')}`
}
