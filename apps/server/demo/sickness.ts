import { createHash } from 'node:crypto'
import { Dice } from '../../../tools/bulk/dice.ts'
import type { Missed } from '../../../tools/bulk/lesson.ts'
import type { Row } from '../../../tools/bulk/table-writer.ts'
import { day, isoDay } from './days.ts'

/** The same words always give the same number. */
export const hashOf = (...words: readonly (string | number)[]): number => createHash('sha1').update(words.join('|')).digest().readUInt32BE(0)

interface Absent { readonly id: string; readonly studentId: string; readonly classId: string; readonly from: string; readonly to: string; readonly reason: 'illness' | 'excused' | 'unexcused' | null; readonly note: string }
interface Where { readonly schoolId: string; readonly seed: number; readonly today: string }

const notes = {
  illness: ['Справка из поликлиники', 'ОРВИ, справка будет', 'Справка № 114', 'Заявление родителей: плохое самочувствие'],
  excused: ['Заявление родителей: семейные обстоятельства', 'Соревнования по плаванию, приказ по школе', 'Поездка по заявлению родителей', 'Олимпиада, муниципальный этап'],
  unexcused: ['Причина не названа, родителям сообщено'],
} as const

/** Who is away for whole days: decided for each pupil and week alone, so that every lesson of those days agrees. */
export class Sickness {
  readonly #where: Where
  readonly #homerooms: ReadonlyMap<string, string>
  readonly #known = new Map<string, Absent | null>()

  constructor(where: Where, homerooms: ReadonlyMap<string, string>) {
    this.#where = where
    this.#homerooms = homerooms
  }

  /** Why a pupil misses all lessons of a day, or null. */
  of(pupil: { readonly id: string; readonly snils: string; readonly classId: string }, date: string): Missed | null {
    const monday = isoDay(Date.parse(date) - ((new Date(date).getUTCDay() + 6) % 7) * day)
    const key = `${pupil.id} ${monday}`
    let away = this.#known.get(key)
    if (away === undefined) {
      away = this.#invent(pupil, monday)
      this.#known.set(key, away)
    }
    if (!away || date < away.from || date > away.to) return null
    return { studentId: pupil.id, code: 'absent', ...(away.reason ? { span: { id: away.id, reason: away.reason, note: away.note } } : {}) }
  }

  #invent(pupil: { id: string; snils: string; classId: string }, monday: string): Absent | null {
    const dice = new Dice(hashOf(this.#where.seed, pupil.snils, monday))
    if (!dice.chance(0.055)) return null
    const first = dice.below(5)
    const from = Date.parse(monday) + first * day
    const to = isoDay(from + Math.min(4 - first, 1 + dice.below(4)) * day)
    const luck = dice.next()
    const reason = luck < 0.66 ? 'illness' : luck < 0.88 ? 'excused' : 'unexcused'
    // The last days wait for the class teacher: nobody has said why yet.
    const open = to >= isoDay(Date.parse(this.#where.today) - 2 * day)
    return { id: dice.id(), studentId: pupil.id, classId: pupil.classId, from: isoDay(from), to, reason: open ? null : reason, note: dice.pick(notes[reason]) }
  }

  /** The reasons that class teachers gave for these days. */
  spans(): Row[] {
    return [...this.#known.values()].flatMap((one) => {
      const by = one === null ? undefined : this.#homerooms.get(one.classId)
      if (!one?.reason || !by) return []
      return [{ school_id: this.#where.schoolId, id: one.id, student_id: one.studentId, starts: one.from, ends: one.to, reason: one.reason, note: one.note, removed_at: null, revision: 1, put_by: by, put_at: new Date(`${one.from}T06:30:00Z`) }]
    })
  }
}
