import { addresses } from '@school/contract'
import { schoolYearOf } from '@school/registry/server'
import { notFound, Problem, type Work } from '@school/server'
import { lessonChanged } from '../../contract/facts.ts'
import { listStrangers } from '../load/store.ts'
import { hasRoom } from '../timetable/store.ts'
import { planOf } from './make.ts'
import { weekdayOf } from './rules.ts'
import { findBellSchedule, listLessonTeachers, lockLesson, moveTeachers, saveLesson, setLessonTeachers } from './store.ts'

interface Given { readonly state: 'planned' | 'cancelled' | 'moved' | 'replaced'; readonly date?: string | undefined; readonly number?: number | undefined; readonly roomId?: string | null | undefined; readonly teacherIds?: readonly string[] | undefined; readonly basedOn: number }

/** Refuses when something is recorded for a lesson, and counts it. */
export async function refuseRecorded(standing: () => Promise<Record<string, number>>): Promise<void> {
  const counts = await standing()
  if (Object.keys(counts).length > 0) throw new Problem(409, 'schedule.lesson_has_records', counts)
}

/** Cancels, moves or replaces a lesson, or gives it another room or teachers; everyone who comes to it hears. What is recorded for it (`standing`) is never lost by cancelling. */
export async function changeLesson(work: Work, id: string, given: Given, standing: () => Promise<Record<string, number>>): Promise<void> {
  const before = await lockLesson(work, id)
  if (!before) throw notFound()
  if (before.revision !== given.basedOn) throw new Problem(409, 'schedule.changed_meanwhile', { revision: before.revision })
  if (before.closed_at !== null) throw new Problem(409, 'schedule.lesson_closed', { since: before.closed_at })
  if (given.state === 'cancelled' && before.state !== 'cancelled') {
    await refuseRecorded(standing)
  }
  if (given.roomId != null && !(await hasRoom(work, given.roomId))) throw notFound()
  const date = given.date ?? before.date
  const number = given.number ?? before.number
  const bell = date === before.date && number === before.number ? before : await bellOf(work, before.course_id, date, number)
  await saveLesson(work, { id, date, number, starts: bell.starts, ends: bell.ends, room_id: given.roomId === undefined ? before.room_id : given.roomId, state: given.state, revision: before.revision + 1 })
  const teachers = await listLessonTeachers(work, id)
  await moveTeachers(work, id, date)
  if (given.teacherIds) {
    const strangers = await listStrangers(work, given.teacherIds, date)
    if (strangers.length > 0) throw new Problem(409, 'schedule.not_staff', { field: 'teacherIds', ids: strangers })
    await setLessonTeachers(work, id, date, given.teacherIds)
  }
  work.audit('schedule.lesson.change', { about: id, before: { date: before.date, number: before.number, roomId: before.room_id, state: before.state }, after: { ...given, date, number } })
  const people = [...new Set([...teachers, ...(given.teacherIds ?? [])])].map(addresses.person)
  work.announce(lessonChanged, { schoolId: work.schoolId, lessonId: id, groupId: before.group_id, courseId: before.course_id, date },
    [addresses.group(before.group_id), addresses.course(before.course_id), addresses.office(work.schoolId), ...people])
}

/** The times at which a course would be taught on another day or at another number. */
export async function bellOf(work: Work, courseId: string, date: string, number: number): Promise<{ starts: string; ends: string }> {
  const plan = await planOf(work, schoolYearOf(date))
  const bells = await findBellSchedule(work, courseId)
  const bell = plan && bells ? plan.bellsOf(bells, weekdayOf(date)).get(number) : undefined
  if (!bell) throw new Problem(409, 'schedule.no_bell', { field: 'number', date, number })
  return bell
}
