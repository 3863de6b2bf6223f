/** What makes a weekly timetable bad, and how bad: pure, for the editor in the browser, for the server and for whoever places lessons by a program. */

export const faultKinds = ['teacherClash', 'groupClash', 'roomClash', 'noBell', 'dayMost', 'pupilWindow', 'halfWindow', 'sameDay', 'double', 'peakDay', 'hardPlace', 'teacherDay', 'teacherWindow', 'wrongRoom'] as const
export type FaultKind = (typeof faultKinds)[number]
export type Severity = 'error' | 'warning' | 'hint'

/** The law or physics, hygiene, or good manners. */
export const severityOf: Readonly<Record<FaultKind, Severity>> = {
  teacherClash: 'error', groupClash: 'error', roomClash: 'error', noBell: 'error', dayMost: 'error',
  pupilWindow: 'warning', sameDay: 'warning', double: 'warning', peakDay: 'warning', teacherDay: 'warning',
  halfWindow: 'hint', hardPlace: 'hint', teacherWindow: 'hint', wrongRoom: 'hint',
}

/** A course that wants places in the week. */
export interface Demand {
  readonly id: string; readonly groupId: string; readonly whole: boolean; readonly classIds: readonly string[]; readonly hours: number
  /** Points of the difficulty scale for the grade, or null where it has none. */
  readonly points: number | null
  /** Rooms meant for the subject; none means any. */
  readonly rooms: readonly string[]
  readonly extracurricular: boolean
}
export interface Placed { readonly id: string; readonly courseId: string; readonly weekday: number; readonly number: number; readonly week: 'A' | 'B' | null; readonly roomId: string | null; readonly teacherIds: readonly string[] }
export interface ClassFrame { readonly id: string; readonly grade: number | null; readonly days: number; readonly numbers: readonly number[]; readonly together: string | null }
export interface CostRules {
  readonly weights: Readonly<Record<FaultKind, number>>
  /** Lessons a day by grade: as a rule, and once a week. */
  readonly dayMost: Readonly<Record<string, { readonly usual: number; readonly once: number }>>
  readonly hardPoints: number
  readonly peakDays: readonly number[]
  readonly bestNumbers: { readonly primary: readonly [number, number]; readonly later: readonly [number, number] }
  readonly doubleFromGrade: number
  readonly teacherDayMost: number
}
export interface Frame {
  readonly demands: ReadonlyMap<string, Demand>
  readonly classes: ReadonlyMap<string, ClassFrame>
  readonly rules: CostRules
  /** Whether two groups share a pupil. */
  meets(one: string, other: string): boolean
}
export interface Fault { readonly kind: FaultKind; readonly about: string; readonly weekday: number | null; readonly number: number | null; readonly weight: number; readonly amount: number }

type Say = (kind: FaultKind, weekday: number | null, number: number | null, amount?: number) => void
type Week = 'A' | 'B' | null

/** What is judged together: a day of a class, a teacher or a room, and the week of a class. */
export const unitsOf = ({ demands }: Frame, one: Placed): string[] => {
  const classes = demands.get(one.courseId)?.classIds ?? []
  const units = classes.flatMap((id) => [`c:${one.weekday}:${id}`, `w:0:${id}`])
  for (const id of one.teacherIds) units.push(`t:${one.weekday}:${id}`)
  if (one.roomId !== null) units.push(`r:${one.weekday}:${one.roomId}`)
  return units
}

/** Faults of one unit, from all that is placed in it. */
export function faultsOfUnit(frame: Frame, unit: string, placed: readonly Placed[]): Fault[] {
  const about = unit.slice(4)
  const weeks: readonly Week[] = placed.some((one) => one.week !== null) ? ['A', 'B'] : [null]
  const found = new Map<string, Fault>()
  for (const week of weeks) {
    const now = week === null ? placed : placed.filter((one) => one.week === null || one.week === week)
    if (now.length === 0) continue
    const say: Say = (fault, weekday, number, amount = 1) => {
      const key = `${fault} ${weekday} ${number}`
      const before = found.get(key)
      const weight = frame.rules.weights[fault] * amount / weeks.length
      found.set(key, { kind: fault, about, weekday, number, weight: weight + (before?.weight ?? 0), amount: Math.max(amount, before?.amount ?? 0) })
    }
    judges[unit[0] as keyof typeof judges](frame, about, Number(unit[2]), now, say)
  }
  return [...found.values()]
}

type Judge = (frame: Frame, about: string, weekday: number, placed: readonly Placed[], say: Say) => void
type Slots = Map<number, Placed[]>

function slotsOf(placed: readonly Placed[]): Slots {
  const slots: Slots = new Map()
  for (const one of placed) {
    const slot = slots.get(one.number)
    if (slot) slot.push(one)
    else slots.set(one.number, [one])
  }
  return slots
}

const judgeClass: Judge = (frame, classId, weekday, placed, say) => {
  const own = frame.classes.get(classId)
  if (!own) return
  const slots = slotsOf(placed)
  judgeSlots(frame, own, weekday, slots, say)
  judgeRepeats(frame, own, weekday, placed, say)
  judgeHard(frame, own, weekday, slots, say)
}

/** Lessons a day and the hardest day of the week. */
const judgeWeek: Judge = (frame, classId, _, placed, say) => {
  const lessons: Set<number>[] = []
  const points: Map<number, number>[] = []
  for (const { courseId, weekday, number } of placed) {
    const demand = frame.demands.get(courseId)
    if (!demand?.extracurricular) (lessons[weekday] ??= new Set()).add(number)
    const day = points[weekday] ??= new Map()
    day.set(number, Math.max(day.get(number) ?? 0, demand?.points ?? 0))
  }
  const most = frame.rules.dayMost[String(frame.classes.get(classId)?.grade)]
  let over = 0
  for (const [weekday, day] of lessons.entries()) {
    if (!most || !day || day.size <= most.usual) continue
    over += 1
    if (day.size > most.once || over > 1) say('dayMost', weekday, null, day.size - most.usual)
  }
  let [peak, best, days] = [0, 0, 0]
  const sums = points.map((day) => { let sum = 0; for (const one of day.values()) sum += one; return sum })
  for (const [weekday, sum] of sums.entries()) {
    if (sum === undefined) continue
    days += 1
    if (peak === 0 || sum > sums[peak]!) peak = weekday
    if (frame.rules.peakDays.includes(weekday)) best = Math.max(best, sum)
  }
  if (days >= 4 && sums[peak]! > best) say('peakDay', peak, null)
}

function judgeSlots(frame: Frame, own: ClassFrame, weekday: number, slots: Slots, say: Say): void {
  const numbers = [...slots.keys()]
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  for (const number of own.numbers) {
    const slot = slots.get(number)
    if (!slot) { if (number > first && number < last) say('pupilWindow', weekday, number); continue }
    if (slot.length === 1 && number > first && number < last && !frame.demands.get(slot[0]!.courseId)?.whole) say('halfWindow', weekday, number)
  }
  for (const [number, slot] of slots) {
    if (weekday > own.days || !own.numbers.includes(number)) say('noBell', weekday, number)
    const clashes = slot.length < 2 ? 0 : pairsOf(slot).filter(([a, b]) => meetHere(frame, own.id, a, b)).length
    if (clashes > 0) say('groupClash', weekday, number, clashes)
  }
}

/** A pair of groups is counted in the first of the classes that both belong to. */
function meetHere(frame: Frame, classId: string, a: Placed, b: Placed): boolean {
  const [one, other] = [frame.demands.get(a.courseId), frame.demands.get(b.courseId)]
  if (!one || !other || !frame.meets(one.groupId, other.groupId)) return false
  return one.classIds.filter((id) => other.classIds.includes(id)).toSorted()[0] === classId
}

function* pairs<T>(list: readonly T[]): Generator<[T, T]> {
  for (const [i, one] of list.entries()) for (const other of list.slice(i + 1)) yield [one, other]
}
const pairsOf = <T>(list: readonly T[]): [T, T][] => [...pairs(list)]

function judgeRepeats(frame: Frame, own: ClassFrame, weekday: number, ofDay: readonly Placed[], say: Say): void {
  const numbers = new Map<string, number[]>()
  for (const { courseId, number } of ofDay) {
    const known = numbers.get(courseId)
    if (known) known.push(number)
    else numbers.set(courseId, [number])
  }
  for (const [courseId, same] of numbers) {
    if (same.length < 2 || (frame.demands.get(courseId)?.hours ?? 0) > own.days) continue
    const adjacent = same.length === 2 && Math.abs(same[1]! - same[0]!) === 1
    if (!adjacent) say('sameDay', weekday, null, same.length - 1)
    else if ((own.grade ?? 0) < frame.rules.doubleFromGrade) say('double', weekday, Math.min(...same))
  }
}

/** Hard lessons at tired hours. */
function judgeHard(frame: Frame, own: ClassFrame, weekday: number, slots: Slots, say: Say): void {
  const [low, high] = (own.grade ?? 0) <= 4 ? frame.rules.bestNumbers.primary : frame.rules.bestNumbers.later
  const start = own.numbers[0] ?? 1
  for (const [number, slot] of slots) {
    const turn = number - start + 1
    if (turn >= low && turn <= high) continue
    if (slot.some((one) => (frame.demands.get(one.courseId)?.points ?? 0) >= frame.rules.hardPoints)) say('hardPlace', weekday, number)
  }
}

/** Lessons held at once by one teacher in one room for classes that learn together are no clash. */
function together(frame: Frame, slot: readonly Placed[]): boolean {
  const sets = new Set(slot.flatMap((one) => (frame.demands.get(one.courseId)?.classIds ?? ['']).map((id) => frame.classes.get(id)?.together ?? null)))
  return sets.size === 1 && !sets.has(null) && new Set(slot.map((one) => one.roomId)).size === 1
}

const judgeTeacher: Judge = (frame, _, weekday, placed, say) => {
  const slots = slotsOf(placed)
  const [first, last] = [Math.min(...slots.keys()), Math.max(...slots.keys())]
  for (let number = first; number < last; number += 1) if (!slots.has(number)) say('teacherWindow', weekday, number)
  if (slots.size > frame.rules.teacherDayMost) say('teacherDay', weekday, null, slots.size - frame.rules.teacherDayMost)
  for (const [number, slot] of slots) if (slot.length > 1 && !together(frame, slot)) say('teacherClash', weekday, number, slot.length - 1)
}

const judgeRoom: Judge = (frame, roomId, weekday, placed, say) => {
  for (const [number, slot] of slotsOf(placed)) {
    if (slot.length > 1 && !together(frame, slot)) say('roomClash', weekday, number, slot.length - 1)
    for (const one of slot) {
      const rooms = frame.demands.get(one.courseId)?.rooms ?? []
      if (rooms.length > 0 && !rooms.includes(roomId)) say('wrongRoom', weekday, number)
    }
  }
}

const judges: Readonly<Record<'c' | 'w' | 't' | 'r', Judge>> = { c: judgeClass, w: judgeWeek, t: judgeTeacher, r: judgeRoom }
