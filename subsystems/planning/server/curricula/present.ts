import { notFound, type Read } from '@school/server'
import { registryFace } from '@school/registry/server'
import type { Curriculum, CurriculumHead, CurriculumRow, Edition } from '../../contract/curricula.ts'
import type { Norms } from '../../contract/norms.ts'
import { normsOn } from '../norms/norms.ts'
import { isOffice } from '../office.ts'
import { checkPlan, gradesOf, hoursOf, lessonParts, weekMostOf, weeksOf } from './rules.ts'
import { findCurriculum, listClassesWithout, listCurriculumRows, listLines, type EditionRow, type HeadRow } from './store.ts'

/** The day whose numbers judge a plan: today, or the beginning of its year when that is still to come. */
export const judgedOn = (year: number, today: string): string => (today > `${year}-09-01` ? today : `${year}-09-01`)

const presentHead = (row: HeadRow): CurriculumHead => ({
  id: row.id, year: row.year, name: row.name, kind: row.kind, level: row.level, profile: row.profile, weekDays: row.week_days, standard: row.standard, fromGrade: row.from_grade, toGrade: row.to_grade, revision: row.revision,
})
const presentEdition = (row: EditionRow): Edition => ({
  edition: row.edition, validFrom: row.valid_from, reason: row.reason, state: row.state, orderNumber: row.order_number, despite: row.despite, acceptedBy: row.accepted_by, acceptedAt: row.accepted_at,
})
const standardsOf = (norms: Norms) => norms.variants.map(({ key, title, level, weekDays, fromGrade, toGrade }) => ({ key, title, level, weekDays, fromGrade, toGrade }))

/** A plan with one of its editions, by default the latest, and everything in it that does not add up. */
export async function curriculumOf(read: Read, id: string, edition?: number): Promise<Curriculum> {
  const row = await findCurriculum(read, id)
  if (!row) throw notFound()
  const shown = edition === undefined ? row.editions.at(-1) : row.editions.find((one) => one.edition === edition)
  if (!shown) throw notFound()
  const norms = await normsOn(read, judgedOn(row.year, await registryFace.schoolDay(read)))
  const lines = (await listLines(read, [{ id, edition: shown.edition }]))[0]?.lines ?? []
  const head = presentHead(row)
  const change = isOffice(read)
  return {
    head, editions: row.editions.map(presentEdition), shown: shown.edition, lines, findings: checkPlan(head, lines, norms), classes: row.classes, students: row.students,
    weekMost: gradesOf(head).map((grade) => ({ grade, hours: weekMostOf(norms, grade, head.weekDays), weeks: weeksOf(norms, grade), shortWeeks: norms.step.grade === grade ? norms.step.weeks : 0, shortHours: norms.step.hours })),
    standards: standardsOf(norms), can: { change, edit: change && shown.state === 'draft' },
  }
}

/** The plans of a year with what is wrong in each, and the classes that have none. */
export async function curriculaOf(read: Read, year: number, today: string) {
  const rows = await listCurriculumRows(read, year)
  const norms = await normsOn(read, judgedOn(year, today))
  const lines = new Map((await listLines(read, rows.flatMap((row) => row.editions.at(-1) ? [{ id: row.id, edition: row.editions.at(-1)!.edition }] : []))).map((one) => [one.curriculum_id, one.lines]))
  return {
    year, rows: rows.map((row) => presentRow(row, lines.get(row.id) ?? [], norms)), without: await listClassesWithout(read, year), standards: standardsOf(norms), lastYear: year - 1, can: { change: isOffice(read) },
  }
}

function presentRow(row: HeadRow, lines: Parameters<typeof checkPlan>[1], norms: Norms): CurriculumRow {
  const head = presentHead(row)
  const findings = checkPlan(head, lines, norms)
  const latest = row.editions.at(-1)
  return {
    ...head, edition: latest?.edition ?? 0, state: latest?.state ?? 'draft', errors: findings.filter((one) => one.severity === 'error').length, warnings: findings.filter((one) => one.severity === 'warning').length,
    classes: row.classes, students: row.students.length, totals: gradesOf(head).map((grade) => ({ grade, hours: hoursOf(lines, grade, lessonParts) })),
  }
}
