import { addresses } from '@school/contract'
import { notFound, Problem, type Work } from '@school/server'
import { workPut, type Criterion, type JournalWork } from '../../contract/index.ts'
import type { WritableLesson } from '../lessons/access.ts'
import { whyNotWritable } from '../lessons/rules.ts'
import { findType } from '../settings/store.ts'
import { showWork } from './show.ts'
import { findShownByRule, findWorkForUpdate, holdsMarks, saveWork, wasMarked, type WorkRow } from './store.ts'

export interface WorkGiven { readonly typeId: string; readonly title?: string; readonly weight?: number | null; readonly sort?: number; readonly visibleFrom?: string | null; readonly criteria?: readonly Criterion[]; readonly basedOn: number | null; readonly reason?: string }

/** Plans a work in a lesson or changes it; a work that holds marks keeps its scale. */
export async function putWorkOf(work: Work, lesson: WritableLesson, id: string, given: WorkGiven): Promise<JournalWork> {
  refuseUnwritable(lesson, given.reason)
  const [type, before] = [await findType(work, given.typeId), await findWorkForUpdate(work, id)]
  if (!type) throw notFound()
  if (before && before.lessonId !== lesson.lesson_id) throw new Problem(409, 'journal.id_taken')
  const after: JournalWork = {
    id, typeId: type.id, type: type.name, shortName: type.short_name, isControl: type.is_control, weight: given.weight ?? type.weight, title: given.title ?? before?.title ?? '', scale: type.scale, criteria: type.scale === 'criteria' ? [...(given.criteria ?? before?.criteria ?? [])] : [],
    sort: given.sort ?? before?.sort ?? 1, visibleFrom: await visibleFromOf(work, lesson, type.is_control, before, given.visibleFrom), revision: (before?.revision ?? 0) + 1,
  }
  if (before && !before.removed && same(before, after)) {
    work.audit('journal.work.repeated', { after: { workId: id } })
    return present(before)
  }
  if ((before?.revision ?? null) !== given.basedOn) throw new Problem(409, 'journal.changed_meanwhile', { now: before && !before.removed ? present(before) : null })
  if (type.archived && before?.typeId !== type.id) throw new Problem(409, 'journal.type_archived')
  if (before && (before.scale !== after.scale || JSON.stringify(before.criteria) !== JSON.stringify(after.criteria)) && (await holdsMarks(work, id))) throw new Problem(409, 'journal.work_has_marks')
  if (before && isHidden(work, after) && (after.visibleFrom ?? '') > (before.visibleFrom ?? '') && (await wasMarked(work, id))) throw new Problem(409, 'journal.work_has_marks')
  await write(work, lesson, before, after, false, given.reason)
  if (isHidden(work, after)) work.enqueue(showWork, { workId: id }, new Date(after.visibleFrom!))
  else if (before && isHidden(work, before)) work.enqueue(showWork, { workId: id })
  return after
}

const isHidden = (work: Work, one: Pick<JournalWork, 'visibleFrom'>): boolean => one.visibleFrom !== null && new Date(one.visibleFrom) > work.now

/** What was asked; else what stood; else what the rule says of control works of this day. An hour that is over means at once. */
async function visibleFromOf(work: Work, lesson: WritableLesson, isControl: boolean, before: WorkRow | undefined, asked: string | null | undefined): Promise<string | null> {
  const from = asked !== undefined ? asked && new Date(asked).toISOString() : before && !before.removed ? before.visibleFrom : isControl ? await findShownByRule(work, lesson.date) : null
  return from !== null && (new Date(from) > work.now || from === before?.visibleFrom) ? from : null
}

/** Takes a work back; one that holds marks stays. */
export async function removeWorkOf(work: Work, lesson: WritableLesson, id: string, basedOn: number, reason: string | undefined): Promise<JournalWork> {
  refuseUnwritable(lesson, reason)
  const before = await findWorkForUpdate(work, id)
  if (!before || before.lessonId !== lesson.lesson_id) throw notFound()
  if (before.removed) {
    work.audit('journal.work.repeated', { after: { workId: id } })
    return present(before)
  }
  if (before.revision !== basedOn) throw new Problem(409, 'journal.changed_meanwhile', { now: present(before) })
  if (await holdsMarks(work, id)) throw new Problem(409, 'journal.work_has_marks')
  const after = { ...present(before), revision: before.revision + 1 }
  await write(work, lesson, before, after, true, reason)
  return after
}

/** Throws unless the lesson takes writing in this standing. */
export function refuseUnwritable(lesson: WritableLesson, reason: string | undefined): void {
  const problem = whyNotWritable({ date: lesson.date, state: lesson.state, closed: lesson.closed_at !== null, periodClosed: lesson.all_closed }, lesson.standing, reason)
  if (problem) throw new Problem(409, problem)
}

async function write(work: Work, lesson: WritableLesson, before: WorkRow | undefined, after: JournalWork, removed: boolean, reason: string | undefined): Promise<void> {
  const saved = await saveWork(work, {
    id: after.id, lesson_id: lesson.lesson_id, course_id: lesson.course_id, date: lesson.date, work_type_id: after.typeId, title: after.title, weight: after.weight, scale: after.scale, sort: after.sort, criteria: after.criteria,
    removed_at: removed ? work.now : null, visible_from: after.visibleFrom, revision: after.revision,
  })
  if (!saved) throw new Problem(409, 'journal.changed_meanwhile', { now: null })
  work.audit(removed ? 'journal.work.removed' : 'journal.work.put', { before: before ? present(before) : null, after: { ...after, lessonId: lesson.lesson_id, ...(reason ? { reason } : {}) } })
  work.announce(workPut, { schoolId: work.schoolId, courseId: lesson.course_id, lessonId: lesson.lesson_id, workId: after.id, groupId: lesson.group_id },
    [addresses.group(lesson.group_id), addresses.course(lesson.course_id), addresses.office(work.schoolId)])
}

const present = ({ lessonId: _, removed: __, ...rest }: WorkRow): JournalWork => rest
const same = (a: WorkRow, b: JournalWork) => a.typeId === b.typeId && a.title === b.title && a.weight === b.weight && a.sort === b.sort && a.visibleFrom === b.visibleFrom && JSON.stringify(a.criteria) === JSON.stringify(b.criteria)
