import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listNotices } from '@school/notices/contract'
import { getCoursePlan, getYearState } from '@school/planning/contract'
import { previewRollOver } from '@school/registry/contract'
import { checkpoint, checkpointKey, seal, verifyAudit } from '@school/server'
import type { Ledger } from './ledger.ts'
import type { Story } from './story.ts'

/** The plan knows what was given: a lesson held is a topic given, a lesson lost is none. */
export async function planAgainstFact(story: Story, ledger: Ledger): Promise<void> {
  for (const course of story.courses.filter((one) => one.subject === 'Алгебра')) {
    const plan = await story.as(story.teachers.maths, getCoursePlan, { params: { schoolId: story.schoolId, courseId: course.id } })
    const held = ledger.held.filter((one) => one.courseId === course.id)
    assert.deepEqual([...new Set(plan.items.flatMap((one) => one.given.map((on) => on.lessonId)))].toSorted(), held.filter((one) => one.date < plan.today).map((one) => one.lessonId).toSorted())
    assert.deepEqual([plan.lost.map((one) => one.date), plan.row.late], [ledger.lost.filter((one) => one.courseId === course.id).map((one) => one.date), false])
  }
}

/** Families hear of the marks of the quarter, each of the own child's. */
export async function familiesAreTold(story: Story): Promise<void> {
  const [pupil] = story.pupils.a
  const { rows } = await story.as(pupil!.parent, listNotices, { query: { limit: 200 } })
  const finals = rows.filter((one) => one.kind === 'journal.final')
  assert.deepEqual([finals.length > 0, finals.every((one) => one.schoolId === story.schoolId)], [true, true])
  assert.equal(rows.filter((one) => one.kind === 'journal.unexcused').length, 0, 'an excused illness is nobody\'s fault')
}

/** The next year begins where this one stands, and nothing of this one has to be typed again. */
export async function nextYear(story: Story): Promise<void> {
  const params = { schoolId: story.schoolId }
  const { rows } = await story.as(story.deputy, previewRollOver, { params: { ...params, year: 2027 } })
  assert.deepEqual(rows.map((row) => [row.from.name, row.to?.name, row.pupils]), [['7 «А»', '8 «А»', 4], ['7 «Б»', '8 «Б»', 6]])
  const { steps } = await story.as(story.deputy, getYearState, { params, query: { year: 2027 } })
  assert.deepEqual(steps.find((one) => one.key === 'classes')?.missing.find((one) => one.code === 'unrolled')?.names, ['7 «А»', '7 «Б»'])
}

/** Everything the story did stands in the chain of the audit, whole and signed. */
export async function traceIsWhole(story: Story): Promise<void> {
  const { kit } = story.world
  const folder = await mkdtemp(join(tmpdir(), 'school-year-audit-'))
  try {
    while (await seal(kit) > 0) continue
    await checkpoint(kit, folder, await checkpointKey(folder))
    const verdict = await verifyAudit(kit, folder)
    assert.deepEqual([verdict.faults, verdict.unsealed, verdict.entries > 1000], [[], 0, true])
  } finally {
    await rm(folder, { recursive: true })
  }
}
