import { addresses } from '@school/contract'
import { registryFace } from '@school/registry/server'
import { notFound, Problem, type Read, type Work } from '@school/server'
import type { BoardEntry, TimetableBoard } from '../../contract/board.ts'
import { boardChanged, timetableChanged } from '../../contract/facts.ts'
import { followNow, followSoon } from '../lessons/make.ts'
import { addDays } from '../lessons/rules.ts'
import { countRooms, findDrawn, findHolding, findStaying, findSurroundings, listCoursesForEntries, listEntriesNow, lockTimetable, removeTimetable, savePublished, touchTimetable, type EntryNow } from './board-store.ts'
import { recommendedRules } from './recommended.ts'
import { findTimetable, findTimetableAt, removeEntries, saveEntries, type TimetableRow } from './store.ts'

/** The timetable with this id, or the answer that there is none. */
export async function getTimetableRow(read: Read, id: string): Promise<TimetableRow> {
  const row = await findTimetable(read, await registryFace.schoolDay(read), id)
  if (!row) throw notFound()
  return row
}

/** Demands, rules and placements of a timetable. */
export async function drawBoard(read: Read, id: string): Promise<Omit<TimetableBoard, 'can'>> {
  const timetable = await getTimetableRow(read, id)
  const { courses, meets, entries } = await findDrawn(read, timetable.year, timetable.validFrom, id)
  const { rules: own, subjects, ...around } = await findSurroundings(read, timetable.year, timetable.validFrom)
  const rules = own?.rules ?? recommendedRules(subjects)
  const grades = new Map(around.classes.map((one) => [one.id, one.grade]))
  const points = new Map(rules.points.map((one) => [`${one.subjectId} ${one.grade}`, one.points]))
  return { timetable, entries, meets, rules, ...around, courses: courses.map((one) => ({ ...one, points: points.get(`${one.subject.id} ${grades.get(one.classIds[0] ?? '') ?? ''}`) ?? null })) }
}

export interface Wish { readonly id: string; readonly basedOn: number | null; readonly to: { readonly weekday: number; readonly number: number; readonly week: 'A' | 'B' | null; readonly courseId: string; readonly roomId: string | null } | null }

const same = (now: EntryNow, to: NonNullable<Wish['to']>) => now.weekday === to.weekday && now.number === to.number && now.week === to.week && now.courseId === to.courseId && now.roomId === to.roomId

/** What is not yet as wished, or who changed it meanwhile; a wish that is already fulfilled is a repeat and asks for nothing. */
function outstanding(wishes: readonly Wish[], now: ReadonlyMap<string, EntryNow>): { open: Wish[]; conflicts: { id: string; what: string; by: string | null }[] } {
  const open = wishes.filter(({ id, to }) => { const there = now.get(id); return to === null ? there !== undefined : !there || !same(there, to) })
  const conflicts = open.flatMap(({ id, basedOn }) => {
    const there = now.get(id)
    return (there?.revision ?? null) === basedOn ? [] : [{ id, what: there?.what ?? '', by: there?.by ?? null }]
  })
  return { open, conflicts }
}

/** Places, moves and takes off lessons of the week, all or nothing. */
export async function changeEntries(work: Work, timetableId: string, wishes: readonly Wish[]): Promise<{ entries: BoardEntry[]; removed: string[] }> {
  await lockTimetable(work, timetableId)
  const timetable = await getTimetableRow(work, timetableId)
  const now = new Map((await listEntriesNow(work, wishes.map(({ id }) => id))).map((one) => [one.id, one]))
  if ([...now.values()].some((one) => one.timetableId !== timetableId)) throw notFound()
  const { open, conflicts } = outstanding(wishes, now)
  if (conflicts.length > 0) throw new Problem(409, 'schedule.entries_changed', { entries: conflicts })
  await putEntries(work, timetable, open)
  await removeEntries(work, timetableId, open.filter(({ to }) => to === null).map(({ id }) => id))
  work.audit('schedule.entries.change', { about: timetableId, before: open.map(({ id }) => now.get(id) ?? { id }), after: open })
  if (open.length > 0) {
    await touchTimetable(work, timetableId)
    work.announce(boardChanged, { schoolId: work.schoolId, timetableId }, [addresses.office(work.schoolId)])
    if (timetable.state === 'published') await followSoon(work)
  }
  const after = await listEntriesNow(work, wishes.map(({ id }) => id))
  return { entries: after.map(({ timetableId: _, by: __, what: ___, ...entry }) => entry), removed: wishes.filter(({ to }) => to === null).map(({ id }) => id) }
}

async function putEntries(work: Work, timetable: TimetableRow, open: readonly Wish[]): Promise<void> {
  const wanted = open.flatMap(({ id, to }) => (to ? [{ id, ...to }] : []))
  if (wanted.length === 0) return
  const courses = new Map((await listCoursesForEntries(work, [...new Set(wanted.map((one) => one.courseId))], timetable.year, timetable.validFrom)).map((one) => [one.id, one]))
  const rooms = [...new Set(wanted.flatMap((one) => one.roomId ?? []))]
  if (wanted.some((one) => !courses.has(one.courseId)) || (await countRooms(work, rooms)) < rooms.length) throw notFound()
  if ([...courses.values()].some((one) => one.closed)) throw new Problem(409, 'schedule.course_closed')
  await saveEntries(work, timetable.id, wanted.map((one) => ({ id: one.id, weekday: one.weekday, number: one.number, week: one.week, course_id: one.courseId, room_id: one.roomId, teacher_ids: courses.get(one.courseId)!.teachers })))
}

const daysAhead = 7 * 5

/** What publishing from a day would do to lessons that are already made. */
export async function foreseePublishing(read: Read, id: string, from: string) {
  const timetable = await getTimetableRow(read, id)
  const today = await registryFace.schoolDay(read)
  const first = from > today ? from : today
  return { ...await findStaying(read, first, addDays(first, daysAhead)), replaces: await findHolding(read, timetable.year, from, id) }
}

/** Puts a draft in force from a day on. */
export async function publish(work: Work, id: string, validFrom: string): Promise<TimetableRow> {
  await lockTimetable(work, id)
  const timetable = await getTimetableRow(work, id)
  const today = await registryFace.schoolDay(work)
  if (timetable.state === 'published' && timetable.validFrom === validFrom) {
    work.audit('schedule.timetable.publish', { about: id, after: { repeated: true } })
    return timetable
  }
  if (timetable.state === 'published') throw new Problem(409, 'schedule.timetable_published')
  if (validFrom < today) throw new Problem(409, 'schedule.day_past', { field: 'validFrom' })
  const there = await findTimetableAt(work, timetable.year, validFrom)
  if (there && there.id !== id) throw new Problem(409, 'schedule.date_taken', { field: 'validFrom' })
  await savePublished(work, id, validFrom)
  work.audit('schedule.timetable.publish', { about: id, before: { state: timetable.state, validFrom: timetable.validFrom }, after: { state: 'published', validFrom } })
  work.announce(timetableChanged, { schoolId: work.schoolId, from: validFrom, to: addDays(validFrom, daysAhead) }, [addresses.school(work.schoolId)])
  await followNow(work, validFrom)
  return getTimetableRow(work, id)
}

/** Removes a draft with everything placed in it. */
export async function dropDraft(work: Work, id: string): Promise<void> {
  const timetable = await getTimetableRow(work, id)
  if (timetable.state === 'published') throw new Problem(409, 'schedule.timetable_published')
  await removeTimetable(work, id)
  work.audit('schedule.timetable.remove', { about: id, before: { name: timetable.name, entries: timetable.entries } })
  work.announce(boardChanged, { schoolId: work.schoolId, timetableId: id }, [addresses.office(work.schoolId)])
}
