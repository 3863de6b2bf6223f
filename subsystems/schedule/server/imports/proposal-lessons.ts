import type { FetFile, FetPlacement } from './fet.ts'
import type { DayTarget } from './proposal-days.ts'
import { suggestDays } from './proposal-days.ts'
import { suggestHours, suggestRoom } from './proposal-hours.ts'
import { suggestStudents, type StudentsSuggestion, type StudentsTarget } from './proposal-students.ts'
import { suggestSubject } from './proposal-subjects.ts'
import { suggestTeacher } from './proposal-teachers.ts'
import type { SchoolNames, Suggestion } from './proposal.ts'

/** What every name of the file means. A person may change any target before lessons are drawn from it. */
export type Mapping = {
  teachers: Suggestion<string>[]
  subjects: Suggestion<string>[]
  students: StudentsSuggestion[]
  rooms: Suggestion<string>[]
  days: Suggestion<DayTarget>[]
  hours: Suggestion<number>[]
}

/** One lesson of the weekly grid; an activity of two hours gives two of them. */
export type PlacedLesson = {
  activityId: number
  part: number
  subjectId: string
  teacherIds: string[]
  /** 'class:<id>' or 'group:<id>', sorted. */
  students: string[]
  weekday: number
  number: number
  week: 'A' | 'B' | null
  roomId: string | null
}
export type UnplacedCode = 'not_placed' | 'only_a_wish' | 'inactive' | 'subject_unmapped' | 'teacher_unmapped' | 'students_unmapped' | 'day_unmapped' | 'hour_unmapped' | 'no_students'
export type Unplaced = { activityId: number; code: UnplacedCode; name: string }

/** Suggests a meaning for every name that the file's activities use. */
export function proposeMapping(file: FetFile, school: SchoolNames): Mapping {
  const usedRooms = new Set(file.placements.flatMap((placement) => placement.room ?? []))
  const subjects = names(file.activities.map((activity) => activity.subject)).map(exactly(school.subjects, (name) => suggestSubject(name, school.subjects)))
  const subjectOf = targets(subjects)
  return {
    teachers: names(file.activities.flatMap((activity) => activity.teachers)).map((name) => suggestTeacher(name, school.people)),
    subjects, students: suggestStudents(file, school, (name) => subjectOf.get(name) ?? null),
    rooms: [...usedRooms].map(exactly(school.rooms, (name) => suggestRoom(name, school.rooms))),
    days: suggestDays(file.days), hours: suggestHours(file.hours, school.bells),
  }
}

/** A name that the school uses letter by letter needs no search. */
function exactly(known: readonly { id: string; title: string }[], search: (name: string) => Suggestion<string>): (name: string) => Suggestion<string> {
  const ids = Map.groupBy(known, (one) => one.title)
  return (name) => {
    const [one, other] = ids.get(name) ?? []
    return one && !other ? { source: name, target: one.id, confidence: 1, reason: 'exact', others: [] } : search(name)
  }
}

/** The lessons of the grid under this mapping, and every activity left out with its reason. A missing room or teacher leaves no lesson out. */
export function placedLessons(file: FetFile, mapping: Mapping): { lessons: PlacedLesson[]; unplaced: Unplaced[] } {
  const places = new Map(file.placements.map((placement) => [placement.activityId, placement]))
  const [subjects, teachers, rooms] = [targets(mapping.subjects), targets(mapping.teachers), targets(mapping.rooms)]
  const lessons: PlacedLesson[] = []
  const unplaced: Unplaced[] = []
  for (const activity of file.activities) {
    const leave = (code: UnplacedCode, name = '') => unplaced.push({ activityId: activity.id, code, name })
    const placement = places.get(activity.id)
    const slots = placement ? slotsOf(placement, activity.duration, mapping) : null
    if (!activity.active) { leave('inactive'); continue }
    if (!placement || !slots) { leave('not_placed'); continue }
    if (placement.weight < 100) { leave('only_a_wish'); continue }
    const subjectId = subjects.get(activity.subject)
    const students = activity.students.map((name) => [name, studentsOf(mapping.students, name, activity.subject)] as const)
    const lost = students.find(([, target]) => target === null)
    for (const name of activity.teachers) if (!teachers.has(name)) leave('teacher_unmapped', name)
    if (!subjectId) { leave('subject_unmapped', activity.subject); continue }
    if (students.length === 0) { leave('no_students'); continue }
    if (lost) { leave('students_unmapped', lost[0]); continue }
    if (typeof slots === 'string') { leave(slots); continue }
    for (const [part, slot] of slots.entries()) lessons.push({
      activityId: activity.id, part, subjectId, ...slot,
      teacherIds: sorted(activity.teachers.flatMap((name) => teachers.get(name) ?? [])),
      students: sorted(students.flatMap(([, target]) => keysOf(target!))), roomId: placement.room === null ? null : rooms.get(placement.room) ?? null,
    })
  }
  return { lessons, unplaced }
}

type Slot = Pick<PlacedLesson, 'weekday' | 'number' | 'week'>

const lastNumber = 14

/** Consecutive lessons from the placement on; the afternoon half of a cut day counts on from the morning. */
function slotsOf(placement: FetPlacement, duration: number, mapping: Mapping): Slot[] | UnplacedCode | null {
  if (placement.day === null || placement.hour === null) return null
  const day = mapping.days[placement.day]?.target
  if (!day) return 'day_unmapped'
  const slots: Slot[] = []
  for (let at = placement.hour; at < placement.hour + duration; at++) {
    const number = mapping.hours[at]?.target ?? null
    if (number === null) return 'hour_unmapped'
    const place = day.half === 2 ? number + mapping.hours.length : number
    if (place > lastNumber) return 'hour_unmapped'
    slots.push({ weekday: day.weekday, week: day.week, number: place })
  }
  return slots
}

function studentsOf(suggestions: readonly StudentsSuggestion[], name: string, subject: string): StudentsTarget | null {
  const found = suggestions.find((one) => one.source === name && (one.subject === null || one.subject === subject))
  return found?.target ?? null
}

const keysOf = (target: StudentsTarget) => (target.kind === 'classes' ? target.ids.map((id) => `class:${id}`) : [`${target.kind}:${target.id}`])
const names = (all: readonly string[]) => [...new Set(all)].filter((name) => name !== '')
const sorted = (all: readonly string[]) => [...new Set(all)].sort()
const targets = <Target>(suggestions: readonly Suggestion<Target>[]) =>
  new Map(suggestions.flatMap(({ source, target }) => (target === null ? [] : [[source, target] as const])))
