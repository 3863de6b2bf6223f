import { addresses } from '@school/contract'
import { notFound, Problem, type Work } from '@school/server'
import { absenceChanged } from '../../contract/facts.ts'
import type { Absence } from '../../contract/substitutions.ts'
import { listStrangers } from '../load/store.ts'
import { cancelAbsence, findAbsenceRow, findOverlap, listCovers, lockAbsence, saveAbsence } from './store.ts'
import { today, unsettle } from './substitutions.ts'

interface Given { readonly teacherId: string; readonly starts: string; readonly ends: string; readonly reason: Absence['reason']; readonly note: string; readonly basedOn: number | null }

/** Says that a teacher is away; the lessons of those days are open from now on. */
export async function putAbsenceOf(work: Work, id: string, given: Given): Promise<Absence> {
  const before = await lockAbsence(work, id)
  const same = before && !before.cancelled && before.teacher_id === given.teacherId && before.starts === given.starts && before.ends === given.ends && before.reason === given.reason && before.note === given.note
  if (same) work.audit('schedule.absence.put', { about: given.teacherId, after: { repeated: true } })
  else await write(work, id, given, before)
  const after = await findAbsenceRow(work, id)
  if (!after) throw notFound()
  return after
}

async function write(work: Work, id: string, given: Given, before: Awaited<ReturnType<typeof lockAbsence>>): Promise<void> {
  if (before && before.teacher_id !== given.teacherId) throw notFound()
  if ((before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'schedule.changed_meanwhile', { revision: before?.revision ?? 0 })
  if (given.ends < given.starts) throw new Problem(409, 'schedule.dates_wrong', { field: 'ends' })
  if ((await listStrangers(work, [given.teacherId], given.starts)).length > 0) throw new Problem(409, 'schedule.not_staff', { field: 'teacherId' })
  if (await findOverlap(work, { id, ...given })) throw new Problem(409, 'schedule.absence_overlaps', { field: 'starts' })
  await saveAbsence(work, { id, ...given, revision: (before?.revision ?? 0) + 1 })
  told(work, 'schedule.absence.put', id, given.teacherId, before ?? null, given)
}

/** The teacher comes after all: what was settled for coming lessons is undone, what was taught stays. */
export async function dropAbsence(work: Work, id: string): Promise<void> {
  const before = await lockAbsence(work, id)
  if (!before || before.cancelled) throw notFound()
  for (const { lesson_id } of await listCovers(work, id, await today(work))) await unsettle(work, lesson_id)
  await cancelAbsence(work, id)
  told(work, 'schedule.absence.remove', id, before.teacher_id, before, null)
}

function told(work: Work, action: string, id: string, teacherId: string, before: unknown, after: unknown): void {
  work.audit(action, { about: teacherId, before, after })
  work.announce(absenceChanged, { schoolId: work.schoolId, absenceId: id }, [addresses.office(work.schoolId)])
}
