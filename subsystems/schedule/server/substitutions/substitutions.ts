import { addresses } from '@school/contract'
import { registryFace } from '@school/registry/server'
import { notFound, Problem, type Read, type Work } from '@school/server'
import type { AbsentLesson, Proposal } from '../../contract/substitutions.ts'
import { lessonChanged, lessonCovered } from '../../contract/facts.ts'
import { bellOf } from '../lessons/lessons.ts'
import { listLessonTeachers, lockLesson, saveLesson, setLessonTeachers, moveTeachers } from '../lessons/store.ts'
import { listStrangers } from '../load/store.ts'
import { findRules } from '../timetable/board-store.ts'
import { recommendedRules } from '../timetable/recommended.ts'
import { hasRoom } from '../timetable/store.ts'
import { findCandidates, findLessonAt, listJoinable, type JoinableRow } from './propose-store.ts'
import { ranked } from './rules.ts'
import { findCover, listAbsentLessonRows, listAway, listMeeting, lockAbsence, removeCover, saveCover, type Before, type CoverRow } from './store.ts'

type Lesson = NonNullable<Awaited<ReturnType<typeof lockLesson>>>
export interface Decision { readonly absenceId: string; readonly kind: CoverRow['kind']; readonly teacherId?: string | undefined; readonly joinLessonId?: string | undefined; readonly date?: string | undefined; readonly number?: number | undefined; readonly roomId?: string | null | undefined; readonly basedOn: number }

/** Who could stand in, best first, and what the lesson could be joined with. */
export async function propose(read: Read, lessonId: string): Promise<{ proposals: Proposal[]; busy: number; joinable: JoinableRow[] }> {
  const at = await findLessonAt(read, lessonId)
  if (!at) throw notFound()
  const rules = (await findRules(read, at.date))?.rules ?? recommendedRules([])
  const { free, busy } = await findCandidates(read, at)
  return { proposals: ranked(free, at.number, rules.substitution, rules.teacherDayMost).slice(0, 60), busy, joinable: await listJoinable(read, at) }
}

/** Settles an open lesson. Settling it otherwise begins again from how it was planned. */
export async function settle(work: Work, lessonId: string, decision: Decision): Promise<AbsentLesson> {
  const lesson = await lockLesson(work, lessonId)
  const absence = await lockAbsence(work, decision.absenceId)
  if (!lesson || !absence || absence.cancelled) throw notFound()
  const earlier = await findCover(work, lessonId)
  const teachers = await listLessonTeachers(work, lessonId)
  const before: Before = earlier?.before ?? { date: lesson.date, number: lesson.number, starts: lesson.starts, ends: lesson.ends, roomId: lesson.room_id, state: lesson.state, teacherIds: teachers }
  if (!before.teacherIds.includes(absence.teacher_id) && !teachers.includes(absence.teacher_id)) throw notFound()
  if (before.date < absence.starts || before.date > absence.ends) throw new Problem(409, 'schedule.lesson_not_open')
  if (lesson.revision !== decision.basedOn) {
    if (earlier && isRepeat(earlier, lesson, decision)) {
      work.audit('schedule.cover.put', { about: lessonId, after: { repeated: true } })
      return settled(work, lesson.id, before.date)
    }
    throw new Problem(409, 'schedule.changed_meanwhile', { revision: lesson.revision })
  }
  if (lesson.closed_at !== null) throw new Problem(409, 'schedule.lesson_closed', { since: lesson.closed_at })
  const after = await outcomeOf(work, lesson, before, absence.teacher_id, decision)
  await write(work, lesson, after)
  const teacherId = decision.kind === 'substitute' ? decision.teacherId ?? null : decision.kind === 'join' ? after.teacherIds.find((id) => !before.teacherIds.includes(id)) ?? null : null
  await saveCover(work, { lesson_id: lessonId, absence_id: earlier?.absence_id ?? absence.id, kind: decision.kind, absent_id: earlier?.absent_id ?? absence.teacher_id, teacher_id: teacherId, date: before.date, before, lesson_revision: lesson.revision + 1 })
  tell(work, lesson, 'schedule.cover.put', decision.kind, { before, after }, [...teachers, ...before.teacherIds, ...after.teacherIds])
  return settled(work, lesson.id, before.date)
}

const isRepeat = (earlier: CoverRow, lesson: Lesson, decision: Decision) => earlier.lesson_revision === lesson.revision && earlier.kind === decision.kind && (decision.teacherId === undefined || earlier.teacher_id === decision.teacherId) && lesson.revision === decision.basedOn + 1

async function settled(read: Read, lessonId: string, date: string): Promise<AbsentLesson> {
  const [row] = await listAbsentLessonRows(read, date, date, { lessonId })
  if (!row) throw notFound()
  return row
}

/** How the lesson will be, or why not. */
async function outcomeOf(work: Work, lesson: Lesson, before: Before, absentId: string, decision: Decision): Promise<Before> {
  const rest = before.teacherIds.filter((id) => id !== absentId)
  switch (decision.kind) {
    case 'cancel': return { ...before, state: 'cancelled' }
    case 'substitute': return standIn(work, lesson, before, rest, decision)
    case 'join': return joined(work, lesson, before, decision)
    case 'move': return moved(work, lesson, before, decision)
  }
}

async function standIn(work: Work, lesson: Lesson, before: Before, rest: readonly string[], { teacherId, roomId }: Decision): Promise<Before> {
  if (!teacherId) throw new Problem(409, 'schedule.cover_incomplete', { field: 'teacherId' })
  if ((await listStrangers(work, [teacherId], before.date)).length > 0) throw new Problem(409, 'schedule.not_staff', { field: 'teacherId' })
  const room = roomId === undefined ? before.roomId : roomId
  if (room !== null && room !== before.roomId && !(await hasRoom(work, room))) throw notFound()
  await refuseMeeting(work, lesson, { ...before, teacherIds: [teacherId], roomId: room === before.roomId ? null : room }, null)
  return { ...before, state: 'replaced', roomId: room, teacherIds: [...rest, teacherId] }
}

async function joined(work: Work, lesson: Lesson, before: Before, { joinLessonId }: Decision): Promise<Before> {
  const at = await findLessonAt(work, lesson.id)
  const other = at && (await listJoinable(work, at)).find((one) => one.lessonId === joinLessonId)
  if (!other) throw new Problem(409, 'schedule.cover_incomplete', { field: 'joinLessonId' })
  return { ...before, state: 'replaced', roomId: other.room?.id ?? before.roomId, teacherIds: [other.teacher.id] }
}

async function moved(work: Work, lesson: Lesson, before: Before, { date, number, roomId }: Decision): Promise<Before> {
  if (date === undefined || number === undefined) throw new Problem(409, 'schedule.cover_incomplete', { field: 'date' })
  const bell = await bellOf(work, lesson.course_id, date, number)
  const after = { ...before, date, number, starts: bell.starts, ends: bell.ends, state: 'moved', roomId: roomId === undefined ? before.roomId : roomId }
  await refuseMeeting(work, lesson, after, lesson.group_id)
  return after
}

const meetings = { teacher: 'schedule.teacher_busy', room: 'schedule.room_busy', class: 'schedule.class_busy' } as const

async function refuseMeeting(work: Work, lesson: Lesson, at: Before, groupId: string | null): Promise<void> {
  if ((await listAway(work, at.teacherIds, at.date)).length > 0) throw new Problem(409, 'schedule.teacher_away')
  const [meeting] = await listMeeting(work, { lessonId: lesson.id, ...at, groupId })
  if (meeting) throw new Problem(409, meetings[meeting.kind], { name: meeting.name })
}

async function write(work: Work, lesson: Lesson, after: Before): Promise<void> {
  await saveLesson(work, { id: lesson.id, date: after.date, number: after.number, starts: after.starts, ends: after.ends, room_id: after.roomId, state: after.state, revision: lesson.revision + 1 })
  await moveTeachers(work, lesson.id, after.date)
  await setLessonTeachers(work, lesson.id, after.date, after.teacherIds)
}

/** Those who come to a lesson hear at once; families and teachers are told. */
function tell(work: Work, lesson: Lesson, action: string, kind: CoverRow['kind'] | 'undone', what: { before: unknown; after: unknown }, people: readonly string[]): void {
  work.audit(action, { about: lesson.id, ...what })
  const to = [addresses.group(lesson.group_id), addresses.course(lesson.course_id), addresses.office(work.schoolId), ...[...new Set(people)].map(addresses.person)]
  work.announce(lessonChanged, { schoolId: work.schoolId, lessonId: lesson.id, groupId: lesson.group_id, courseId: lesson.course_id, date: lesson.date }, to)
  work.announce(lessonCovered, { schoolId: work.schoolId, lessonId: lesson.id, groupId: lesson.group_id, kind, revision: lesson.revision + 1 }, [addresses.staff(work.schoolId)])
}

/** Takes back how a lesson was settled: it is again as it was planned, and open. */
export async function unsettle(work: Work, lessonId: string): Promise<void> {
  const lesson = await lockLesson(work, lessonId)
  const cover = await findCover(work, lessonId)
  if (!lesson || !cover) throw notFound()
  if (lesson.closed_at !== null) throw new Problem(409, 'schedule.lesson_closed', { since: lesson.closed_at })
  if (lesson.revision !== cover.lesson_revision) throw new Problem(409, 'schedule.changed_meanwhile', { revision: lesson.revision })
  const teachers = await listLessonTeachers(work, lessonId)
  await write(work, lesson, cover.before)
  await removeCover(work, lessonId)
  tell(work, lesson, 'schedule.cover.undo', 'undone', { before: { kind: cover.kind, teacherId: cover.teacher_id }, after: cover.before }, [...teachers, ...cover.before.teacherIds])
}

/** The school's day on which a request is made. */
export const today = (read: Read): Promise<string> => registryFace.schoolDay(read)
