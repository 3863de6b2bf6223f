import type { Random } from '@school/names'

/** One hour a week that some students have with some teachers at the same time (a divided class has two teachers and two rooms). */
export interface WeeklyItem { readonly id: number; readonly classTitles: readonly string[]; readonly subject: string; readonly teachers: readonly string[]; readonly perDay: number }
export interface Slot { readonly weekday: number; readonly number: number }
export type Placed = ReadonlyMap<number, Slot>

interface State { readonly at: Map<number, Slot>; readonly teacherBusy: Set<string>; readonly grid: Map<string, WeeklyItem> }

const key = (who: string, { weekday, number }: Slot) => `${who} ${weekday} ${number}`

/** A timetable without windows for classes and without clashes for teachers; a few attempts, the best one is taken. */
export function placeWeek(items: readonly WeeklyItem[], days: number, random: Random, attempts = 12): Placed {
  let best: State | undefined
  for (let i = 0; i < attempts; i++) {
    const state = attempt(items, days, random)
    if (!best || state.at.size > best.at.size) best = state
    if (best.at.size === items.length) break
  }
  return best!.at
}

function attempt(items: readonly WeeklyItem[], days: number, random: Random): State {
  const state: State = { at: new Map(), teacherBusy: new Set(), grid: new Map() }
  const load = new Map<string, number>()
  for (const item of items) for (const teacher of item.teachers) load.set(teacher, (load.get(teacher) ?? 0) + 1)
  const left = new Map<string, WeeklyItem[]>()
  for (const item of items) for (const title of item.classTitles) left.set(title, [...(left.get(title) ?? []), item])
  const lengths = new Map([...left].map(([title, list]) => [title, dayLengths(list.length, days)]))
  const titles = [...left.keys()]
  for (let number = 1; number <= 8; number++) {
    for (let weekday = 1; weekday <= days; weekday++) {
      for (const title of shuffled(titles, random)) {
        if (number > lengths.get(title)![weekday - 1]! || state.grid.has(key(title, { weekday, number }))) continue
        fill(state, left.get(title)!, { weekday, number }, load, random)
      }
    }
  }
  repair(state, left, lengths, days)
  return state
}

/** How many lessons a class has each day: as even as can be, the longest days in the middle of the week. */
export function dayLengths(total: number, days: number): number[] {
  const lengths = Array.from({ length: days }, () => Math.floor(total / days))
  const order = [1, 2, 3, 0, 4, 5].filter((day) => day < days)
  for (let i = 0; i < total % days; i++) lengths[order[i]!]!++
  return lengths
}

function fill(state: State, candidates: readonly WeeklyItem[], slot: Slot, load: ReadonlyMap<string, number>, random: Random): void {
  const fit = candidates.filter((item) => !state.at.has(item.id) && fits(state, item, slot))
  if (fit.length === 0) return
  const weight = (item: WeeklyItem) => item.teachers.reduce((sum, one) => sum + (load.get(one) ?? 0), 0) * 2 + item.teachers.length * 20 + random() * 8
  put(state, fit.reduce((a, b) => (weight(a) >= weight(b) ? a : b)), slot)
}

function fits(state: State, item: WeeklyItem, slot: Slot): boolean {
  if (item.teachers.some((one) => state.teacherBusy.has(key(one, slot)))) return false
  if (item.classTitles.some((title) => state.grid.has(key(title, slot)))) return false
  let sameDay = 0
  for (let number = 1; number <= 8; number++) if (state.grid.get(key(item.classTitles[0]!, { weekday: slot.weekday, number }))?.subject === item.subject) sameDay++
  return sameDay < item.perDay
}

function put(state: State, item: WeeklyItem, slot: Slot): void {
  state.at.set(item.id, slot)
  for (const one of item.teachers) state.teacherBusy.add(key(one, slot))
  for (const title of item.classTitles) state.grid.set(key(title, slot), item)
}

function take(state: State, item: WeeklyItem): Slot {
  const slot = state.at.get(item.id)!
  state.at.delete(item.id)
  for (const one of item.teachers) state.teacherBusy.delete(key(one, slot))
  for (const title of item.classTitles) state.grid.delete(key(title, slot))
  return slot
}

/** Fills what stayed empty by moving another lesson of the class out of the way. */
function repair(state: State, left: ReadonlyMap<string, WeeklyItem[]>, lengths: ReadonlyMap<string, number[]>, days: number): void {
  for (let round = 0; round < 4; round++) {
    for (const [title, list] of left) {
      for (const missing of list.filter((item) => !state.at.has(item.id))) {
        for (const hole of holesOf(state, title, lengths.get(title)!, days)) {
          if (fits(state, missing, hole)) { put(state, missing, hole); break }
          if (list.some((other) => swaps(state, other, missing, hole))) break
        }
      }
    }
  }
}

function swaps(state: State, other: WeeklyItem, missing: WeeklyItem, hole: Slot): boolean {
  if (!state.at.has(other.id)) return false
  const slot = take(state, other)
  if (fits(state, other, hole)) {
    put(state, other, hole)
    if (fits(state, missing, slot)) { put(state, missing, slot); return true }
    take(state, other)
  }
  put(state, other, slot)
  return false
}

function holesOf(state: State, title: string, lengths: readonly number[], days: number): Slot[] {
  const holes: Slot[] = []
  for (let weekday = 1; weekday <= days; weekday++) {
    for (let number = 1; number <= lengths[weekday - 1]! + 1 && number <= 8; number++) if (!state.grid.has(key(title, { weekday, number }))) holes.push({ weekday, number })
  }
  return holes
}

function shuffled<T>(list: readonly T[], random: Random): T[] {
  const copy = [...list]
  for (let i = copy.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[copy[i], copy[j]] = [copy[j]!, copy[i]!]
  }
  return copy
}
