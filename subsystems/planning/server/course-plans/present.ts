import { schoolYearOf, registryFace } from '@school/registry/server'
import { scheduleFace } from '@school/schedule/server'
import type { Read } from '@school/server'
import type { CoursePlan, CoursePlanRow } from '../../contract/course-plans.ts'
import { normsOn } from '../norms/norms.ts'
import { isOffice } from '../office.ts'
import { findingsOf } from '../programmes/programmes.ts'
import { teacherSeen, type PlannedCourse } from './access.ts'
import { lay, mergeProposal, progressOf, restoreProposal, type Laid, type Slot } from './rules.ts'
import { listCorrections, listCourseHeads, type CourseHead } from './store.ts'

/** Hours of a course as laying reads them. */
export function slotsWith(head: Pick<CourseHead, 'told'>, slots: readonly { date: string; number: number; lessonId: string | null; state: string }[]): Slot[] {
  const told = new Map(head.told.map((one) => [one.lessonId, one.itemIds]))
  return slots.map((one) => ({ date: one.date, number: one.number, lessonId: one.lessonId, lost: one.state === 'cancelled', told: (one.lessonId === null ? null : told.get(one.lessonId)) ?? null }))
}

const rowOf = (head: CourseHead, laid: Laid, today: string, behindHours: number): CoursePlanRow => {
  const progress = progressOf(head.items, laid, today)
  return {
    courseId: head.id, subject: { id: head.subject_id, name: head.subject }, group: head.group, teachers: head.teachers, programme: head.items.length === 0 ? null : { id: head.programme_id ?? head.id, name: head.programme ?? '' },
    ...progress, late: head.items.length > 0 && (progress.behind >= behindHours || progress.left > progress.lessons),
  }
}

/** The plan of one course, lesson by lesson: what was given when, what comes when, what is short and how to mend it. */
export async function coursePlanOf(read: Read, course: PlannedCourse): Promise<CoursePlan> {
  const { today, items } = course
  const slots = slotsWith(course, (await scheduleFace.slotsOf(read, course.year, [course.id])).get(course.id) ?? [])
  const laid = lay(items, slots, today)
  const norms = await normsOn(read, today)
  const row = rowOf(course, laid, today, norms.behindHours)
  const started = new Set(laid.lessons.flatMap((one) => (one.given ? one.itemIds : [])))
  const short = row.left - row.lessons
  const restorable = items.some((item) => item.laidHours < item.hours && !started.has(item.id))
  const proposal = short > 0 ? { kind: 'merge' as const, ...mergeProposal(items, started, short) } : laid.spare > 0 && restorable ? { kind: 'restore' as const, ...restoreProposal(items, started, laid.spare) } : null
  return {
    row, today, revision: course.revision, findings: findingsOf(items, norms.controlShare), corrections: (await listCorrections(read, course.id)).map((one) => ({ id: one.id, madeOn: one.made_on, kind: one.kind, hours: one.hours, reason: one.reason, by: one.by, changes: one.changes })),
    items: items.map((item) => {
      const own = laid.lessons.filter((one) => one.itemIds.includes(item.id))
      const [given, ahead] = [own.filter((one) => one.given), own.filter((one) => !one.given)]
      return {
        ...item, given: given.flatMap(({ slot }) => (slot.lessonId === null ? [] : [{ date: slot.date, lessonId: slot.lessonId }])), ahead: ahead.map(({ slot }) => ({ date: slot.date, lessonId: slot.lessonId })),
        state: laid.over.has(item.id) ? 'over' : ahead.length === 0 ? 'given' : given.length > 0 ? 'part' : 'ahead',
      }
    }),
    lost: slots.flatMap((slot) => (slot.lost && slot.lessonId !== null ? [{ date: slot.date, lessonId: slot.lessonId }] : [])), proposal: proposal && proposal.changes.length + proposal.rest > 0 ? proposal : null, can: { change: true },
  }
}

/** Courses with due, given and behind; those behind first, then those without a plan. */
export async function coursePlansOf(read: Read, query: { year?: number; teacherId?: string; classId?: string; show?: 'all' | 'late' | 'none'; cursor?: string; limit?: number }) {
  const today = await registryFace.schoolDay(read)
  const year = query.year ?? schoolYearOf(today)
  const heads = await listCourseHeads(read, { year, day: today, teacherId: teacherSeen(read, query.teacherId), classId: query.classId ?? null })
  const planned = heads.filter((head) => head.items.length > 0).map((head) => head.id)
  const [slots, norms] = [planned.length > 0 ? await scheduleFace.slotsOf(read, year, planned) : new Map(), await normsOn(read, today)]
  const rows = heads.map((head) => rowOf(head, lay(head.items, slotsWith(head, slots.get(head.id) ?? []), today), today, norms.behindHours))
  const [late, without] = [rows.filter((row) => row.late), rows.filter((row) => row.programme === null)]
  const shown = query.show === 'late' ? late : query.show === 'none' ? without : [...late, ...rows.filter((row) => !row.late && row.programme !== null), ...without]
  const [limit, offset] = [query.limit ?? 80, Math.max(0, Math.trunc(Number(query.cursor ?? 0)) || 0)]
  return { rows: shown.slice(offset, offset + limit), next: shown.length > offset + limit ? String(offset + limit) : null, total: rows.length, late: late.length, without: without.length, school: isOffice(read) }
}

