import type { ProposedChange } from '../../contract/course-plans.ts'

export interface LaidItem { readonly id: string; readonly section: string; readonly topic: string; readonly hours: number; readonly laidHours: number; readonly control: string; readonly planned: readonly string[] }
export interface Slot { readonly date: string; readonly number: number; readonly lessonId: string | null; readonly lost: boolean; /** What the teacher said, if anything. */ readonly told: readonly string[] | null }
export interface LaidLesson { readonly slot: Slot; readonly itemIds: readonly string[]; readonly given: boolean }
export interface Laid { readonly lessons: readonly LaidLesson[]; /** Hours of each item for which no lesson is left. */ readonly over: ReadonlyMap<string, number>; readonly spare: number }

/**
 * Lays items on lessons in order. A lesson of the past gives what its teacher said, or simply the next of the plan; a cancelled one gives nothing.
 * An item of no own hours is taught together with the one before it.
 */
export function lay(items: readonly LaidItem[], slots: readonly Slot[], today: string): Laid {
  const left = new Map(items.map((item) => [item.id, item.laidHours]))
  const done = new Set<string>()
  const lessons: LaidLesson[] = []
  let spare = 0
  for (const slot of slots) {
    if (slot.lost) continue
    const itemIds = slot.told ? [...new Set(slot.told)].filter((id) => left.has(id)) : nextOf(items, left, done)
    for (const id of itemIds) { left.set(id, Math.max(0, left.get(id)! - 1)); done.add(id) }
    const given = slot.date < today || (slot.told !== null && slot.date <= today)
    if (itemIds.length === 0 && slot.told === null && !given) spare++
    lessons.push({ slot, itemIds, given })
  }
  const over = new Map<string, number>()
  for (const item of items) {
    const rest = left.get(item.id)!
    if (rest > 0) over.set(item.id, rest)
    else if (item.laidHours === 0 && !done.has(item.id)) over.set(item.id, 0)
  }
  return { lessons, over, spare }
}

/** The first item with hours left, and those that are taught together with it once its last hour comes. */
function nextOf(items: readonly LaidItem[], left: ReadonlyMap<string, number>, done: ReadonlySet<string>): string[] {
  const at = items.findIndex((item) => left.get(item.id)! > 0)
  if (at < 0) return []
  const ids = [items[at]!.id]
  if (left.get(items[at]!.id) === 1) for (let i = at + 1; i < items.length && items[i]!.laidHours === 0; i++) if (!done.has(items[i]!.id)) ids.push(items[i]!.id)
  return ids
}

export interface Progress { readonly hours: number; readonly due: number; readonly given: number; readonly behind: number; readonly left: number; readonly lessons: number }

/** Plan against fact: what should have been given before today, what was, what is left and how many lessons there are for it. */
export function progressOf(items: readonly LaidItem[], laid: Laid, today: string): Progress {
  const times = new Map<string, number>()
  for (const lesson of laid.lessons) if (lesson.given) for (const id of lesson.itemIds) times.set(id, (times.get(id) ?? 0) + 1)
  const givenOf = (item: LaidItem) => { const n = times.get(item.id) ?? 0; return n === 0 ? 0 : n >= item.laidHours ? item.hours : Math.min(item.hours, n) }
  const hours = sum(items.map((item) => item.hours))
  const given = sum(items.map(givenOf))
  const due = sum(items.map((item) => item.planned.filter((date) => date < today).length))
  const left = sum(items.map((item) => Math.max(0, item.laidHours - (times.get(item.id) ?? 0))))
  return { hours, due, given, behind: Math.max(0, due - given), left, lessons: laid.lessons.filter((one) => !one.given).length }
}

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
// not a message: words by which a lesson of review is known
const review = /повторен|обобщ|резерв|закреплен|коррекц/i

/**
 * Which lessons to bring together so that the rest fits: first reviews, then topics of several hours, then neighbours of one section.
 * Work of control keeps its hour. `rest` counts the hours for which no way was found.
 */
export function mergeProposal(items: readonly LaidItem[], startedIds: ReadonlySet<string>, short: number): { changes: ProposedChange[]; rest: number } {
  const now = new Map(items.map((item) => [item.id, item.laidHours]))
  let rest = short
  const ahead = items.filter((item) => !startedIds.has(item.id) && item.control === '')
  const before = (item: LaidItem) => items[items.indexOf(item) - 1]
  const join = (item: LaidItem) => { const mate = before(item); if (rest > 0 && mate && now.get(item.id) === 1 && now.get(mate.id)! > 0 && mate.section === item.section && mate.control === '' && !startedIds.has(mate.id)) { now.set(item.id, 0); rest-- } }
  for (const item of ahead) if (review.test(item.topic)) { while (rest > 0 && now.get(item.id)! > 1) { now.set(item.id, now.get(item.id)! - 1); rest-- } join(item) }
  for (let hours = Math.max(0, ...ahead.map((item) => now.get(item.id)!)); hours > 1 && rest > 0; hours--) for (const item of ahead) if (rest > 0 && now.get(item.id) === hours) { now.set(item.id, hours - 1); rest-- }
  for (const item of ahead) join(item)
  return { changes: changesOf(items, now), rest }
}

/** Which lessons to bring apart again, in order, when there are as many spare lessons. */
export function restoreProposal(items: readonly LaidItem[], startedIds: ReadonlySet<string>, spare: number): { changes: ProposedChange[]; rest: number } {
  const now = new Map(items.map((item) => [item.id, item.laidHours]))
  let rest = spare
  for (const item of items) while (rest > 0 && !startedIds.has(item.id) && now.get(item.id)! < item.hours) { now.set(item.id, now.get(item.id)! + 1); rest-- }
  return { changes: changesOf(items, now), rest: 0 }
}

const changesOf = (items: readonly LaidItem[], now: ReadonlyMap<string, number>): ProposedChange[] => items.flatMap((item, i) => {
  const to = now.get(item.id)!
  return to === item.laidHours ? [] : [{ itemId: item.id, topic: item.topic, from: item.laidHours, to, joins: to === 0 ? items[i - 1]?.topic ?? null : null }]
})

/** How many percent of the lessons are work of control; a tenth of a percent exact. */
export function controlShare(items: readonly { readonly hours: number; readonly control: string }[]): { controls: number; hours: number; percent: number } {
  const [controls, hours] = [items.filter((item) => item.control !== '').length, sum(items.map((item) => item.hours))]
  return { controls, hours, percent: hours === 0 ? 0 : Math.round((controls * 1000) / hours) / 10 }
}
