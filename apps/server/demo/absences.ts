import { changeTimetable, dayInRooms, getBoard, listAbsentLessons, listProposals, listTimetables, putAbsence, putCover, putTimetable } from '@school/schedule/contract'
import { day, isoDay } from './days.ts'
import type { Making } from './making.ts'

type Office = Awaited<ReturnType<Making['stage']['as']>>

/** Teachers who are away: one last week and one today with every lesson settled, and one today whose lessons wait. */
export async function bringAbsences(making: Making): Promise<void> {
  const { schoolId, adminId } = making.country.schools[0]!
  const ids = making.ids(31)
  const spared = new Set(making.planOf('large').loads.filter((load) => load.classTitle === '7Б').map(({ teacher }) => teacher.lastName + teacher.firstName)) // a visitor meets them first
  const office = await making.stage.as(adminId, 'schoolAdmin')
  const { teachers } = await office.call(dayInRooms, { params: { schoolId, date: making.today } })
  const busy = teachers.filter((one) => one.taken.length >= 4 && one.taken.length <= 6 && !spared.has(one.lastName + one.firstName))
  const weekAgo = isoDay(Date.parse(making.today) - 7 * day)
  const plan = [[busy[2], weekAgo, 'training', Number.POSITIVE_INFINITY], [busy[5], making.today, 'sick', Number.POSITIVE_INFINITY], [busy[9], making.today, 'sick', 1]] as const
  for (const [teacher, date, reason, settled] of plan) if (teacher) await away(office, { schoolId, absenceId: ids(), teacherId: teacher.id, date, reason, settled })
}

interface Away { readonly schoolId: string; readonly absenceId: string; readonly teacherId: string; readonly date: string; readonly reason: 'sick' | 'training'; readonly settled: number }

async function away(office: Office, { schoolId, absenceId, teacherId, date, reason, settled }: Away): Promise<void> {
  await office.call(putAbsence, { params: { schoolId, id: absenceId }, body: { teacherId, starts: date, ends: date, reason, note: '', basedOn: null } })
  const lessons = await office.call(listAbsentLessons, { params: { schoolId }, query: { from: date, to: date, absenceId } })
  const done = lessons.filter((one) => one.cover !== null).length
  for (const lesson of lessons.filter((one) => !one.closed && one.cover === null).slice(0, Math.max(0, settled - done))) {
    const { proposals } = await office.call(listProposals, { params: { schoolId, lessonId: lesson.id } })
    const best = proposals[0]
    const decision = best ? { kind: 'substitute' as const, teacherId: best.teacher.id } : { kind: 'cancel' as const }
    await office.call(putCover, { params: { schoolId, lessonId: lesson.id }, body: { absenceId, basedOn: lesson.revision, ...decision } })
  }
}

/** The timetable of the second half of the year, begun as a draft with a few lessons still to be placed. */
export async function bringDraft(making: Making): Promise<void> {
  const { schoolId, adminId } = making.country.schools[0]!
  const office = await making.stage.as(adminId, 'schoolAdmin')
  const known = await office.call(listTimetables, { params: { schoolId }, query: {} })
  const current = known.find((one) => one.inForce)
  if (!current || known.some((one) => one.state === 'draft')) return
  const params = { schoolId, id: making.ids(32)() }
  const january = `${making.year + 1}-01-11`
  await office.call(putTimetable, { params, body: { year: making.year, name: 'Второе полугодие', validFrom: january > making.today ? january : isoDay(Date.parse(making.today) + 14 * day), copyOf: current.id, draft: true } })
  const { entries } = await office.call(getBoard, { params })
  await office.call(changeTimetable, { params, body: { changes: entries.filter((_, at) => at % 211 === 5).map(({ id, revision }) => ({ id, basedOn: revision, to: null })) } })
}
