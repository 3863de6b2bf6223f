import type { FetFile, FetPlacement, FetWarningCode } from './fet.ts'
import { flagOf, textOf, textsOf, type FetRecord } from './fet-record.ts'

type Warn = (code: FetWarningCode, line: number, element: string, details: string) => void
type TimeWord = { activityId: number; day: string; hour: string; locked: boolean; weight: number; line: number; tag: string }
type RoomWord = { activityId: number; room: string; realRooms: string[]; locked: boolean; weight: number; line: number; tag: string }

const TIME_KINDS = new Set(['constraintactivitypreferredstartingtime', 'constraintactivitypreferredtime'])
const ROOM_KINDS = new Set(['constraintactivitypreferredroom'])
/** The constraints that say where a lesson stands. */
export const PLACE_KINDS = new Set([...TIME_KINDS, ...ROOM_KINDS])

/** Keeps the words of a file about times and rooms until days, hours and activities are known. */
export class FetPlaces {
  readonly #times: TimeWord[] = []
  readonly #rooms: RoomWord[] = []

  add(record: FetRecord): void {
    if (!flagOf(record, 'active', true)) return
    const shared = {
      activityId: Number(textOf(record, 'activityid') || NaN), locked: flagOf(record, 'permanentlylocked', false),
      weight: weightOf(record), line: record.line, tag: record.tag,
    }
    if (TIME_KINDS.has(record.name)) this.#times.push({ ...shared, day: textOf(record, 'preferredday', 'day'), hour: textOf(record, 'preferredhour', 'hour') })
    else this.#rooms.push({ ...shared, room: textOf(record, 'room', 'preferredroom'), realRooms: textsOf(record, 'realroom') })
  }

  /** One placement an activity; the heavier word wins and a contradiction is told. */
  joined(file: FetFile, warn: Warn): FetPlacement[] {
    const known = new Set(file.activities.map((activity) => activity.id))
    const placements = new Map<number, FetPlacement>()
    const [dayAt, hourAt] = [indexed(file.days), indexed(file.hours)]
    for (const word of heaviestFirst(this.#times)) {
      if (!known.has(word.activityId)) { warn('unknown_activity', word.line, word.tag, String(word.activityId)); continue }
      const [day, hour] = [placeOf(dayAt, word.day), placeOf(hourAt, word.hour)]
      if (day === null) { warn('unknown_day', word.line, word.tag, word.day); continue }
      if (hour === null) { warn('unknown_hour', word.line, word.tag, word.hour); continue }
      const before = placements.get(word.activityId)
      if (before && (before.day !== day || before.hour !== hour)) warn('placed_twice', word.line, word.tag, String(word.activityId))
      if (!before) placements.set(word.activityId, { activityId: word.activityId, day, hour, room: null, realRooms: [], locked: word.locked, weight: word.weight })
    }
    this.#joinRooms(placements, known, warn)
    return [...placements.values()].sort((a, b) => a.activityId - b.activityId)
  }

  #joinRooms(placements: Map<number, FetPlacement>, known: Set<number>, warn: Warn): void {
    for (const word of heaviestFirst(this.#rooms)) {
      if (!known.has(word.activityId)) { warn('unknown_activity', word.line, word.tag, String(word.activityId)); continue }
      if (word.room === '') continue
      const placement = placements.get(word.activityId)
      if (!placement) placements.set(word.activityId, { activityId: word.activityId, day: null, hour: null, room: word.room, realRooms: word.realRooms, locked: word.locked, weight: word.weight })
      else if (placement.room === null) { placement.room = word.room; placement.realRooms = word.realRooms }
      else if (placement.room !== word.room) warn('placed_twice', word.line, word.tag, String(word.activityId))
    }
  }
}

const heaviestFirst = <Word extends { weight: number }>(words: readonly Word[]) => [...words].sort((a, b) => b.weight - a.weight)
const indexed = (names: readonly { name: string }[]) => new Map(names.map(({ name }, i) => [name, i] as const))

/** By name; the oldest files number days and hours instead. */
function placeOf(places: Map<string, number>, text: string): number | null {
  const found = places.get(text)
  if (found !== undefined) return found
  const number = /^\d+$/.test(text) ? Number(text) : NaN
  return number < places.size ? number : null
}

/** Newest files count to 100; old ones say whether the constraint is compulsory. */
function weightOf(record: FetRecord): number {
  const percent = Number.parseFloat(textOf(record, 'weightpercentage'))
  if (Number.isFinite(percent)) return percent
  return flagOf(record, 'compulsory', true) ? 100 : 50
}
