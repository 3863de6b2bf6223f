import { notFound, Problem, type Work } from '@school/server'
import { scheduleFace } from '@school/schedule/server'
import type { PlannedCourse } from './access.ts'
import { tell, withDates } from './lay.ts'
import { slotsWith } from './present.ts'
import { lay } from './rules.ts'
import { addCorrection, bumpCoursePlan, hasLesson, lockCoursePlan, replaceCourseItems, removeTold, saveTold, setLaidHours, type ItemRow } from './store.ts'

/** The plan of the course, held until the end of the act; refused when someone was faster. */
async function take(work: Work, course: PlannedCourse, basedOn: number | null): Promise<void> {
  const row = await lockCoursePlan(work, course.id)
  if (!row) throw new Problem(409, 'planning.no_plan')
  if (basedOn !== null && row.revision !== basedOn) throw new Problem(409, 'planning.changed_meanwhile', { revision: row.revision })
}

async function laidOf(work: Work, course: PlannedCourse, items: readonly ItemRow[]) {
  const slots = slotsWith(course, (await scheduleFace.slotsOf(work, course.year, [course.id])).get(course.id) ?? [])
  return lay(items, slots, course.today)
}
const startedOf = (laid: ReturnType<typeof lay>) => new Set(laid.lessons.flatMap((one) => (one.given ? one.itemIds : [])))

type Given = Omit<ItemRow, 'laidHours' | 'planned'>

/** Writes what is still to be given; what was given stays in its place and with its hours. New dates are laid for what comes. */
export async function putItems(work: Work, course: PlannedCourse, given: readonly Given[], basedOn: number): Promise<void> {
  await take(work, course, basedOn)
  if (new Set(given.map((item) => item.id)).size !== given.length) throw new Problem(409, 'planning.item_twice')
  const before = new Map(course.items.map((item) => [item.id, item]))
  const started = startedOf(await laidOf(work, course, course.items))
  const kept = course.items.filter((item) => started.has(item.id)).map((item) => item.id)
  if (kept.some((id, i) => given.filter((item) => started.has(item.id))[i]?.id !== id)) throw new Problem(409, 'planning.item_given')
  if (given.some((item) => started.has(item.id) && before.get(item.id)!.hours !== item.hours)) throw new Problem(409, 'planning.item_given')
  const items = given.map((item): ItemRow => { const old = before.get(item.id); return { ...item, laidHours: old && old.hours === item.hours ? old.laidHours : item.hours, planned: old?.planned ?? [] } })
  const laid = withDates(items, await laidOf(work, course, items))
  await replaceCourseItems(work, course.id, laid.map((item, i) => (before.get(item.id)?.hours === item.hours && before.get(item.id)!.planned.length > 0 ? { ...item, planned: items[i]!.planned } : item)))
  await bumpCoursePlan(work, course.id)
  tell(work, course.id, 'planning.course_plan.put', { items: items.length })
}

/** Brings lessons closer together or apart again; the hours of the plan stay, the reason is kept on the sheet of corrections. */
export async function correct(work: Work, course: PlannedCourse, id: string, given: { kind: 'merge' | 'restore'; reason: string; changes: readonly { itemId: string; to: number }[]; basedOn: number }): Promise<void> {
  const items = new Map(course.items.map((item, i) => [item.id, { item, first: i === 0 }]))
  const rows = given.changes.map(({ itemId, to }) => {
    const found = items.get(itemId)
    if (!found) throw notFound()
    if (to > found.item.hours || (to === 0 && (found.first || found.item.control !== ''))) throw new Problem(409, 'planning.hours_wrong', { topic: found.item.topic })
    return { topic: found.item.topic, from: found.item.laidHours, to }
  })
  const hours = rows.reduce((sum, row) => sum + Math.abs(row.from - row.to), 0)
  if (!(await addCorrection(work, course.id, { id, on: course.today, kind: given.kind, hours, reason: given.reason, changes: rows }))) return tell(work, course.id, 'planning.course_plan.repeated', { id })
  await take(work, course, given.basedOn)
  const started = startedOf(await laidOf(work, course, course.items))
  if (given.changes.some(({ itemId }) => started.has(itemId))) throw new Problem(409, 'planning.item_given')
  await setLaidHours(work, course.id, given.changes)
  await bumpCoursePlan(work, course.id)
  tell(work, course.id, 'planning.course_plan.correct', { kind: given.kind, hours, reason: given.reason })
}

/** Says what of the plan was given at a lesson; null takes the word back. */
export async function tellTopics(work: Work, course: PlannedCourse, lessonId: string, itemIds: readonly string[] | null): Promise<void> {
  await take(work, course, null)
  if (!(await hasLesson(work, course.id, lessonId))) throw notFound()
  if (itemIds?.some((id) => !course.items.some((item) => item.id === id))) throw notFound()
  if (itemIds === null) await removeTold(work, lessonId)
  else await saveTold(work, course.id, lessonId, itemIds)
  tell(work, course.id, 'planning.course_plan.tell', { lessonId, itemIds })
}
