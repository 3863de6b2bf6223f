import { newId } from '@school/contract'
import { listName } from '@school/web'
import { placedFor, type Board, type Placed, type TimetableBoard } from '../../../contract/index.ts'

export type By = 'class' | 'teacher' | 'room'
export interface Cell { readonly weekday: number; readonly number: number }

/** Names of everything that stands on the board. */
export function namesOf({ courses, classes, teachers, rooms }: TimetableBoard) {
  const course = new Map(courses.map((one) => [one.id, one]))
  const people = new Map(teachers.map((one) => [one.id, listName(one)]))
  const places = new Map(rooms.map((one) => [one.id, one.name]))
  const units = new Map([...classes.map((one) => [one.id, one.name] as const), ...people, ...places])
  return { course, teacher: (id: string) => people.get(id) ?? '', room: (id: string | null) => (id === null ? '' : places.get(id) ?? ''), unit: (id: string) => units.get(id) ?? '' }
}
export type Names = ReturnType<typeof namesOf>

/** Whose week can be chosen, by kind. */
export const choicesOf = ({ classes, teachers, rooms }: TimetableBoard, by: By): { value: string; label: string }[] =>
  (by === 'class' ? classes : by === 'teacher' ? teachers.map((one) => ({ id: one.id, name: listName(one) })) : rooms).map((one) => ({ value: one.id, label: one.name }))

/** What stands in the week of a class, a teacher or a room. */
export const placedIn = (board: Board, by: By, id: string): readonly Placed[] => placedFor(board, by, id)

/** Days and numbers of the week to show. */
export function cellsOf({ classes }: TimetableBoard, placed: readonly Placed[], own: string | null): { days: number[]; numbers: number[] } {
  const shown = classes.filter((one) => own === null || one.id === own)
  const days = Math.max(5, ...shown.map((one) => one.days), ...placed.map((one) => one.weekday))
  const all = [...shown.flatMap((one) => one.numbers), ...placed.map((one) => one.number)]
  const [low, high] = [Math.min(1, ...all), Math.max(6, ...all)]
  return { days: Array.from({ length: days }, (_, i) => i + 1), numbers: Array.from({ length: high - low + 1 }, (_, i) => low + i) }
}

export interface Waiting { readonly courseId: string; readonly left: number }

/** Hours of the load that have no place yet, for a class or a teacher. */
export function waitingFor(board: Board, { courses }: TimetableBoard, by: By, id: string): Waiting[] {
  const placed = new Map<string, number>()
  for (const one of board.placed.values()) placed.set(one.courseId, (placed.get(one.courseId) ?? 0) + (one.week === null ? 1 : 0.5))
  return courses.filter((one) => (by === 'class' ? one.classIds.includes(id) : by === 'teacher' ? one.teacherIds.includes(id) : false))
    .map((one) => ({ courseId: one.id, left: one.hours - (placed.get(one.id) ?? 0) })).filter(({ left }) => left > 0)
}

/** A lesson that is taken from the tray: half an hour stands every other week. */
export function freshOf(board: Board, { courses }: TimetableBoard, { courseId, left }: Waiting): Placed {
  const course = courses.find((one) => one.id === courseId)!
  const like = [...board.placed.values()].find((one) => one.courseId === courseId)
  return { id: newId(), courseId, weekday: 0, number: 0, week: left < 1 ? 'A' : null, roomId: like?.roomId ?? null, teacherIds: course.teacherIds }
}

/** The lesson together with those of the same course next to it. */
export function blockOf(board: Board, one: Placed): Placed[] {
  const near = [...board.placed.values()].filter((other) => other.courseId === one.courseId && other.weekday === one.weekday && other.week === one.week).toSorted((a, b) => a.number - b.number)
  const at = near.findIndex((other) => other.id === one.id)
  let [from, to] = [at, at]
  while (from > 0 && near[from]!.number - near[from - 1]!.number === 1) from -= 1
  while (to < near.length - 1 && near[to + 1]!.number - near[to]!.number === 1) to += 1
  return near.slice(from, to + 1)
}
