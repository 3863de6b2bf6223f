import { newId } from '@school/contract'
import { Dice } from '../../../tools/bulk/dice.ts'
import type { LessonDeed, Missed } from '../../../tools/bulk/lesson.ts'
import { topics } from './curriculum.ts'
import { day, isoDay } from './days.ts'
import { hashOf, type Sickness } from './sickness.ts'
import { homeworkText, remarkOn } from './words.ts'

export interface LessonRow { readonly id: string; readonly date: string; readonly number: number; readonly ends: string; readonly course_id: string; readonly group_id: string; readonly group: string; readonly subject: string; readonly hours: string; readonly grade: number | null; readonly teacher_id: string; readonly recorded: boolean }
export interface WorkTypeUse { readonly id: string; readonly name: string; readonly weight: number; readonly scale: string; readonly isControl: boolean }
export interface Pupil { readonly id: string; readonly snils: string; readonly classId: string; readonly grade: number | null; /** First and last day in the group. */ readonly from: string; readonly to: string | null }

interface Day { readonly schoolId: string; readonly today: string; readonly seed: number; readonly workTypes: readonly WorkTypeUse[] }
interface Taught { readonly lesson: LessonRow; readonly ordinal: number; readonly next: LessonRow | null; readonly pupils: readonly Pupil[]; readonly sickness: Sickness }

const unmarked = /Разговоры о важном/

/** What the teacher did in one lesson; null when it is still to be filled in. */
export function deedOf({ schoolId, today, seed, workTypes }: Day, { lesson, ordinal, next, pupils, sickness }: Taught): LessonDeed | null {
  const dice = new Dice(hashOf(seed, lesson.date, lesson.number, lesson.group, lesson.subject))
  const recent = Date.parse(today) - Date.parse(lesson.date) < 3 * day
  if (recent && dice.chance(0.12)) return null
  const taught = !unmarked.test(lesson.subject)
  const type = taught && (lesson.grade ?? 5) > 1 ? typeOf(workTypes, lesson.subject, ordinal) : undefined
  const attendance = pupils.flatMap((pupil) => sickness.of(pupil, lesson.date) ?? missedOne(dice, pupil, lesson.subject) ?? [])
  const away = new Set(attendance.filter((one) => one.code === 'absent').map((one) => one.studentId))
  const marks = type ? marksOf(dice, { type, pupils, away, lesson, today, seed }) : []
  const names = topics[lesson.subject] ?? topics['']!
  return {
    schoolId, lesson: { id: lesson.id, courseId: lesson.course_id, groupId: lesson.group_id, date: lesson.date }, teacherId: lesson.teacher_id, at: new Date(`${lesson.date}T${lesson.ends}:00+03:00`),
    topic: names[ordinal % names.length]!,
    homework: next && (lesson.grade ?? 5) > 1 && taught && !(recent && dice.chance(0.15)) && dice.chance(0.8)
      ? { id: newId(), text: homeworkText(dice, lesson.subject, ordinal), dueDate: next.date, dueLessonId: next.id, minutes: 10 + 5 * dice.below(5) } : null,
    work: type && marks.length > 0 ? { id: newId(), typeId: type.id, weight: type.weight } : null,
    marks, attendance,
  }
}

/** A control work every seventh lesson, the kinds a subject is known for in between, else answers in class. */
function typeOf(types: readonly WorkTypeUse[], subject: string, ordinal: number): WorkTypeUse | undefined {
  const practical = /Физика|Химия|Биология/.test(subject) ? /лаборатор/i : /Информатика|Труд|География/.test(subject) ? /практич/i : /самостоятельная/i
  const written = /Русский/.test(subject) ? /диктант/i : /Литература/.test(subject) ? /сочинение/i : /контрольная/i
  const like = ordinal % 7 === 6 ? written : ordinal % 4 === 3 ? practical : ordinal % 5 === 1 ? /домашняя/i : /ответ/i
  return types.find((one) => like.test(one.name) && one.scale === 'five') ?? types.find((one) => one.scale === 'five')
}

interface Marked { readonly type: WorkTypeUse; readonly pupils: readonly Pupil[]; readonly away: ReadonlySet<string>; readonly lesson: LessonRow; readonly today: string; readonly seed: number }

/** Whoever missed a control work of the last days owes it: a point with its term. */
function marksOf(dice: Dice, { type, pupils, away, lesson, today, seed }: Marked): LessonDeed['marks'] {
  const debtDue = isoDay(Date.parse(lesson.date) + 7 * day)
  return pupils.flatMap((pupil): LessonDeed['marks'] => {
    if (pupil.grade === 1) return [] // the first grade learns without marks, also beside a third one
    if (away.has(pupil.id)) return type.isControl && debtDue >= today ? [{ id: newId(), studentId: pupil.id, value: 'debt', debtDue }] : []
    if (!dice.chance(type.isControl ? 0.97 : type.weight > 1 ? 0.55 : 0.17)) return []
    const value = valueFor(dice, hashOf(seed, pupil.snils) / 4_294_967_296)
    return [{ id: newId(), studentId: pupil.id, value, ...(dice.chance(value === '2' ? 0.35 : 0.05) ? { note: remarkOn(dice, value) } : {}) }]
  })
}

/** Each pupil has a level of their own, so that averages differ and tell something. */
function valueFor(dice: Dice, level: number): string {
  const luck = dice.next() * 0.6 + level * 0.7
  return luck > 0.78 ? '5' : luck > 0.42 ? '4' : luck > 0.14 ? '3' : '2'
}

/** What happens within a single lesson. */
function missedOne(dice: Dice, pupil: Pupil, subject: string): Missed | null {
  const luck = dice.next()
  if (luck < 0.012) return { studentId: pupil.id, code: 'late', minutes: 2 + dice.below(18) }
  if (luck < 0.016) return { studentId: pupil.id, code: 'leftEarly', minutes: 10 + dice.below(20) }
  if (luck < 0.019) return { studentId: pupil.id, code: 'absent' }
  if (luck < 0.0205) return { studentId: pupil.id, code: 'remote' }
  return luck < 0.05 && /Физическая/.test(subject) ? { studentId: pupil.id, code: 'exempt' } : null
}
