import { newId } from '@school/contract'
import { dayBefore, registryFace } from '@school/registry/server'
import { notFound, Problem, type Read, type Work } from '@school/server'
import { scheduleFace } from '@school/schedule/server'
import { findCurriculum } from '../curricula/store.ts'
import { groupTitle } from './group-title.ts'
import { markOf, partsOf, stepsFor, type Step } from './rules.ts'
import { listClassCourses, listGroupNames, listMembersByName, listNeeds } from './store.ts'

/** What bringing in a plan would change from a day on. */
export async function previewOf(read: Read, id: string, from: string) {
  const plan = await findCurriculum(read, id)
  if (!plan) throw notFound()
  const edition = plan.editions.findLast((one) => one.state === 'accepted' && one.valid_from <= from)
  const needs = edition ? await listNeeds(read, plan.year, from, id) : []
  const { steps, same } = edition ? stepsFor(needs, await listClassCourses(read, plan.year, id)) : { steps: [], same: 0 }
  return { plan, steps, preview: { changes: steps.map(({ need: _need, courseId: _course, ordinal: _ordinal, ...change }) => change), same, edition: edition?.edition ?? null, classes: plan.classes.length, mark: markOf(steps) } }
}

/** Brings the plan in: courses and groups appear, hours change, what the plan does not have is closed. Exactly what was shown, without what is skipped. */
export async function applyPlan(work: Work, id: string, given: { from: string; mark: string; skip: readonly string[] }): Promise<number> {
  const { plan, steps, preview } = await previewOf(work, id, given.from)
  if (preview.edition === null) throw new Problem(409, 'planning.not_accepted')
  if (preview.mark !== given.mark) throw new Problem(409, 'planning.preview_stale')
  const wanted = steps.filter((step) => !given.skip.includes(step.key))
  const names = await listGroupNames(work, plan.year)
  for (const step of wanted) await apply(work, step, plan.year, given.from, names)
  if (wanted.length > 0) await scheduleFace.followSoon(work)
  work.audit('planning.courses.apply', { about: id, after: { from: given.from, edition: preview.edition, changes: wanted.length } })
  return wanted.length
}

async function apply(work: Work, step: Step, year: number, from: string, names: Set<string>): Promise<void> {
  if (step.kind === 'close') return scheduleFace.closeCourse(work, step.courseId!, dayBefore(from))
  if (step.kind === 'hours') return scheduleFace.setCourseHours(work, step.courseId!, step.becomes!)
  const { classId, subjectId, hours, groups, subject, className } = step.need!
  const groupId = groups === 1 ? classId : await makeGroup(work, { classId, className, subject, ordinal: step.ordinal, groups, year, from, names })
  await scheduleFace.putCourse(work, newId(), { year, groupId, subjectId, hoursPerWeek: hours, teacherIds: [], from, basedOn: null })
}

interface GroupWish { readonly classId: string; readonly className: string; readonly subject: string; readonly ordinal: number; readonly groups: number; readonly year: number; readonly from: string; readonly names: Set<string> }

/** A subgroup with its share of the class in the order of the register; the school moves pupils between groups at will. */
async function makeGroup(work: Work, wish: GroupWish): Promise<string> {
  const id = newId()
  const name = groupTitle(wish.className, wish.subject, wish.ordinal, wish.names)
  wish.names.add(name)
  await registryFace.putGroup(work, id, { schoolYear: wish.year, kind: 'subgroup', name, classIds: [wish.classId], basedOn: null })
  const members = (await listMembersByName(work, wish.classId, wish.from)).map((one) => one.id)
  const own = partsOf(members, wish.groups)[wish.ordinal - 1] ?? []
  if (own.length > 0) await registryFace.setGroupMembers(work, id, own, wish.from)
  return id
}

